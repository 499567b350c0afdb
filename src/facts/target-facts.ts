import { ratioOf } from '../internal/money.js';
import type { History } from './history.js';
import { exact, sumSales, sumUnits } from './purchase-facts.js';
import { covers } from './reading.js';
import type { Target } from './targets.js';
import { contains } from './window.js';

/** How much of a plan was reached: whole numbers, so that differences are exact. */
export interface Completion {
  readonly actual: bigint;
  readonly plan: bigint;
}

/** Quantities in millionths, so that fractions of a unit are whole numbers too. */
const MILLION = 1_000_000;

/** A plan or an actual as a whole number. */
export function whole(target: Target, quantity: number): bigint {
  return BigInt(target.measure === 'units' ? Math.round(quantity * MILLION) : quantity);
}

/** What was reached in the days of a plan: the actual it gives, else the sum of the events. */
export function actualOf(history: History, target: Target, fact: string): number | undefined {
  if (target.actual !== undefined) return target.actual;
  const range = { from: target.first, to: target.last + 1 };
  if (target.measure === 'sales') return sumSales(history, range, fact, 'net');
  if (target.measure === 'units') return sumUnits(history, range, fact);
  const payments = history.payments();
  if (payments === undefined || !covers(history.reading, 'payments', payments, range, fact)) return undefined;
  let sum = 0;
  for (const { day, amount } of payments.entries) {
    if (!contains(range, day)) continue;
    if (amount.minor === null) return undefined;
    sum += amount.minor;
  }
  return exact(history, sum, fact);
}

/** True if another plan has days of a plan's period. */
export function isOverlapped(target: Target, targets: readonly Target[]): boolean {
  return targets.some((other) => other !== target && other.first <= target.last && other.last >= target.first);
}

/** The plan that ended last by the day (0), or the one just before that one (1); undefined, with a finding, where there is none. */
export function targetAt(history: History, earlier: 0 | 1, fact: string): Target | undefined {
  const { reading } = history;
  const targets = history.targets();
  if (targets === undefined) return undefined;
  const ended = targets.filter((target) => target.last <= reading.asOf.day);
  const latest = ended[0];
  const target = earlier === 0 || latest === undefined ? latest : ended.find((one) => one.last === latest.first - 1);
  if (target === undefined || whole(target, target.plan) === 0n) {
    reading.find('target/missing', earlier === 0 ? {} : { earlier: true }, { fact });
    return undefined;
  }
  if (isOverlapped(target, targets)) {
    reading.find('target/overlapping', {}, { fact });
    return undefined;
  }
  return target;
}

/** The completion of the latest ended plan, or of the one before it; undefined where either side is missing. */
function completionOf(history: History, earlier: 0 | 1, fact: string): Completion | undefined {
  const target = targetAt(history, earlier, fact);
  const actual = target === undefined ? undefined : actualOf(history, target, fact);
  return target === undefined || actual === undefined ? undefined : { actual: whole(target, actual), plan: whole(target, target.plan) };
}

/** Actual divided by plan: 1 is 100 %. */
export function targetCompletion(history: History, earlier: 0 | 1, fact: string): number | undefined {
  const completion = completionOf(history, earlier, fact);
  return completion === undefined ? undefined : ratioOf(completion.actual, completion.plan);
}

/** The difference of the last two completions: 0.07 is 7 percentage points. Exact, so that equal changes are equal numbers. */
export function targetCompletionChange(history: History, fact: string): number | undefined {
  const now = completionOf(history, 0, fact);
  const before = completionOf(history, 1, fact);
  if (now === undefined || before === undefined) return undefined;
  return ratioOf(now.actual * before.plan - before.actual * now.plan, now.plan * before.plan);
}
