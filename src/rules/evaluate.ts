import { DEFAULT_LIMITS } from '../internal/limits.js';
import { elementsOf, isForeignList, known, ownValue } from './document.js';
import type { Budget, Context, ElementNode, RuleNode, RuleValue, Slots, Truth } from './types.js';

/** So many elements of a list, or letters of a text, are looked through in one step. */
const PER_STEP = 100;

/** The value of a rule over facts in slots; undefined where it is unknown. Nodes in `unknown` are taken as unknown. */
export function evaluate(tree: RuleNode, slots: Slots, unknown?: ReadonlySet<RuleNode>): RuleValue | undefined {
  return affordable(tree, { slots, unknown, element: undefined, outer: undefined, budget: budgetOf(tree) });
}

/** The same as a part of a larger evaluation, whose budget it uses. */
export function evaluateWithin(tree: RuleNode, slots: Slots, budget: Budget): RuleValue | undefined {
  return affordable(tree, { slots, unknown: undefined, element: undefined, outer: undefined, budget });
}

export function fullBudget(steps: number = DEFAULT_LIMITS.steps): Budget {
  return { steps };
}

/** What a rule, or a part of it, may spend when it is asked by itself. */
export function budgetOf(tree: RuleNode): Budget {
  return fullBudget(tree.kind === 'call' ? tree.steps : undefined);
}

/** The value, unless the budget did not suffice: then all is unknown, for what asks about absence would take what was left out for missing. */
function affordable(tree: RuleNode, context: Context): RuleValue | undefined {
  const value = run(tree, context);
  return isSpent(context) ? undefined : value;
}

/** The value of a rule that was read without a schema, over its document. */
export function evaluateDocument(tree: RuleNode, document: unknown): RuleValue | undefined {
  return affordable(tree, { slots: [], unknown: undefined, element: document, outer: undefined, lists: new Map(), budget: budgetOf(tree) });
}

/** The values of the parts of a rule, each worked out once and all within the budget of the rule: what it needs itself comes first. */
export function partsOver(tree: RuleNode, slots: Slots): Parts {
  return partsIn(tree, { slots, unknown: undefined, element: undefined, outer: undefined, values: new Map(), budget: budgetOf(tree) });
}

/** The same of a rule that was read without a schema. */
export function partsOfDocument(tree: RuleNode, document: unknown): Parts {
  return partsIn(tree, { slots: [], unknown: undefined, element: document, outer: undefined, lists: new Map(), values: new Map(), budget: budgetOf(tree) });
}

export type Parts = (part: RuleNode) => RuleValue | undefined;

function partsIn(tree: RuleNode, context: Context): Parts {
  run(tree, context);
  return (part) => affordable(part, context);
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
  if (context.outer === undefined) return context.values === undefined ? valueOf(node, context) : remembered(node, context, context.values);
  // Outside of list operators each part is evaluated once, so that the size of a rule bounds the work; inside they multiply.
  if (!spend(context, 1)) return undefined;
  const value = valueOf(node, context);
  return isLookedThrough(context, value) ? value : undefined;
}

/** Takes steps from the budget; false when it is used up. */
export function spend(context: Context, steps: number): boolean {
  context.budget.steps -= steps;
  return !isSpent(context);
}

/** True when the budget is used up: whoever goes through a list may stop. */
export function isSpent({ budget }: Context): boolean {
  return budget.steps < 0;
}

/** Takes the steps of looking through a list or a text once; false when the budget is used up. */
export function isLookedThrough(context: Context, value: RuleValue | undefined): boolean {
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  return size < PER_STEP || spend(context, Math.floor(size / PER_STEP));
}

function remembered(node: RuleNode, context: Context, values: Map<RuleNode, RuleValue | undefined>): RuleValue | undefined {
  if (node.kind !== 'call') return valueOf(node, context);
  const known = values.get(node);
  if (known !== undefined || values.has(node)) return known;
  const value = valueOf(node, context);
  values.set(node, value);
  return value;
}

function valueOf(node: RuleNode, context: Context): RuleValue | undefined {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'path':
      return context.slots[node.slot];
    case 'element':
      return elementValue(node, context);
    case 'call':
      return node.evaluate(node.operands, context);
  }
}

/** The same place with another element: what a list operator sees of each. `meant` names what of it may be a blank text. */
export function inside(context: Context, element: unknown, meant?: readonly string[]): Context {
  return { slots: context.slots, unknown: context.unknown, element, meant, outer: context, lists: context.lists, budget: context.budget };
}

function elementValue(node: ElementNode, context: Context): RuleValue | undefined {
  let frame: Context | undefined = context;
  for (let up = node.up; up > 0; up -= 1) frame = frame?.outer;
  const value = memberOf(frame, node.path, node.keys, context);
  return value === undefined || fits(value, node) ? value : undefined;
}

/**
 * What lies at a path of an element or a document; a blank text is missing, unless it is meant. Of a list the elements are taken once, so
 * that nothing of its own is run.
 */
export function memberOf(frame: Context | undefined, path: string, keys: readonly string[], { lists }: Context): RuleValue | undefined {
  const found = ownValue(frame?.element, keys);
  if (typeof found === 'string' && frame?.meant?.includes(path) === true) return found;
  if (lists === undefined || !isForeignList(found)) return known(found);
  if (!lists.has(found)) lists.set(found, known(elementsOf(found)));
  return lists.get(found);
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
