import { isLookedThrough, run } from '../evaluate.js';
import { known } from '../document.js';
import { fit, mismatch, targetOf, type Target } from '../typing.js';
import { isJsonList, type Json } from '../../errors/json.js';
import type { Call, CallNode, Context, Evaluate, LiteralNode, OperatorDefinition, RuleNode, RuleValue } from '../types.js';
import { always, ANY } from './operand.js';

const evaluate: Evaluate = (operands, context) => operands.map((operand) => run(operand, context) ?? null);

/** A list written out in a rule. It has no name in JSON Logic: it is an array. */
export const list: OperatorDefinition = {
  id: 'list',
  group: 'list',
  arity: ANY,
  typed: always('list', evaluate),
  untyped: always('list', evaluate),
};

export function isWrittenOut(node: RuleNode): node is CallNode {
  return node.kind === 'call' && node.operator === list;
}

/** What the elements of a list are, so that others can be fitted to them; undefined after a report. */
export function elementTarget(node: RuleNode, call: Call): Target | undefined {
  if (isWrittenOut(node)) {
    const lead = node.operands.find((element) => element.kind !== 'literal') ?? node.operands[0];
    return lead === undefined ? { type: 'scalar' } : targetOf(lead);
  }
  if (node.type !== 'list') return mismatch(call, node, 'a list');
  if (node.field?.element !== undefined) return mismatch(call, node, 'a list of texts or numbers: ask its elements with `some`');
  const path = targetOf(node).path;
  const values = node.field?.values;
  return values === undefined ? { type: 'scalar', path } : { type: 'enum', field: { type: 'enum', values }, path };
}

/** A list with its elements fitted to the target; one that is fixed becomes a literal. Undefined after a report. */
export function fitElements(node: RuleNode, target: Target, call: Call): RuleNode | undefined {
  if (!isWrittenOut(node)) return node;
  const operands = node.operands.map((element) => fit(element, target, call));
  const fitted = operands.filter((element) => element !== undefined);
  if (fitted.length < operands.length) return undefined;
  const literals = fitted.filter((element): element is LiteralNode => element.kind === 'literal');
  if (literals.length < fitted.length) return { ...node, operands: fitted };
  const value = literals.map((literal) => literal.value ?? null);
  const elements = literals.some(({ path }) => path !== undefined) ? literals : undefined;
  return { kind: 'literal', pointer: node.pointer, type: 'list', value, source: literals.map((literal) => literal.source), elements };
}

/** Whether a list has an element. Not found among elements of which one is missing: unknown. */
function hasElement(elements: readonly Json[], wanted: RuleValue, isMeant: boolean): boolean | undefined {
  if (elements.includes(wanted)) return true;
  return hasMissing(elements, isMeant) ? undefined : false;
}

/** The elements as paths read them: a list within a list of a document is the same one wherever it is met. */
export function elementsAsRead(elements: readonly Json[], { lists }: Context): readonly Json[] {
  return lists === undefined ? elements : elements.map((element) => (isJsonList(element) ? ((lists.get(element) as Json | undefined) ?? element) : element));
}

/** A list that stands in the rule itself, whatever its elements are. */
export function isFixed(node: RuleNode | undefined): boolean {
  return node !== undefined && (node.kind === 'literal' || isWrittenOut(node));
}

const ELEMENT = [''];

/** What of its elements may be a blank text: the elements themselves, where the list stands in the rule. */
export function meantOf(list: RuleNode | undefined): readonly string[] | undefined {
  return isFixed(list) ? ELEMENT : undefined;
}

/** In a list of the document a blank text is missing; in one written in the rule it is meant. */
export function hasMissing(elements: readonly Json[], isMeant: boolean): boolean {
  return elements.some((element) => element === null || (!isMeant && known(element) === undefined));
}

/** Evaluates membership; `unlisted` says what holds where the second value is no list. */
export function membership(listAt: 0 | 1, unlisted: (container: RuleValue, wanted: RuleValue, context: Context) => boolean | undefined): Evaluate {
  return (operands, context) => {
    const wanted = run(operands[1 - listAt], context);
    if (wanted === undefined) return undefined;
    const container = run(operands[listAt], context);
    if (container === undefined || !isLookedThrough(context, container)) return undefined;
    return isJsonList(container) ? hasElement(isJsonList(wanted) ? elementsAsRead(container, context) : container, wanted, isFixed(operands[listAt])) : unlisted(container, wanted, context);
  };
}
