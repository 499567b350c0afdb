import { TAKES, type Take } from '../facts/measure.js';
import { childPointer } from '../internal/pointer.js';
import type { Measure } from '../policy/measure.js';
import type { PolicyPlan } from '../policy/plan.js';
import { describeRule } from '../rules/describe.js';
import { line, type Block } from './outline.js';
import { idsOf, withId } from './policy-wording.js';
import { pathName } from './rule-names.js';
import { ruleBlock } from './tell-rule.js';
import { fill, wordFor } from './text.js';
import type { RuleWording } from './told.js';
import { counted, windowText } from './windows.js';

type EventTake = Exclude<Take, 'when' | 'ratio' | 'change'>;

function isOverEvents(take: Take): take is EventTake {
  return take !== 'when' && take !== 'ratio' && take !== 'change';
}

/** Inside of a `where` the names are those of an event. */
function eventWording(wording: RuleWording): RuleWording {
  const { eventFields, eventValues } = wording.words.policies;
  return { ...wording, labels: { ...eventFields, ...eventValues }, units: {} };
}

/** What is measured over events: `sales`, or `lines.amount` as a figure of a source. */
function eventTexts({ words }: RuleWording, take: EventTake, of: string): { readonly source: string; readonly figure: string } {
  const [named = '', figure = ''] = of.split('.');
  // Of transactions purchases alone are counted; returns are subtracted in sums.
  const source = take === 'count' && named === 'transactions' ? 'sales' : named;
  return { source: wordFor(words.policies.sources, source) ?? source, figure: wordFor(words.policies.eventFields, figure) ?? figure };
}

/** A measure over events: what is taken, over which days, and of which events. */
function overEvents(plan: PolicyPlan, wording: RuleWording, take: EventTake, measure: Measure, pointer: string): Block {
  const { words } = wording;
  const { takes, over, where } = words.policies;
  const options = measure[take];
  const taken = fill(words, takes[take], eventTexts(wording, take, options?.of ?? ''));
  const window = fill(words, over, { window: windowText(wording, options?.window ?? plan.policy.window) });
  const tree = plan.trees.get(`${pointer}/${take}/where`);
  if (tree === undefined) return line([taken, window].join(words.comma));
  const { head, items } = ruleBlock(eventWording(wording), describeRule(tree));
  return { head: [taken, window, fill(words, where, { condition: head })].join(words.comma), items };
}

function changeOf(wording: RuleWording, { of, back = 1, as }: NonNullable<Measure['change']>): Block {
  const { words } = wording;
  const { takes, back: windows } = words.policies;
  return line(fill(words, as === 'rate' ? takes.rate : takes.difference, { of: pathName(wording, of), back: counted(wording, windows, back) }));
}

function measureBlock(plan: PolicyPlan, wording: RuleWording, id: string, measure: Measure): Block {
  const { words } = wording;
  const pointer = childPointer('/measures', id);
  const { ratio, change, when } = measure;
  const tree = plan.trees.get(`${pointer}/when`);
  if (when !== undefined && tree !== undefined) return ruleBlock(wording, describeRule(tree));
  if (ratio !== undefined) return line(fill(words, words.policies.takes.ratio, { of: pathName(wording, ratio.of), to: pathName(wording, ratio.to) }));
  if (change !== undefined) return changeOf(wording, change);
  const take = TAKES.filter(isOverEvents).find((each) => measure[each] !== undefined);
  return take === undefined ? line('') : overEvents(plan, wording, take, measure, pointer);
}

/** The measures: what is measured, of what, where, and over which days. */
export function measureBlocks(plan: PolicyPlan, wording: RuleWording): readonly Block[] {
  const { measures } = plan.policy;
  return idsOf(measures).flatMap((id): readonly Block[] => {
    const measure = measures?.[id];
    if (measure === undefined) return [];
    const { head, items } = measureBlock(plan, wording, id, measure);
    return [{ head: `${withId(wording, pathName(wording, id), id)}${wording.words.colon}${head}`, items }];
  });
}
