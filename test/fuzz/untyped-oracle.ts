// What a rule means without a schema: JavaScript's own operators, as JSON Logic has them, over values of which some are unknown.
import { isJsonList, type Json } from '../../src/errors/json.js';
import { applyLogic } from './own-json-logic.js';
import { at, dayOf } from './seen.js';
import type { Answer, Notes } from './typed-oracle.js';

type Loose = Exclude<Json, null>;
type Maybe = Loose | undefined;
type Operator = (operands: readonly Json[], frame: Frame) => Maybe;

interface Frame {
  readonly value: unknown;
  /** What of the value stands in the rule or was made by it: there a blank text is meant. */
  readonly meant?: readonly string[];
  readonly outer?: Frame;
  readonly notes: Notes;
}

export interface LooseAnswer extends Notes {
  readonly value: Maybe;
}

function known(value: unknown): Maybe {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string') return /\S/.test(value) ? value : undefined;
  if (typeof value === 'boolean') return value;
  return isPlain(value) ? (value as Loose) : undefined;
}

/** A list, or an object that is no instance of a class. */
function isPlain(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null));
}

function truthy(value: Loose): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** A value at a name, which may lead outside of list operators. */
function lookup(name: string, frame: Frame): Maybe {
  let there = frame;
  let inner = name;
  while (inner.startsWith('^.') && there.outer !== undefined) {
    there = there.outer;
    // A key like any other to JSON Logic.
    frame.notes.odd = true;
    inner = inner.slice(2);
  }
  const keys = inner === '' ? [] : inner.split('.');
  const found = at(there.value, keys);
  if (typeof found === 'string' && there.meant?.includes(inner)) return found;
  const value = known(found);
  if (value === undefined && reaches(there.value, keys)) frame.notes.odd = true;
  return value;
}

/** Whether a path leads somewhere by what is inherited or lies in a text: JSON Logic follows it. */
function reaches(from: unknown, keys: readonly string[]): boolean {
  return keys.reduce<unknown>((value, key) => (value === undefined || value === null ? undefined : (value as { readonly [key: string]: unknown })[key]), from) !== undefined;
}

const isLogic = (rule: Json): boolean => typeof rule === 'object' && rule !== null && (!Array.isArray(rule) || rule.some(isLogic));

/** The value of a rule; null and what cannot be told are undefined, and noted. */
function run(rule: Json, frame: Frame): Maybe {
  const value = valueOf(rule, frame);
  if (value === undefined) frame.notes.missing = true;
  return value;
}

function valueOf(rule: Json, frame: Frame): Maybe {
  if (rule === null) return undefined;
  if (typeof rule !== 'object') return rule;
  if (isJsonList(rule)) return isLogic(rule) ? rule.map((item) => run(item, frame) ?? null) : rule;
  const [[id, body] = ['', null]] = Object.entries(rule) as readonly (readonly [string, Json])[];
  return OPERATORS[id]!(Array.isArray(body) ? body : [body], frame);
}

/** An operator that is unknown where an operand is. */
function strict(compute: (...values: readonly Loose[]) => unknown): Operator {
  return (operands, frame) => {
    const values = operands.map((operand) => run(operand, frame));
    if (!values.every((value) => value !== undefined)) return undefined;
    const result = compute(...values);
    if (result !== undefined && (typeof result !== 'number' || Number.isFinite(result))) return result as Loose;
    frame.notes.odd = true;
    return undefined;
  };
}

/** An operator as json-logic-js has it, of values that it only sees as data. */
const standard = (id: string) => (...values: readonly Loose[]): unknown => applyLogic({ [id]: values.map((_, place) => ({ var: String(place) })) }, values);
const textOf = (value: Loose): string => standard('cat')(value) as string;

const hasGap = (value: Json): boolean => value === null || (Array.isArray(value) && value.some(hasGap));

/** The same for what JavaScript would make a text or a number of: a list with a missing element is none. */
const coercing = (compute: (...values: readonly Loose[]) => unknown): Operator => strict((...values) => (values.some(hasGap) ? undefined : compute(...values)));

const decisive = (wanted: boolean): Operator => (operands, frame) => {
  let last: Maybe;
  let isUnknown = false;
  for (const operand of operands) {
    last = run(operand, frame);
    if (last === undefined) isUnknown = true;
    else if (truthy(last) === wanted) return last;
  }
  return isUnknown ? undefined : last;
};

const choose: Operator = (operands, frame) => {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const condition = run(operands[index] ?? null, frame);
    if (condition === undefined) return undefined;
    if (truthy(condition)) return run(operands[index + 1] ?? null, frame);
  }
  return operands.length % 2 === 1 ? run(operands.at(-1) ?? null, frame) : undefined;
};

