/** A calendar day as a whole number: days since 1970-01-01, in no time zone. */
export type Day = number;

export const DAY_IN_MS = 86_400_000;

/** The day of a civil date, or null if the calendar has no such date. Years 1 to 9999. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The civil date of a day (proleptic Gregorian calendar). */
export function civilDate(day: Day): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** A number that is the same for all days of one calendar month, and one more for the next month. */
export function monthIndex(day: Day): number {
  const { year, month } = civilDate(day);
  return year * 12 + month - 1;
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** The day as `YYYY-MM-DD`. */
export function dayText(day: Day): string {
  const { year, month, date } = civilDate(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}
