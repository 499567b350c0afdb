import type { Json, Text } from '../errors/json.js';
import { publicValue } from '../facts/values.js';
import { decimalDistance } from '../internal/decimal.js';
import type { FactValue } from '../model/types.js';
import type { PolicyPlan } from '../policy/plan.js';
import { pathsOf } from '../rules/conditions.js';
import { evaluate } from '../rules/evaluate.js';
import type { CallNode, Field, LiteralNode, PathNode, RuleNode, Slots } from '../rules/types.js';
import { labelOf, unitOf } from './labels.js';
import type { ReasonCode } from './reason-codes.js';
import type { Reason } from './types.js';

/** What is the case when a comparison holds, and when it fails. */
const OUTCOMES: { readonly [comparator: string]: readonly [holds: ReasonCode, fails: ReasonCode] } = {
  '>=': ['reason/at-least', 'reason/below'],
  '>': ['reason/above', 'reason/at-most'],
  '<': ['reason/below', 'reason/at-least'],
  '<=': ['reason/at-most', 'reason/above'],
  '==': ['reason/equal', 'reason/not-equal'],
  '===': ['reason/equal', 'reason/not-equal'],
  '!=': ['reason/not-equal', 'reason/equal'],
  '!==': ['reason/not-equal', 'reason/equal'],
  in: ['reason/one-of', 'reason/none-of'],
  between: ['reason/between', 'reason/outside'],
  before: ['reason/before', 'reason/not-before'],
  after: ['reason/after', 'reason/not-after'],
  contains: ['reason/contains', 'reason/lacks'],
  overlaps: ['reason/contains', 'reason/lacks'],
  startsWith: ['reason/starts-with', 'reason/fails'],
  endsWith: ['reason/ends-with', 'reason/fails'],
};

/** The comparator with its sides exchanged. */
const MIRRORED: { readonly [comparator: string]: string } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** A condition as a comparison of one path with fixed values. */
interface Comparison {
  readonly path: PathNode;
  readonly comparator: string;
  readonly required: Json;
}

function literalValue(node: LiteralNode): Json {
  return node.source;
}

/** Reads a condition as a comparison; undefined for any other condition. */
function comparisonOf(node: CallNode): Comparison | undefined {
  const comparator = node.operator.id;
  const [first, second, third] = node.operands;
  if (first?.kind === 'literal' && second?.kind === 'path' && third?.kind === 'literal' && (comparator === '<' || comparator === '<=')) {
    return { path: second, comparator: 'between', required: [literalValue(first), literalValue(third)] };
  }
  if (first?.kind === 'path' && second?.kind === 'literal' && third?.kind === 'literal' && comparator === 'between') {
    return { path: first, comparator, required: [literalValue(second), literalValue(third)] };
  }
  if (third !== undefined || !Object.hasOwn(OUTCOMES, comparator)) return undefined;
  if (first?.kind === 'path' && second?.kind === 'literal') return { path: first, comparator, required: literalValue(second) };
  if (first?.kind === 'literal' && second?.kind === 'path') {
    return { path: second, comparator: MIRRORED[comparator] ?? comparator, required: literalValue(first) };
  }
  return undefined;
}

function isNumeric(field: Field | undefined): boolean {
  return field !== undefined && ['number', 'money', 'ratio', 'count', 'days'].includes(field.type);
}

/** How far a figure is from the nearest threshold. */
function distanceOf(actual: FactValue, required: Json, field: Field | undefined): number | undefined {
  if (typeof actual !== 'number' || !isNumeric(field)) return undefined;
  const thresholds = Array.isArray(required) ? (required as readonly Json[]) : [required];
  const distances = thresholds.flatMap((threshold) => (typeof threshold === 'number' ? [decimalDistance(actual, threshold)] : []));
  return distances.length === 0 ? undefined : Math.min(...distances);
}

function factValue(json: Json): FactValue {
  if (Array.isArray(json)) return (json as readonly Json[]).filter((element): element is string | number => typeof element === 'string' || typeof element === 'number');
  return typeof json === 'object' ? null : json;
}

/** Makes reasons of the conditions of a policy's rules. */
export function createReasons(plan: PolicyPlan, slots: Slots) {
  const about = (path: string, slot: number, code: ReasonCode, pointer: string): Reason => {
    const field = plan.field(path);
    const label: Text | undefined = labelOf(plan.policy, path);
    const unit = unitOf(plan, path);
    return {
      code,
      pointer,
      fact: path,
      ...(label === undefined ? {} : { label }),
      type: field?.type ?? 'text',
      actual: publicValue(slots[slot], field ?? { type: 'text' }),
      ...(unit === undefined ? {} : { unit }),
    };
  };

  const ofComparison = ({ path, comparator, required }: Comparison, node: CallNode, outcome: boolean): Reason => {
    const [holds, fails] = OUTCOMES[comparator] ?? ['reason/holds', 'reason/fails'];
    if (required === null) {
      const isAbsent = outcome === (comparator === '==' || comparator === '===');
      return about(path.path, path.slot, isAbsent ? 'reason/absent' : 'reason/present', node.pointer);
    }
    const reason = about(path.path, path.slot, outcome ? holds : fails, node.pointer);
    const distance = distanceOf(reason.actual, required, plan.field(path.path));
    return { ...reason, required: factValue(required), comparator, ...(distance === undefined ? {} : { distance }) };
  };

  const firstPath = (node: RuleNode): PathNode | undefined =>
    node.kind === 'path' ? node : node.kind === 'call' ? node.operands.map(firstPath).find((found) => found !== undefined) : undefined;

  const absenceCode = (node: CallNode, outcome: boolean): ReasonCode | undefined => {
    if (node.operator.id === 'present') return outcome ? 'reason/present' : 'reason/absent';
    const [only] = node.operands;
    const isNotMissing = node.operator.id === '!' && only?.kind === 'call' && only.operator.group === 'absence';
    return isNotMissing ? (outcome ? 'reason/present' : 'reason/absent') : undefined;
  };

  /** The reason that one condition gives, as it came out. */
  return (node: RuleNode): Reason => {
    const path = firstPath(node);
    const outcome = evaluate(node, slots);
    if (path === undefined) return { code: outcome === true ? 'reason/holds' : 'reason/fails', pointer: node.pointer, fact: '', type: 'boolean', actual: outcome === true };
    if (outcome === undefined) {
      const missing = missingPaths(node, plan, slots)[0] ?? path.path;
      return about(missing, plan.paths.indexOf(missing), 'reason/missing', node.pointer);
    }
    if (node.kind === 'path') return about(node.path, node.slot, outcome === true ? 'reason/yes' : 'reason/no', node.pointer);
    if (node.kind !== 'call') return about(path.path, path.slot, outcome === true ? 'reason/holds' : 'reason/fails', node.pointer);
    const absence = absenceCode(node, outcome === true);
    if (absence !== undefined) return about(path.path, path.slot, absence, node.pointer);
    const comparison = comparisonOf(node);
    if (comparison !== undefined) return ofComparison(comparison, node, outcome === true);
    return about(path.path, path.slot, outcome === true ? 'reason/holds' : 'reason/fails', node.pointer);
  };
}

/** The paths of a condition whose values are missing. */
export function missingPaths(node: RuleNode, plan: PolicyPlan, slots: Slots): readonly string[] {
  return pathsOf(node).filter((path) => slots[plan.paths.indexOf(path)] === undefined);
}
