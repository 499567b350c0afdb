import { isJsonList } from '../errors/json.js';
import { at, axisOf, isBlank, isNamed, placesOf, valuesOf, type Axis, type Named } from './axis.js';
import { EVERYTHING, inBoth, isIn, NOTHING, outside, type Spans } from './spans.js';
import type { CallNode, RuleNode, RuleValue } from './types.js';
import { ofKnown, ofPresence, opposite, type Meaning } from './values.js';

/** What a condition says of the path that it is about: worked out when it is asked, for most paths stand in a rule once. */
export interface Told {
  readonly axis: Axis;
  /** Undefined for what is too complicated. */
  readonly meaning: () => Meaning | undefined;
}

export function told(axis: Axis, work: () => Meaning | undefined): Told {
  let done: { readonly meaning: Meaning | undefined } | undefined;
  return { axis, meaning: () => (done ??= { meaning: work() }).meaning };
}

/** A path as an operand, with the value that stands for a missing one. */
interface Subject {
  readonly named: Named;
  readonly otherwise: RuleValue | undefined;
}

/** How a comparison stands: which operands are compared, and how. */
interface Relation {
  readonly kind: '<' | '<=' | '==';
  readonly pairs: readonly (readonly [number, number])[];
  readonly negated?: boolean;
}

const CHAIN = [[0, 1], [1, 2]] as const;
const EQUAL: Relation = { kind: '==', pairs: [[0, 1]] };
const UNEQUAL: Relation = { ...EQUAL, negated: true };
const RELATIONS: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ['<', { kind: '<', pairs: CHAIN }],
  ['<=', { kind: '<=', pairs: CHAIN }],
  ['>', { kind: '<', pairs: [[1, 0]] }],
  ['>=', { kind: '<=', pairs: [[1, 0]] }],
  ['before', { kind: '<', pairs: [[0, 1]] }],
  ['after', { kind: '<', pairs: [[1, 0]] }],
  ['between', { kind: '<=', pairs: [[1, 0], [0, 2]] }],
  ['==', EQUAL],
  ['===', EQUAL],
  ['!=', UNEQUAL],
  ['!==', UNEQUAL],
]);

const isNull = (node: RuleNode): boolean => node.kind === 'literal' && node.value === undefined;

/** The paths that `{"!": {"missing": […]}}` asks a value of, each of them; none for another condition. */
export function asksForAll({ operator, operands: [list] }: CallNode): readonly Named[] {
  return operator.id === '!' && list?.kind === 'call' && list.operator.id === 'missing' ? list.operands.filter(isNamed) : [];
}

function subjectOf(node: RuleNode | undefined): Subject | undefined {
  if (isNamed(node)) return { named: node, otherwise: undefined };
  if (node?.kind !== 'call' || node.operator.id !== 'default') return undefined;
  const [value, otherwise] = node.operands;
  return isNamed(value) && otherwise?.kind === 'literal' ? { named: value, otherwise: otherwise.value } : undefined;
}

/** The values for which one operand stands to another, each given as its place, or undefined for the path itself. */
function standing(kind: Relation['kind'], first: number | undefined, second: number | undefined, axis: Axis): Spans {
  if (first === undefined && second === undefined) return kind === '<' ? NOTHING : EVERYTHING;
  if (first !== undefined && second !== undefined) {
    const holds = kind === '<' ? first < second : kind === '<=' ? first <= second : first === second;
    return holds ? EVERYTHING : NOTHING;
  }
  const place = first ?? second ?? 0;
  if (kind === '==') return at(axis, place);
  if (first === undefined) return [-Infinity, kind === '<' ? axis.from(place) : axis.after(place)];
  return [kind === '<' ? axis.after(place) : axis.from(place)];
}

/** What single conditions say. */
export interface Meanings {
  /** Undefined for a condition that is not about one path. */
  readonly of: (node: RuleNode) => Told | undefined;
  /** That a path has a value. */
  readonly presenceOf: (path: Named) => Told;
  /** True for a comparison that no value may meet, or every one, by itself. Presence is asked of every value: that is its use. */
  readonly isSuspect: (node: CallNode) => boolean;
}

