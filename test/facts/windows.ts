// Days and windows by the names that people write.
import { readWindow, type Window } from '../../src/facts/window.js';
import { readMoment } from '../../src/internal/when.js';

export function dayNamed(text: string): number {
  const moment = readMoment(text);
  if (moment?.kind !== 'day') throw new Error(`${text} is no day`);
  return moment.day;
}

export function windowNamed(json: object, fiscalYearStart = 1): Window {
  const window = readWindow(json as Parameters<typeof readWindow>[0], fiscalYearStart);
  if (window === null) throw new Error(`${JSON.stringify(json)} is no window`);
  return window;
}
