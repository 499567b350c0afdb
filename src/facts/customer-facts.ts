import { civilDate, type Day } from '../internal/days.js';
import { readMinor } from '../internal/money.js';
import { shiftMonths } from '../internal/months.js';
import { completedMonths } from '../internal/periods.js';
import { dayIn, readMoment } from '../internal/when.js';
import type { History } from './history.js';
import type { Moves } from './movement.js';
import { isAbsent, isEntry } from './reading.js';
import type { Turns } from './timeline.js';

/** Generations by their last year of birth, as the Pew Research Center draws them ("Defining generations", 2019); before the first of them too. */
const LAST_BIRTHS = [
  ['greatest', 1927],
  ['silent', 1945],
  ['boomer', 1964],
  ['x', 1980],
  ['millennial', 1996],
  ['z', 2012],
] as const;
const YOUNGER = 'after-z';

export type Generation = (typeof LAST_BIRTHS)[number][0] | typeof YOUNGER;

export const GENERATIONS: readonly Generation[] = Object.freeze([...LAST_BIRTHS.map(([name]) => name), YOUNGER]);

function stated({ reading }: History, name: string): unknown {
  const customer = reading.record['customer'];
  const value = isEntry(customer) && Object.hasOwn(customer, name) ? customer[name] : undefined;
  return isAbsent(value) ? undefined : value;
}

/** The stated day of birth; undefined where it is not stated, or is no date (a finding). */
function dayOfBirth(history: History): Day | undefined {
  const { reading } = history;
  const value = stated(history, 'birthday');
  const moment = value === undefined ? null : readMoment(value);
  if (moment === null) return value === undefined ? undefined : void reading.find('data/wrong-type', { expected: 'date' }, { pointer: '/customer/birthday' });
  return dayIn(reading.settings.zone, moment);
}

/** The day of birth; undefined where it is not known, or is yet to come. */
function birthday(history: History): Day | undefined {
  const day = dayOfBirth(history);
  return day === undefined || day > history.reading.asOf.day ? undefined : day;
}

/** The day of birth, and every birthday. */
export const withBirthdays: Moves = {
  turns: ({ history }) => {
    const born = dayOfBirth(history);
    if (born === undefined) return [];
    const turns: Turns = (after) => {
      const years = Math.max(0, civilDate(after).year - civilDate(born).year);
      const [day = Infinity] = [years, years + 1].map((count) => shiftMonths(born, count * 12)).filter((birthday) => birthday > after);
      return day;
    };
    return [turns];
  },
};

/** Age in whole years. */
export function ageYears(history: History): number | undefined {
  const born = birthday(history);
  return born === undefined ? undefined : Math.floor(completedMonths(born, history.reading.asOf.day) / 12);
}

/** The generation of the year of birth. */
export function generation(history: History): Generation | undefined {
  const born = birthday(history);
  if (born === undefined) return undefined;
  const { year } = civilDate(born);
  return LAST_BIRTHS.find(([, last]) => year <= last)?.[0] ?? YOUNGER;
}

/** The credit limit, in minor units. */
export function creditLimit(history: History): number | undefined {
  const { reading } = history;
  const value = stated(history, 'creditLimit');
  if (value === undefined) return undefined;
  const minor = readMinor(value, reading.settings.exponent);
  if (typeof minor === 'number' && minor >= 0) return minor;
  return void reading.find(minor === 'too-large' ? 'money/too-large' : 'data/wrong-type', minor === 'too-large' ? {} : { expected: 'money' }, { pointer: '/customer/creditLimit' });
}
