import { fractionOf, times, type Fraction } from '../../internal/fraction.js';
import type { FactValue } from '../../model/types.js';
import { NUMERIC_TYPES, type ValueType } from '../../rules/types.js';
import { fitCut, rankOf, type Cut, type FittedCut } from '../cut.js';
import { asNumber } from '../inputs.js';
import { add, clamped, HUNDRED, isAbove, less, ONE, over, ZERO } from './exact.js';

/** How a value becomes marks, 0 to 100. */
export type MarkBy =
  /** The best customer of the population has 100 marks; others in proportion. */
  | 'best'
  /** The best customer has 100 marks, the worst 0; others in between. */
  | 'min-max'
  /** The first place has 100 marks, the last 0; others by their place in between. */
  | 'rank'
  /** A rating as a ratio of its scale: 0.8 is 80 marks. */
  | 'rating'
  | {
      /** 100 marks for this value; others in proportion. */
      readonly target: number;
      /** True where more than the target is more than 100 marks. */
      readonly uncapped?: boolean;
    }
  | {
      /** Values with their marks, the smallest value first. A value has the marks of the last row that it has reached. */
      readonly steps: readonly (readonly [number, number])[];
      /** True where marks change evenly from one row to the next. */
      readonly even?: boolean;
    }
  | {
      /** Marks for each band of a score, or for each value of an enum. */
      readonly bands: { readonly [band: string]: number };
    };

/** Which end is better, and how marks are given. */
export interface Marking {
  readonly by: MarkBy;
  readonly better: 'higher' | 'lower';
}

/** The smallest and the largest value of a population. (A type alias, because interfaces are no JSON to the compiler.) */
export type Range = { readonly low: number; readonly high: number };

/** What a calibration keeps of the population for one item; null where nobody's value was known. */
export type MarkFit = Range | FittedCut | null;

export function isFitted({ by }: Marking): boolean {
  return by === 'best' || by === 'min-max' || by === 'rank';
}

/** The types of values that can be marked. */
export function typesFor({ by }: Marking): readonly ValueType[] {
  if (typeof by === 'object' && 'bands' in by) return ['enum', 'text'];
  return by === 'rating' ? ['ratio', 'number'] : NUMERIC_TYPES;
}

/** The cut that places are counted with. Its lines are not used. */
export function placesBy({ better }: Marking): Cut {
  return { mean: true, better };
}

/** What the marks of a population need to be kept. */
export function fitMarks(marking: Marking, values: readonly number[]): MarkFit {
  if (!isFitted(marking) || values.length === 0) return null;
  if (marking.by === 'rank') return fitCut(placesBy(marking), values);
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return { low: low + 0, high: high + 0 };
}

/** The part of the best. There is none of a best that is not above 0. */
function partOfBest(value: number, best: number, better: Marking['better']): Fraction | null {
  if (best <= 0) return null;
  if (better === 'higher') return clamped(over(fractionOf(value), fractionOf(best)));
  return value <= best ? ONE : over(fractionOf(best), fractionOf(value));
}

function partOfRange(value: number, { low, high }: Range, better: Marking['better']): Fraction {
  const [from, to] = [fractionOf(low), fractionOf(high)];
  const at = fractionOf(value);
  if (low === high) return (better === 'higher' ? value >= high : value <= low) ? ONE : ZERO;
  return clamped(over(better === 'higher' ? less(at, from) : less(to, at), less(to, from)));
}

function partByPlace(value: number, marking: Marking, fit: FittedCut): Fraction {
  const place = rankOf(placesBy(marking), fit, value);
  const { population } = fit;
  if (population === 1) return place === 1 ? ONE : ZERO;
  return over(fractionOf(population - place), fractionOf(population - 1));
}

function partOfTarget(value: number, target: number, isUncapped: boolean, better: Marking['better']): Fraction {
  if (better === 'lower') return value <= target ? ONE : over(fractionOf(target), fractionOf(value));
  const part = over(fractionOf(value), fractionOf(target));
  return isUncapped && isAbove(part, ONE) ? part : clamped(part);
}

function partBySteps(value: number, steps: readonly (readonly [number, number])[], isEven: boolean): Fraction {
  const reached = steps.filter(([from]) => value >= from).length;
  const [low, marks] = steps[Math.max(0, reached - 1)] ?? [0, 0];
  const next = isEven && reached > 0 ? steps[reached] : undefined;
  const base = fractionOf(marks);
  if (next === undefined) return over(base, HUNDRED);
  const [from, to] = [fractionOf(low), fractionOf(next[0])];
  const way = over(less(fractionOf(value), from), less(to, from));
  return over(add(base, times(less(fractionOf(next[1]), base), way)), HUNDRED);
}

/** The part of marks that are stated. */
function partAsStated(value: number, by: Exclude<MarkBy, string | { readonly bands: unknown }>, better: Marking['better']): Fraction {
  return 'target' in by ? partOfTarget(value, by.target, by.uncapped === true, better) : partBySteps(value, by.steps, by.even === true);
}

function partOfRating(value: number, better: Marking['better']): Fraction | null {
  if (value < 0 || value > 1) return null;
  return better === 'higher' ? fractionOf(value) : less(ONE, fractionOf(value));
}

/** The marks of a value as a part of 100; null where it is missing or cannot be marked. */
export function partOf(marking: Marking, fact: FactValue | undefined, fit: MarkFit): Fraction | null {
  const { by, better } = marking;
  if (typeof by === 'object' && 'bands' in by) {
    const marks = typeof fact === 'string' && Object.hasOwn(by.bands, fact) ? by.bands[fact] : undefined;
    return marks === undefined ? null : over(fractionOf(marks), HUNDRED);
  }
  const value = asNumber(fact);
  if (value === null) return null;
  if (typeof by === 'object') return partAsStated(value, by, better);
  if (by === 'rating') return partOfRating(value, better);
  if (fit === null) return null;
  if ('population' in fit) return partByPlace(value, marking, fit);
  return by === 'best' ? partOfBest(value, better === 'higher' ? fit.high : fit.low, better) : partOfRange(value, fit, better);
}
