import type { JsonObject } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import { member } from './options.js';
import type { ReportOption } from './scorer.js';

/** What a figure has to be: more than one bound, less than the other, and in words. */
export interface FigureRange {
  readonly above: number;
  readonly below: number;
  /** Such as `a number between 0 and 1`. */
  readonly words: string;
}

/** So many gaps: more would say nothing that fewer do not. */
export const GAPS_RANGE: FigureRange = { above: 0, below: 1_000_000, words: 'a number more than 0 and less than 1,000,000' };
export const PROBABILITY: FigureRange = { above: 0, below: 1, words: 'a number between 0 and 1' };

/** Reads a figure. Without a fallback it is required; what is wrong is reported, and is undefined. */
export function readFigure(object: JsonObject, name: string, range: FigureRange, pointer: string, report: ReportOption, fallback?: number): number | undefined {
  const value = member(object, name);
  if (value === undefined && fallback !== undefined) return fallback;
  const { above, below, words } = range;
  if (typeof value === 'number' && value > above && value < below) return value;
  report(childPointer(pointer, name), `\`${name}\` must be ${words}${value === undefined ? ': add it' : ''}`);
  return undefined;
}
