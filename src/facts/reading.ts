import type { Finding } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import type { FindingCode } from '../errors/finding-codes.js';
import { isBlank } from '../internal/blank.js';
import type { Day } from '../internal/days.js';
import { minorExponent, readMinor } from '../internal/money.js';
import { dayIn, readDay, readMoment } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import { isAfter, type AsOfMoment } from './as-of.js';
import type { Convert } from './rates.js';
import type { DayRange } from './window.js';

/** What every reading of a record needs to know: bound once in a classifier. */
export interface FactSettings {
  readonly zone: Zone;
  readonly currency: string;
  /** Decimal digits of the currency's minor unit. */
  readonly exponent: number;
  /** The month in which the fiscal year starts, 1 to 12. */
  readonly fiscalYearStart: number;
  readonly convert: Convert;
}

/** The parts of a record that hold its events. */
export type PartName =
  | 'transactions'
  | 'invoices'
  | 'payments'
  | 'targets'
  | 'interactions'
  | 'opportunities'
  | 'assessments'
  | 'surveys'
  | 'costs';

/** The entries of one part of a record that are known as of the day, in the order of the record. */
export interface Part<Entry> {
  readonly entries: readonly Entry[];
  /** The first day from which the part is complete; null: all of it is. */
  readonly since: Day | null;
  /** The days of entries that could not be read; null where not even the day could. */
  readonly unreadable: readonly (Day | null)[];
}

/** Plain properties of a record's entry. */
export type Entry = { readonly [property: string]: unknown };

/** Reads one record as of one day, and keeps what it noticed. */
export interface Reading {
  readonly settings: FactSettings;
  readonly asOf: AsOfMoment;
  readonly record: Entry;
  readonly find: (code: FindingCode, params: { readonly [name: string]: Json }, at?: { readonly pointer?: string; readonly fact?: string }) => void;
  readonly findings: () => readonly Finding[];
  /** Counts an entry that is left out because it comes later. */
  readonly later: () => void;
}

/** So many findings are compared one by one; of more, each has a key. */
const FEW_FINDINGS = 8;

function findingKey({ code, params, pointer, fact }: Finding): string {
  return JSON.stringify([code, params, pointer, fact]);
}

/** True where one text of the two is different: then there is no need to write them out. */
function differByText(a: Finding['params'], b: Finding['params']): boolean {
  for (const name of Object.keys(a)) {
    const text = a[name];
    if (typeof text === 'string' && text !== b[name]) return true;
  }
  return false;
}

function isSameFinding(a: Finding, b: Finding): boolean {
  if (a.code !== b.code || a.pointer !== b.pointer || a.fact !== b.fact || differByText(a.params, b.params)) return false;
  return findingKey(a) === findingKey(b);
}

export function createReading(record: Entry, settings: FactSettings, asOf: AsOfMoment): Reading {
  const findings: Finding[] = [];
  let seen: Set<string> | undefined;
  let laterCount = 0;
  const isKnown = (finding: Finding): boolean => {
    if (findings.length < FEW_FINDINGS) {
      for (const each of findings) if (isSameFinding(each, finding)) return true;
      return false;
    }
    seen ??= new Set(findings.map(findingKey));
    const { size } = seen;
    return seen.add(findingKey(finding)).size === size;
  };
  return {
    settings,
    asOf,
    record,
    find: (code, params, at) => {
      const finding: Finding = at === undefined ? { code, params } : { code, ...at, params };
      if (!isKnown(finding)) findings.push(finding);
    },
    findings: () => (laterCount === 0 ? findings : [...findings, { code: 'event/after-as-of', params: { count: laterCount } }]),
    later: () => {
      laterCount += 1;
    },
  };
}

export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** More entries than one customer can have: such a list is an accident. */
const MAX_ENTRIES = 1_000_000;

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= MAX_ENTRIES;
}

