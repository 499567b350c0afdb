import type { Day } from '../internal/days.js';
import { divideHalfEven, MAX_MINOR, minorExponent } from '../internal/money.js';
import { lowerBound } from '../internal/statistics.js';

/** What one unit of a currency was worth in another from a day on. */
export interface Rate {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  /** The rate as a fraction of whole numbers, so that converting is exact. */
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Reads a positive decimal number or text exactly; null if it is none. */
export function readRate(value: unknown): { readonly numerator: bigint; readonly denominator: bigint } | null {
  const text = typeof value === 'number' ? String(value) : value;
  // Small numbers are written with an exponent: 1e-7.
  const match = typeof text === 'string' ? /^\s*(\d{1,40})(?:\.(\d{1,40}))?(?:e([+-]?\d{1,2}))?\s*$/.exec(text) : null;
  if (match === null) return null;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  const shift = Number(match[3] ?? 0) - fraction.length;
  const numerator = BigInt(`${match[1] ?? ''}${fraction}`) * 10n ** BigInt(Math.max(shift, 0));
  return numerator > 0n ? { numerator, denominator: 10n ** BigInt(Math.max(-shift, 0)) } : null;
}

/** Converts minor units of one currency into those of another on a day; null without a rate on or before it, or beyond exact amounts. */
export type Convert = (minor: number, from: string, to: string, day: Day) => number | null;

/** A converter over rates: the latest on or before the day counts, then the amount is rounded, half to even. */
export function createConvert(rates: readonly Rate[]): Convert {
  const byPair = new Map<string, { readonly rates: Rate[]; readonly days: Day[] }>();
  for (const rate of [...rates].sort((a, b) => a.day - b.day)) {
    const pair = `${rate.from}>${rate.to}`;
    const known = byPair.get(pair) ?? { rates: [], days: [] };
    byPair.set(pair, known);
    known.rates.push(rate);
    known.days.push(rate.day);
  }
  return (minor, from, to, day) => {
    const known = byPair.get(`${from}>${to}`);
    const rate = known?.rates[lowerBound(known.days, day, true) - 1];
    if (rate === undefined) return null;
    const shift = minorExponent(to) - minorExponent(from);
    const up = 10n ** BigInt(Math.max(shift, 0));
    const down = 10n ** BigInt(Math.max(-shift, 0));
    const converted = Number(divideHalfEven(BigInt(minor) * rate.numerator * up, rate.denominator * down));
    return Math.abs(converted) > MAX_MINOR ? null : converted;
  };
}
