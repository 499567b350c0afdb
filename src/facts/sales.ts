import type { Day } from '../internal/days.js';
import { isEntry, readAmount, readPart, unreadable, type Amount, type Entry, type Part, type Reading } from './reading.js';

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

interface ReadSale extends Sale {
  readonly id: string | undefined;
  readonly returnOf: string | undefined;
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** The transactions of a record as of the day; undefined where they are not known. */
export function readSales(reading: Reading): Part<Sale> | undefined {
  const byId = new Map<string, ReadSale>();

  const part = readPart<ReadSale>(reading, 'transactions', 'at', (entry, day, pointer) => {
    const kind = entry['kind'] ?? 'sale';
    if (kind !== 'sale' && kind !== 'return') return unreadable(reading, `${pointer}/kind`, 'record/unknown-kind');
    const amount = readAmount(reading, entry['amount'], entry, day, `${pointer}/amount`);
    if (amount === undefined) return undefined;
    if (amount.face < 0) return unreadable(reading, `${pointer}/amount`, kind === 'sale' ? 'record/negative-sale' : 'record/negative-return');
    const id = idOf(entry['id']);
    const sale: ReadSale = { kind, day, amount, entry, pointer, counts: kind === 'sale', id, returnOf: idOf(entry['returnOf']) };
    const twin = id === undefined ? undefined : byId.get(id);
    if (twin !== undefined) {
      reading.find('data/duplicate-id', { id: id ?? '' }, { pointer: `${pointer}/id` });
      return isSame(twin, sale) ? 'ignored' : undefined;
    }
    if (id !== undefined) byId.set(id, sale);
    return amount.face === 0 ? 'ignored' : sale;
  });
  return part === undefined ? undefined : { ...part, entries: withoutUndone(part.entries) };
}

/** The same event met twice, rather than two events under one id. */
function isSame(a: Sale, b: Sale): boolean {
  return a.kind === b.kind && a.day === b.day && a.amount.face === b.amount.face && a.amount.currency === b.amount.currency;
}

/** Marks the sales that are no purchases because returns linked to them, in the same currency, cover all of their amount. */
function withoutUndone(sales: readonly ReadSale[]): readonly Sale[] {
  const returned = new Map<string, number>();
  for (const { kind, returnOf, amount } of sales) {
    if (kind !== 'return' || returnOf === undefined) continue;
    const key = `${amount.currency} ${returnOf}`;
    returned.set(key, (returned.get(key) ?? 0) + amount.face);
  }
  if (returned.size === 0) return sales;
  return sales.map((sale) => {
    const undone = sale.kind === 'sale' && sale.id !== undefined && (returned.get(`${sale.amount.currency} ${sale.id}`) ?? 0) >= sale.amount.face;
    return undone ? { ...sale, counts: false } : sale;
  });
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
  if (!Array.isArray(lines)) return undefined;
  const read: SaleLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line: unknown = lines[index];
    const pointer = `${sale.pointer}/lines/${String(index)}`;
    if (!isEntry(line)) return unreadable(reading, pointer, 'record/wrong-type');
    const given = line['amount'];
    const inSaleCurrency = { ...line, currency: sale.amount.currency };
    const amount = given === undefined || given === null ? undefined : readAmount(reading, given, inSaleCurrency, sale.day, `${pointer}/amount`);
    read.push({ day: sale.day, entry: line, amount });
  }
  return read;
}

/** Units sold by a sale: its own, else the sum of its lines; undefined where they are not stated. */
export function unitsOf(sale: Sale): number | undefined {
  const own = sale.entry['units'];
  if (own !== undefined && own !== null) return isUnits(own) ? own : undefined;
  const lines = sale.entry['lines'];
  if (!Array.isArray(lines) || lines.length === 0) return undefined;
  let units = 0;
  for (const line of lines as readonly unknown[]) {
    const stated = isEntry(line) ? line['units'] : undefined;
    if (!isUnits(stated)) return undefined;
    units += stated;
  }
  return units;
}

function isUnits(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
