import type { Json } from '../errors/json.js';
import { publicValue } from '../facts/values.js';
import { decimalDistance } from '../internal/decimal.js';
import type { FactValue } from '../model/types.js';
import { evaluate } from '../rules/evaluate.js';
import { NUMERIC_TYPES, type CallNode, type Field, type LiteralNode, type PathNode, type RuleNode, type Slots } from '../rules/types.js';
import type { EvidenceOf } from './evidence.js';
import { missingPaths } from './missing.js';
import type { Naming } from './naming.js';
import type { ReasonCode } from './reason-codes.js';
import { sufficientConditions } from './sufficient.js';
import type { Reason } from './types.js';

interface Outcomes {
  readonly [comparator: string]: readonly [holds: ReasonCode, fails: ReasonCode];
}

/** What is the case when a comparison holds, and when it fails. */
const OUTCOMES: Outcomes = {
  '>=': ['reason/at-least', 'reason/below'],
  '>': ['reason/above', 'reason/at-most'],
  '<': ['reason/below', 'reason/at-least'],
  '<=': ['reason/at-most', 'reason/above'],
  '==': ['reason/equal', 'reason/not-equal'],
  '===': ['reason/equal', 'reason/not-equal'],
  '!=': ['reason/not-equal', 'reason/equal'],
  '!==': ['reason/not-equal', 'reason/equal'],
  in: ['reason/one-of', 'reason/none-of'],
  before: ['reason/before', 'reason/not-before'],
  after: ['reason/after', 'reason/not-after'],
  contains: ['reason/contains', 'reason/lacks'],
  overlaps: ['reason/contains', 'reason/lacks'],
  startsWith: ['reason/starts-with', 'reason/fails'],
  endsWith: ['reason/ends-with', 'reason/fails'],
};

/** The same for a comparison with two bounds: `between` takes both in, `<` neither. */
const RANGE_OUTCOMES: Outcomes = {
  between: ['reason/between', 'reason/outside'],
  '<': ['reason/inside', 'reason/not-inside'],
};

/** The comparator with its sides exchanged; what is not here cannot be asked the other way round. */
const MIRRORED: { readonly [comparator: string]: string } = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '===': '===',
  '!=': '!=',
  '!==': '!==',
  before: 'after',
  after: 'before',
  in: 'contains',
  overlaps: 'overlaps',
};

/** What a fact is compared with: a fixed value, or another fact. */
type Side = LiteralNode | PathNode;

/** Measures may be made of measures, thousands of them: so many levels are told. */
const DEEPEST = 4;

/** A condition as a comparison of one path with one side, or with the two bounds of a range. */
interface Comparison {
  readonly path: PathNode;
  readonly comparator: string;
  readonly side: Side;
  readonly upper?: Side;
}

function isSide(node: RuleNode | undefined): node is Side {
  return node?.kind === 'literal' || node?.kind === 'path';
}

/** Reads a condition as a comparison; undefined for any other condition. */
function comparisonOf({ operator: { id }, operands: [first, second, third] }: CallNode): Comparison | undefined {
  if (!isSide(first) || !isSide(second)) return undefined;
  if (isSide(third)) {
    if (id === 'between' && first.kind === 'path') return { path: first, comparator: id, side: second, upper: third };
    const isRange = (id === '<' || id === '<=') && second.kind === 'path';
    return isRange ? { path: second, comparator: id === '<' ? id : 'between', side: first, upper: third } : undefined;
  }
  if (third !== undefined || !Object.hasOwn(OUTCOMES, id)) return undefined;
  if (first.kind === 'path') return { path: first, comparator: id, side: second };
  const mirrored = Object.hasOwn(MIRRORED, id) ? MIRRORED[id] : undefined;
  return second.kind === 'path' && mirrored !== undefined ? { path: second, comparator: mirrored, side: first } : undefined;
}

function isNumeric(field: Field): boolean {
  return NUMERIC_TYPES.includes(field.type);
}

/** How far a figure is from the nearest threshold. */
function distanceOf(actual: FactValue, required: FactValue, field: Field): number | undefined {
  if (typeof actual !== 'number' || !isNumeric(field)) return undefined;
  if (typeof required === 'number') return decimalDistance(actual, required);
  const thresholds = typeof required === 'object' && required !== null ? required.filter((threshold) => typeof threshold === 'number') : [];
  return thresholds.length === 0 ? undefined : Math.min(...thresholds.map((threshold) => decimalDistance(actual, threshold)));
}

function factValue(json: Json): FactValue {
  if (Array.isArray(json)) return (json as readonly Json[]).filter((element) => typeof element === 'string' || typeof element === 'number');
  return typeof json === 'object' ? null : json;
}

/** A reason in the making. */
type MutableReason = { -readonly [K in keyof Reason]: Reason[K] };

/** The reason that one condition gives, as it came out. */
export type ReasonOf = (node: RuleNode) => Reason;

