import { MAX_MINOR, readMinor } from '../internal/money.js';
import { readPlanPeriod, type Period } from './period.js';
import { isAbsent, isEntry, listOf, unreadable, type Reading } from './reading.js';

export type TargetMeasure = 'sales' | 'collections' | 'units';

/** A plan for a period. Money in minor units; units as given. */
export interface Target extends Period {
  readonly measure: TargetMeasure;
  readonly plan: number;
  readonly actual: number | undefined;
  /** Where it stands in the record. */
  readonly pointer: string;
}

function readQuantity(value: unknown, measure: TargetMeasure, reading: Reading): number | string {
  if (measure !== 'units') return readMinor(value, reading.settings.exponent);
  const units = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof units !== 'number' || !Number.isFinite(units) || units < 0) return 'not-money';
  return units > MAX_MINOR ? 'too-large' : units;
}

function readTarget(reading: Reading, entry: unknown, pointer: string): Target | undefined {
  if (!isEntry(entry)) return unreadable(reading, pointer, 'record/wrong-type');
  const measure = entry['measure'] ?? 'sales';
  if (measure !== 'sales' && measure !== 'collections' && measure !== 'units') return unreadable(reading, `${pointer}/measure`, 'record/wrong-value');
  const period = readPlanPeriod(entry['period'], reading.settings.fiscalYearStart, reading.settings.zone);
  if (period === null) return unreadable(reading, `${pointer}/period`, 'record/period-not-understood');
  const plan = readQuantity(entry['amount'], measure, reading);
  if (typeof plan === 'string') return unreadable(reading, `${pointer}/amount`, `money/${plan}`);
  if (plan < 0) return unreadable(reading, `${pointer}/amount`, 'record/negative-amount');
  const given = entry['actual'];
  const actual = isAbsent(given) ? undefined : readQuantity(given, measure, reading);
  if (typeof actual === 'string') return unreadable(reading, `${pointer}/actual`, `money/${actual}`);
  return { ...period, measure, plan, actual, pointer };
}

/** The plans of a record, latest first; undefined where they are not known or one cannot be read. */
export function readTargets(reading: Reading): readonly Target[] | undefined {
  const list = listOf(reading, 'targets');
  if (list === undefined) return undefined;
  const targets: Target[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const target = readTarget(reading, list[index], `/targets/${String(index)}`);
    if (target === undefined) return undefined;
    targets.push(target);
  }
  const measure = targets.every((target) => target.measure === targets[0]?.measure) ? targets[0]?.measure : 'sales';
  return targets.filter((target) => target.measure === measure).sort((a, b) => b.last - a.last || b.first - a.first);
}