/** An amount in minor units of the policy's currency. */
export interface Amount {
  /** Null when it could not be converted or is too large: it exists, but no sum may hold it. */
  readonly minor: number | null;
  /** As written, in minor units of its own currency; infinite when too large. */
  readonly face: number;
  readonly currency: string;
}

/** Reads an amount of an entry, whose property `name` it is; undefined, with a finding, where it is none. */
export function readAmount(reading: Reading, value: unknown, entry: Entry, day: Day, owner: string, name = 'amount'): Amount | undefined {
  const { currency: own, exponent, convert } = reading.settings;
  const stated = entry['currency'];
  const currency = isAbsent(stated) ? own : stated;
  if (typeof currency !== 'string') return unreadable(reading, `${owner}/${name}`, 'money/unknown-currency');
  const face = readMinor(value, currency === own ? exponent : minorExponent(currency));
  if (typeof face === 'number' && currency === own) return { minor: face, face, currency };
  const pointer = `${owner}/${name}`;
  if (face === 'too-large') {
    reading.find('money/too-large', {}, { pointer });
    return { minor: null, face: Number.POSITIVE_INFINITY, currency };
  }
  if (typeof face === 'string') return unreadable(reading, pointer, `money/${face}`);
  const minor = convert(face, currency, own, day);
  if (minor === null) reading.find('money/rate-missing', { currency, to: own }, { pointer });
  return { minor, face, currency };
}

/** Notes an entry that could not be read, and why. */
export function unreadable(reading: Reading, pointer: string, problem: string): undefined {
  reading.find('data/unreadable-entry', { problem }, { pointer });
}

/** An entry with a date. */
export interface Dated {
  readonly day: Day;
  /** Undefined where the entry states none. */
  readonly amount: Amount | undefined;
  /** Of an invoice. */
  readonly due?: Day;
  readonly entry: Entry;
  /** Where it stands in the record. */
  readonly pointer: string;
}

/** Reads one entry; undefined where it could not be read. */
export type ReadEntry<E> = (entry: Entry, day: Day, pointer: string) => E | undefined;

/** True for what states nothing: absent, null, a blank text. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && isBlank(value));
}

/** An id of a host: drivers give texts or numbers. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && !isBlank(value) ? value : typeof value === 'number' ? String(value) : undefined;
}

/** Read by the parts themselves: two ways of writing one day or one amount are no difference. */
const READ_BY_PARTS = ['at', 'issued', 'due', 'amount', 'currency'];
const DEEPEST_DIFFERENCE = 6;

/** The same plain data. What is nested deeper than entries are is taken as different. */
function isSameData(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b)) return true;
  if (depth > DEEPEST_DIFFERENCE || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a) || isList(b)) return isList(a) && isList(b) && a.length === b.length && a.every((element, index) => isSameData(element, b[index], depth + 1));
  const [first, second] = [readMoment(a), readMoment(b)];
  if (first !== null || second !== null) return first?.kind === 'instant' && second?.kind === 'instant' && first.ms === second.ms;
  return isEntry(a) && isEntry(b) && isSameEntry(a, b, [], depth);
}

function isSameEntry(a: Entry, b: Entry, except: readonly string[], depth: number): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)].filter((name) => !except.includes(name)));
  return [...names].every((name) => isSameData(a[name], b[name], depth + 1));
}

/** The same event met twice, rather than two events under one id. */
export function isSameEvent(a: Dated, b: Dated): boolean {
  const isSameAmount = a.amount?.face === b.amount?.face && a.amount?.currency === b.amount?.currency;
  return a.day === b.day && a.due === b.due && isSameAmount && isSameEntry(a.entry, b.entry, READ_BY_PARTS, 0);
}

/** What became of an entry whose id was met before: the same event again, or another one, so that nobody knows which is right. */
export type Twin = { readonly isSame: true } | { readonly isSame: false; readonly first: Dated; readonly days: readonly Day[] };

