import type { Day } from '../internal/days.js';
import { readMinor } from '../internal/money.js';
import { readDay } from '../internal/when.js';
import { isAfter } from './as-of.js';
import { createFirstPlace } from './ids.js';
import { coveredSince, idOf, isAbsent, isEntry, isSameEvent, listOf, readAmount, unreadable, type Amount, type Dated, type Entry, type Part, type Reading } from './reading.js';

/** What a transaction is. One of no amount counts nowhere, and neither do two that differ under one id; a sale that returns linked to it have undone is no purchase. */
export const NOTHING = 0;
export const RETURN = 1;
const UNDONE = 2;
export const PURCHASE = 3;

/**
 * The transactions of a record as of the day, in columns: a fact needs a day and an amount of each, and an object for each would cost more than
 * to read it. Place i of every column is one transaction.
 */
export interface SaleColumns extends Part<Entry> {
  readonly days: readonly Day[];
  /** In minor units of the policy's currency; not a number where no sum may hold it. */
  readonly minor: readonly number[];
  readonly kinds: readonly number[];
  /** The place of each in the list of the record. */
  readonly places: readonly number[];
  /** By place, the amounts that are not simply minor units of the policy's currency. */
  readonly amounts: ReadonlyMap<number, Amount>;
  readonly currency: string;
}

/** The amount of a transaction. */
export function amountAt({ minor, amounts, currency }: Pick<SaleColumns, 'minor' | 'amounts' | 'currency'>, place: number): Amount {
  const plain = minor[place] ?? Number.NaN;
  return amounts.get(place) ?? { minor: plain, face: plain, currency };
}

/** An amount in the policy's own currency without an object for it; not a number where it has to be read with care. */
function plainAmount({ settings }: Reading, entry: Entry): number {
  const stated = entry['currency'];
  if (stated !== undefined && stated !== settings.currency && !isAbsent(stated)) return Number.NaN;
  const minor = readMinor(entry['amount'], settings.exponent);
  return typeof minor === 'number' && minor >= 0 ? minor : Number.NaN;
}

/** Reads an amount that is not plain; undefined, with a finding, where the transaction cannot be read. */
function otherAmount(reading: Reading, entry: Entry, day: Day, isSale: boolean, pointer: string): Amount | undefined {
  const amount = readAmount(reading, entry['amount'], entry, day, pointer);
  if (amount !== undefined && amount.face < 0) return unreadable(reading, `${pointer}/amount`, isSale ? 'record/negative-sale' : 'record/negative-amount');
  return amount;
}

const pointerAt = (place: number): string => `/transactions/${String(place)}`;

