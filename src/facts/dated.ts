import { isAbsent, readAmount, readPart, type Dated, type Part, type Reading } from './reading.js';

/** Parts whose entries have a date in `at` and perhaps an amount. */
export type DatedPart = 'interactions' | 'opportunities' | 'assessments' | 'surveys' | 'costs';

export type DatedEntry = Dated;

const WITH_AMOUNT: readonly DatedPart[] = ['opportunities', 'costs'];

/** The entries of a dated part as of the day; undefined where they are not known. */
export function readDated(reading: Reading, part: DatedPart): Part<DatedEntry> | undefined {
  return readPart(reading, part, 'at', (entry, day, pointer) => {
    const stated = WITH_AMOUNT.includes(part) ? entry['amount'] : undefined;
    if (isAbsent(stated)) return { day, entry, amount: undefined, pointer };
    const amount = readAmount(reading, stated, entry, day, pointer);
    return amount === undefined ? undefined : { day, entry, amount, pointer };
  });
}
