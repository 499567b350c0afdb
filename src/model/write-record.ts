import { isBlank } from '../internal/blank.js';
import { isCurrency, majorOf, minorExponent, readMinor } from '../internal/money.js';
import { childPointer } from '../internal/pointer.js';
import { momentText } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import { isPlainObject, type PlainObject } from './copy-record.js';
import { describeKind, showValue, type IssueList } from './issue-list.js';
import { readWhen } from './moments.js';
import { recordNode, type SchemaNode } from './schema.js';
import type { CustomerRecord } from './types.js';

export interface WriteContext {
  readonly zone: Zone;
  /** The currency of amounts that name none. */
  readonly currency: string | undefined;
}

/** Fields whose type has null; elsewhere null is written as absent. */
const NULLABLE = new Set(['birthday', 'since', 'creditLimit', 'previous', 'override']);

/**
 * Writes a copied record anew: dates as texts that mean the same everywhere, amounts in major units. Digits that a currency does not have
 * and what is no plain data are issues. It goes through records of any shape; the result is a record only if no issue is an error.
 */
export function writeRecord(copy: unknown, context: WriteContext, list: IssueList): CustomerRecord {
  const currencies = new Map<string, boolean>();

  /** The currency to read amounts by; an unknown one is reported where it stands. */
  const checked = (currency: string | undefined, pointer: string): string | undefined => {
    if (currency === undefined) return undefined;
    const isKnown = currencies.get(currency) ?? isCurrency(currency);
    currencies.set(currency, isKnown);
    if (isKnown) return currency;
    const upper = currency.trim().toUpperCase();
    list.add('money/unknown-currency', pointer, { currency: showValue(currency) }, { suggestion: isCurrency(upper) ? upper : undefined });
    return undefined;
  };

  const write = (node: SchemaNode, value: unknown, pointer: string, currency: string | undefined): unknown => {
    if (value === null || value === undefined) return value;
    switch (node.kind) {
      case 'object':
        return isPlainObject(value) ? writeObject(node.fields, value, pointer, currency) : undefined;
      case 'list':
        return Array.isArray(value)
          ? value.map((element, i) => write(node.element, element, childPointer(pointer, i), currency))
          : undefined;
      case 'choice': {
        const option = node.options.find((candidate) => (candidate.kind === 'object') === isPlainObject(value));
        return option === undefined ? undefined : write(option, value, pointer, currency);
      }
      case 'when':
        return writeWhen(value);
      case 'money':
        return writeMoney(value, pointer, currency);
      default:
        return writePlain(value, pointer);
    }
  };

  const writeObject = (
    fields: { readonly [name: string]: SchemaNode },
    value: PlainObject,
    pointer: string,
    outer: string | undefined,
  ): unknown => {
    const currency = currencyOf(fields, value, pointer, outer);
    const target: { [name: string]: unknown } = {};
    for (const name of Object.keys(value)) {
      const node = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const member = value[name];
      const at = childPointer(pointer, name);
      const written = node === undefined ? writePlain(member, at) : write(node, member, at, currency);
      const isLeftOut = written === undefined || (written === null && node !== undefined && !NULLABLE.has(name));
      if (isLeftOut) continue;
      if (node === undefined) Object.defineProperty(target, name, { value: written, writable: true, enumerable: true, configurable: true });
      else target[name] = written;
    }
    return target;
  };

  /** The currency of an entry's amounts: its own, else that around it. A plan of units is no money. */
  const currencyOf = (fields: object, value: PlainObject, pointer: string, outer: string | undefined): string | undefined => {
    if ('measure' in fields && value['measure'] === 'units') return undefined;
    const own = 'currency' in fields ? value['currency'] : undefined;
    return typeof own === 'string' && own.trim() !== '' ? checked(own, childPointer(pointer, 'currency')) : outer;
  };

  const writeWhen = (value: unknown): string | undefined => {
    const moment = readWhen(value);
    return moment === null ? undefined : momentText(context.zone, moment);
  };

  const writeMoney = (value: unknown, pointer: string, currency: string | undefined): unknown => {
    if (typeof value === 'string' && isBlank(value)) return undefined;
    const exponent = currency === undefined ? 0 : minorExponent(currency);
    const minor = readMinor(value, exponent);
    if (minor === 'too-large') return void list.add('money/too-large', pointer, { given: showValue(value) });
    if (currency === undefined) return writePlain(value, pointer);
    if (typeof minor === 'number') return majorOf(minor, exponent);
    const digits = String(exponent);
    if (minor === 'excess-precision') list.add('money/excess-precision', pointer, { given: showValue(value), currency, digits });
    return undefined;
  };

  /** Attributes and other data of the host's own: as given, if it is JSON; a Date becomes its text. */
  const writePlain = (value: unknown, pointer: string): unknown => {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') {
      if (Number.isFinite(value)) return value;
      return void list.add('record/not-finite', pointer, { field: lastKey(pointer), given: describeKind(value) });
    }
    if (Array.isArray(value)) return value.map((element, i) => writePlain(element, childPointer(pointer, i)) ?? null);
    if (isPlainObject(value)) {
      const members = Object.entries(value).map(([name, member]) => [name, writePlain(member, childPointer(pointer, name))] as const);
      return Object.fromEntries(members);
    }
    const written = writeWhen(value);
    if (written === undefined) list.add('document/not-json', pointer, { what: describeKind(value) });
    return written;
  };

  const written = write(recordNode, copy, '', checked(context.currency, ''));
  return written as CustomerRecord;
}

function lastKey(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