/** JavaScript decides: the operands are whatever they are. */
const compare = (holds: (first: number, second: number) => boolean): Operator =>
  coercing((...values) => values.every((value, index) => index === 0 || holds(values[index - 1] as number, value as number)));

const equality = (holds: (first: Loose, second: Loose) => boolean, wanted: boolean): Operator => (operands, frame) => {
  if (operands.includes(null)) return operands.every((operand) => valueOf(operand, frame) === undefined) === wanted;
  const isCoerced = (first: Loose, second: Loose): boolean => holds === loosely && typeof first !== typeof second;
  return strict((first, second) => (isCoerced(first, second) && (hasGap(first) || hasGap(second)) ? undefined : holds(first, second) === wanted))(operands, frame);
};

const loosely = (first: Loose, second: Loose): boolean => standard('==')(first, second) === true;
const strictly = (first: Loose, second: Loose): boolean => first === second;

function inside(frame: Frame, value: unknown, meant: readonly string[]): Frame {
  return { value, meant, outer: frame, notes: frame.notes };
}

const meantOf = (list: Json): readonly string[] => (Array.isArray(list) ? [''] : []);

interface Asked {
  readonly frame: Frame;
  readonly meant: readonly string[];
}

/** Whether an element is as wanted: true if one is; else unknown if one is unknown. */
function anyIs(list: readonly Json[], condition: Json, wanted: boolean, { frame, meant }: Asked): boolean | undefined {
  const outcomes: (boolean | undefined)[] = [];
  for (const element of list) {
    const outcome = run(condition, inside(frame, element, meant));
    if (outcome !== undefined && truthy(outcome) === wanted) return true;
    outcomes.push(outcome === undefined ? undefined : false);
  }
  return outcomes.includes(undefined) ? undefined : false;
}

const quantifier = (decide: (list: readonly Json[], condition: Json, asked: Asked) => boolean | undefined): Operator => ([first = null, condition = null], frame) => {
  const list = run(first, frame);
  return list === undefined ? undefined : decide(Array.isArray(list) ? list : [], condition, { frame, meant: meantOf(first) });
};

const opposite = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

const transformation = (make: (list: readonly Json[], of: (element: Json) => Maybe) => Maybe): Operator => ([first = null, body = null], frame) => {
  const list = run(first, frame);
  if (list === undefined) return undefined;
  return Array.isArray(list) ? make(list, (element) => run(body, inside(frame, element, meantOf(first)))) : [];
};

function hasMissing(list: readonly Json[], isWritten: boolean): boolean {
  return list.some((element) => element === null || (!isWritten && known(element) === undefined));
}

function member(list: readonly Json[], wanted: Loose, isWritten: boolean): boolean | undefined {
  if (list.includes(wanted)) return true;
  return hasMissing(list, isWritten) ? undefined : false;
}

const asDay = (value: Loose): string | undefined => (typeof value === 'string' ? dayOf(value) : undefined);
const dated = (holds: (first: string, second: string) => boolean): Operator => strict((first, second) => {
  const [one, other] = [asDay(first), asDay(second)];
  return one === undefined || other === undefined ? undefined : holds(one, other);
});

const ofTexts = (holds: (text: string, part: string) => boolean): Operator => strict((text, part) => (typeof text === 'string' && typeof part === 'string' ? holds(text, part) : undefined));

function missingAmong(names: readonly Json[], frame: Frame): readonly Json[] {
  // JSON Logic would run a name that is an object as a rule.
  if (names.some((name) => typeof name === 'object')) frame.notes.odd = true;
  return names.filter((name) => lookup(name === null ? '' : textOf(name), frame) === undefined);
}

