import { dayText } from '../internal/days.js';
import { minorExponent, readMinor } from '../internal/money.js';
import { readDay } from '../internal/when.js';
import type { RuleValue } from '../rules/types.js';
import { isAfter } from './as-of.js';
import type { PlannedFact } from './plan.js';
import { idOf, isAbsent, isEntry, isList, type Entry, type PartName, type Reading } from './reading.js';

/** Notes what is odd in a record although every figure is right. It changes no figure. */
export type Notice = (reading: Reading, slots: readonly (RuleValue | undefined)[]) => void;

function isKnown({ asOf, settings }: Reading, when: unknown): boolean {
  const day = readDay(settings.zone, when);
  return day !== null && !isAfter(when, day, asOf, settings.zone);
}

/** The amount of an entry in minor units of its own currency; undefined where it is none. */
function faceOf({ settings }: Reading, { amount, currency }: Entry): { readonly face: number; readonly currency: string } | undefined {
  const own = isAbsent(currency) ? settings.currency : currency;
  if (typeof own !== 'string') return undefined;
  const face = readMinor(amount, own === settings.currency ? settings.exponent : minorExponent(own));
  return typeof face === 'number' ? { face, currency: own } : undefined;
}

const mayBeNothing = (amount: unknown): boolean => (typeof amount === 'number' ? amount === 0 : typeof amount === 'string' ? amount.charCodeAt(0) <= 48 : typeof amount === 'object');

/** Transactions over nothing, which count nowhere, and sales of which more came back than was sold. */
function noticeAmounts(reading: Reading): void {
  const list = reading.record['transactions'];
  if (!isList(list)) return;
  let nothing = 0;
  let isLinked = false;
  for (let index = 0; index < list.length; index += 1) {
    const entry: unknown = list[index];
    if (!isEntry(entry)) continue;
    if (entry['returnOf'] !== undefined) isLinked = true;
    if (mayBeNothing(entry['amount']) && faceOf(reading, entry)?.face === 0 && isKnown(reading, entry['at'])) nothing += 1;
  }
  if (nothing > 0) reading.find('data/zero-amount', { count: nothing });
  if (isLinked) noticeReturns(reading, list);
}

function noticeReturns(reading: Reading, list: readonly unknown[]): void {
  const returned = new Map<string, number>();
  const seen = new Set<string>();
  const key = (id: string, currency: string): string => `${currency} ${id}`;
  const known = list.filter(isEntry).filter((entry) => isKnown(reading, entry['at']));
  for (const entry of known) {
    const [id, of, amount] = [idOf(entry['id']), idOf(entry['returnOf']), faceOf(reading, entry)];
    if (entry['kind'] !== 'return' || of === undefined || amount === undefined || (id !== undefined && seen.has(id))) continue;
    if (id !== undefined) seen.add(id);
    returned.set(key(of, amount.currency), (returned.get(key(of, amount.currency)) ?? 0) + amount.face);
  }
  for (const entry of known) {
    const [id, amount] = [idOf(entry['id']), faceOf(reading, entry)];
    if (entry['kind'] === 'return' || id === undefined || amount === undefined) continue;
    if ((returned.get(key(id, amount.currency)) ?? 0) > amount.face) reading.find('data/return-exceeds-sale', { id });
  }
}

/** Parts that a policy reads and that the record itself says are known only through an earlier day. */
function noticeStale(reading: Reading, parts: readonly PartName[]): void {
  const { coverage } = reading.record;
  if (!isEntry(coverage)) return;
  for (const part of parts) {
    const stated = coverage[part];
    const last = isEntry(stated) ? readDay(reading.settings.zone, stated['to']) : null;
    if (last !== null && last < reading.asOf.day) reading.find('history/stale', { part, until: dayText(last) });
  }
}

/** What is looked for in the records of a policy: nothing in parts that it does not read. */
export function createNotice(facts: readonly PlannedFact[]): Notice {
  const parts = [...new Set(facts.flatMap(({ needs }) => needs.map(({ part }) => part)))];
  const readsSales = parts.includes('transactions');
  const gaps = facts.find(({ id, compute }) => id === 'medianGapDays' && compute !== undefined);
  return (reading, slots) => {
    noticeStale(reading, parts);
    if (readsSales) noticeAmounts(reading);
    if (gaps !== undefined && slots[gaps.slot] === undefined && isExplained(reading, gaps.id)) reading.find('data/too-few', {}, { fact: gaps.id });
  };
}

/** Findings that say why a fact over sales is missing. */
const REASONS = ['data/part-absent', 'data/unreadable-entry', 'data/duplicate-id', 'data/wrong-type', 'history/too-short'];

/** True if nothing but the number of purchases can be why a fact over sales is missing. */
function isExplained(reading: Reading, id: string): boolean {
  const { facts: given, transactions } = reading.record;
  return isList(transactions) && transactions.length > 0 && !(isEntry(given) && Object.hasOwn(given, id)) && !reading.findings().some(({ code }) => REASONS.includes(code));
}
