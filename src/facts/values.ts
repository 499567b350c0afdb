import { isBlank } from '../internal/blank.js';
import { dayText } from '../internal/days.js';
import { majorOf, readMinor } from '../internal/money.js';
import { dayIn, readMoment } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import type { FactValue } from '../model/types.js';
import type { Field, RuleValue } from '../rules/types.js';
import { isList } from './reading.js';

/** Why a given value cannot be used. */
export type ValueProblem = 'data/wrong-type' | 'data/unknown-value' | 'money/too-large';

export type ReadValue =
  | { readonly value: RuleValue | undefined; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: ValueProblem };

const MISSING: ReadValue = { value: undefined };
const WRONG_TYPE: ReadValue = { problem: 'data/wrong-type' };

function readText(value: string, field: Field): ReadValue {
  if (field.type === 'enum') return field.values?.includes(value) === true ? { value } : { problem: 'data/unknown-value' };
  return field.type === 'text' ? { value } : WRONG_TYPE;
}

function readMoney(value: unknown, exponent: number): ReadValue {
  const minor = readMinor(value, exponent);
  if (typeof minor === 'number') return { value: minor };
  return { problem: minor === 'too-large' ? 'money/too-large' : 'data/wrong-type' };
}

function readDate(value: unknown, zone: Zone): ReadValue {
  const moment = readMoment(value);
  return moment === null ? WRONG_TYPE : { value: dayText(dayIn(zone, moment)) };
}

function readList(value: unknown): ReadValue {
  if (!isList(value)) return WRONG_TYPE;
  const elements: RuleValue[] = [];
  // By place: a list may say anything of its iteration.
  for (let index = 0; index < value.length; index += 1) {
    const element: unknown = value[index];
    if (typeof element !== 'string' && !(typeof element === 'number' && Number.isFinite(element))) return WRONG_TYPE;
    elements.push(element);
  }
  return { value: elements };
}

/** Reads a value that a host gave for a declared field: null, absent, blank text and non-finite numbers are missing. */
export function readValue(value: unknown, field: Field, zone: Zone): ReadValue {
  if (value === undefined || value === null) return MISSING;
  if (typeof value === 'number' && !Number.isFinite(value)) return MISSING;
  if (typeof value === 'string' && isBlank(value)) return MISSING;
  switch (field.type) {
    case 'money':
      return readMoney(value, field.exponent ?? 2);
    case 'date':
      return readDate(value, zone);
    case 'list':
      return readList(value);
    case 'boolean':
      return typeof value === 'boolean' ? { value } : WRONG_TYPE;
    case 'text':
    case 'enum':
      return typeof value === 'string' ? readText(value, field) : WRONG_TYPE;
    case 'number':
    case 'ratio':
    case 'count':
    case 'days':
      // JSON has no minus nothing.
      return typeof value === 'number' ? { value: value + 0 } : WRONG_TYPE;
  }
}

/** A value as a host sees it: money in major units, a missing one as null. */
export function publicValue(value: RuleValue | undefined, field: Field): FactValue {
  if (value === undefined) return null;
  if (typeof value === 'number') return field.type === 'money' ? majorOf(value, field.exponent ?? 2) : value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.filter((element): element is string | number => typeof element === 'string' || typeof element === 'number') : null;
}
