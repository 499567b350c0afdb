import type { Finding } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { canonicalJson } from '../internal/canonical.js';
import { readDay } from '../internal/when.js';
import type { RuleValue } from '../rules/types.js';
import { isAfter, type AsOfMoment } from './as-of.js';
import { computeFacts } from './compute.js';
import { createHistory, type Countable, type History } from './history.js';
import { KEPT_PARTS, NO_EVENTS, type KeepPlan, type KeptPart } from './accumulate-plan.js';
import { createReading, idOf, isEntry, isList, type Entry, type Part, type Reading } from './reading.js';
import { addTally, emptyTally, type Tally } from './tally.js';
import type { DayRange } from './window.js';

/** An event that is kept as it is, since another one may yet change what it means. */
export interface KeptRow {
  readonly entry: Json;
  /** How often it was added, where it has no id that would make the second one the same. */
  times: number;
}

/** Tallies by slot and bucket. */
export type Tallies = (Map<number, Tally> | undefined)[];

/** What is kept of one customer. */
export interface KeptCustomer {
  /** Of events that stand for themselves: without an id, and no return of a sale. */
  readonly tallies: Tallies;
  /** All other events, by part and by their canonical text. */
  readonly rows: Map<KeptPart, Map<string, KeptRow>>;
  /** The ids of rows, with their part. */
  readonly ids: Set<string>;
  /** Worked out of the rows when it is first asked for. */
  view: View | undefined;
}

/** The rows as they are read: those that no other one changes as tallies, the others as a record. */
interface View {
  readonly settled: Tallies;
  readonly open: { readonly [part: string]: readonly Json[] };
  /** Sales that returns name. */
  readonly named: ReadonlySet<string>;
  /** True if an invoice holds payments: a payment of the list may be one of them, met again. */
  readonly isPaidInside: boolean;
}

/** All that an accumulator keeps. */
export interface KeptState {
  readonly customers: Map<string, KeptCustomer>;
  /** The parts that are known: a customer without events of these has none. */
  readonly parts: Set<KeptPart>;
}

export function emptyCustomer(): KeptCustomer {
  return { tallies: [], rows: new Map(), ids: new Set(), view: undefined };
}

/** What is kept of a customer, to be changed. */
export function customerOf(state: KeptState, id: string): KeptCustomer {
  const known = state.customers.get(id) ?? emptyCustomer();
  state.customers.set(id, known);
  return known;
}

/** How an event is counted in a slot. */
interface Counting {
  readonly index: number;
  readonly count: NonNullable<ReturnType<Countable['read']>>;
}

/** One event, read by itself. */
interface One {
  readonly reading: Reading;
  /** How each slot counts it; undefined if one of them cannot read it. */
  readonly counts: readonly Counting[] | undefined;
}

function partOf(history: History, part: KeptPart): Part<unknown> | undefined {
  return part === 'transactions' ? history.sales() : part === 'invoices' ? history.invoices() : part === 'payments' ? history.payments() : history.dated[part]();
}

function readOne(plan: KeepPlan, part: KeptPart, entry: Json): One {
  const reading = createReading({ ...NO_EVENTS, [part]: [entry] }, plan.settings, plan.latest);
  const history = createHistory(reading);
  if (partOf(history, part)?.unreadable.length !== 0) return { reading, counts: undefined };
  const counts: Counting[] = [];
  for (const index of plan.slotsOf.get(part) ?? []) {
    const count = plan.slots[index]?.countable.read(history);
    if (count === undefined) return { reading, counts: undefined };
    counts.push({ index, count });
  }
  return { reading, counts };
}

/** Counts an event into its tallies. */
function countOne({ slots }: KeepPlan, { counts = [] }: One, tallies: Tallies): void {
  for (const { index, count } of counts) {
    count((day) =>
      (slots[index]?.bucketsOf(day) ?? []).map((bucket) => {
        const buckets = tallies[index] ?? new Map<number, Tally>();
        tallies[index] = buckets;
        const tally = buckets.get(bucket) ?? emptyTally();
        buckets.set(bucket, tally);
        return tally;
      }),
    );
  }
}

