import { readMoment } from '../internal/when.js';
import { attempt, isNothing, isPlain, type Plain } from './parts.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A plain decimal without the zeros that say nothing; undefined for what is none. */
function decimalOf(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!DECIMAL.test(text)) return undefined;
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short.replace(/^(-?)0+(?=\d)/, '$1');
}

/** True for two ways of writing one amount. */
function isSameAmount(a: unknown, b: unknown): boolean {
  const decimal = decimalOf(a);
  return decimal !== undefined && decimal === decimalOf(b);
}

function isSameInstant(a: unknown, b: unknown): boolean {
  const [first, second] = [readMoment(a), readMoment(b)];
  if (first === null || second === null) return false;
  return first.kind === 'day' ? second.kind === 'day' && first.day === second.day : second.kind === first.kind && first.ms === second.ms;
}

/** Fields whose values may be written in several ways; everywhere else a text is a name, and `1` is not `1.0`. */
const AMOUNTS: readonly string[] = ['amount', 'actual', 'cost', 'discount', 'minor', 'annualRevenue', 'creditLimit'];

/** What is nested deeper is taken as different: data may go on for ever. */
export const DEEPEST = 32;

/** True for the same plain data, however its dates and amounts are written. What cannot be read is like nothing else. */
export function isSameValue(a: unknown, b: unknown, field = ''): boolean {
  return attempt(() => isSame(a, b, field, 0), false);
}

function isSame(a: unknown, b: unknown, field: string, depth: number): boolean {
  if (Object.is(a, b) || (isNothing(a) && isNothing(b)) || isSameInstant(a, b)) return true;
  if (AMOUNTS.includes(field) && isSameAmount(a, b)) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, index) => isSame(one, b[index], '', depth + 1));
  return isPlain(a) && isPlain(b) && readMoment(a) === null && readMoment(b) === null && fieldsOf(a, b).every((name) => isSame(a[name], b[name], name, depth + 1));
}

function fieldsOf(a: Plain, b: Plain): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

/** What an entry of a part means that does not say so. */
const DEFAULTS: { readonly [part: string]: Plain } = { transactions: { kind: 'sale' }, opportunities: { status: 'open' }, invoices: { payments: [] } };

/** The fields that both entries state, and differently. What only one states is no difference, unless leaving it out means something. */
export function differingFields(part: string, a: unknown, b: unknown): readonly string[] {
  if (!isPlain(a) || !isPlain(b)) return isSameValue(a, b) ? [] : ['(all)'];
  const differs = (name: string): boolean => {
    const [first, second] = [a, b].map((entry) => (isNothing(entry[name]) ? DEFAULTS[part]?.[name] : entry[name]));
    return name !== 'id' && first !== undefined && second !== undefined && !isSameValue(first, second, name);
  };
  return attempt(() => fieldsOf(a, b).filter(differs), ['(all)']);
}