const OPERATORS: { readonly [id: string]: Operator } = {
  var: (operands, frame) => {
    const [name = null, otherwise = null] = operands;
    const path = typeof name === 'object' && name !== null ? run(name, frame) : (name ?? '');
    return (path === undefined ? undefined : lookup(textOf(path), frame)) ?? (otherwise === null ? undefined : run(otherwise, frame));
  },
  and: decisive(false),
  or: decisive(true),
  '!': strict((value) => !truthy(value)),
  '!!': strict((value) => truthy(value)),
  if: choose,
  '?:': choose,
  '==': equality(loosely, true),
  '!=': equality(loosely, false),
  '===': equality(strictly, true),
  '!==': equality(strictly, false),
  '<': compare((a, b) => a < b),
  '<=': compare((a, b) => a <= b),
  '>': compare((a, b) => a > b),
  '>=': compare((a, b) => a >= b),
  between: coercing((value, low, high) => low <= value && value <= high),
  before: dated((a, b) => a < b),
  after: dated((a, b) => a > b),
  '+': coercing((...values) => values.reduce<number>((sum, value) => sum + parseFloat(value as string), 0)),
  '*': strict((first, ...values) => (values.length === 0 ? first : [first, ...values].some(hasGap) ? undefined : values.reduce<number>((product, value) => product * parseFloat(value as string), parseFloat(first as string)))),
  '-': coercing((...values) => (values.length === 1 ? -(values[0] as number) : (values[0] as number) - (values[1] as number))),
  '/': coercing((first, second) => (first as number) / (second as number)),
  '%': coercing((first, second) => (first as number) % (second as number)),
  min: coercing((...values) => Math.min(...(values as readonly number[]))),
  max: coercing((...values) => Math.max(...(values as readonly number[]))),
  cat: coercing(standard('cat')),
  substr: coercing(standard('substr')),
  merge: strict((...values) => values.flat()),
  startsWith: ofTexts((text, part) => text.startsWith(part)),
  endsWith: ofTexts((text, part) => text.endsWith(part)),
  in: (operands, frame) => strict((wanted, container) => {
    if (Array.isArray(container)) return member(container, wanted, Array.isArray(operands[1]));
    if (typeof container !== 'string') return false;
    return hasGap(wanted) ? undefined : container !== '' && container.includes(textOf(wanted));
  })(operands, frame),
  contains: (operands, frame) => strict((container, wanted) => {
    if (Array.isArray(container)) return member(container, wanted, Array.isArray(operands[0]));
    return typeof container === 'string' && typeof wanted === 'string' ? container.includes(wanted) : undefined;
  })(operands, frame),
  overlaps: (operands, frame) => strict((first, second) => {
    if (!Array.isArray(first) || !Array.isArray(second)) return undefined;
    if (first.some((element: Json) => element !== null && second.includes(element))) return true;
    const isOpen = hasMissing(first, Array.isArray(operands[0])) || hasMissing(second, Array.isArray(operands[1]));
    return first.length > 0 && second.length > 0 && isOpen ? undefined : false;
  })(operands, frame),
  some: quantifier((list, condition, asked) => anyIs(list, condition, true, asked)),
  none: quantifier((list, condition, asked) => opposite(anyIs(list, condition, true, asked))),
  all: quantifier((list, condition, asked) => (list.length === 0 ? false : opposite(anyIs(list, condition, false, asked)))),
  map: transformation((list, of) => list.map((element) => of(element) ?? null)),
  filter: transformation((list, of) => {
    const kept = list.map((element) => [element, of(element)] as const);
    return kept.some(([, outcome]) => outcome === undefined) ? undefined : kept.filter(([, outcome]) => truthy(outcome!)).map(([element]) => element);
  }),
  reduce: ([first = null, body = null, start = null], frame) => {
    const list = run(first, frame);
    const initial = start === null ? undefined : run(start, frame);
    if (list === undefined || !Array.isArray(list)) return initial;
    return list.reduce<Json>((accumulator, current: Json) => run(body, inside(frame, { current, accumulator }, Array.isArray(first) ? ['accumulator', 'current'] : ['accumulator'])) ?? null, initial ?? null) ?? undefined;
  },
  missing: (operands, frame) => {
    const values = operands.map((operand) => run(operand, frame));
    if (!values.every((value) => value !== undefined)) return undefined;
    return missingAmong(Array.isArray(values[0]) ? values[0] : values, frame);
  },
  missing_some: ([needed = null, names = null], frame) => {
    const [least, list] = [run(needed, frame), run(names, frame)];
    if (least === undefined || !Array.isArray(list)) return undefined;
    const missing = missingAmong(list, frame);
    return list.length - missing.length >= Number(least) ? [] : missing;
  },
  present: ([operand = null], frame) => (typeof operand === 'string' ? lookup(operand, frame) : valueOf(operand, frame)) !== undefined,
  default: ([first = null, second = null], frame) => valueOf(first, frame) ?? run(second, frame),
  'fuzz:odd': strict((value) => {
    if (typeof value !== 'number' || value < 0) return undefined;
    return value % 2 === 1;
  }),
};

export function askUntyped(rule: Json, document: unknown): Omit<Answer, 'value'> & { readonly value: Maybe } {
  const notes: Notes = { missing: false, odd: false };
  const value = run(rule, { value: document, notes });
  return { value, ...notes };
}
