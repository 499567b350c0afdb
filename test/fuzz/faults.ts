// Evaluators with a fault each: the fuzzer has to find every one of them.
import type { Json } from '../../src/errors/json.js';
import { evaluate, evaluateDocument, run, truthy } from '../../src/rules/evaluate.js';
import { publicValue } from '../../src/rules/public-value.js';
import type { CallNode, Evaluate, RuleNode, RuleValue, Slots } from '../../src/rules/types.js';
import type { Evaluator, Outcome, Read } from './evaluators.js';

export interface Fault {
  readonly name: string;
  readonly evaluator: Evaluator;
}

const NUMERIC: readonly string[] = ['number', 'count', 'days', 'ratio', 'money'];

function withEvaluate(node: RuleNode, change: (node: CallNode) => Evaluate | undefined): RuleNode {
  if (node.kind !== 'call') return node;
  const operands = node.operands.map((operand) => withEvaluate(operand, change));
  return { ...node, operands, evaluate: change(node) ?? node.evaluate };
}

function decide(tree: RuleNode, { schema, slotsOf }: Read, document: unknown, seen: (slots: Slots) => Slots = (slots) => slots): Outcome {
  const value = schema === undefined ? evaluateDocument(tree, document) : evaluate(tree, seen(slotsOf(document)));
  return value === undefined ? undefined : publicValue(value, tree);
}

/** An operator that does something else. */
function operator(name: string, id: string, faulty: Evaluate | ((node: CallNode) => Evaluate)): Fault {
  const prepare: Evaluator['prepare'] = (read) => {
    const tree = withEvaluate(read.tree, (node) => (node.operator.id !== id ? undefined : faulty.length === 1 ? (faulty as (node: CallNode) => Evaluate)(node) : (faulty as Evaluate)));
    return (document) => decide(tree, read, document);
  };
  return { name, evaluator: { name: 'faulty', prepare } };
}

/** Another look at the document. */
function reading(name: string, prepare: Evaluator['prepare']): Fault {
  return { name, evaluator: { name: 'faulty', prepare } };
}

function slotTypes(tree: RuleNode): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  const visit = (node: RuleNode): void => {
    if (node.kind === 'path') types.set(node.slot, node.type);
    if (node.kind === 'call') node.operands.forEach(visit);
  };
  visit(tree);
  return types;
}

const both = (operands: readonly RuleNode[], context: Parameters<Evaluate>[1], holds: (first: RuleValue, second: RuleValue) => boolean): boolean | undefined => {
  const [first, second] = operands.map((operand) => run(operand, context));
  return first === undefined || second === undefined ? undefined : holds(first, second);
};

const hasNull = (value: unknown): boolean => typeof value === 'object' && (value === null || Object.values(value).some(hasNull));

