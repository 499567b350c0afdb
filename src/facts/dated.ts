import type { Day } from '../internal/days.js';
import { readAmount, readPart, type Amount, type Entry, type Part, type Reading } from './reading.js';

/** Parts whose entries have a date in `at` and perhaps an amount. */
export type DatedPart = 'interactions' | 'opportunities' | 'assessments' | 'surveys' | 'costs';

export interface DatedEntry {
  readonly day: Day;
  readonly entry: Entry;
  /** Undefined where the entry states none. */
  readonly amount: Amount | undefined;
}

/** The entries of a dated part as of the day; undefined where they are not known. */
export function readDated(reading: Reading, part: DatedPart): Part<DatedEntry> | undefined {
  return readPart(reading, part, 'at', (entry, day, pointer) => {
    const stated = entry['amount'];
    if (stated === undefined || stated === null) return { day, entry, amount: undefined };
    const amount = readAmount(reading, stated, entry, day, `${pointer}/amount`);
    return amount === undefined ? undefined : { day, entry, amount };
  });
}
