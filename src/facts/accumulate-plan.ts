import { dayOf, type Day } from '../internal/days.js';
import { FIRST_DAY } from '../internal/periods.js';
import type { RuleValue } from '../rules/types.js';
import type { AsOfMoment } from './as-of.js';
import type { PlannedField } from './compute.js';
import { createHistory, type Countable, type History } from './history.js';
import type { PlannedFact } from './plan.js';
import { createReading, type Entry, type FactSettings, type PartName } from './reading.js';
import { contains, type DayRange } from './window.js';

/** The parts of a record whose events an accumulator takes, in the order in which their names are listed. */
export const KEPT_PARTS: readonly KeptPart[] = Object.freeze<KeptPart[]>(['transactions', 'invoices', 'payments', 'interactions', 'opportunities', 'assessments', 'surveys', 'costs']);

/** A part of a record whose events can be added one by one. */
export type KeptPart = 'transactions' | 'invoices' | 'payments' | 'interactions' | 'opportunities' | 'assessments' | 'surveys' | 'costs';

/** A bucket of all that is older than every day that can still be asked for by itself. */
const OLDER = FIRST_DAY - 1;

/** What is kept of a selection of events: tallies in buckets. */
export interface KeptSlot {
  readonly countable: Countable;
  /** The buckets in which an event of a day is counted. */
  readonly bucketsOf: (day: Day) => readonly number[];
  /** True if a bucket belongs to a range. */
  readonly isIn: (range: DayRange) => (bucket: number) => boolean;
}

/** What an accumulator keeps, and which facts it can tell. */
export interface KeepPlan {
  readonly settings: FactSettings;
  /** The moment as of which facts are read, or from which on. */
  readonly moment: AsOfMoment;
  /** The last moment whose events are kept. */
  readonly latest: AsOfMoment;
  /** In the order of their keys. */
  readonly slots: readonly KeptSlot[];
  readonly slotOf: ReadonlyMap<string, number>;
  /** The slots in which an event of a part may be counted. */
  readonly slotsOf: ReadonlyMap<PartName, readonly number[]>;
  /** Parts whose events are kept one by one, because a fact needs to see each. */
  readonly rowParts: ReadonlySet<PartName>;
  /** Parts that any fact looks at. */
  readonly readParts: ReadonlySet<PartName>;
  readonly facts: readonly PlannedFact[];
  readonly fields: readonly PlannedField[];
  /** How many slots the facts and fields of the policy have. */
  readonly size: number;
}

export interface KeepRequest {
  readonly settings: FactSettings;
  readonly moment: AsOfMoment;
  /** True if facts are read as of any day from the moment on. */
  readonly isFrom: boolean;
  readonly facts: readonly PlannedFact[];
  readonly fields: readonly PlannedField[];
  readonly inputs: (id: string) => readonly string[];
  readonly size: number;
}

/** A record in which every part is known and empty. */
export const NO_EVENTS: Entry = Object.freeze(Object.fromEntries([...KEPT_PARTS, 'targets'].map((part) => [part, Object.freeze([])])));

/** What a fact asks for when there are no events. */
interface Asked {
  readonly ranges: readonly { readonly countable: Countable; readonly range: DayRange }[];
  readonly readsCustomer: boolean;
}

function ask(fact: PlannedFact, { settings, moment, size }: KeepRequest): Asked {
  const ranges: { readonly countable: Countable; readonly range: DayRange }[] = [];
  const state = { readsCustomer: false };
  const record = {
    ...NO_EVENTS,
    get customer(): Entry {
      state.readsCustomer = true;
      return {};
    },
  };
  const history: History = createHistory(createReading(record, settings, moment), (countable, range) => {
    ranges.push({ countable, range });
    return [];
  });
  fact.compute?.(history, new Array<RuleValue | undefined>(size).fill(undefined));
  return { ranges, readsCustomer: state.readsCustomer };
}

const sameRange = (a: DayRange, b: DayRange): boolean => a.from === b.from && a.to === b.to;
const byRange = (a: DayRange, b: DayRange): number => (a.from ?? OLDER) - (b.from ?? OLDER) || a.to - b.to;

