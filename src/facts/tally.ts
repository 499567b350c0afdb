import type { Day } from '../internal/days.js';

/** Millionths: so fine are quantities that are no money. */
export const MILLION = 1_000_000;

/** The value of the first or the last event. */
export interface Edge {
  readonly day: Day;
  /** Infinite for a date without a time: it is the last of its day. */
  readonly instant: number;
  /** Undefined where events at one time say different things. */
  readonly value: number | string | boolean | undefined;
}

/** How much happened on one day. */
export interface DayTally {
  n: number;
  sum: number;
}

/**
 * What is kept of events so that a measure can be worked out of it: whole numbers, first and last ones, sets. Tallies of parts of the events
 * add up to the tally of all of them, in any order.
 */
export interface Tally {
  n: number;
  /** In minor units of money, or millionths. */
  sum: number;
  /** The sum of the figures without their signs: it says whether sums are exact. */
  size: number;
  squares: bigint;
  least: number;
  most: number;
  first: Edge | undefined;
  last: Edge | undefined;
  /** Made with the first day: most tallies keep none, and an accumulator has millions of them. */
  byDay: Map<Day, DayTally> | undefined;
  /** Made with the first text. */
  texts: Set<string> | undefined;
  /** An event states no figure. */
  isUnknown: boolean;
  /** Of an event it cannot be said whether it is meant. */
  isUndecided: boolean;
}

/** Which members of a tally a measure needs: the others stay as they are at the beginning. */
export interface Keeps {
  readonly sum?: boolean;
  readonly squares?: boolean;
  readonly extremes?: boolean;
  readonly edges?: boolean;
  readonly days?: boolean;
  readonly texts?: boolean;
}

export function emptyTally(): Tally {
  return { n: 0, sum: 0, size: 0, squares: 0n, least: Infinity, most: -Infinity, first: undefined, last: undefined, byDay: undefined, texts: undefined, isUnknown: false, isUndecided: false };
}

/** One event, as far as it is tallied. */
export interface Counted {
  readonly day: Day;
  /** The figure in whole units; undefined where there is none. */
  readonly figure: number | undefined;
  /** What the event says, for the first and the last one and for different ones. */
  readonly said: number | string | boolean | undefined;
  readonly instant: number;
}

/** Adds an event. */
export function count(tally: Tally, keeps: Keeps, { day, figure, said, instant }: Counted): void {
  tally.n += 1;
  if (keeps.sum === true) addFigure(tally, keeps, figure);
  if (keeps.extremes === true) addExtremes(tally, said);
  if (keeps.edges === true) addEdge(tally, { day, instant, value: said });
  if (keeps.days === true) addDay(tally, day, 1, figure ?? 0);
  if (keeps.texts === true && typeof said === 'string') addText(tally, said);
  // Of the first and the last event only their own silence matters: their edge is undefined then.
  if (said === undefined && keeps.texts === true) tally.isUnknown = true;
}

function addFigure(tally: Tally, keeps: Keeps, figure: number | undefined): void {
  if (figure === undefined) {
    tally.isUnknown = true;
    return;
  }
  tally.sum += figure;
  tally.size += Math.abs(figure);
  // A larger figure makes the size of the tally too large for anything to be taken of it.
  if (keeps.squares === true && Number.isSafeInteger(figure)) tally.squares += BigInt(figure) * BigInt(figure);
}

function addExtremes(tally: Tally, said: Counted['said']): void {
  if (typeof said !== 'number') {
    tally.isUnknown = true;
    return;
  }
  tally.least = Math.min(tally.least, said);
  tally.most = Math.max(tally.most, said);
}

function addEdge(tally: Tally, edge: Edge): void {
  tally.first = tally.first === undefined ? edge : earlier(tally.first, edge);
  tally.last = tally.last === undefined ? edge : later(tally.last, edge);
}

/** Adds what happened on a day. */
export function addDay(tally: Tally, day: Day, n: number, sum: number): void {
  tally.byDay ??= new Map();
  const known = tally.byDay.get(day);
  if (known === undefined) tally.byDay.set(day, { n, sum });
  else {
    known.n += n;
    known.sum += sum;
  }
}

/** Adds a word to the different ones. */
export function addText(tally: Tally, text: string): void {
  tally.texts ??= new Set();
  tally.texts.add(text);
}

const timeBetween = (a: Edge, b: Edge): number => a.day - b.day || (a.instant === b.instant ? 0 : a.instant - b.instant);

function earlier(a: Edge, b: Edge): Edge {
  const time = timeBetween(a, b);
  return time === 0 ? atOneTime(a, b) : time < 0 ? a : b;
}

function later(a: Edge, b: Edge): Edge {
  const time = timeBetween(a, b);
  return time === 0 ? atOneTime(a, b) : time > 0 ? a : b;
}

/** Of several figures at one time the lowest counts; of several words nobody knows which. */
function atOneTime(a: Edge, b: Edge): Edge {
  if (a.value === b.value) return a;
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value < b.value ? a : b;
  return { day: a.day, instant: a.instant, value: undefined };
}

/** Adds what another tally holds. */
export function addTally(to: Tally, from: Tally): void {
  to.n += from.n;
  to.sum += from.sum;
  to.size += from.size;
  to.squares += from.squares;
  to.least = Math.min(to.least, from.least);
  to.most = Math.max(to.most, from.most);
  to.first = to.first === undefined || from.first === undefined ? (to.first ?? from.first) : earlier(to.first, from.first);
  to.last = to.last === undefined || from.last === undefined ? (to.last ?? from.last) : later(to.last, from.last);
  for (const [day, { n, sum }] of from.byDay ?? []) addDay(to, day, n, sum);
  for (const text of from.texts ?? []) addText(to, text);
  to.isUnknown ||= from.isUnknown;
  to.isUndecided ||= from.isUndecided;
}

/** The days with an event, earliest first. */
export function daysOf({ byDay }: Tally): readonly Day[] {
  return [...(byDay?.keys() ?? [])].sort((a, b) => a - b);
}
