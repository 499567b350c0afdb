import { dayOf } from '../internal/days.js';
import { shiftDecimal } from '../internal/decimal.js';
import type { NodeType } from './types.js';

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(%?)$/;

/** So many digits a number keeps: with more it would be another number. */
const EXACT_DIGITS = 15;

/** The number that a text stands for (`"5000"`, `"5,000"`, `"90%"`), to suggest it. */
export function numberOfText(text: string): number | undefined {
  const match = NUMBER.exec(text.trim());
  if (match === null) return undefined;
  const digits = match[0].replace(/[,%]/g, '');
  if (digits.replace(/\D/g, '').length > EXACT_DIGITS) return undefined;
  const number = Number(digits);
  return match[1] === '%' ? shiftDecimal(number, -2) : number;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?$/;
const DAY_LENGTH = 10;

/** The day that a text names: a date, or the first instant of a day in UTC or without an offset, as query builders write one. */
export function dayOfText(text: string): string | undefined {
  const match = DAY.exec(text);
  if (match === null || dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === null) return undefined;
  return text.slice(0, DAY_LENGTH);
}

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return dayOfText(text) === text;
}

/** A number as its type would be said: 90 as a ratio is 9,000 %. */
export function meaningOf(value: number, type: NodeType): string {
  if (type === 'ratio') return `${grouped(shiftDecimal(value, 2))} %`;
  return type === 'days' ? `${grouped(value)} days` : grouped(value);
}

function grouped(value: number): string {
  return String(value).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}
