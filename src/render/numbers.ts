import { minorExponent } from '../internal/money.js';
import type { ValueType } from '../rules/types.js';
import type { UnitWords } from './locales/unit-words.js';
import type { LocaleWords } from './locales/words.js';
import { fill } from './text.js';

/** What a number is of. `points` are percentage points: the difference of two ratios. */
export type Quantity = 'money' | 'percent' | 'points' | 'days' | 'count' | 'number';

/** A number beside the thresholds that it was compared with, in as many digits as tell them apart. */
export interface ComparedNumbers {
  readonly actual: string;
  readonly required: readonly string[];
  readonly distance: string | undefined;
}

/** Writes the numbers and days of one language. */
export interface Numbers {
  readonly number: (value: number, quantity: Quantity) => string;
  /** A figure that people have set, in all its digits. */
  readonly exact: (value: number, quantity: Quantity) => string;
  /** Like `number`, but with a sign where it is not 0. */
  readonly signed: (value: number, quantity?: Quantity) => string;
  /**
   * The figures never contradict the verdict: digits are added until different numbers look different. A percentage that was measured
   * has at least one decimal; thresholds have none that they do not need.
   */
  readonly compared: (actual: number, required: readonly number[], quantity: Quantity, distance?: number) => ComparedNumbers;
  /** A day, or an instant with its offset, in the words of the calendar. What is neither is given back. */
  readonly date: (text: string) => string;
}

/** Beyond so many decimals numbers are told apart by their significant digits. */
const MOST_DIGITS = 20;
const EXACT = MOST_DIGITS + 1;

/** The quantity of a value of a type. A ratio that is declared in points, or is itself a difference, is one of percentage points. */
export function quantityOf(type: ValueType, path: string, unit: string | undefined): Quantity {
  if (type === 'ratio') return path === 'targetCompletionChange' || unit === 'points' ? 'points' : 'percent';
  return type === 'money' || type === 'days' || type === 'count' ? type : 'number';
}

/** Writers of numbers and days, with the amounts in one currency. */
export function createNumbers(words: LocaleWords, currency: string): Numbers {
  const formats = new Map<string, Intl.NumberFormat>();
  const isCurrency = /^[A-Za-z]{3}$/.test(currency);
  const exponent = isCurrency ? minorExponent(currency.toUpperCase()) : 2;
  const usualDigits: { readonly [Q in Quantity]: number } = { money: exponent, percent: 1, points: 1, days: 1, count: 2, number: 2 };

  const formatOf = (quantity: Quantity, least: number, most: number, isSigned: boolean): Intl.NumberFormat => {
    const key = `${quantity} ${String(least)} ${String(most)} ${String(isSigned)}`;
    const known = formats.get(key);
    if (known !== undefined) return known;
    const format = new Intl.NumberFormat(words.tag, {
      ...(quantity === 'percent' || quantity === 'points' ? { style: 'percent' } : {}),
      ...(quantity === 'money' && isCurrency ? { style: 'currency', currency } : {}),
      ...(most === EXACT ? { maximumSignificantDigits: 17 } : { minimumFractionDigits: least, maximumFractionDigits: most }),
      ...(isSigned ? { signDisplay: 'exceptZero' } : {}),
    });
    formats.set(key, format);
    return format;
  };

  const withUnit = ({ one, other }: UnitWords, text: string): string =>
    fill(words, one !== undefined && /^[+-]?1$/.test(text) ? one : other, { n: text });

  const write = (value: number, quantity: Quantity, least: number, most: number, isSigned = false): string => {
    const format = formatOf(quantity, least, most, isSigned);
    // What is shown as 0 has no sign.
    if (Object.is(value, -0) || (value < 0 && !/[1-9]/.test(format.format(value)))) return write(0, quantity, least, most, isSigned);
    if (quantity === 'points') {
      // A percent format moves the decimal point exactly, where multiplying by 100 would add noise; only its sign has to go.
      const parts = format.formatToParts(value).filter(({ type }) => type !== 'percentSign' && type !== 'literal');
      return withUnit(words.points, parts.map((part) => part.value).join(''));
    }
    const text = evenSpaces(format.format(value));
    if (quantity === 'days') return withUnit(words.days, text);
    return quantity === 'money' && !isCurrency ? `${text} ${currency}`.trimEnd() : text;
  };

  const leastDigits = (value: number, quantity: Quantity, digits: number, isMeasured: boolean): number => {
    if (quantity === 'money') return Number.isInteger(value) ? 0 : Math.min(exponent, digits);
    return isMeasured && (quantity === 'percent' || quantity === 'points') ? 1 : 0;
  };

  const written = (value: number, quantity: Quantity, digits: number, isMeasured: boolean): string => {
    const isSigned = isMeasured && quantity === 'points';
    return write(value, quantity, leastDigits(value, quantity, digits, isMeasured), digits, isSigned);
  };

  /** The fewest digits, from the usual ones on, in which numbers that differ look different. */
  const digitsToTell = (quantity: Quantity, pairs: readonly (readonly [number, number])[]): number => {
    const differing = pairs.filter(([a, b]) => a !== b);
    let digits = usualDigits[quantity];
    const text = (value: number): string => write(value, quantity, digits, digits);
    const looksSame = ([a, b]: readonly [number, number]): boolean => text(a) === text(b);
    while (digits < EXACT && differing.some(looksSame)) digits += 1;
    return digits;
  };

  return {
    number: (value, quantity) => written(value, quantity, usualDigits[quantity], true),
    exact: (value, quantity) => {
      const least = leastDigits(value, quantity, exponent, false);
      return write(value, quantity, least, least === 0 ? EXACT : MOST_DIGITS);
    },
    signed: (value, quantity = 'number') => write(value, quantity, quantity === 'money' ? leastDigits(value, quantity, usualDigits.money, true) : 0, usualDigits[quantity], true),
    compared: (actual, required, quantity, distance) => {
      const gap = quantity === 'percent' ? 'points' : quantity;
      const digits = Math.max(
        digitsToTell(quantity, required.map((each) => [actual, each])),
        distance === undefined ? 0 : digitsToTell(gap, [[distance, 0]]),
      );
      return {
        actual: written(actual, quantity, digits, true),
        required: required.map((each) => written(each, quantity, digits, false)),
        distance: distance === undefined || distance === 0 ? undefined : written(distance, gap, digits, false),
      };
    },
    date: (text) => dateText(words, text),
  };
}

/** Releases of the ICU data differ in the spaces and in the width of signs that they put into figures. */
function evenSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/\uffe5/g, '\u00a5');
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

function dateText(words: LocaleWords, text: string): string {
  const [, day = '', time, offset = ''] = MOMENT.exec(text) ?? [];
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start)) return text;
  const format = new Intl.DateTimeFormat(words.dates, { dateStyle: 'long', timeZone: 'UTC' });
  const date = evenSpaces(format.format(start));
  if (time === undefined) return date;
  return fill(words, words.moment, { date, time, offset: offset === 'Z' ? '' : offset });
}
