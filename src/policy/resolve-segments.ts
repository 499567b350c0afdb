import { collect, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { listNames, suggestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import type { RuleNode } from '../rules/types.js';
import type { PlannedRule } from './plan.js';
import type { Policy } from './types.js';

/** Segment ids by their own and their former names. */
export function segmentNames(policy: Policy, issues: Issue[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  policy.segments.forEach(({ id }, index) => {
    if (names.has(id)) collect(issues, () => referenceIssue('policy/duplicate-segment', `/segments/${String(index)}/id`, { segment: id }));
    names.set(id, id);
  });
  policy.segments.forEach(({ id, formerly = [] }, index) => {
    formerly.forEach((name, position) => {
      const pointer = `/segments/${String(index)}/formerly/${String(position)}`;
      if (names.has(name)) collect(issues, () => referenceIssue('policy/duplicate-name', pointer, { name }));
      else names.set(name, id);
    });
  });
  return names;
}

type CheckSegment = (segment: string | undefined, pointer: string) => void;

/** Checks that segments which the policy names are declared. */
function segmentCheck(policy: Policy, issues: Issue[]): CheckSegment {
  const known = policy.segments.map(({ id }) => id);
  const ids = new Set<string>(known);
  return (segment, pointer) => {
    if (segment === undefined || ids.has(segment)) return;
    collect(issues, () => referenceIssue('policy/unknown-segment', pointer, { segment, known: listNames(known) }, { suggestion: suggestName(segment, known) }));
  };
}

/** The place of each segment in the ranking, 0 for the best. */
export function readRanking(policy: Policy, issues: Issue[]): ReadonlyMap<string, number> {
  const checkSegment = segmentCheck(policy, issues);
  const rank = new Map<string, number>();
  policy.ranking?.forEach((segment, index) => {
    const pointer = `/ranking/${String(index)}`;
    checkSegment(segment, pointer);
    if (rank.has(segment)) collect(issues, () => referenceIssue('policy/duplicate-rank', pointer, { segment }));
    else rank.set(segment, index);
  });
  return rank;
}

/** What the policy says of customers whom no rule takes, and by what it chooses among rules. */
export function checkOutcomes(policy: Policy, issues: Issue[]): void {
  const checkSegment = segmentCheck(policy, issues);
  const { hitPolicy, otherwise, undetermined } = policy;
  checkSegment(otherwise, '/otherwise');
  checkSegment(undetermined, '/undetermined');
  if ((hitPolicy === 'priority' || hitPolicy === 'output-order') && policy.ranking === undefined) {
    collect(issues, () => referenceIssue('policy/ranking-missing', '/hitPolicy', { hitPolicy }, { severity: 'warning' }));
  }
  if (otherwise === undefined && policy.segments.length > 0) collect(issues, () => referenceIssue('policy/otherwise-missing', ''));
}

interface WrittenRule {
  readonly segment: string;
  /** Of the rule or the segment. */
  readonly pointer: string;
  readonly when: Json;
}

/** The rules in order of trying: those of `rules`, or the `when` of the segments. */
export function writtenRules(policy: Policy, issues: Issue[]): readonly WrittenRule[] {
  const checkSegment = segmentCheck(policy, issues);
  const ids = new Set<string>();
  policy.rules?.forEach(({ id, segment }, index) => {
    const pointer = `/rules/${String(index)}`;
    if (ids.has(id)) collect(issues, () => referenceIssue('policy/duplicate-rule', `${pointer}/id`, { rule: id }));
    ids.add(id);
    checkSegment(segment, `${pointer}/segment`);
  });
  const ofSegments = policy.segments.flatMap(({ id, when }, index) =>
    when === undefined ? [] : [{ segment: id, pointer: `/segments/${String(index)}`, when: when as Json }],
  );
  if (policy.rules === undefined) return ofSegments;
  for (const { segment, pointer } of ofSegments) collect(issues, () => referenceIssue('policy/rules-and-when', childPointer(pointer, 'when'), { segment }));
  return policy.rules.map(({ segment, when }, index) => ({ segment, pointer: `/rules/${String(index)}`, when: when as Json }));
}

/** Segments to which nothing leads: overrides still may, so this is a warning. */
export function checkReach(policy: Policy, rules: readonly WrittenRule[], issues: Issue[]): void {
  const reached = new Set([...rules.map(({ segment }) => segment), policy.otherwise, policy.undetermined]);
  policy.segments.forEach(({ id }, index) => {
    if (!reached.has(id)) collect(issues, () => referenceIssue('policy/segment-without-rule', `/segments/${String(index)}`, { segment: id }, { severity: 'warning' }));
  });
}

/** Reads the rules as trees. */
export function planRules(rules: readonly WrittenRule[], read: (when: Json, pointer: string) => RuleNode | undefined): readonly PlannedRule[] {
  return rules.flatMap(({ segment, pointer, when }) => {
    const tree = read(when, childPointer(pointer, 'when'));
    return tree === undefined ? [] : [{ segment, pointer, tree }];
  });
}
