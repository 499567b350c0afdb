import type { Issue } from '../errors/issue.js';
import { readRate, type Rate } from '../facts/rates.js';
import { isCurrency } from '../internal/money.js';
import { readMoment } from '../internal/when.js';
import { referenceIssue } from '../policy/resolve-segments.js';

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

/** Reads the rates of a host; what is wrong with them goes to `issues`. */
export function readRates(rates: readonly ExchangeRate[], issues: Issue[]): readonly Rate[] {
  return rates.flatMap((rate, index) => {
    const moment = readMoment(rate.date);
    const fraction = readRate(rate.rate);
    const problem = !isCurrency(rate.from)
      ? `\`from\` is no currency: \`${rate.from}\``
      : !isCurrency(rate.to)
        ? `\`to\` is no currency: \`${rate.to}\``
        : moment?.kind !== 'day'
          ? '`date` must be a day such as `2026-06-30`'
          : fraction === null
            ? '`rate` must be a number above 0, or its decimal text'
            : undefined;
    if (problem !== undefined) issues.push(referenceIssue('option/wrong-rate', `/rates/${String(index)}`, { problem }));
    return moment?.kind === 'day' && fraction !== null ? [{ from: rate.from, to: rate.to, day: moment.day, ...fraction }] : [];
  });
}