/** Makes reasons of the conditions of a policy's rules, with the events behind them where those can be found. */
export function createReasons(naming: Naming, slots: Slots, evidenceOf?: EvidenceOf): ReasonOf {
  const { pathsOf } = naming;
  const valueOf = (path: string): FactValue => {
    const { slot, field } = naming.of(path);
    return publicValue(slots[slot], field);
  };

  // Members are put in one by one where they are: spreading objects into each other is most of the work of an explanation.
  const about = (path: string, code: ReasonCode, node: RuleNode): MutableReason => {
    const { slot, field, label, unit } = naming.of(path);
    const facts = pathsOf(node);
    const reason: MutableReason = { code, pointer: node.pointer, fact: path, type: field.type, actual: publicValue(slots[slot], field) };
    if (facts.length > 1) reason.facts = facts;
    if (label !== undefined) reason.label = label;
    if (unit !== undefined) reason.unit = unit;
    const evidence = code === 'reason/missing' ? undefined : evidenceOf?.(facts);
    return evidence === undefined ? reason : Object.assign(reason, evidence);
  };

  const sideValue = (side: Side): FactValue => (side.kind === 'path' ? valueOf(side.path) : factValue(side.source));

  const ofComparison = ({ path: { path }, comparator, side, upper }: Comparison, node: CallNode, outcome: boolean): Reason => {
    if (side.kind === 'literal' && side.source === null) {
      const isAbsent = outcome === (comparator === '==' || comparator === '===');
      return about(path, isAbsent ? 'reason/absent' : 'reason/present', node);
    }
    const [holds, fails] = (upper === undefined ? OUTCOMES : RANGE_OUTCOMES)[comparator] ?? ['reason/holds', 'reason/fails'];
    const reason = about(path, outcome ? holds : fails, node);
    const required = upper === undefined ? sideValue(side) : factValue([sideValue(side), sideValue(upper)]);
    reason.required = required;
    if (upper === undefined && side.kind === 'path') reason.requiredFact = side.path;
    reason.comparator = comparator;
    const distance = distanceOf(reason.actual, required, naming.of(path).field);
    if (distance !== undefined) reason.distance = distance;
    return reason;
  };

  /** A condition that asks whether facts are there: of several, all of them. It fails for the first that is not. */
  const ofPresence = (node: CallNode, outcome: boolean): Reason | undefined => {
    const [only] = node.operands;
    const paths = pathsOf(node);
    const asksAll = node.operator.id === '!' && only?.kind === 'call' && only.operator.id === 'missing';
    const asksSome = node.operator.id === '!' && only?.kind === 'call' && only.operator.id === 'missing_some';
    const [first] = outcome ? paths : [...missingPaths(node, naming, slots), ...paths];
    if (first === undefined || !(asksAll || (paths.length === 1 && (asksSome || node.operator.id === 'present')))) return undefined;
    return about(first, outcome ? 'reason/present' : 'reason/absent', node);
  };

  /** A yes or no of a measure, with the conditions of its rule that are enough for it. A value that the host gave has none. */
  const ofYesOrNo = (path: string, node: RuleNode, outcome: boolean, depth: number): Reason => {
    const reason = about(path, outcome ? 'reason/yes' : 'reason/no', node);
    const { rule } = naming.of(path);
    if (rule !== undefined && depth < DEEPEST && evaluate(rule, slots) === outcome) reason.because = sufficientConditions(rule, slots).map((each) => reasonAt(each, depth + 1));
    return reason;
  };

  const reasonAt = (node: RuleNode, depth: number): Reason => {
    const [path] = pathsOf(node);
    const outcome = evaluate(node, slots);
    const holds = outcome === true;
    const whole: ReasonCode = holds ? 'reason/holds' : 'reason/fails';
    if (path === undefined) return { code: whole, pointer: node.pointer, fact: '', type: 'boolean', actual: holds };
    const [missing] = outcome === undefined ? missingPaths(node, naming, slots) : [];
    if (missing !== undefined) return about(missing, 'reason/missing', node);
    if (node.kind === 'path' && outcome !== undefined) return ofYesOrNo(path, node, holds, depth);
    if (node.kind !== 'call' || outcome === undefined) return about(path, whole, node);
    const presence = ofPresence(node, holds);
    if (presence !== undefined) return presence;
    const comparison = comparisonOf(node);
    return comparison === undefined ? about(path, whole, node) : ofComparison(comparison, node, holds);
  };
  return (node) => reasonAt(node, 0);
}

/** Conditions told by the facts that they miss, where that is why they are unknown, and else by reasons. */
export function toldApart(
  conditions: readonly RuleNode[],
  naming: Naming,
  slots: Slots,
  reasonOf: ReasonOf,
): { readonly reasons: readonly Reason[]; readonly missing: readonly string[] } {
  const reasons: Reason[] = [];
  const missing = new Set<string>();
  for (const node of conditions) {
    const misses = evaluate(node, slots) === undefined ? missingPaths(node, naming, slots) : [];
    if (misses.length === 0) reasons.push(reasonOf(node));
    for (const path of misses) missing.add(path);
  }
  return { reasons, missing: [...missing] };
}
