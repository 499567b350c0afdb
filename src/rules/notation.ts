import { isJsonList, type Json } from '../errors/json.js';
import type { CallNode, RuleNode } from './types.js';

/** Operators that are written between their operands. */
const BETWEEN_OPERANDS: ReadonlySet<string> = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'before', 'after', 'and', 'or', 'in', '+', '-', '*', '/', '%']);
/** Of long lists and of deep conditions only the beginning is shown. */
const MOST_PARTS = 5;
const MOST_LEVELS = 3;
const LONGEST_TEXT = 60;

/** A condition in a short notation that is the same in every language, such as `netSpend >= 5000`, for messages about rules. */
export function notationOf(node: RuleNode): string {
  return written(node, 0, false);
}

function written(node: RuleNode, level: number, isOperand: boolean): string {
  switch (node.kind) {
    case 'literal':
      return node.path ?? valueText(node.source);
    case 'path':
    case 'element':
      return node.path === '' ? '""' : node.path;
    case 'call':
      return level < MOST_LEVELS ? callText(node, level + 1, isOperand) : '…';
  }
}

function callText({ operator: { id }, operands }: CallNode, level: number, isOperand: boolean): string {
  const isInfix = BETWEEN_OPERANDS.has(id) && operands.length > 1;
  const parts = shortened(operands, (operand) => written(operand, level, isInfix));
  if (!isInfix) return `${id}(${parts.join(', ')})`;
  const text = parts.join(` ${id} `);
  return isOperand ? `(${text})` : text;
}

function valueText(value: Json): string {
  if (isJsonList(value)) return `[${shortened(value, valueText).join(', ')}]`;
  const text = JSON.stringify(value);
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}

function shortened<T>(items: readonly T[], text: (item: T) => string): readonly string[] {
  const first = items.slice(0, MOST_PARTS).map(text);
  return items.length > MOST_PARTS ? [...first, '…'] : first;
}
