import type { PolicyPlan } from '../policy/plan.js';
import { declaredBlocks, parameterBlocks } from './describe-declared.js';
import { measureBlocks } from './describe-measures.js';
import { scoreBlocks } from './describe-scores.js';
import { actionBlocks, conditionBlocks, publicLabelBlocks, resultBlocks } from './describe-segments.js';
import type { Locale } from './locales/words.js';
import { linesOf, numbered, type Block } from './outline.js';
import { policyWording } from './policy-wording.js';
import { fill, textIn, wordsOf } from './text.js';
import type { RuleWording } from './told.js';
import { monthName, windowText } from './windows.js';

/** What the policy is, and how money and days are counted. */
function headOf({ policy }: PolicyPlan, wording: RuleWording): string {
  const { words, style } = wording;
  const { policies } = words;
  const { id, version, label, currency, timeZone, window, fiscalYearStart = 1 } = policy;
  const names = { id: style.plain(id), version: style.plain(version) };
  return [
    label === undefined ? fill(words, policies.bareTitle, names) : fill(words, policies.title, { ...names, label: style.plain(textIn(words, label)) }),
    fill(words, policies.place, { currency, timeZone }),
    fill(words, policies.window, { window: windowText(wording, window) }),
    ...(fiscalYearStart === 1 ? [] : [fill(words, policies.fiscalYear, { month: monthName(words, fiscalYearStart) })]),
  ].join('\n');
}

/** A part of the policy with its heading; nothing where the policy has none of it. */
function section({ words }: RuleWording, heading: string, blocks: readonly Block[], isNumbered = false): readonly string[] {
  if (blocks.length === 0) return [];
  return [[`${heading}${words.colon.trimEnd()}`, ...linesOf(blocks, isNumbered ? numbered : undefined)].join('\n')];
}

/** A whole policy in words, from its plan alone. */
export function describePolicy(plan: PolicyPlan, locale: Locale | undefined): string {
  const words = wordsOf(locale);
  const wording = policyWording(plan, words);
  const { headings, noSegments } = words.policies;
  const { rules, segments } = plan.policy;
  const result =
    segments.length === 0
      ? [noSegments]
      : [
          ...section(wording, rules === undefined ? headings.segments : headings.rules, conditionBlocks(plan, wording), true),
          ...section(wording, headings.result, resultBlocks(plan, wording)),
          ...section(wording, headings.publicLabels, publicLabelBlocks(plan, wording)),
          ...section(wording, headings.actions, actionBlocks(plan, wording)),
        ];
  return [
    headOf(plan, wording),
    ...section(wording, headings.parameters, parameterBlocks(plan, wording)),
    ...section(wording, headings.attributes, declaredBlocks(plan, wording, 'attributes')),
    ...section(wording, headings.facts, declaredBlocks(plan, wording, 'facts')),
    ...section(wording, headings.measures, measureBlocks(plan, wording)),
    ...section(wording, headings.scores, scoreBlocks(plan, wording)),
    ...result,
  ].join('\n\n');
}
