import { dayText, type Day } from '../../internal/days.js';
import { majorOf } from '../../internal/money.js';
import type { Entry } from '../../facts/reading.js';
import { deadlinesOf } from './deadlines.js';
import { partOf, withEntries, type Distances, type Family, type Lever } from './lever.js';
import type { Changeable } from './means.js';
import type { Subject } from './subject.js';

/** More is no purchase that anybody would advise: in minor units. */
export const MOST_MINOR = 1e12;
const MOST_PURCHASES = 100;
/** A purchase to begin with where nothing says how much it takes. */
const USUAL_AMOUNT = 100;

/** A purchase at the full price; what else a sale may state is not known of it. */
function purchase(day: Day, minor: number): Entry {
  return { at: dayText(day), amount: { minor }, discount: 0 };
}

/** The minor units of a step: the largest that a policy asks for, or one. */
export function stepMinor(changeables: readonly Changeable[], exponent: number): number {
  const steps = changeables.map(({ step }) => Math.round((step ?? 0) * 10 ** exponent));
  return Math.max(1, ...steps);
}

/** The most that any of the facts needs to be prepared. */
export function leadOf(changeables: readonly Changeable[]): number {
  return Math.max(0, ...changeables.map(({ options }) => options.leadDays ?? 0));
}

/** What the same thing that can be done differs in, from one list of facts to another. */
export function mannerOf(first: Day, step: number): string {
  return `${String(step)} from ${String(first)}`;
}

/** The largest distance that any of the facts of a type is off. */
function largest(distances: Distances, changeables: readonly Changeable[], type: string): number {
  return Math.max(0, ...changeables.filter(({ fact }) => fact.field.type === type).map(({ fact }) => distances.get(fact.id) ?? 0));
}

/** One more purchase of some amount, or some more purchases of any amount. */
export function purchaseFamilies(subject: Subject, changeables: readonly Changeable[]): readonly Family[] {
  const { record, day, exponent, asOf } = subject;
  if (changeables.length === 0 || partOf(record, 'transactions') === undefined) return [];
  const facts = changeables.map(({ fact }) => fact.id);
  const reaches = changeables.flatMap(({ fact }) => fact.needs.filter(({ part }) => part === 'transactions').map(({ reach }) => reach));
  const { first, ahead, ended } = deadlinesOf(reaches, day, leadOf(changeables));
  const step = stepMinor(changeables, exponent);
  const manner = mannerOf(first, step);

  const ofAmount = (kind: Lever['kind'], by: Day): Lever => ({
    id: `purchase ${manner} ${String(by)}`,
    facts,
    kind,
    parts: ['transactions'],
    by,
    asOf: kind === 'ahead' ? dayText(by) : asOf.text,
    most: Math.floor(MOST_MINOR / step),
    guesses: (distances) => {
      const distance = largest(distances, changeables, 'money');
      const stepsFor = (amount: number): number => Math.max(1, Math.ceil(Math.round(amount * 10 ** exponent) / step));
      // Where no amount is short, the least may be enough: that something is bought at all.
      return distance > 0 ? [stepsFor(distance)] : [1, stepsFor(USUAL_AMOUNT)];
    },
    put: (before, steps, isEarly) => withEntries(before, 'transactions', [purchase(isEarly && kind === 'ahead' ? first : by, steps * step)]),
    deed: (steps) => ({ type: 'purchase', amount: majorOf(steps * step, exponent) }),
  });
  const counts = changeables.filter(({ fact }) => fact.field.type === 'count');
  const ofNumber = (by: Day): Lever => ({
    id: `purchases ${manner} ${String(by)}`,
    facts: counts.map(({ fact }) => fact.id),
    kind: 'ahead',
    parts: ['transactions'],
    by,
    asOf: dayText(by),
    most: Math.min(MOST_PURCHASES, by - first + 1),
    guesses: (distances) => [Math.max(1, Math.ceil(largest(distances, counts, 'count')))],
    put: (before, steps, isEarly) => {
      // On days of their own, so that days with a purchase are counted too.
      const start = isEarly ? first : by - steps + 1;
      return withEntries(before, 'transactions', Array.from({ length: steps }, (_, index) => purchase(start + index, step)));
    },
    deed: (steps) => ({ type: 'purchase', count: steps }),
  });

  return [
    ...(ended === undefined ? [] : [{ id: 'purchase then', kind: 'hindsight' as const, days: [ended], at: (by: Day) => ofAmount('hindsight', by) }]),
    ...(ahead.length === 0 ? [] : [{ id: 'purchase', kind: 'ahead' as const, days: ahead, at: (by: Day) => (by < first ? null : ofAmount('ahead', by)) }]),
    ...(ahead.length === 0 || counts.length === 0 ? [] : [{ id: 'purchases', kind: 'ahead' as const, days: ahead, at: (by: Day) => (by < first ? null : ofNumber(by)) }]),
  ];
}
