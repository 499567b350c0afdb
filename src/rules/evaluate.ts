import { known, ownValue } from './document.js';
import type { Context, ElementNode, RuleNode, RuleValue, Slots, Truth } from './types.js';

/** Calls that one evaluation may make; beyond it the rest is unknown. */
const MAX_STEPS = 1_000_000;

/** The value of a rule over facts in slots; undefined where it is unknown. Nodes in `unknown` are taken as unknown. */
export function evaluate(tree: RuleNode, slots: Slots, unknown?: ReadonlySet<RuleNode>): RuleValue | undefined {
  return run(tree, { slots, unknown, element: undefined, outer: undefined, budget: { steps: MAX_STEPS } });
}

/** The value of a rule that was read without a schema, over its document. */
export function evaluateDocument(tree: RuleNode, document: unknown): RuleValue | undefined {
  return run(tree, { slots: [], unknown: undefined, element: document, outer: undefined, budget: { steps: MAX_STEPS } });
}

/** What a rule decides over facts in slots. */
export function truth(tree: RuleNode, slots: Slots, unknown?: ReadonlySet<RuleNode>): Truth {
  return truthOf(evaluate(tree, slots, unknown));
}

export function truthOf(value: RuleValue | undefined): Truth {
  if (value === undefined) return 'unknown';
  return truthy(value) ? 'true' : 'false';
}

/** JSON Logic's truthiness: as in JavaScript, but an empty list is false. Typed rules only have booleans here. */
export function truthy(value: RuleValue): boolean {
  if (value === true || value === false) return value;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** The value of one node where the evaluation stands. An absent operand is unknown. */
export function run(node: RuleNode | undefined, context: Context): RuleValue | undefined {
  if (node === undefined || (context.unknown !== undefined && context.unknown.has(node))) return undefined;
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'path':
      return context.slots[node.slot];
    case 'element':
      return elementValue(node, context);
    case 'call':
      context.budget.steps -= 1;
      return context.budget.steps < 0 ? undefined : node.evaluate(node.operands, context);
  }
}

/** Elements of a list, or characters of a text, that are work like one call. */
const ELEMENTS_PER_STEP = 32;

/** Takes what it costs to go through a long list or text from the budget, so that lists inside lists end as soon as calls do. */
export function charge(value: RuleValue, context: Context): void {
  if (typeof value === 'string' || Array.isArray(value)) context.budget.steps -= Math.floor(value.length / ELEMENTS_PER_STEP);
}

/** The same place with another element: what a list operator sees of each. `meant` names what of it may be a blank text. */
export function inside(context: Context, element: unknown, meant?: readonly string[]): Context {
  return { slots: context.slots, unknown: context.unknown, element, meant, outer: context, budget: context.budget };
}

/** What lies at a path of the element; a blank text is missing, unless it is meant. */
export function memberOf(frame: Context | undefined, path: string, keys: readonly string[]): RuleValue | undefined {
  const found = ownValue(frame?.element, keys);
  return typeof found === 'string' && frame?.meant?.includes(path) === true ? found : known(found);
}

function elementValue(node: ElementNode, context: Context): RuleValue | undefined {
  let frame: Context | undefined = context;
  for (let up = node.up; up > 0; up -= 1) frame = frame?.outer;
  const value = memberOf(frame, node.path, node.keys);
  return value === undefined || fits(value, node) ? value : undefined;
}

/** Lists of texts and numbers may be mixed, so the type of an element shows only here. */
function fits(value: RuleValue, node: ElementNode): boolean {
  switch (node.type) {
    case 'any':
    case 'null':
      return true;
    case 'scalar':
      return typeof value === 'string' || typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
    case 'enum':
    case 'date':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    default:
      return typeof value === 'number';
  }
}