/** As of one day: a bucket for each range that is asked for. */
function rangeSlot(countable: Countable, asked: readonly DayRange[]): KeptSlot {
  const ranges = asked.filter((range, index) => asked.findIndex((other) => sameRange(range, other)) === index).sort(byRange);
  return {
    countable,
    bucketsOf: (day) => {
      const buckets: number[] = [];
      for (let index = 0; index < ranges.length; index += 1) {
        const range = ranges[index];
        if (range !== undefined && contains(range, day)) buckets.push(index);
      }
      return buckets;
    },
    isIn: (range) => {
      const at = ranges.findIndex((other) => sameRange(range, other));
      if (at < 0) throw new TypeError(`nothing was kept of ${countable.key} for these days`);
      return (bucket) => bucket === at;
    },
  };
}

/**
 * From a day on: a bucket for each day that a range may still begin or end with, and one for all that is older. Ranges as of later days
 * never begin earlier, so that the first ranges say which days those are.
 */
function daySlot(countable: Countable, asked: readonly DayRange[], from: Day): KeptSlot {
  const horizon = asked.reduce((first, range) => Math.min(first, range.from ?? first), from + 1);
  return {
    countable,
    bucketsOf: (day) => [day < horizon ? OLDER : day],
    isIn: (range) => (bucket) => (bucket === OLDER ? range.from === null : contains(range, bucket)),
  };
}

/** The facts that an accumulator cannot tell, whatever it keeps: they look at plans, which come without a date. */
export function factsNotKept(facts: readonly PlannedFact[]): readonly string[] {
  return facts.filter(({ needs }) => needs.some(({ part }) => part === 'targets')).map(({ id }) => id);
}

/** Finds out what has to be kept for facts: each is asked once over a record without events. */
export function planKeeping(request: KeepRequest): KeepPlan {
  const { settings, moment, isFrom, size } = request;
  const slots = new Map<string, { readonly countable: Countable; readonly ranges: DayRange[] }>();
  const rowParts = new Set<PartName>();
  const known = new Set<string>(['asOf']);
  const facts: PlannedFact[] = [];
  for (const fact of request.facts) {
    const inputs = request.inputs(fact.id);
    // What reads the customer, or what only a host can give, is told by whoever has the record.
    if (fact.compute === undefined || !inputs.every((input) => known.has(input))) continue;
    const asked: Asked = fact.needs.length > 0 || inputs.length === 0 ? ask(fact, request) : { ranges: [], readsCustomer: false };
    if (asked.readsCustomer) continue;
    known.add(fact.id);
    facts.push(fact);
    const counted = new Set(asked.ranges.map(({ countable }) => countable.part));
    for (const { part } of fact.needs) if (!counted.has(part)) rowParts.add(part);
    for (const { countable, range } of asked.ranges) {
      const slot = slots.get(countable.key) ?? { countable, ranges: [] };
      slots.set(countable.key, slot);
      slot.ranges.push(range);
    }
  }
  const keys = [...slots.keys()].sort();
  const readParts = new Set<PartName>([...rowParts, ...[...slots.values()].map(({ countable }) => countable.part)]);
  if (readParts.has('payments')) readParts.add('invoices');
  const slotsOf = new Map(KEPT_PARTS.map((part) => [part, keys.flatMap((key, index) => {
    const of = slots.get(key)?.countable.part;
    // Payments may stand inside invoices.
    return of === part || (part === 'invoices' && of === 'payments') ? [index] : [];
  })] as const));
  return {
    settings,
    moment,
    latest: isFrom ? { ...moment, day: dayOf(9999, 12, 31) ?? moment.day, instant: null } : moment,
    slots: keys.flatMap((key) => {
      const slot = slots.get(key);
      return slot === undefined ? [] : [isFrom ? daySlot(slot.countable, slot.ranges, moment.day) : rangeSlot(slot.countable, slot.ranges)];
    }),
    slotOf: new Map(keys.map((key, index) => [key, index])),
    slotsOf,
    rowParts,
    readParts,
    facts,
    fields: request.fields.filter(({ path }) => path === 'asOf'),
    size,
  };
}