const returnOfEntry = (entry: Json): string | undefined => (isEntry(entry) ? idOf(entry['returnOf']) : undefined);
const idOfEntry = (entry: Json): string | undefined => (isEntry(entry) ? idOf(entry['id']) : undefined);

function hasPaymentsInside(part: KeptPart, entry: Json): boolean {
  const inside: unknown = part === 'invoices' && isEntry(entry) ? entry['payments'] : undefined;
  return isList(inside) && inside.length > 0;
}

/** True if it depends on no other event what an event means. */
function standsForItself(plan: KeepPlan, part: KeptPart, entry: Json, { counts }: One): boolean {
  return counts !== undefined && !plan.rowParts.has(part) && returnOfEntry(entry) === undefined && !hasPaymentsInside(part, entry);
}

function withoutPlace(findings: readonly Finding[], part: KeptPart): readonly Finding[] {
  const place = `/${part}/0`;
  return findings
    .filter(({ fact }) => fact === undefined)
    .map(({ pointer, ...finding }) => ({ ...finding, ...(pointer === undefined ? {} : { pointer: pointer.startsWith(place) ? pointer.slice(place.length) : pointer }) }));
}

const idKey = (part: KeptPart, id: string): string => `${part} ${id}`;

/** Adds a row that is not there yet. */
export function addRow(customer: KeptCustomer, part: KeptPart, text: string, row: KeptRow): void {
  const rows = customer.rows.get(part) ?? new Map<string, KeptRow>();
  customer.rows.set(part, rows);
  rows.set(text, row);
  const id = idOfEntry(row.entry);
  if (id !== undefined) customer.ids.add(idKey(part, id));
}

/** Adds an event, given as plain data of our own, and tells what was noticed about it. */
export function addEvent(plan: KeepPlan, state: KeptState, customerId: string, part: KeptPart, entry: Json): readonly Finding[] {
  state.parts.add(part);
  const customer = customerOf(state, customerId);
  if (!plan.readParts.has(part)) return [];
  const { zone } = plan.settings;
  const when: unknown = isEntry(entry) ? entry[part === 'invoices' ? 'issued' : 'at'] : undefined;
  const day = readDay(zone, when);
  if (day !== null && isAfter(when, day, plan.latest, zone)) return [{ code: 'event/after-as-of', params: { count: 1 } }];
  const one = readOne(plan, part, entry);
  const isAlone = standsForItself(plan, part, entry, one);
  const findings = withoutPlace(one.reading.findings(), part);
  const id = idOfEntry(entry);
  if (isAlone && id === undefined) {
    countOne(plan, one, customer.tallies);
    return findings;
  }
  const text = canonicalJson(entry);
  const row = customer.rows.get(part)?.get(text);
  const { view } = customer;
  const isMet = id !== undefined && customer.ids.has(idKey(part, id));
  if (row === undefined) addRow(customer, part, text, { entry, times: 1 });
  else if (id === undefined) row.times += 1;
  else return [...findings, { code: 'data/duplicate-id', pointer: '/id', params: { id } }];
  if (view !== undefined) {
    const isSettled = isAlone && !isMet && id !== undefined && !view.named.has(id) && !(part === 'payments' && view.isPaidInside);
    if (isSettled) countOne(plan, one, view.settled);
    else customer.view = undefined;
  }
  return isMet ? [...findings, { code: 'data/duplicate-id', pointer: '/id', params: { id } }] : findings;
}

/** True if a row means the same whatever the other rows are. */
function isSettledRow(entry: Json, part: KeptPart, met: ReadonlyMap<string, number>, named: ReadonlySet<string>): boolean {
  const id = idOfEntry(entry);
  return id !== undefined && met.get(idKey(part, id)) === 1 && !(part === 'transactions' && named.has(id));
}

