// Tries to prove wrong that a scorer goes one way in an input.
import type { Issue } from '../errors/issue.js';
import { childPointer } from '../internal/pointer.js';
import type { FactValue } from '../model/types.js';
import type { Score } from '../scorers/scorer.js';
import { problemOf } from './problem-of.js';
import { testingIssue } from './testing-issue.js';

/** One customer with one input left open. */
export interface OpenInput {
  readonly input: string;
  readonly way: 'up' | 'down';
  readonly bands: readonly string[];
  /** JSON Pointer of the example. */
  readonly pointer: string;
  readonly scoreWith: (value: number) => Score;
}

type Customers = readonly { readonly [input: string]: FactValue }[];

/** So many values are tried between the least and the greatest, beside those of the examples. */
const TRIED = 64;

function numbersOf(customers: Customers, input: string): readonly number[] {
  return customers.flatMap((inputs) => {
    const value = Object.hasOwn(inputs, input) ? inputs[input] : null;
    return typeof value === 'number' && Number.isFinite(value) ? [value] : [];
  });
}

/** Values to raise an input through, the least first: no part of one where all examples are whole, nor below 0 where none is. */
function ladderOf(numbers: readonly number[]): readonly number[] {
  const isWhole = numbers.every((value) => Number.isInteger(value));
  const beside = isWhole ? 1 : 0.01;
  const least = Math.min(0, ...numbers);
  const most = 2 * Math.max(0, ...numbers) + beside;
  const between = Array.from({ length: TRIED + 1 }, (_, index) => least + ((most - least) * index) / TRIED);
  const values = [...numbers.flatMap((value) => [value - beside, value, value + beside]), ...between.map((value) => (isWhole ? Math.round(value) : value))];
  return [...new Set(values)].filter((value) => value >= least).sort((a, b) => a - b);
}

/** What is compared: the place of the band, or the value of a score without bands; null where there is too little data. */
function placeOf({ value, band }: Score, bands: readonly string[]): number | null {
  if (bands.length === 0) return value;
  return band === null ? null : bands.indexOf(band);
}

/** The first two values of an input between which a score goes the other way than it is said to; none where it never does. */
export function fallIssues({ input, way, bands, pointer, scoreWith }: OpenInput, customers: Customers): readonly Issue[] {
  const at = childPointer(`${pointer}/inputs`, input);
  let before: { readonly from: number; readonly score: Score; readonly place: number } | undefined;
  try {
    for (const to of ladderOf(numbersOf(customers, input))) {
      const score = scoreWith(to);
      const place = placeOf(score, bands);
      if (place === null) continue;
      if (before !== undefined && (way === 'up' ? place < before.place : place > before.place)) {
        return [testingIssue('testing/not-monotone', at, { input, way, from: before.from, to, before: before.score.band ?? before.place, after: score.band ?? place })];
      }
      before = { from: to, score, place };
    }
    return [];
  } catch (error) {
    return [testingIssue('testing/throws', at, { problem: problemOf(error) })];
  }
}

/** The declared inputs for which there was nothing to try. */
export function notTried(declared: readonly string[], customers: Customers): readonly Issue[] {
  return declared.filter((input) => numbersOf(customers, input).length === 0).map((input) => testingIssue('testing/not-tried', childPointer('/monotone', input), { input }));
}
