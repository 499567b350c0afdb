import { EVENT_TAKE_IDS, EVENT_TAKES, type EventTake, type EventTakeDefinition } from '../facts/takes.js';
import type { PeriodUnit } from '../internal/periods.js';
import { childPointer } from '../internal/pointer.js';
import type { Measure } from '../policy/measure.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { Window } from '../policy/window.js';
import { describeRule } from '../rules/describe.js';
import { line, type Block } from './outline.js';
import { idsOf, withId } from './policy-wording.js';
import { pathName } from './rule-names.js';
import { ruleBlock } from './tell-rule.js';
import { fill, wordFor } from './text.js';
import type { RuleWording } from './told.js';
import { counted, windowText } from './windows.js';

/** Inside of a `where` the names are those of an event. */
function eventWording(wording: RuleWording): RuleWording {
  const { eventFields, eventValues } = wording.words.policies;
  return { ...wording, labels: { ...eventFields, ...eventValues }, units: {} };
}

/** The options of all takes over events, as far as words are made of them. */
interface Options {
  readonly of?: string;
  readonly window?: Window;
  readonly per?: PeriodUnit;
  readonly periods?: number;
  readonly decay?: { readonly halfLifeDays?: number; readonly linearDays?: number };
}

/** What is taken: `sales`, or `lines.amount` as a figure of a source, with the periods in which it is counted. */
function takenText(wording: RuleWording, take: EventTake, { of = '', per = 'month', periods = 6 }: Options): string {
  const { words } = wording;
  const { sources, eventFields, periodNames, periodUnits, takes } = words.policies;
  const [named = '', figure = ''] = of.split('.');
  const isTotal = take === 'sum' || take === 'share' || take === 'trend';
  // Of transactions purchases alone are looked at; returns are subtracted in totals.
  const source = named === 'transactions' && !(isTotal && figure !== '') ? 'sales' : named;
  const bare = figure === '' && take === 'share' ? 'shareOfEvents' : figure === '' && take === 'trend' ? 'trendOfEvents' : take;
  return fill(words, takes[bare], {
    source: wordFor(sources, source) ?? source,
    figure: wordFor(eventFields, figure) ?? figure,
    periods: periodNames[per],
    count: counted(wording, periodUnits[per], periods),
  });
}

function decayText(wording: RuleWording, { decay }: Options): readonly string[] {
  if (decay === undefined) return [];
  const { words, numbers } = wording;
  const { halfLife, linear } = words.policies.decay;
  const days = numbers.exact(decay.halfLifeDays ?? decay.linearDays ?? 0, 'days');
  return [fill(words, decay.halfLifeDays === undefined ? linear : halfLife, { days })];
}

/** Which days count. A trend has periods of its own, and what looks at the whole life says so only where it is told otherwise. */
function daysText(plan: PolicyPlan, wording: RuleWording, take: EventTake, { window }: Options): readonly string[] {
  const { isOfPeriods, isWholeLife }: EventTakeDefinition = EVENT_TAKES[take];
  if (isOfPeriods === true || (isWholeLife === true && window === undefined)) return [];
  return [fill(wording.words, wording.words.policies.over, { window: windowText(wording, window ?? plan.policy.window) })];
}

/** A measure over events: what is taken, over which days, and of which events. */
function overEvents(plan: PolicyPlan, wording: RuleWording, take: EventTake, options: Options, pointer: string): Block {
  const { words } = wording;
  const head = [takenText(wording, take, options), ...daysText(plan, wording, take, options), ...decayText(wording, options)];
  const items: Block[] = [];
  for (const name of ['among', 'where'] as const) {
    const tree = plan.trees.get(`${pointer}/${take}/${name}`);
    if (tree === undefined) continue;
    const block = ruleBlock(eventWording(wording), describeRule(tree));
    head.push(fill(words, words.policies[name], { condition: block.head }));
    items.push(...block.items);
  }
  return { head: head.join(words.comma), items };
}

function changeOf(wording: RuleWording, { of, back = 1, as }: NonNullable<Measure['change']>): Block {
  const { words } = wording;
  const { takes, back: windows } = words.policies;
  return line(fill(words, as === 'rate' ? takes.rate : takes.difference, { of: pathName(wording, of), back: counted(wording, windows, back) }));
}

function measureBlock(plan: PolicyPlan, wording: RuleWording, id: string, measure: Measure): Block {
  const { words } = wording;
  const pointer = childPointer('/measures', id);
  const { ratio, change } = measure;
  const tree = plan.trees.get(`${pointer}/when`) ?? plan.trees.get(`${pointer}/calculate`);
  if (tree !== undefined) return ruleBlock(wording, describeRule(tree));
  if (ratio !== undefined) return line(fill(words, words.policies.takes.ratio, { of: pathName(wording, ratio.of), to: pathName(wording, ratio.to) }));
  if (change !== undefined) return changeOf(wording, change);
  const take = EVENT_TAKE_IDS.find((each) => measure[each] !== undefined);
  return take === undefined ? line('') : overEvents(plan, wording, take, measure[take] ?? {}, pointer);
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
