import { dayText, type Day } from '../../internal/days.js';
import { majorOf } from '../../internal/money.js';
import { readPlanPeriod } from '../../facts/period.js';
import { isEntry, type Entry } from '../../facts/reading.js';
import { actualOf } from '../../facts/target-facts.js';
import type { Target } from '../../facts/targets.js';
import { partOf, withEntries, type Deed, type Family, type Lever } from './lever.js';
import type { Changeable } from './means.js';
import { leadOf, mannerOf, MOST_MINOR, stepMinor } from './purchase.js';
import type { Subject } from './subject.js';

const MOST_UNITS = 1e9;

/** The place of a plan in the record. */
function placeOf({ record, engine }: Subject, { first, last }: Target): number {
  const { fiscalYearStart, zone } = engine.settings;
  const list = partOf(record, 'targets') ?? [];
  return list.findIndex((entry) => {
    const period = isEntry(entry) ? readPlanPeriod(entry['period'], fiscalYearStart, zone) : null;
    return period?.first === first && period.last === last;
  });
}

/** A copy of a record whose plan states another actual. */
function withActual(record: Entry, place: number, actual: unknown): Entry {
  const list = partOf(record, 'targets') ?? [];
  return { ...record, targets: list.map((entry, index) => (index === place && isEntry(entry) ? { ...entry, actual } : entry)) };
}

/** The plan that ended last. */
function endedPlan(targets: readonly Target[], day: Day): Target | undefined {
  return targets.find(({ last }) => last <= day);
}

/** The plan that runs, or begins on the next day: plans come latest first. */
function runningPlan(targets: readonly Target[], day: Day): Target | undefined {
  return targets.filter(({ first, last }) => last > day && first <= day + 1).at(-1);
}

/** Reaching more of the plan that runs; in hindsight, of the one that ended. */
export function targetFamilies(subject: Subject, changeables: readonly Changeable[]): readonly Family[] {
  if (changeables.length === 0) return [];
  const { history, day, exponent, asOf } = subject;
  const targets = history.targets() ?? [];
  const facts = changeables.map(({ fact }) => fact.id);
  const toDate = changeables.filter(({ fact }) => fact.needs.some(({ reach }) => reach === 'running plan'));
  const first = day + 1 + leadOf(changeables);

  const leverOf = (target: Target, kind: Lever['kind'], by: Day): Lever | null => {
    const place = placeOf(subject, target);
    const actual = actualOf(history, target, facts[0] ?? '');
    if (place < 0 || actual === undefined) return null;
    const isOfUnits = target.measure === 'units';
    const step = isOfUnits ? 1 : stepMinor(changeables, exponent);
    const written = (quantity: number): unknown => (isOfUnits ? quantity : { minor: quantity });
    const shown = (quantity: number): number => (isOfUnits ? quantity : majorOf(quantity, exponent));
    const plan = partOf(subject.record, 'targets')?.[place];
    const period = isEntry(plan) && typeof plan['period'] === 'string' ? plan['period'] : { from: dayText(target.first), to: dayText(target.last) };
    return {
      id: `plan ${String(place)} ${mannerOf(first, step)} ${String(by)}`,
      facts,
      kind,
      parts: ['targets', 'transactions', 'payments'],
      by,
      asOf: kind === 'ahead' ? dayText(by) : asOf.text,
      most: isOfUnits ? MOST_UNITS : Math.floor(MOST_MINOR / step),
      guesses: (distances) => {
        const ratio = Math.max(0, ...facts.map((fact) => distances.get(fact) ?? 0));
        // Exact for what is short of the line of the plan itself, and otherwise a beginning.
        const wanted = ratio > 0 ? ratio * target.plan : Math.max(target.plan - actual, target.plan / 10);
        return [Math.max(1, Math.ceil(Math.round(wanted * 1e3) / 1e3 / step))];
      },
      put: (before, steps, isEarly) => {
        const more = steps * step;
        if (isOfUnits || target.actual !== undefined) return withActual(before, place, written(actual + more));
        const at = dayText(isEarly && kind === 'ahead' ? Math.max(first, target.first) : by);
        return withEntries(before, target.measure === 'sales' ? 'transactions' : 'payments', [{ at, amount: written(more), ...(target.measure === 'sales' ? { discount: 0 } : {}) }]);
      },
      deed: (steps): Deed => ({
        type: 'reach-target', period, measure: target.measure, amount: shown(steps * step), actual: shown(actual + steps * step), plan: shown(target.plan),
      }),
    };
  };

  const ended = toDate.length < changeables.length ? endedPlan(targets, day) : undefined;
  const running = runningPlan(targets, day);
  // On its last day a plan has ended, and what is said of it while it runs is no longer said.
  const byRunning = running === undefined ? [] : [...(toDate.length < changeables.length ? [running.last] : []), ...(toDate.length > 0 ? [running.last - 1] : [])];
  const days = byRunning.filter((by) => by >= first);
  return [
    ...(ended === undefined ? [] : [{ id: 'plan then', kind: 'hindsight' as const, days: [ended.last], at: (by: Day) => leverOf(ended, 'hindsight', by) }]),
    ...(running === undefined || days.length === 0 ? [] : [{ id: 'plan', kind: 'ahead' as const, days, at: (by: Day) => (days.includes(by) ? leverOf(running, 'ahead', by) : null) }]),
  ];
}
