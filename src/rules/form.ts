import { nextAbove, nextBelow } from '../internal/floats.js';
import { isJsonList } from '../errors/json.js';
import { NUMERIC_TYPES, type CallNode, type LiteralNode, type PathNode, type RuleNode, type RuleValue } from './types.js';

/** What a condition asks of paths, where it asks nothing more complicated; `holds` is what it says of those that are as asked. */
export type Form =
  /** A figure from `low` to `high`, both inside: money in minor units. An end that is open lies at the greatest finite number. */
  | { readonly kind: 'range'; readonly path: PathNode; readonly low: number; readonly high: number; readonly holds: boolean }
  | { readonly kind: 'values'; readonly path: PathNode; readonly values: readonly RuleValue[]; readonly holds: boolean }
  /** A value at each path: never unknown. */
  | { readonly kind: 'presence'; readonly paths: readonly PathNode[]; readonly holds: boolean };

const NUMERIC: ReadonlySet<string> = new Set(NUMERIC_TYPES);
/** Types whose values are equal exactly if they are the same. */
const DISCRETE: ReadonlySet<string> = new Set(['text', 'enum', 'boolean']);
const LEAST = -Number.MAX_VALUE;
const GREATEST = Number.MAX_VALUE;

/** The comparison as it is said of its second operand. */
const MIRRORED: { readonly [operator: string]: string } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** The form of a condition; undefined for one that is more complicated. */
export function formOf(node: RuleNode): Form | undefined {
  if (node.kind === 'path') return node.type === 'boolean' ? { kind: 'values', path: node, values: [true], holds: true } : undefined;
  if (node.kind !== 'call') return undefined;
  switch (node.operator.id) {
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      return rangeForm(node);
    case '==':
    case '===':
      return equalForm(node, true);
    case '!=':
    case '!==':
      return equalForm(node, false);
    case 'in':
      return listForm(node);
    case 'present':
      return presenceForm(node.operands, true);
    case '!':
      return absenceForm(node);
    default:
      return undefined;
  }
}

function numberOf(node: RuleNode | undefined): number | undefined {
  return node?.kind === 'literal' && typeof node.value === 'number' ? node.value : undefined;
}

function isFigure(node: RuleNode | undefined): node is PathNode {
  return node?.kind === 'path' && NUMERIC.has(node.type);
}

function rangeForm({ operator: { id }, operands: [first, second, third] }: CallNode): Form | undefined {
  if (third !== undefined) {
    const [path, low, high] = id === 'between' ? [first, numberOf(second), numberOf(third)] : [second, numberOf(first), numberOf(third)];
    if (!isFigure(path) || low === undefined || high === undefined) return undefined;
    return id === '<' ? { kind: 'range', path, low: nextAbove(low), high: nextBelow(high), holds: true } : { kind: 'range', path, low, high, holds: true };
  }
  if (isFigure(first)) return boundForm(first, id, numberOf(second));
  return isFigure(second) ? boundForm(second, MIRRORED[id] ?? id, numberOf(first)) : undefined;
}

function boundForm(path: PathNode, operator: string, bound: number | undefined): Form | undefined {
  if (bound === undefined) return undefined;
  switch (operator) {
    case '<':
      return { kind: 'range', path, low: LEAST, high: nextBelow(bound), holds: true };
    case '<=':
      return { kind: 'range', path, low: LEAST, high: bound, holds: true };
    case '>':
      return { kind: 'range', path, low: nextAbove(bound), high: GREATEST, holds: true };
    default:
      return { kind: 'range', path, low: bound, high: GREATEST, holds: true };
  }
}

function equalForm({ operands: [first, second] }: CallNode, holds: boolean): Form | undefined {
  const [path, literal] = first?.kind === 'path' ? [first, second] : [second, first];
  if (path?.kind !== 'path' || literal?.kind !== 'literal') return undefined;
  const { value } = literal;
  if (value === undefined) return { kind: 'presence', paths: [path], holds: !holds };
  if (typeof value === 'number' && isFigure(path)) return { kind: 'range', path, low: value, high: value, holds };
  return DISCRETE.has(path.type) ? { kind: 'values', path, values: [value], holds } : undefined;
}

function listForm({ operands: [path, list] }: CallNode): Form | undefined {
  if (path?.kind !== 'path' || list?.kind !== 'literal' || !(NUMERIC.has(path.type) || DISCRETE.has(path.type))) return undefined;
  const values = valuesOf(list);
  return values === undefined ? undefined : { kind: 'values', path, values, holds: true };
}

/** The elements of a list written in a rule; undefined where one is missing, for then what is not found is unknown. */
function valuesOf({ value }: LiteralNode): readonly RuleValue[] | undefined {
  if (value === undefined || !isJsonList(value)) return undefined;
  const known = value.filter((element) => element !== null);
  return known.length < value.length ? undefined : known;
}

function presenceForm(paths: readonly RuleNode[], holds: boolean): Form | undefined {
  const named = paths.filter((path) => path.kind === 'path');
  return named.length === paths.length ? { kind: 'presence', paths: named, holds } : undefined;
}

/** `{"!": {"missing": […]}}`: a value at all of these paths. */
function absenceForm({ operands: [operand] }: CallNode): Form | undefined {
  return operand?.kind === 'call' && operand.operator.id === 'missing' ? presenceForm(operand.operands, true) : undefined;
}
