import { ClassifierError } from '../errors/classifier-error.js';
import { isJsonList, isJsonObject, type Json } from '../errors/json.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { canonicalJson } from '../internal/canonical.js';
import { MAX_MINOR } from '../internal/money.js';
import { addRow, emptyCustomer, type KeptCustomer, type KeptState, type Tallies } from './accumulate.js';
import { KEPT_PARTS, type KeepPlan, type KeptPart } from './accumulate-plan.js';
import { addDay, addText, emptyTally, type Edge, type Tally } from './tally.js';

const byFirst = <T>([a]: readonly [T, ...unknown[]], [b]: readonly [T, ...unknown[]]): number => (a < b ? -1 : a > b ? 1 : 0);

function edgeJson({ day, instant, value }: Edge): Json {
  const at = [day, Number.isFinite(instant) ? instant : null];
  return value === undefined ? at : [...at, typeof value === 'number' ? value + 0 : value];
}

/** A tally as JSON: what is as at the beginning is left out. Beyond exact sums only that they are is kept, so that no order changes a byte. */
function tallyJson(tally: Tally): Json {
  const { n, squares, least, most, first, last, byDay, texts } = tally;
  const isExact = tally.size <= MAX_MINOR;
  const [sum, size] = isExact ? [tally.sum + 0, tally.size + 0] : [0, MAX_MINOR + 1];
  return {
    ...(byDay === undefined ? {} : { days: [...byDay].sort(byFirst).map(([day, of]) => (of.sum === 0 || !isExact ? [day, of.n] : [day, of.n, of.sum])) }),
    ...(first === undefined ? {} : { first: edgeJson(first) }),
    ...(last === undefined ? {} : { last: edgeJson(last) }),
    ...(least === Infinity ? {} : { least: least + 0 }),
    ...(most === -Infinity ? {} : { most: most + 0 }),
    n,
    ...(size === 0 ? {} : { size }),
    ...(squares === 0n ? {} : { squares: String(squares) }),
    ...(sum === 0 ? {} : { sum }),
    ...(texts === undefined ? {} : { texts: [...texts].sort() }),
    ...(tally.isUndecided ? { undecided: true } : {}),
    ...(tally.isUnknown ? { unknown: true } : {}),
  };
}

function customerJson({ tallies, rows }: KeptCustomer): Json {
  const counted = tallies.flatMap((buckets, index): readonly Json[] =>
    buckets === undefined || buckets.size === 0 ? [] : [[index, [...buckets].sort(byFirst).map(([bucket, tally]) => [bucket, tallyJson(tally)])]],
  );
  const events = [...rows].sort(byFirst).map(([part, ofPart]) => [part, [...ofPart].sort(byFirst).map(([text, { times }]) => [text, times])]);
  return { rows: events, tallies: counted };
}

/** What is kept, as JSON that is the same whatever the order in which events came. */
export function keptJson(plan: KeepPlan, state: KeptState): { readonly [name: string]: Json } {
  return {
    customers: [...state.customers].sort(byFirst).map(([id, customer]) => [id, customerJson(customer)]),
    parts: [...state.parts].sort(),
    selections: [...plan.slotOf.keys()],
  };
}

/** Refuses what a host kept, for a problem at a place. */
export function refuseKept(pointer: string, problem: string): never {
  throw new ClassifierError([referenceIssue('accumulator/not-understood', pointer, { problem })]);
}

/** Where something stands, for what is said about it. */
type Place = string;

const listAt = (json: Json | undefined, place: Place): readonly Json[] => (isJsonList(json) ? json : refuseKept(place, 'there must be a list'));
const textAt = (json: Json | undefined, place: Place): string => (typeof json === 'string' ? json : refuseKept(place, 'there must be a text'));

function wholeAt(json: Json | undefined, place: Place, least = -Infinity): number {
  return typeof json === 'number' && Number.isSafeInteger(json) && json >= least ? json : refuseKept(place, 'there must be a whole number');
}

function numberAt(json: Json | undefined, place: Place): number {
  return typeof json === 'number' ? json : refuseKept(place, 'there must be a number');
}

function edgeAt(json: Json, place: Place): Edge {
  const [day, instant, value] = listAt(json, place);
  if (value !== undefined && typeof value === 'object') refuseKept(place, 'there must be a figure or a text');
  return { day: wholeAt(day, place), instant: instant === null ? Infinity : wholeAt(instant, place), value: value };
}

