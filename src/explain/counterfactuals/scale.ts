import type { Engine } from '../../classify/engine.js';
import { isJsonList, isJsonObject, type Json } from '../../errors/json.js';
import { quantile } from '../../internal/statistics.js';
import type { FactValue } from '../../model/types.js';
import type { Changeable } from './means.js';

/** What a usual difference is where nothing else says so: a month of days, ten percentage points, a few of what is counted. */
const USUAL = { days: 30, ratio: 0.1, count: 5 } as const;

function usualOf(type: string): number | undefined {
  return type === 'days' || type === 'ratio' || type === 'count' ? USUAL[type] : undefined;
}

/** The values of a population that a calibration keeps, in the order in which the score names its inputs. */
function keptValues(fitted: Json): readonly (readonly number[])[] {
  if (!isJsonObject(fitted)) return [];
  const { values, lines } = fitted;
  if (isJsonList(values) && isJsonList(lines)) return [values.filter((value) => typeof value === 'number')];
  // What is fitted by groups of peers keeps all of them first.
  return Object.entries(fitted).flatMap(([name, part]) => (name === 'groups' ? [] : keptValues(part)));
}

/** The interquartile range of a fact among the customers of the calibration; undefined where no cut of a score was fitted to it. */
function calibratedScale({ plan, calibration }: Engine, id: string): number | undefined {
  for (const { id: score, inputs, isFitted } of plan.scores) {
    const place = inputs.findIndex(({ path }) => path === id);
    const fitted = isFitted && calibration !== undefined && Object.hasOwn(calibration.scores, score) ? calibration.scores[score] : undefined;
    const values = place < 0 || fitted === undefined ? undefined : keptValues(fitted)[place];
    const range = values === undefined ? 0 : quantile(values, 0.75) - quantile(values, 0.25);
    if (range > 0) return range;
  }
  return undefined;
}

/** What it costs to wait, without doing anything. */
export function costOfDays(days: number): number {
  return days / USUAL.days;
}

/** What it costs to bring a fact from one value to another: how many usual differences between customers that is, times its weight. */
export function costOf(engine: Engine, { fact, options }: Changeable, from: FactValue, to: FactValue): number {
  const weight = options.cost ?? 1;
  if (typeof from !== 'number' || typeof to !== 'number') return weight;
  const scale = options.scale ?? calibratedScale(engine, fact.id) ?? usualOf(fact.field.type) ?? Math.max(Math.abs(from), Math.abs(to), Number.MIN_VALUE);
  return (weight * Math.abs(to - from)) / scale;
}
