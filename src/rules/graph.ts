import { toMinor } from '../internal/money.js';
import { visit } from './conditions.js';
import { budgetOf, evaluateWithin, truthOf } from './evaluate.js';
import { formOf, type Form } from './form.js';
import type { Budget, PathNode, RuleNode, RuleValue, Truth } from './types.js';

/** Values that were read before a rule is asked: by their places. */
export type Values = readonly unknown[];

/** None. */
const NO_VALUES: Values = Object.freeze<unknown[]>([]);

/** Reads one value. */
export type Read<Source> = (source: Source) => unknown;

/** How the values of paths are had from what a rule is asked about. */
export interface Access<Source> {
  /** Where the value of a path stands among those that were read before; -1 for one that is read when it is asked for. */
  readonly place: (path: PathNode) => number;
  /** The value at a path as it is written there. */
  readonly read: (path: PathNode) => Read<Source>;
  /** A written value as the path's field declares it; undefined where it is missing. */
  readonly typed: (path: PathNode) => (written: unknown) => RuleValue | undefined;
  /** Minor units to one of what is written, for money in major units; 0 for what is no money, and where values are typed already. */
  readonly scale: (path: PathNode) => number;
}

/** Facts in slots: all were read before, and typed when they were put there. */
export const SLOT_ACCESS: Access<undefined> = {
  place: ({ slot }) => slot,
  read: () => () => undefined,
  typed: () => (value) => value as RuleValue | undefined,
  scale: () => 0,
};

const END = 0;
const RANGE = 1;
const VALUES = 2;
const PRESENCE = 3;
const OTHER = 4;
const NOTE = 5;

/** What a step looks at, and how. */
interface Look<Source> {
  readonly path: string;
  readonly place: number;
  readonly read: Read<Source>;
  readonly typed: (written: unknown) => RuleValue | undefined;
  readonly scale: number;
  readonly low: number;
  readonly high: number;
  readonly table: ReadonlyMap<unknown, boolean> | undefined;
  readonly test: ((values: Values, source: Source, budget: Budget) => Truth) | undefined;
  /** The rule that it is a part of, whose steps it spends. */
  readonly root: RuleNode | undefined;
}

/** Where a graph ends. */
interface End<Source, Outcome> extends Look<Source> {
  readonly kind: typeof END;
  readonly outcome: Outcome;
  readonly yes: undefined;
  readonly no: undefined;
  readonly unknown: undefined;
}

/** What is noted on the way. */
interface Note<Source, Outcome, Noted> extends Look<Source> {
  readonly kind: typeof NOTE;
  readonly outcome: Noted;
  readonly yes: Graph<Source, Outcome, Noted>;
  readonly no: undefined;
  readonly unknown: undefined;
}

/** One condition, and where to go from it. */
interface Condition<Source, Outcome, Noted> extends Look<Source>, Exits<Source, Outcome, Noted> {
  readonly kind: typeof RANGE | typeof VALUES | typeof PRESENCE | typeof OTHER;
  readonly outcome: undefined;
  /** Where a rule leads whose steps did not suffice. */
  readonly spent: Graph<Source, Outcome, Noted>;
}

/** A rule, or several, as conditions that lead to each other, each to an end at last: the first of them. */
export type Graph<Source, Outcome, Noted = never> = End<Source, Outcome> | Note<Source, Outcome, Noted> | Condition<Source, Outcome, Noted>;

/** Where a condition leads. */
export interface Exits<Source, Outcome, Noted = never> {
  readonly yes: Graph<Source, Outcome, Noted>;
  readonly no: Graph<Source, Outcome, Noted>;
  readonly unknown: Graph<Source, Outcome, Noted>;
}

const NOWHERE = { path: '', place: -1, read: (): undefined => undefined, typed: (): undefined => undefined, scale: 0, low: 0.5, high: 0.5, table: undefined, test: undefined, root: undefined } as const;

/** All steps are made here, so that they have one shape: following them is the same work for each. */
function makeStep(kind: number, look: Look<never>, outcome: unknown, exits: { readonly [E in 'yes' | 'no' | 'unknown' | 'spent']?: unknown }): unknown {
  const { path, place, read, typed, scale, low, high, table, test, root } = look;
  const { yes, no, unknown, spent } = exits;
  return { kind, path, place, read, typed, scale, low, high, table, test, root, outcome, yes, no, unknown, spent };
}

/** Where a graph ends, with an outcome. */
export function endAt<Source, Outcome, Noted = never>(outcome: Outcome): Graph<Source, Outcome, Noted> {
  return makeStep(END, NOWHERE, outcome, {}) as End<Source, Outcome>;
}