function squaresAt(json: Json, place: Place): bigint {
  return typeof json === 'string' && /^\d+$/.test(json) ? BigInt(json) : refuseKept(place, 'there must be the text of a whole number');
}

const MEMBERS = ['days', 'first', 'last', 'least', 'most', 'n', 'size', 'squares', 'sum', 'texts', 'undecided', 'unknown'];

function tallyAt(json: Json | undefined, place: Place): Tally {
  if (!isJsonObject(json)) return refuseKept(place, 'there must be an object');
  const strange = Object.keys(json).find((name) => !MEMBERS.includes(name));
  if (strange !== undefined) refuseKept(place, `\`${strange}\` is not known`);
  const { days = [], first, last, least, most, size = 0, sum = 0, squares, texts = [], undecided = false, unknown = false } = json;
  const tally: Tally = {
    ...emptyTally(),
    n: wholeAt(json['n'], place, 0),
    sum: wholeAt(sum, place),
    size: wholeAt(size, place, 0),
    squares: squares === undefined ? 0n : squaresAt(squares, place),
    least: least === undefined ? Infinity : numberAt(least, place),
    most: most === undefined ? -Infinity : numberAt(most, place),
    first: first === undefined ? undefined : edgeAt(first, place),
    last: last === undefined ? undefined : edgeAt(last, place),
    isUndecided: undecided === true,
    isUnknown: unknown === true,
  };
  for (const one of listAt(days, place)) {
    const [day, n, ofDay = 0] = listAt(one, place);
    addDay(tally, wholeAt(day, place), wholeAt(n, place, 0), wholeAt(ofDay, place));
  }
  for (const text of listAt(texts, place)) addText(tally, textAt(text, place));
  return tally;
}

function talliesAt(plan: KeepPlan, json: Json | undefined, place: Place): Tallies {
  const tallies: Tallies = [];
  for (const one of listAt(json, place)) {
    const [index, buckets] = listAt(one, place);
    const at = wholeAt(index, place, 0);
    if (at >= plan.slots.length) refuseKept(place, `there is no selection ${String(at)}`);
    const kept = new Map<number, Tally>();
    tallies[at] = kept;
    for (const bucket of listAt(buckets, place)) {
      const [number, tally] = listAt(bucket, place);
      kept.set(wholeAt(number, place), tallyAt(tally, place));
    }
  }
  return tallies;
}

const partAt = (json: Json | undefined, place: Place): KeptPart => KEPT_PARTS.find((part) => part === json) ?? refuseKept(place, 'there must be a part of a record');

/** The event of a canonical text. */
function entryAt(text: string, place: Place): Json {
  try {
    const entry = JSON.parse(text) as Json;
    if (canonicalJson(entry) === text) return entry;
  } catch {
    // It is refused below.
  }
  return refuseKept(place, 'there must be the canonical text of an event');
}

function customerAt(plan: KeepPlan, json: Json | undefined, place: Place): KeptCustomer {
  if (!isJsonObject(json)) return refuseKept(place, 'there must be an object');
  const customer: KeptCustomer = { ...emptyCustomer(), tallies: talliesAt(plan, json['tallies'], place) };
  for (const ofPart of listAt(json['rows'], place)) {
    const [named, rows] = listAt(ofPart, place);
    const part = partAt(named, place);
    for (const row of listAt(rows, place)) {
      const [written, times] = listAt(row, place);
      const text = textAt(written, place);
      addRow(customer, part, text, { entry: entryAt(text, place), times: wholeAt(times, place, 1) });
    }
  }
  return customer;
}

/** Reads what `keptJson` wrote; throws for anything else. */
export function readKeptJson(plan: KeepPlan, json: { readonly [name: string]: Json }): KeptState {
  const selections = [...plan.slotOf.keys()];
  if (canonicalJson(json['selections'] ?? null) !== canonicalJson(selections)) refuseKept('/selections', 'it keeps other selections of events than this policy needs');
  const parts = new Set(listAt(json['parts'], '/parts').map((part, index) => partAt(part, `/parts/${String(index)}`)));
  const customers = new Map<string, KeptCustomer>();
  listAt(json['customers'], '/customers').forEach((one, index) => {
    const place = `/customers/${String(index)}`;
    const [id, customer] = listAt(one, place);
    customers.set(textAt(id, place), customerAt(plan, customer, place));
  });
  return { customers, parts };
}