export function createMeanings(): Meanings {
  const paths = new Map<string, Axis>();
  const elements = new Map<string, Axis>();
  const axisAt = (node: Named): Axis => {
    const axes = node.kind === 'path' ? paths : elements;
    const key = node.kind === 'path' ? node.path : `${node.up} ${node.type} ${node.path}`;
    const known = axes.get(key);
    if (known !== undefined) return known;
    const axis = axisOf(node);
    axes.set(key, axis);
    return axis;
  };

  const meaningFor = ({ otherwise }: Subject, axis: Axis, known: Spans): Meaning | undefined => {
    if (otherwise === undefined) return ofKnown(axis.all, known);
    const place = axis.placeOf(otherwise);
    return place === undefined ? undefined : ofKnown(axis.all, known, isIn(place, known));
  };

  const presenceOf = (path: Named): Told => {
    const axis = axisAt(path);
    return told(axis, () => ofPresence(axis.all));
  };

  const presence = ([only, ...others]: readonly RuleNode[]): Told | undefined => (isNamed(only) && others.length === 0 ? presenceOf(only) : undefined);

  const absence = (operands: readonly RuleNode[]): Told | undefined => {
    const asked = presence(operands);
    return asked === undefined ? undefined : told(asked.axis, () => withMeaning(asked, opposite));
  };

  const comparison = (operands: readonly RuleNode[], { kind, pairs, negated }: Relation): Told | undefined => {
    const subjects = operands.map(subjectOf);
    const subject = subjects.find((each) => each !== undefined);
    if (subject === undefined) return undefined;
    const axis = axisAt(subject.named);
    const isSimple = operands.every((operand, index) => {
      const other = subjects[index];
      return other === undefined ? operand.kind === 'literal' : axisAt(other.named) === axis && other.otherwise === subject.otherwise;
    });
    return isSimple ? told(axis, () => compared(operands, subject, axis, { kind, pairs, negated: negated === true })) : undefined;
  };

  const compared = (operands: readonly RuleNode[], subject: Subject, axis: Axis, { kind, pairs, negated }: Relation): Meaning | undefined => {
    const places = operands.map((operand) => (operand.kind === 'literal' && operand.value !== undefined ? axis.placeOf(operand.value) : undefined));
    if (operands.some((operand, index) => operand.kind === 'literal' && places[index] === undefined)) return undefined;
    const known = pairs
      .filter(([, second]) => second < operands.length)
      .reduce((spans, [first, second]) => inBoth(spans, standing(kind, places[first], places[second], axis)), EVERYTHING);
    return meaningFor(subject, axis, negated === true ? outside(known) : known);
  };

  const membership = (needle: RuleNode | undefined, list: RuleNode | undefined): Told | undefined => {
    const subject = subjectOf(needle);
    if (subject === undefined || list?.kind !== 'literal' || list.value === undefined || !isJsonList(list.value)) return undefined;
    const axis = axisAt(subject.named);
    const values = list.value.filter((value) => value !== null);
    return values.length < list.value.length ? undefined : told(axis, () => meaningFor(subject, axis, placesOf(values, axis)));
  };

  const ofCall = (node: CallNode): Told | undefined => {
    const { operator, operands } = node;
    const relation = RELATIONS.get(operator.id);
    if (relation !== undefined) {
      if (!operands.some(isNull)) return comparison(operands, relation);
      const asked = operands.filter((operand) => !isNull(operand));
      return relation.negated === true ? presence(asked) : absence(asked);
    }
    switch (operator.id) {
      case 'in':
        return membership(operands[0], operands[1]);
      case 'contains':
        return membership(operands[1], operands[0]);
      case 'present':
        return presence(operands);
      case '!':
        return presence(asksForAll(node));
      default:
        return undefined;
    }
  };

  const of = (node: RuleNode): Told | undefined => {
    const subject = node.type === 'boolean' ? subjectOf(node) : undefined;
    if (subject === undefined) return node.kind === 'call' ? ofCall(node) : undefined;
    const axis = axisAt(subject.named);
    return told(axis, () => meaningFor(subject, axis, at(axis, 1)));
  };

  return { of, presenceOf, isSuspect };
}

/** Nearly all comparisons are of one path with one value that it may or may not have: they leave something on both sides. */
function isSuspect({ operator, operands }: CallNode): boolean {
  const isMembership = operator.id === 'in' || operator.id === 'contains';
  if (!isMembership && (!RELATIONS.has(operator.id) || operands.some(isNull))) return false;
  if (!isMembership && (operands.length > 2 || operands.every((operand) => operand.kind !== 'literal'))) return true;
  const literal = operands.find((operand) => operand.kind === 'literal')?.value;
  const wanted = literal !== undefined && isJsonList(literal) ? literal : [literal];
  const declared = Math.min(...operands.map((operand) => valuesOf(subjectOf(operand)?.named)?.length ?? Infinity));
  return wanted.length === 0 || wanted.length >= declared || wanted.some((value) => value !== null && isBlank(value));
}

/** What follows from a meaning, where there is one. */
export function withMeaning(from: Told, make: (meaning: Meaning) => Meaning): Meaning | undefined {
  const meaning = from.meaning();
  return meaning === undefined ? undefined : make(meaning);
}
