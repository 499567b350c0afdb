// From events to facts: a million flat transactions of 50,000 customers, read by the package and by one pass written by hand.
import { createClassifier, groupRecords, policyFrom } from 'clientele';
import { retail } from 'clientele/presets';
import { randomOf } from './customers.js';

/** A row of a table of transactions, as an export of a shop has it. */
export interface EventRow {
  readonly customerId: string;
  readonly id: string;
  readonly at: string | Date;
  readonly amount: string;
  readonly kind: 'sale' | 'return';
}

/** What the preset `retail` reads of a customer; undefined where there is none. */
export interface Figures {
  readonly netSpend: number;
  readonly purchases: number;
  readonly lifetimePurchases: number;
  readonly daysSinceLastPurchase: number | undefined;
  readonly daysSinceFirstPurchase: number | undefined;
  readonly lastGapDays: number | undefined;
}

const AS_OF = { asOf: '2026-06-30' } as const;
const AS_OF_DAY = Date.UTC(2026, 5, 30) / 86_400_000;
/** The window of the preset, as one who writes it by hand would: two years up to the day. */
const FROM_DAY = Date.UTC(2024, 6, 1) / 86_400_000;
const MINUTES_EAST = 480;
const DAYS_BACK = 1_500;

const two = (value: number): string => String(value).padStart(2, '0');

/** Transactions of a fixed seed: a twentieth are returns, and of the dates most have a time with an offset, others none or no time at all. */
export function eventsOf(count: number, customers: number, areDates = false, seed = 11): readonly EventRow[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, index): EventRow => {
    const ms = (AS_OF_DAY - Math.floor(random() * DAYS_BACK)) * 86_400_000 + Math.floor(random() * 86_400) * 1_000;
    const [day = '', time = ''] = new Date(ms).toISOString().slice(0, 19).split('T');
    const form = random();
    const text = form < 0.7 ? `${day}T${time}+08:00` : form < 0.8 ? `${day}T${time}Z` : form < 0.9 ? `${day} ${time}` : day;
    const minor = 1 + Math.floor(random() ** 2 * 200_000);
    return {
      customerId: `C-${Math.floor(random() * customers)}`,
      id: `T-${index}`,
      at: areDates ? new Date(ms - MINUTES_EAST * 60_000) : text,
      amount: `${Math.floor(minor / 100)}.${two(minor % 100)}`,
      kind: random() < 0.05 ? 'return' : 'sale',
    };
  });
}

function numberAt(text: string, start: number, width: number): number {
  let value = 0;
  for (let i = start; i < start + width; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) throw new Error(`no date: ${text}`);
    value = value * 10 + digit;
  }
  return value;
}

/** The day in Shanghai, whose clocks have not changed in these years. */
function dayByHand(at: string | Date): number {
  if (typeof at !== 'string') return Math.floor((at.getTime() + MINUTES_EAST * 60_000) / 86_400_000);
  const day = Date.UTC(numberAt(at, 0, 4), numberAt(at, 5, 2) - 1, numberAt(at, 8, 2)) / 86_400_000;
  if (at.length <= 19) return day;
  const minutes = numberAt(at, 11, 2) * 60 + numberAt(at, 14, 2);
  const offset = at.charAt(19) === 'Z' ? 0 : (at.charAt(19) === '-' ? -1 : 1) * (numberAt(at, 20, 2) * 60 + numberAt(at, 23, 2));
  return day + Math.floor((minutes - offset + MINUTES_EAST) / 1_440);
}

/** Cents of a decimal text with at most two digits after the point. */
function centsByHand(text: string): number {
  const cents = Math.round(Number(text) * 100);
  if (!(cents >= 0 && cents <= 2 ** 51) || cents / 100 !== Number(text)) throw new Error(`no amount: ${text}`);
  return cents;
}

/** One pass over the rows, and nothing that the preset does not need: no ids looked at, no findings, no currencies. */
export function figuresByHand(ids: readonly string[], rows: readonly EventRow[]): ReadonlyMap<string, Figures> {
  const found = new Map(ids.map((id) => [id, { cents: 0, purchases: 0, lifetime: 0, first: 0, last: 0, before: 0 }]));
  for (const row of rows) {
    const one = found.get(row.customerId);
    if (one === undefined) continue;
    const day = dayByHand(row.at);
    if (day > AS_OF_DAY) continue;
    const cents = centsByHand(row.amount);
    if (row.kind === 'return') {
      if (day >= FROM_DAY) one.cents -= cents;
      continue;
    }
    if (day >= FROM_DAY) {
      one.cents += cents;
      one.purchases += 1;
    }
    one.lifetime += 1;
    if (one.first === 0 || day < one.first) one.first = day;
    if (day > one.last) {
      one.before = one.last;
      one.last = day;
    } else if (day < one.last && day > one.before) one.before = day;
  }
  const figures = new Map<string, Figures>();
  for (const [id, { cents, purchases, lifetime, first, last, before }] of found) {
    figures.set(id, {
      netSpend: cents / 100, purchases, lifetimePurchases: lifetime,
      daysSinceLastPurchase: last === 0 ? undefined : AS_OF_DAY - last,
      daysSinceFirstPurchase: first === 0 ? undefined : AS_OF_DAY - first,
      lastGapDays: before === 0 ? undefined : last - before,
    });
  }
  return figures;
}

/** The way of the package: rows grouped into records, and each record scored, which makes its facts and more. */
export function createFacts(): (ids: readonly string[], rows: readonly EventRow[]) => ReadonlyMap<string, Figures> {
  const classifier = createClassifier(policyFrom(retail, { id: 'bench', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai' }));
  return (ids, rows) => {
    const { records } = groupRecords({ customers: ids.map((id) => ({ id })), transactions: rows });
    const figures = new Map<string, Figures>();
    for (const record of records) figures.set(record.customer.id, classifier.score(record, AS_OF).facts as unknown as Figures);
    return figures;
  };
}

const COMPARED = ['netSpend', 'purchases', 'lifetimePurchases', 'daysSinceLastPurchase', 'daysSinceFirstPurchase', 'lastGapDays'] as const;

/** Throws where the two ways differ in any figure of any customer. */
export function mustAgree(hand: ReadonlyMap<string, Figures>, ours: ReadonlyMap<string, Figures>): void {
  if (hand.size !== ours.size) throw new Error(`${hand.size} customers by hand and ${ours.size} by the package`);
  for (const [id, expected] of hand) {
    const actual = ours.get(id);
    for (const name of COMPARED) {
      if ((actual?.[name] ?? null) !== (expected[name] ?? null)) throw new Error(`${name} of ${id} is ${String(expected[name])}, and the package gave ${String(actual?.[name])}`);
    }
  }
}
