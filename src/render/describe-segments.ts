import type { PlannedRule, PolicyPlan } from '../policy/plan.js';
import type { Action } from '../policy/types.js';
import { describeRule } from '../rules/describe.js';
import { line, type Block } from './outline.js';
import { withId } from './policy-wording.js';
import { asElement, listOf } from './rule-values.js';
import { ruleBlock } from './tell-rule.js';
import { fill, textIn } from './text.js';
import type { RuleWording } from './told.js';
import { publicSegmentName, segmentName } from './wording.js';

/** A rule of its own has a name; one that a segment has needs none. */
function ruleName({ policy }: PolicyPlan, { words, style }: RuleWording, index: number): string | undefined {
  const rule = policy.rules?.[index];
  return rule === undefined ? undefined : style.plain(rule.label === undefined ? rule.id : textIn(words, rule.label));
}

function conditionBlock(plan: PolicyPlan, wording: RuleWording, { segment, tree }: PlannedRule, index: number): Block {
  const { words } = wording;
  const { head, items } = ruleBlock(wording, describeRule(tree));
  const name = ruleName(plan, wording, index);
  const label = segmentName(wording, segment);
  const values = { segment: name === undefined ? withId(wording, label, segment) : label, rule: name ?? '', condition: head };
  return { head: fill(words, name === undefined ? words.policies.segment : words.policies.rule, values), items };
}

/** The conditions, in the order in which they are tried. */
export function conditionBlocks(plan: PolicyPlan, wording: RuleWording): readonly Block[] {
  return plan.rules.map((rule, index) => conditionBlock(plan, wording, rule, index));
}

/** Which segment wins, and what is given where none does. */
export function resultBlocks({ policy, hitPolicy, rules }: PolicyPlan, wording: RuleWording): readonly Block[] {
  const { words } = wording;
  const { policies } = words;
  const { ranking = [], otherwise, undetermined, segments } = policy;
  const names = (ids: readonly string[]): string => listOf(wording, ids.map((id) => asElement(wording, segmentName(wording, id))));
  const reached = new Set([...rules.map(({ segment }) => segment), otherwise, undetermined]);
  const unranked = ranking.length === 0 ? [] : segments.map(({ id }) => id).filter((id) => !ranking.includes(id));
  const byHand = segments.map(({ id }) => id).filter((id) => !reached.has(id));
  const texts = [
    policies.hitPolicies[hitPolicy],
    ...(ranking.length === 0 ? [] : [fill(words, policies.ranking, { list: names(ranking) })]),
    ...(unranked.length === 0 ? [] : [fill(words, policies.unranked, { list: names(unranked) })]),
    ...(otherwise === undefined ? [] : [fill(words, policies.otherwise, { segment: segmentName(wording, otherwise) })]),
    undetermined === undefined ? policies.stands : fill(words, policies.undetermined, { segment: segmentName(wording, undetermined) }),
    ...(byHand.length === 0 ? [] : [fill(words, policies.byHand, { list: names(byHand) })]),
    policies.missingData,
  ];
  return texts.map(line);
}

/** What customers may be told of their segment. */
export function publicLabelBlocks({ policy }: PolicyPlan, wording: RuleWording): readonly Block[] {
  return policy.segments.flatMap(({ id }) => {
    const name = publicSegmentName(wording, id);
    return name === undefined ? [] : [line(`${segmentName(wording, id)}${wording.words.colon}${name}`)];
  });
}

function actionText({ words, style }: RuleWording, { id, label, kind, goal }: Action): string {
  const { policies } = words;
  const action = style.plain(label === undefined ? id : textIn(words, label));
  const details = [
    ...(kind === undefined ? [] : [style.plain(kind)]),
    ...(goal === undefined ? [] : [fill(words, policies.goal, { goal: policies.goals[goal] })]),
  ];
  return details.length === 0 ? action : fill(words, policies.actionDetails, { action, list: details.join(words.clauseSeparator) });
}

/** What is recommended to do for each segment. */
export function actionBlocks({ policy }: PolicyPlan, wording: RuleWording): readonly Block[] {
  return policy.segments.flatMap(({ id, actions = [] }): readonly Block[] =>
    actions.length === 0 ? [] : [{ head: segmentName(wording, id), items: actions.map((action) => line(actionText(wording, action))) }],
  );
}