/** The columns of the transactions of a record; undefined where they are not known. */
export function readSaleColumns(reading: Reading): SaleColumns | undefined {
  const list = listOf(reading, 'transactions');
  if (list === undefined) return undefined;
  const { settings, asOf } = reading;
  const { zone, currency } = settings;
  const entries: Entry[] = [];
  const days: Day[] = [];
  const minor: number[] = [];
  const kinds: number[] = [];
  const places: number[] = [];
  const lost: (Day | null)[] = [];
  const amounts = new Map<number, Amount>();
  const firstPlace = createFirstPlace();
  const linked: number[] = [];
  // A return that cannot be read, or that clashes with another, may have undone the sale that it names, in whatever window that was.
  const doubtful = new Set<string>();
  const doubt = (entry: Entry): void => {
    const returned = idOf(entry['returnOf']);
    if (returned !== undefined) doubtful.add(returned);
  };
  const datedAt = (place: number): Dated => ({ day: days[place] ?? 0, amount: amountAt({ minor, amounts, currency }, place), entry: entries[place] ?? {}, pointer: pointerAt(places[place] ?? 0) });

  for (let index = 0; index < list.length; index += 1) {
    const entry: unknown = list[index];
    if (!isEntry(entry)) {
      unreadable(reading, pointerAt(index), 'record/wrong-type');
      lost.push(null);
      continue;
    }
    const when = entry['at'];
    const day = readDay(zone, when);
    if (day === null) {
      unreadable(reading, `${pointerAt(index)}/at`, 'time/not-a-date');
      lost.push(null);
      continue;
    }
    if (day >= asOf.day && isAfter(when, day, asOf, zone)) {
      reading.later();
      continue;
    }
    const kind = entry['kind'] ?? 'sale';
    const isSale = kind === 'sale';
    if (!isSale && kind !== 'return') {
      unreadable(reading, `${pointerAt(index)}/kind`, 'record/wrong-value');
      doubt(entry);
      lost.push(day);
      continue;
    }
    const plain = plainAmount(reading, entry);
    const amount = Number.isNaN(plain) ? otherAmount(reading, entry, day, isSale, pointerAt(index)) : undefined;
    if (amount === undefined && Number.isNaN(plain)) {
      doubt(entry);
      lost.push(day);
      continue;
    }
    const id = idOf(entry['id']);
    const place = entries.length;
    const first = id === undefined ? -1 : firstPlace(id, place);
    if (id !== undefined && first !== -1) {
      reading.find('data/duplicate-id', { id }, { pointer: `${pointerAt(index)}/id` });
      const known = datedAt(first);
      const one: Dated = { day, amount: amount ?? { minor: plain, face: plain, currency }, entry, pointer: pointerAt(index) };
      if (isSameEvent(known, one)) continue;
      lost.push(known.day, day);
      // Neither of the two counts: which comes first in the record says nothing.
      kinds[first] = NOTHING;
      doubt(known.entry);
      doubt(entry);
      continue;
    }
    if (amount !== undefined) amounts.set(place, amount);
    const isNothing = (amount === undefined ? plain : amount.face) === 0;
    entries.push(entry);
    days.push(day);
    minor.push(amount === undefined ? plain : (amount.minor ?? Number.NaN));
    places.push(index);
    kinds.push(isNothing ? NOTHING : isSale ? PURCHASE : RETURN);
    if (!isSale && !isNothing && idOf(entry['returnOf']) !== undefined) linked.push(place);
  }
  const columns = { entries, days, minor, kinds, places, amounts, currency, since: coveredSince(reading, 'transactions'), unreadable: lost };
  if (linked.length > 0) markUndone(columns, linked);
  if (doubtful.size > 0) loseDoubtful(columns, doubtful);
  return columns;
}

/** Marks the sales that are no purchases because returns linked to them, in the same currency, cover all of their amount. */
function markUndone(columns: SaleColumns & { readonly kinds: number[] }, linked: readonly number[]): void {
  const { entries, kinds } = columns;
  const returned = new Map<string, number>();
  for (const place of linked) {
    // One that differs from another under its id counts for nothing: the sale that it names is in doubt.
    if (kinds[place] !== RETURN) continue;
    const { currency, face } = amountAt(columns, place);
    const key = `${currency} ${idOf(entries[place]?.['returnOf']) ?? ''}`;
    returned.set(key, (returned.get(key) ?? 0) + face);
  }
  for (let place = 0; place < entries.length; place += 1) {
    const id = kinds[place] === PURCHASE ? idOf(entries[place]?.['id']) : undefined;
    if (id === undefined) continue;
    const { currency, face } = amountAt(columns, place);
    if ((returned.get(`${currency} ${id}`) ?? 0) >= face) kinds[place] = UNDONE;
  }
}

/** Of a transaction whose id is in doubt nobody knows what it counts for. */
function loseDoubtful({ entries, days, kinds, unreadable: lost }: SaleColumns & { readonly unreadable: (Day | null)[] }, doubtful: ReadonlySet<string>): void {
  for (let place = 0; place < entries.length; place += 1) {
    const id = kinds[place] === NOTHING ? undefined : idOf(entries[place]?.['id']);
    if (id !== undefined && doubtful.has(id)) lost.push(days[place] ?? null);
  }
}