/** Looks for entries under ids that were met before; undefined for a first one. */
export type FindTwin = (one: Dated, pointer: string) => Twin | undefined;

export function createFindTwin(reading: Reading): FindTwin {
  const byId = new Map<string, Dated>();
  return (one, pointer) => {
    const id = idOf(one.entry['id']);
    if (id === undefined) return undefined;
    const first = byId.get(id);
    if (first === undefined) {
      byId.set(id, one);
      return undefined;
    }
    reading.find('data/duplicate-id', { id }, { pointer: `${pointer}/id` });
    return isSameEvent(first, one) ? { isSame: true } : { isSame: false, first, days: [first.day, one.day] };
  };
}

/** The list of a part of the record; undefined, with a finding, where the part is not known. */
export function listOf(reading: Reading, part: PartName): readonly unknown[] | undefined {
  const list = reading.record[part];
  if (isList(list)) return list;
  if (list === undefined || list === null) reading.find('data/part-absent', { part });
  else reading.find('data/wrong-type', { expected: 'list' }, { pointer: `/${part}` });
  return undefined;
}

/** Reads a part whose entries each have a date in the property `dated`; entries after `asOf` are left out and counted. */
export function readPart<E extends Dated>(
  reading: Reading,
  part: PartName,
  dated: string,
  read: ReadEntry<E>,
  findTwin: FindTwin = createFindTwin(reading),
): Part<E> | undefined {
  const list = listOf(reading, part);
  if (list === undefined) return undefined;
  const { zone } = reading.settings;
  const entries: E[] = [];
  const lost: (Day | null)[] = [];
  // Neither of two that differ under one id counts: which comes first in the record says nothing.
  const disputed = new Set<Dated>();
  for (let index = 0; index < list.length; index += 1) {
    const entry: unknown = list[index];
    const when = isEntry(entry) ? entry[dated] : undefined;
    const day = readDay(zone, when);
    if (day === null || !isEntry(entry)) {
      unreadable(reading, isEntry(entry) ? `/${part}/${String(index)}/${dated}` : `/${part}/${String(index)}`, isEntry(entry) ? 'time/not-a-date' : 'record/wrong-type');
      lost.push(null);
      continue;
    }
    if (isAfter(when, day, reading.asOf, zone)) {
      reading.later();
      continue;
    }
    const pointer = `/${part}/${String(index)}`;
    const one = read(entry, day, pointer);
    const twin = one === undefined ? undefined : findTwin(one, pointer);
    if (one === undefined) lost.push(day);
    else if (twin === undefined) entries.push(one);
    else if (!twin.isSame) {
      lost.push(...twin.days);
      disputed.add(twin.first);
    }
  }
  return { entries: disputed.size === 0 ? entries : entries.filter((one) => !disputed.has(one)), since: coveredSince(reading, part), unreadable: lost };
}

/** Since when a part is complete, as the record's `coverage` says; null when all of it is. */
export function coveredSince(reading: Reading, part: PartName): Day | null {
  const coverage = reading.record['coverage'];
  const stated = isEntry(coverage) ? coverage[part] : coverage;
  if (stated === undefined || stated === null) return null;
  const moment = isEntry(stated) ? readMoment(stated['from']) : null;
  if (moment !== null) return dayIn(reading.settings.zone, moment);
  unreadable(reading, isEntry(coverage) ? `/coverage/${part}/from` : '/coverage', 'time/not-a-date');
  return Number.POSITIVE_INFINITY;
}

/** True if a part is known over all of a range; if it is not known that far back, a finding says so. */
export function covers(reading: Reading, name: PartName, part: Part<unknown>, range: DayRange, fact: string): boolean {
  if (part.since !== null && (range.from === null || range.from < part.since)) {
    reading.find('history/too-short', { part: name }, { fact });
    return false;
  }
  return part.unreadable.every((day) => day !== null && (day >= range.to || (range.from !== null && day < range.from)));
}
