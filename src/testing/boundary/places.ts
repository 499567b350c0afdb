import { dayOf, dayText } from '../../internal/days.js';
import { decimalOf, digitsAt, shiftDecimal } from '../../internal/decimal.js';
import { nextAbove, nextBelow } from '../../internal/floats.js';
import { majorOf, MAX_MINOR, readMinor } from '../../internal/money.js';
import { NUMERIC_TYPES, type Field, type RuleValue } from '../../rules/types.js';

/** The smallest step of a ratio that a report would show: a hundredth of a percentage point. */
const RATIO_DIGITS = 4;
const NUMBER_DIGITS = 2;

/** Types whose values lie on a line: numbers, money in minor units, days. */
export function isOrdered({ type }: Field): boolean {
  return type === 'date' || NUMERIC_TYPES.includes(type);
}

/** Where a value lies on the line of its type; undefined for a value of another type. */
export function placeOf(value: RuleValue | undefined, { type }: Field): number | undefined {
  if (type !== 'date') return typeof value === 'number' ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const [year = 0, month = 0, date = 0] = value.split('-').map(Number);
  return dayOf(year, month, date) ?? undefined;
}

/** The value at a place; undefined where the type has none there. */
export function valueAt(place: number, field: Field): RuleValue | undefined {
  const { type, min = type === 'count' ? 0 : -Infinity, max = Infinity } = field;
  if (type === 'date') return dayAt(Math.round(place));
  if (!Number.isFinite(place)) return undefined;
  const shown = type === 'money' ? majorOf(place, field.exponent ?? 2) : place;
  if (shown < min || shown > max || (type === 'money' && (!Number.isInteger(place) || Math.abs(place) > MAX_MINOR))) return undefined;
  return place + 0;
}

/** The first and the last day of the calendar. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

function dayAt(day: number): string | undefined {
  return day >= FIRST_DAY && day <= LAST_DAY ? dayText(day) : undefined;
}

/** How many digits after the point the steps at a place have. */
function digitsOf(place: number, { type }: Field): number {
  if (type === 'money' || type === 'date') return 0;
  const written = Math.max(0, -decimalOf(place).exponent);
  if (type === 'count' || type === 'days') return written;
  return Math.max(written, type === 'ratio' ? RATIO_DIGITS : NUMBER_DIGITS);
}

function moved(place: number, by: 1 | -1, field: Field): number {
  const least = -digitsOf(place, field);
  const decimal = decimalOf(place);
  const exponent = Math.min(decimal.exponent, least);
  const sum = Number(`${String(digitsAt(decimal, exponent) + BigInt(by) * 10n ** BigInt(least - exponent))}e${String(exponent)}`);
  if (sum !== place) return sum;
  // Beside so large a number the step is nothing.
  return by === 1 ? nextAbove(place) : nextBelow(place);
}

/** The nearest place below and above another that a record would hold: a minor unit, a day, a piece, a little of a ratio. */
export function beside(place: number, field: Field): { readonly below: number; readonly above: number } {
  // An amount that no coin pays has a coin on either side.
  if (field.type === 'money' && !Number.isInteger(place)) return { below: Math.floor(place), above: Math.ceil(place) };
  return { below: moved(place, -1, field), above: moved(place, 1, field) };
}

/** A place between two that a record would hold; undefined where there is none. */
export function between(low: number, high: number, field: Field): number | undefined {
  const digits = field.type === 'ratio' ? RATIO_DIGITS : field.type === 'number' ? NUMBER_DIGITS : 0;
  const middle = shiftDecimal(Math.round(shiftDecimal((low + high) / 2, digits)), -digits);
  return middle > low && middle < high ? middle : undefined;
}

/** The place of a number as people write it: money is in major units. */
export function placeOfNumber(written: number, { type, exponent = 2 }: Field): number | undefined {
  if (type === 'date') return undefined;
  if (type !== 'money') return written;
  const minor = readMinor(written, exponent);
  return typeof minor === 'number' ? minor : undefined;
}
