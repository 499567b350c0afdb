import type { Json } from '../../errors/json.js';
import type { Day } from '../../internal/days.js';
import type { Entry, PartName } from '../../facts/reading.js';

/** What is done, in words for programs: `{ "type": "purchase", "amount": 320 }`. */
export type Deed = { readonly [name: string]: Json };

/** By facts, how far they are from where they would have to be. */
export type Distances = ReadonlyMap<string, number>;

/** Something that can be done by a day, more or less of it: so many steps. */
export interface Lever {
  /** What it is, with all that `put` depends on: what was tried of one lever is known of all by its id. */
  readonly id: string;
  /** The facts that it is done for, the most telling first. */
  readonly facts: readonly string[];
  readonly kind: 'ahead' | 'hindsight';
  /** The parts of a record that it changes; none where a fact is said. */
  readonly parts: readonly PartName[];
  /** The last day on which it can be done; null for a value that is said instead of done. */
  readonly by: Day | null;
  /** As of when the changed record is classified. */
  readonly asOf: string;
  /** The most steps that are thought of. */
  readonly most: number;
  /** How many steps bring a fact so much further: where a search begins, one after the other. */
  readonly guesses: (distances: Distances) => readonly number[];
  /** A copy of a record with so many steps done, at the first day possible or at the last. */
  readonly put: (record: Entry, steps: number, isEarly: boolean) => Entry;
  readonly deed: (steps: number) => Deed;
}

/** The same that can be done by several days, the one to be told first of all first. */
export interface Family {
  readonly id: string;
  readonly kind: Lever['kind'];
  readonly days: readonly Day[];
  /** Null for a day that it cannot be done by. */
  readonly at: (day: Day) => Lever | null;
}

/** The list of a part; undefined where the part is not known. */
export function partOf(record: Entry, part: string): readonly unknown[] | undefined {
  const list = record[part];
  return Array.isArray(list) ? list : undefined;
}

/** A copy of a record with more entries in a part. */
export function withEntries(record: Entry, part: string, entries: readonly Entry[]): Entry {
  return { ...record, [part]: [...(partOf(record, part) ?? []), ...entries] };
}