/** Notes something and goes on. */
export function noteThen<Source, Outcome, Noted>(noted: Noted, next: Graph<Source, Outcome, Noted>): Graph<Source, Outcome, Noted> {
  return makeStep(NOTE, NOWHERE, noted, { yes: next }) as Note<Source, Outcome, Noted>;
}

function step<Source, Outcome, Noted>(kind: Condition<Source, Outcome, Noted>['kind'], look: Partial<Look<Source>>, { yes, no, unknown }: Exits<Source, Outcome, Noted>, spent = unknown): Graph<Source, Outcome, Noted> {
  return makeStep(kind, { ...NOWHERE, ...look }, undefined, { yes, no, unknown, spent }) as Condition<Source, Outcome, Noted>;
}

/** Steps that a graph may have for each node of its rule: what is shared by many branches is not spelt out for each of them. */
const MOST_STEPS = 4;

/**
 * Makes the graph of a condition, with the exits that it is given.
 *
 * `and`, `or`, `!` and `if` become exits: after an unknown operand the others are still tried, but they can no longer make it true (or
 * false, for `or`), so what follows is built for both. Conditions that have no simple form are evaluated as they are.
 */
export function graphOf<Source, Outcome, Noted = never>(tree: RuleNode, access: Access<Source>, exits: Exits<Source, Outcome, Noted>): Graph<Source, Outcome, Noted> {
  type Steps = Graph<Source, Outcome, Noted>;
  type To = Exits<Source, Outcome, Noted>;
  let left = MOST_STEPS * sizeOf(tree);

  const other = (node: RuleNode, to: To): Steps => step(OTHER, { test: otherTest(node, access), root: tree }, to, exits.unknown);

  const build = (node: RuleNode, to: To): Steps => {
    const { yes, no, unknown } = to;
    if (yes === no && no === unknown) return yes;
    if (node.kind === 'literal') return node.value === undefined ? unknown : node.value === true ? yes : no;
    const form = formOf(node);
    left -= 1;
    if (form !== undefined) return ofForm(form, to);
    if (node.kind !== 'call' || left < 0) return other(node, to);
    const [first] = node.operands;
    switch (node.operator.id) {
      case 'and':
        return chain(node.operands, yes, unknown, (operand, next, tainted) => build(operand, { yes: next, no, unknown: tainted }));
      case 'or':
        return chain(node.operands, no, unknown, (operand, next, tainted) => build(operand, { yes, no: next, unknown: tainted }));
      case '!':
        // Of `missing` it asks about a list.
        return first?.type === 'boolean' ? build(first, { yes: no, no: yes, unknown }) : other(node, to);
      case '!!':
        return first?.type === 'boolean' ? build(first, to) : other(node, to);
      case 'if':
        return branches(node.operands, to);
      default:
        return other(node, to);
    }
  };

  /** Operands from the last to the first: each leads to the next one, or to the next one after something unknown. */
  const chain = (operands: readonly RuleNode[], last: Steps, unknown: Steps, link: (operand: RuleNode, next: Steps, tainted: Steps) => Steps): Steps => {
    let next = last;
    let tainted = unknown;
    for (let index = operands.length - 1; index >= 0; index -= 1) {
      const operand = operands[index];
      if (operand === undefined) continue;
      const isSame = next === tainted;
      next = link(operand, next, tainted);
      if (index > 0) tainted = isSame ? next : link(operand, tainted, tainted);
    }
    return next;
  };

  /** Condition, value, condition, value, …, value otherwise: an unknown condition decides that nothing is known. */
  const branches = (operands: readonly RuleNode[], to: To): Steps => {
    const otherwise = operands.at(-1);
    let next = otherwise === undefined ? to.unknown : build(otherwise, to);
    for (let index = operands.length - 3; index >= 0; index -= 2) {
      const [condition, value] = [operands[index], operands[index + 1]];
      if (condition !== undefined && value !== undefined) next = build(condition, { yes: build(value, to), no: next, unknown: to.unknown });
    }
    return next;
  };

  const ofForm = (form: Form, { yes, no, unknown }: To): Steps => {
    const to = form.holds ? { yes, no, unknown } : { yes: no, no: yes, unknown };
    switch (form.kind) {
      case 'presence':
        return form.paths.reduceRight((next, path) => present(path, { yes: next, no: to.no, unknown }), to.yes);
      case 'range':
        return step(RANGE, { ...lookAt(form.path), low: form.low, high: form.high }, to);
      case 'values':
        return step(VALUES, { ...lookAt(form.path), table: tableOf(form) }, to);
    }
  };

  /** Whether there is a value: where that is asked before the value itself is, one look answers both. */
  const present = (path: PathNode, to: To): Steps => {
    const { yes } = to;
    const asksSame = (yes.kind === RANGE || yes.kind === VALUES) && yes.path === path.path;
    return asksSame ? step(yes.kind, yes, { yes: yes.yes, no: yes.no, unknown: to.no }) : step(PRESENCE, lookAt(path), to);
  };

  const lookAt = (path: PathNode): Partial<Look<Source>> => ({ path: path.path, place: access.place(path), read: access.read(path), typed: access.typed(path), scale: access.scale(path) });

  return build(tree, exits);
}

