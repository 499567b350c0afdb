// What a population tells of gaps: how long they are, and how much longer than expected they may get.
import { isJsonObject, type Json } from '../../errors/json.js';
import { mean, quantile, sortedNumbers } from '../../internal/statistics.js';
import { member } from '../options.js';

/** The gaps of one customer: how many, all their days, and the days of the last. */
export interface Gaps {
  readonly count: number;
  readonly days: number;
  readonly last: number;
}

/** What a calibration keeps. (A type alias, because interfaces are no JSON to the compiler.) */
export type GapFit = {
  /** Mean over customers of the mean of their gaps; null where nobody came back. */
  readonly meanGap: number | null;
  /** The quantile of the last gap ÷ what the gaps before let expect. */
  readonly factor: number | null;
  /** Customers who came back at least once. */
  readonly population: number;
};

/** The gap to expect of a customer: own gaps and the mean of all, which counts as so many gaps more. */
export function expectedGap(count: number, days: number, meanGap: number, priorGaps: number): number {
  return (days + priorGaps * meanGap) / (count + priorGaps);
}

/**
 * Fits over customers who came back. The last gap of each is held against what was expected of that customer before it, so that each is
 * judged as if the last gap were still to come. The order of the customers changes nothing.
 */
export function fitGaps(rows: readonly Gaps[], q: number, priorGaps: number): GapFit {
  if (rows.length === 0) return { meanGap: null, factor: null, population: 0 };
  const meanGap = mean(sortedNumbers(rows.map(({ count, days }) => days / count)));
  const ratios = rows.map(({ count, days, last }) => last / expectedGap(count - 1, days - last, meanGap, priorGaps));
  return { meanGap, factor: quantile(sortedNumbers(ratios), q), population: rows.length };
}

export function isGapFit(json: Json): json is GapFit {
  if (!isJsonObject(json) || Object.keys(json).length !== 3) return false;
  const population = member(json, 'population');
  if (typeof population !== 'number' || !Number.isSafeInteger(population) || population < 0) return false;
  const figures = [member(json, 'meanGap'), member(json, 'factor')];
  return figures.every((figure) => (population === 0 ? figure === null : typeof figure === 'number' && figure > 0));
}
