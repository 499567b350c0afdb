import { leastOf } from '../internal/statistics.js';
import { instantIn, readMoment } from '../internal/when.js';
import type { Field, RuleValue } from '../rules/types.js';
import type { History } from './history.js';
import { isEntry, type Entry, type Reading } from './reading.js';
import { readValue } from './values.js';

/** Reads one path that is not a fact: a field of the customer, an assessment, the day. */
export type FieldReader = (history: History) => RuleValue | undefined;

/** The fields of a customer that rules may use. Attributes are declared by the policy. */
export const CUSTOMER_FIELDS: { readonly [path: string]: Field } = {
  'customer.id': { type: 'text' },
  'customer.kind': { type: 'enum', values: ['person', 'business', 'government'] },
  'customer.type': { type: 'text' },
  'customer.industry': { type: 'text' },
  'customer.region.country': { type: 'text' },
  'customer.region.province': { type: 'text' },
  'customer.region.city': { type: 'text' },
  'customer.size.employees': { type: 'count', min: 0 },
  'customer.size.annualRevenue': { type: 'money' },
};

const ASSESSMENTS = 'assessments.';

/** The field of a path that every policy has; undefined if there is none. */
export function standardField(path: string, exponent: number): Field | undefined {
  if (path === 'asOf') return { type: 'date' };
  if (path.startsWith(ASSESSMENTS) && path.length > ASSESSMENTS.length) return { type: 'ratio', min: 0, max: 1 };
  const field = Object.hasOwn(CUSTOMER_FIELDS, path) ? CUSTOMER_FIELDS[path] : undefined;
  return field?.type === 'money' ? { ...field, exponent } : field;
}

function ownEntry(entry: Entry, name: string): unknown {
  return Object.hasOwn(entry, name) ? entry[name] : undefined;
}

function readGiven(reading: Reading, value: unknown, field: Field, path: string): RuleValue | undefined {
  const read = readValue(value, field, reading.settings.zone);
  if (read.problem !== undefined) reading.find(read.problem, { expected: field.type }, { pointer: `/${path.replaceAll('.', '/')}` });
  return read.value;
}

/** What a rating is of its scale. */
export function ratingOf({ rating, of }: Entry): number | undefined {
  return typeof rating === 'number' && typeof of === 'number' && of > 0 && of < Number.POSITIVE_INFINITY && rating >= 0 && rating <= of ? rating / of : undefined;
}

/** The latest rating of an indicator by the day, as a ratio of its scale: of several at one time the lowest. A rating without a time of day is the last of its day. */
function assessment(history: History, indicator: string): RuleValue | undefined {
  const part = history.dated.assessments();
  if (part === undefined || part.unreadable.length > 0) return undefined;
  const { zone } = history.reading.settings;
  const timed = part.entries
    .filter(({ entry }) => entry['indicator'] === indicator)
    .map(({ day, entry, pointer }) => {
      const moment = readMoment(entry['at']);
      const instant = moment === null ? null : instantIn(zone, moment);
      return { day, instant: instant ?? Number.POSITIVE_INFINITY, ratio: ratingOf(entry), pointer };
    })
    .sort((a, b) => b.day - a.day || (a.instant === b.instant ? 0 : b.instant - a.instant));
  const latest = timed.filter(({ day, instant }) => day === timed[0]?.day && instant === timed[0].instant);
  const wrong = latest.find(({ ratio }) => ratio === undefined);
  if (wrong !== undefined) history.reading.find('data/wrong-type', { expected: 'rating' }, { pointer: wrong.pointer });
  const ratios = latest.flatMap(({ ratio }) => ratio ?? []);
  return wrong !== undefined || ratios.length === 0 ? undefined : leastOf(ratios);
}

/** The reader of a path that is not a fact. */
export function fieldReader(path: string, field: Field): FieldReader {
  if (path === 'asOf') return ({ reading }) => readValue(reading.asOf.text, field, reading.settings.zone).value;
  if (path.startsWith(ASSESSMENTS)) return (history) => assessment(history, path.slice(ASSESSMENTS.length));
  const names = path.split('.');
  return ({ reading }) => {
    let value: unknown = reading.record;
    for (const name of names) value = isEntry(value) ? ownEntry(value, name) : undefined;
    return readGiven(reading, value, field, path);
  };
}
