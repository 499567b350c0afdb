import type { Day } from '../internal/days.js';
import { MAX_MINOR } from '../internal/money.js';
import { isEntry, isList, readAmount, unreadable, type Amount, type Entry, type Part, type Reading } from './reading.js';
import { amountAt, NOTHING, PURCHASE, RETURN, type SaleColumns } from './sale-columns.js';
import { MILLION } from './tally.js';

/** A sale or a return of positive amount. Zero amounts count nowhere. */
export interface Sale {
  readonly kind: 'sale' | 'return';
  readonly day: Day;
  readonly amount: Amount;
  readonly entry: Entry;
  readonly pointer: string;
  /** A purchase: a sale that returns linked to it have not undone. */
  readonly counts: boolean;
}

/** The transactions of columns, those of no amount left out. */
export function salesOf(columns: SaleColumns): Part<Sale> {
  const { entries: stated, days, kinds, places, since, unreadable: lost } = columns;
  const entries: Sale[] = [];
  for (let place = 0; place < stated.length; place += 1) {
    const entry = stated[place];
    const kind = kinds[place] ?? NOTHING;
    if (entry === undefined || kind === NOTHING) continue;
    const pointer = `/transactions/${String(places[place] ?? 0)}`;
    entries.push({ kind: kind === RETURN ? 'return' : 'sale', day: days[place] ?? 0, amount: amountAt(columns, place), entry, pointer, counts: kind === PURCHASE });
  }
  return { entries, since, unreadable: lost };
}

/** One line of a purchase. */
export interface SaleLine {
  readonly day: Day;
  readonly entry: Entry;
  readonly amount: Amount | undefined;
}

/** The lines of a sale; undefined where the sale has none stated or one of them cannot be read. */
export function linesOf(reading: Reading, sale: Sale): readonly SaleLine[] | undefined {
  const lines = sale.entry['lines'];
  if (!isList(lines)) return undefined;
  const read: SaleLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line: unknown = lines[index];
    const pointer = `${sale.pointer}/lines/${String(index)}`;
    if (!isEntry(line)) return unreadable(reading, pointer, 'record/wrong-type');
    const given = line['amount'];
    const inSaleCurrency = { ...line, currency: sale.amount.currency };
    const amount = given === undefined || given === null ? undefined : readAmount(reading, given, inSaleCurrency, sale.day, pointer);
    read.push({ day: sale.day, entry: line, amount });
  }
  return read;
}

/** Units sold by a sale: its own, else the sum of its lines, in whole millionths so that 0.7 and 0.1 are 0.8; undefined where they are not stated. */
export function unitsOf(sale: Sale): number | undefined {
  const own = sale.entry['units'];
  if (own !== undefined && own !== null) return isUnits(own) ? own : undefined;
  const lines = sale.entry['lines'];
  if (!isList(lines) || lines.length === 0) return undefined;
  let units = 0;
  // By place: a list may say anything of its iteration.
  for (let index = 0; index < lines.length; index += 1) {
    const line: unknown = lines[index];
    const stated = isEntry(line) ? line['units'] : undefined;
    if (!isUnits(stated)) return undefined;
    units += Math.round(stated * MILLION);
  }
  return units / MILLION;
}

export function isUnits(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_MINOR;
}
