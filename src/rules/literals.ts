import { DAY_IN_MS, dayText } from '../internal/days.js';
import { readMoment } from '../internal/when.js';
import type { NodeType } from './types.js';

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(%?)$/;

/** The number that a text stands for (`"5000"`, `"5,000"`, `"90%"`), to suggest it. */
export function numberOfText(text: string): number | undefined {
  const match = NUMBER.exec(text.trim());
  if (match === null) return undefined;
  const number = Number(match[0].replace(/[,%]/g, ''));
  return match[1] === '%' ? Number((number / 100).toPrecision(15)) : number;
}

/** The day that a text names: a date, or the first instant of a day in UTC or without an offset, as query builders write one. */
export function dayOfText(text: string): string | undefined {
  const moment = readMoment(text);
  if (moment === null) return undefined;
  if (moment.kind === 'day') return text;
  return moment.ms % DAY_IN_MS === 0 ? dayText(moment.ms / DAY_IN_MS) : undefined;
}

/** A number as its type would be said: 90 as a ratio is 9,000 %. */
export function meaningOf(value: number, type: NodeType): string {
  if (type === 'ratio') return `${grouped(Number((value * 100).toPrecision(15)))} %`;
  return type === 'days' ? `${grouped(value)} days` : `${grouped(value)}`;
}

function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  return fraction === undefined ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}