export const faults: readonly Fault[] = [
  reading('a missing number counts as 0', (read) => {
    const types = slotTypes(read.tree);
    return (document) => decide(read.tree, read, document, (slots) => slots.map((value, slot) => value ?? (NUMERIC.includes(types.get(slot) ?? '') ? 0 : undefined)));
  }),
  reading('null is something else than absent', (read) => (document) => decide(read.tree, read, document) ?? (read.schema !== undefined && hasNull(document) ? false : undefined)),
  reading('a blank text of the document is a text', (read) => (document) => {
    const isBlank = typeof document === 'object' && document !== null && Object.values(document).some((value) => value === '' || value === '  ');
    return isBlank && read.tree.type === 'boolean' ? (decide(read.tree, read, document) ?? true) : decide(read.tree, read, document);
  }),
  reading('it throws for a document that is none', (read) => (document) => {
    if (typeof document !== 'object' || document === null) throw new TypeError('no document');
    return decide(read.tree, read, document);
  }),
  reading('it takes 0.1 + 0.2 for 0.3', (read) => (document) => {
    const outcome = decide(read.tree, read, document);
    return typeof outcome === 'number' ? Math.round(outcome * 1e6) / 1e6 : outcome;
  }),
  operator('`<=` is `<`', '<=', (operands, context) => (operands.length > 2 ? undefined : both(operands, context, (first, second) => first < second))),
  operator('`>` is `>=`', '>', (operands, context) => both(operands, context, (first, second) => first >= second)),
  operator('`between` leaves out its upper end', 'between', (operands, context) => {
    const [value, low, high] = operands.map((operand) => run(operand, context));
    return value === undefined || low === undefined || high === undefined ? undefined : low <= value && value < high;
  }),
  operator('`and` gives up at the first unknown operand', 'and', (operands, context) => {
    let last: RuleValue | undefined;
    for (const operand of operands) {
      last = run(operand, context);
      if (last === undefined || !truthy(last)) return last;
    }
    return last;
  }),
  operator('`or` takes unknown for false', 'or', (operands, context) => {
    let last: RuleValue | undefined;
    for (const operand of operands) {
      last = run(operand, context) ?? false;
      if (truthy(last)) return last;
    }
    return last;
  }),
  operator('`if` tries later conditions after an unknown one', 'if', (operands, context) => {
    for (let index = 0; index + 1 < operands.length; index += 2) {
      const condition = run(operands[index], context);
      if (condition !== undefined && truthy(condition)) return run(operands[index + 1], context);
    }
    return run(operands.at(-1), context);
  }),
  operator('`!` of unknown is true', '!', (operands, context) => {
    const value = run(operands[0], context);
    return value === undefined || !truthy(value);
  }),
  operator('`in` a list with a missing element is false', 'in', (operands, context) => {
    const [wanted, list] = operands.map((operand) => run(operand, context));
    return wanted === undefined || list === undefined ? undefined : Array.isArray(list) && list.includes(wanted);
  }),
  operator('`all` of an empty list is true', 'all', ({ evaluate: right }: CallNode): Evaluate => (operands, context) => {
    const list = run(operands[0], context);
    return Array.isArray(list) && list.length === 0 ? true : right(operands, context);
  }),
  operator('`none` is false for a missing list', 'none', ({ evaluate: right }: CallNode): Evaluate => (operands, context) => right(operands, context) ?? false),
  operator('money times a number is rounded half up', '*', ({ evaluate: right, type }: CallNode): Evaluate => (operands, context) => {
    const values = operands.map((operand) => run(operand, context));
    const isKnown = type === 'money' && values.every((value) => typeof value === 'number');
    return isKnown && right(operands, context) !== undefined ? Math.round((values as readonly number[]).reduce((product, value) => product * value)) : right(operands, context);
  }),
  operator('`/` by 0 is 0', '/', ({ evaluate: right }: CallNode): Evaluate => (operands, context) => right(operands, context) ?? (operands.every((operand) => run(operand, context) !== undefined) ? 0 : undefined)),
  operator('`==` with null is unknown of what is missing', '==', ({ evaluate: right }: CallNode): Evaluate => (operands, context) => (operands.some((operand) => operand.kind !== 'literal' && run(operand, context) === undefined) ? undefined : right(operands, context))),
  operator('`missing` leaves out what is null', 'missing', ({ evaluate: right }: CallNode): Evaluate => (operands, context) => {
    const names = right(operands, context);
    return Array.isArray(names) ? names.slice(1) : names;
  }),
  operator('`cat` puts a blank between', 'cat', (operands, context) => {
    const values = operands.map((operand) => run(operand, context));
    return values.every((value): value is Exclude<RuleValue, object> => value !== undefined && typeof value !== 'object') ? values.join(' ') : undefined;
  }),
  operator('`filter` keeps what is unknown', 'filter', ({ evaluate: right }: CallNode): Evaluate => (operands, context) => right(operands, context) ?? run(operands[0], context)),
  operator('`substr` takes a negative end for none', 'substr', ({ evaluate: right }: CallNode): Evaluate => ([text, start, end], context) => {
    const value = run(end, context);
    const kept = [text, start, ...(end === undefined || (typeof value === 'number' && value < 0) ? [] : [end])].filter((operand) => operand !== undefined);
    return right(kept, context);
  }),
];

/** An evaluator that never ends for some rules: as long as it may take, it is slower than that. */
export function slow(milliseconds: number): Evaluator {
  return {
    name: 'slow',
    prepare: (read) => (document) => {
      if (JSON.stringify(read.rule).includes('"max"')) for (const end = performance.now() + milliseconds; performance.now() < end; );
      return decide(read.tree, read, document);
    },
  };
}

/** One that is right unless the document is given in a way that should not matter. */
export function picky(minds: (document: { readonly [key: string]: unknown }, rule: Json) => boolean): Evaluator {
  return {
    name: 'picky',
    prepare: (read) => (document) => (minds(document as { readonly [key: string]: unknown }, read.rule) ? 'wrong' : decide(read.tree, read, document)),
  };
}