/** Parts the rows into those that stand for themselves and those that must be read together. */
function viewOf(plan: KeepPlan, { rows }: KeptCustomer): View {
  const met = new Map<string, number>();
  const named = new Set<string>();
  let isPaidInside = false;
  for (const [part, ofPart] of rows) {
    for (const { entry } of ofPart.values()) {
      const [id, returned] = [idOfEntry(entry), returnOfEntry(entry)];
      if (id !== undefined) met.set(idKey(part, id), (met.get(idKey(part, id)) ?? 0) + 1);
      if (returned !== undefined) named.add(returned);
      isPaidInside ||= hasPaymentsInside(part, entry);
    }
  }
  const settled: Tallies = [];
  const open: { [part: string]: Json[] } = {};
  for (const [part, ofPart] of rows) {
    const isTogether = part === 'payments' && isPaidInside;
    for (const [, { entry, times }] of [...ofPart].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const one = isSettledRow(entry, part, met, named) && !isTogether ? readOne(plan, part, entry) : undefined;
      if (one !== undefined && standsForItself(plan, part, entry, one)) countOne(plan, one, settled);
      else for (let time = 0; time < times; time += 1) (open[part] ??= []).push(entry);
    }
  }
  return { settled, open, named, isPaidInside };
}

/** The tallies of buckets that belong to a range. */
function talliesIn(buckets: ReadonlyMap<number, Tally> | undefined, isIn: (bucket: number) => boolean): readonly Tally[] {
  if (buckets === undefined) return [];
  const tallies: Tally[] = [];
  for (const [bucket, tally] of buckets) if (isIn(bucket)) tallies.push(tally);
  return tallies;
}

/** The values of all facts that can be told of a customer, as of a moment, in the slots of the policy. */
export function readKept(plan: KeepPlan, state: KeptState, customerId: string, asOf: AsOfMoment): readonly (RuleValue | undefined)[] {
  const customer = state.customers.get(customerId) ?? emptyCustomer();
  const view = (customer.view ??= viewOf(plan, customer));
  const parts = KEPT_PARTS.filter((part) => state.parts.has(part)).map((part) => [part, view.open[part] ?? []] as const);
  const record: Entry = Object.fromEntries(parts);
  const slots = new Array<RuleValue | undefined>(plan.size).fill(undefined);
  const kept = ({ key }: { readonly key: string }, range: DayRange): readonly Tally[] => {
    const index = plan.slotOf.get(key);
    const slot = index === undefined ? undefined : plan.slots[index];
    if (index === undefined || slot === undefined) throw new TypeError(`nothing was kept of ${key}`);
    const isIn = slot.isIn(range);
    return [...talliesIn(customer.tallies[index], isIn), ...talliesIn(view.settled[index], isIn)];
  };
  computeFacts(createReading(record, plan.settings, asOf), plan.fields, plan.facts, slots, kept);
  return slots;
}

/** Adds what another accumulator of the same plan keeps. */
export function addState(to: KeptState, from: KeptState): void {
  for (const part of from.parts) to.parts.add(part);
  for (const [id, other] of from.customers) {
    const customer = customerOf(to, id);
    customer.view = undefined;
    other.tallies.forEach((buckets, index) => {
      const own = customer.tallies[index] ?? new Map<number, Tally>();
      customer.tallies[index] = own;
      for (const [bucket, tally] of buckets ?? []) {
        const known = own.get(bucket) ?? emptyTally();
        own.set(bucket, known);
        addTally(known, tally);
      }
    });
    for (const [part, rows] of other.rows) {
      for (const [text, { entry, times }] of rows) {
        const known = customer.rows.get(part)?.get(text);
        if (known === undefined) addRow(customer, part, text, { entry, times });
        else if (idOfEntry(entry) === undefined) known.times += times;
      }
    }
  }
}
