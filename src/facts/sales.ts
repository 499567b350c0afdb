import type { Day } from '../internal/days.js';
import { MAX_MINOR } from '../internal/money.js';
import { createFindTwin, idOf, isEntry, isList, readAmount, readPart, unreadable, type Amount, type Entry, type Part, type ReadEntry, type Reading } from './reading.js';

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

function readSale(reading: Reading, entry: Entry, day: Day, pointer: string): ReadSale | undefined {
  const kind = entry['kind'] ?? 'sale';
  if (kind !== 'sale' && kind !== 'return') return unreadable(reading, `${pointer}/kind`, 'record/wrong-value');
  const amount = readAmount(reading, entry['amount'], entry, day, pointer);
  if (amount === undefined) return undefined;
  if (amount.face < 0) return unreadable(reading, `${pointer}/amount`, kind === 'sale' ? 'record/negative-sale' : 'record/negative-amount');
  return { kind, day, amount, entry, pointer, counts: kind === 'sale', id: idOf(entry['id']), returnOf: idOf(entry['returnOf']) };
}

function isOfNothing(sale: Sale): boolean {
  return sale.amount.face === 0;
}

/** The transactions of a record as of the day; undefined where they are not known. */
export function readSales(reading: Reading): Part<Sale> | undefined {
  // A return that cannot be read, or that clashes with another, may have undone the sale that it names, in whatever window that was.
  const doubtful = new Set<string>();
  const doubt = (entry: Entry): void => {
    const returned = idOf(entry['returnOf']);
    if (returned !== undefined) doubtful.add(returned);
  };
  const findTwin = createFindTwin(reading);
  const read: ReadEntry<ReadSale> = (entry, day, pointer) => {
    const sale = readSale(reading, entry, day, pointer);
    if (sale === undefined) doubt(entry);
    return sale;
  };
  const part = readPart<ReadSale>(reading, 'transactions', 'at', read, (one, pointer) => {
    const twin = findTwin(one, pointer);
    if (twin?.isSame === false) [twin.first, one].forEach((clashing) => { doubt(clashing.entry); });
    return twin;
  });
  if (part === undefined) return undefined;
  const sales = part.entries.some(isOfNothing) ? part.entries.filter((sale) => !isOfNothing(sale)) : part.entries;
  const entries = withoutUndone(sales);
  if (doubtful.size === 0) return { entries, since: part.since, unreadable: part.unreadable };
  const inDoubt = sales.filter(({ id }) => id !== undefined && doubtful.has(id)).map(({ day }) => day);
  return { entries, since: part.since, unreadable: [...part.unreadable, ...inDoubt] };
}

function isLinkedReturn(sale: ReadSale): sale is ReadSale & { readonly returnOf: string } {
  return sale.kind === 'return' && sale.returnOf !== undefined;
}

/** Marks the sales that are no purchases because returns linked to them, in the same currency, cover all of their amount. */
function withoutUndone(sales: readonly ReadSale[]): readonly Sale[] {
  if (!sales.some(isLinkedReturn)) return sales;
  const returned = new Map<string, number>();
  for (const sale of sales) {
    if (!isLinkedReturn(sale)) continue;
    const { returnOf, amount } = sale;
    const key = `${amount.currency} ${returnOf}`;
    returned.set(key, (returned.get(key) ?? 0) + amount.face);
  }
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

/** Units sold by a sale: its own, else the sum of its lines; undefined where they are not stated. */
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
    units += stated;
  }
  return units;
}

export function isUnits(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_MINOR;
}