function sizeOf(tree: RuleNode): number {
  let size = 0;
  visit(tree, () => {
    size += 1;
  });
  return size;
}

/** Which values are asked for, and which of the declared ones are not. */
function tableOf({ path, values }: Form & { readonly kind: 'values' }): ReadonlyMap<unknown, boolean> {
  const others = path.type === 'boolean' ? [true, false] : path.type === 'enum' ? (path.field?.values ?? []) : [];
  return new Map<unknown, boolean>([...others.map((value) => [value, false] as const), ...values.map((value) => [value, true] as const)]);
}

/** A condition that is evaluated as it is, over the slots of the paths that it reads. */
function otherTest<Source>(tree: RuleNode, access: Access<Source>): NonNullable<Look<Source>['test']> {
  const readers = new Map<number, (values: Values, source: Source) => RuleValue | undefined>();
  visit(tree, (node) => {
    if (node.kind !== 'path' || readers.has(node.slot)) return;
    const [place, read, typed] = [access.place(node), access.read(node), access.typed(node)];
    readers.set(node.slot, (values, source) => typed(place < 0 ? read(source) : values[place]));
  });
  return (values, source, budget) => {
    const slots: (RuleValue | undefined)[] = [];
    for (const [slot, read] of readers) slots[slot] = read(values, source);
    return truthOf(evaluateWithin(tree, slots, budget));
  };
}

/** Follows a graph to its end; `note` is told what is noted on the way. */
export function follow<Source, Outcome, Noted = never>(graph: Graph<Source, Outcome, Noted>, values: Values, source: Source, note?: (noted: Noted) => void): Outcome {
  let at = graph;
  let root: RuleNode | undefined;
  let budget: Budget | undefined;
  while (at.kind !== END) {
    const written = at.place < 0 ? at.read(source) : values[at.place];
    if (typeof written === 'number' && at.kind === RANGE) {
      const value = at.scale === 0 ? written : toMinor(written, at.scale);
      // A difference with itself is 0, but for what is not finite.
      at = value >= at.low && value <= at.high ? at.yes : value - value === 0 ? at.no : at.unknown;
    } else if (at.kind === OTHER) {
      if (budget === undefined || root !== at.root) budget = at.root === undefined ? { steps: 0 } : budgetOf(at.root);
      root = at.root;
      const outcome = at.test?.(values, source, budget);
      at = budget.steps < 0 ? at.spent : outcome === 'true' ? at.yes : outcome === 'false' ? at.no : at.unknown;
    } else if (at.kind === NOTE) {
      note?.(at.outcome);
      at = at.yes;
    } else {
      at = written === undefined || written === null ? absent(at) : found(at, written);
    }
  }
  return at.outcome;
}

function absent<Source, Outcome, Noted>(at: Condition<Source, Outcome, Noted>): Graph<Source, Outcome, Noted> {
  return at.kind === PRESENCE ? at.no : at.unknown;
}

/** Where what is written leads, once it is read as its field declares. */
function found<Source, Outcome, Noted>(at: Condition<Source, Outcome, Noted>, written: unknown): Graph<Source, Outcome, Noted> {
  // What is no money in major units is most often found as it is written.
  const isListed = at.scale === 0 || typeof written === 'string' ? at.table?.get(written) : undefined;
  if (isListed !== undefined) return isListed ? at.yes : at.no;
  const value = at.typed(written);
  if (value === undefined) return absent(at);
  switch (at.kind) {
    case RANGE:
      return typeof value === 'number' && value >= at.low && value <= at.high ? at.yes : at.no;
    case VALUES:
      return at.table?.get(value) === true ? at.yes : at.no;
    default:
      return at.yes;
  }
}

/** What a condition decides of a source whose values are all read when they are asked for. */
export type Test<Source> = (source: Source) => Truth;

/** A condition as a test. Its graph is made when it is first asked. */
export function testOf<Source>(tree: RuleNode, access: Access<Source>): Test<Source> {
  let graph: Graph<Source, Truth> | undefined;
  return (source) => {
    graph ??= graphOf<Source, Truth>(tree, access, { yes: endAt('true'), no: endAt('false'), unknown: endAt('unknown') });
    return follow(graph, NO_VALUES, source);
  };
}
