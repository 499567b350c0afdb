import { collect, type Issue } from '../errors/issue.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { readRate, type Rate } from '../facts/rates.js';
import { isCurrency } from '../internal/money.js';
import { readMoment } from '../internal/when.js';

/** What one unit of a currency is worth in another, from a day until the next rate of the pair. */
export interface ExchangeRate {
  /** ISO 4217 code, such as `USD`. */
  readonly from: string;
  readonly to: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Units of `to` for one unit of `from`: a number or decimal text, above 0. */
  readonly rate: number | string;
}

/** Reads one rate; a text says what is wrong with it. */
function readOne(given: unknown): Rate | string {
  if (typeof given !== 'object' || given === null) return 'give an object with `from`, `to`, `date` and `rate`';
  const { from, to, date, rate }: { readonly [K in keyof ExchangeRate]?: unknown } = given;
  if (typeof from !== 'string' || !isCurrency(from)) return `\`from\` is no currency: \`${String(from)}\``;
  if (typeof to !== 'string' || !isCurrency(to)) return `\`to\` is no currency: \`${String(to)}\``;
  const moment = readMoment(date);
  if (moment?.kind !== 'day') return '`date` must be a day such as `2026-06-30`';
  const fraction = readRate(rate);
  return fraction === null ? '`rate` must be a number above 0, or its decimal text' : { from, to, day: moment.day, ...fraction };
}

/** The rate, unless the same pair has another for the same day: which of the two counts must not depend on their order. */
function onlyOne(read: Rate | string, known: Map<string, Rate>): Rate | string {
  if (typeof read === 'string') return read;
  const key = `${read.from} ${read.to} ${String(read.day)}`;
  const { numerator, denominator } = known.get(key) ?? read;
  known.set(key, read);
  return numerator * read.denominator === read.numerator * denominator ? read : 'another rate of the same currencies and day was given';
}

/** Reads the rates of a host; what is wrong with them goes to `issues`. Programs without types may give anything. */
export function readRates(rates: readonly ExchangeRate[], issues: Issue[]): readonly Rate[] {
  const given: unknown = rates;
  if (!Array.isArray(given)) {
    collect(issues, () => referenceIssue('option/wrong-rate', '/rates', { problem: 'give a list of rates' }));
    return [];
  }
  const known = new Map<string, Rate>();
  return given.flatMap((one: unknown, index): readonly Rate[] => {
    const read = onlyOne(readOne(one), known);
    if (typeof read !== 'string') return [read];
    collect(issues, () => referenceIssue('option/wrong-rate', `/rates/${String(index)}`, { problem: read }));
    return [];
  });
}
