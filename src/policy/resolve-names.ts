import { collect, type Issue } from '../errors/issue.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { CATALOGUE, isCatalogueFact } from '../facts/catalogue.js';
import { listNames, suggestName } from '../internal/closest.js';
import { isCurrency } from '../internal/money.js';
import { childPointer } from '../internal/pointer.js';
import { isTimeZone } from '../internal/zone.js';
import type { Field } from '../rules/types.js';
import type { Declared, Policy } from './types.js';

const RESERVED = new Set(['customer', 'scores', 'assessments', 'parameters', 'previous', 'asOf']);

/** Ids stand in paths, so they have no dots; and they are looked up in plain objects, so they are no names of every object. */
function checkId(id: string, pointer: string, issues: Issue[]): void {
  const why = RESERVED.has(id)
    ? 'it is the root of other paths'
    : id in Object.prototype
      ? 'every object has a property of that name'
      : /[.^\s]/.test(id) || id === ''
        ? 'an id has no dots, carets or spaces'
        : undefined;
  if (why !== undefined) collect(issues, () => referenceIssue('policy/reserved-name', pointer, { name: id, why }));
}

/** Checks the ids of everything that rules may name. */
export function checkIds(policy: Policy, issues: Issue[]): void {
  for (const part of ['parameters', 'attributes', 'facts', 'measures', 'scores'] as const) {
    for (const id of Object.keys(policy[part] ?? {})) {
      const pointer = childPointer(`/${part}`, id);
      checkId(id, pointer, issues);
      if (part === 'facts' && isCatalogueFact(id)) {
        collect(issues, () => referenceIssue('policy/reserved-name', pointer, { name: id, why: 'it is a ready fact, which a record may give without a declaration' }));
      }
    }
  }
}

/** Checks that what is said to be actionable is a fact. */
export function checkActionable(policy: Policy, issues: Issue[]): void {
  const own = new Set([...Object.keys(policy.measures ?? {}), ...Object.keys(policy.facts ?? {})]);
  for (const id of Object.keys(policy.actionable ?? {})) {
    if (own.has(id) || isCatalogueFact(id)) continue;
    const suggestion = suggestName(id, [...own, ...Object.keys(CATALOGUE)]);
    collect(issues, () => referenceIssue('policy/unknown-fact', childPointer('/actionable', id), { fact: id }, { suggestion }));
  }
}

/** Checks the time zone and the currency. */
export function checkPlace(policy: Policy, issues: Issue[]): void {
  const { timeZone, currency } = policy;
  if (!isTimeZone(timeZone)) {
    // All of China has the time of Shanghai, and Beijing is no name of IANA's.
    const suggestion = /beijing|^china/i.test(timeZone) ? 'Asia/Shanghai' : suggestName(timeZone, Intl.supportedValuesOf('timeZone'));
    collect(issues, () => referenceIssue('policy/unknown-time-zone', '/timeZone', { timeZone }, { suggestion }));
  }
  if (!isCurrency(currency)) {
    // The usual short name of the renminbi is no code of ISO 4217.
    const suggestion = currency === 'RMB' ? 'CNY' : suggestName(currency, Intl.supportedValuesOf('currency'));
    collect(issues, () => referenceIssue('policy/unknown-currency', '/currency', { currency }, { suggestion }));
  }
}

/** What rules may know of a declared attribute or fact. */
function declaredField(declared: Declared, exponent: number): Field {
  const { type, values, min, max } = declared;
  const listed = values === undefined ? undefined : Array.isArray(values) ? (values as readonly string[]) : Object.keys(values);
  return {
    type,
    ...(listed === undefined ? {} : { values: listed }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(type === 'money' ? { exponent } : {}),
  };
}

/** The fields of what is declared under a part of the policy. */
export function declaredFields(part: 'attributes' | 'facts', policy: Policy, exponent: number, issues: Issue[]): { readonly [id: string]: Field } {
  const fields = new Map<string, Field>();
  for (const [id, declared] of Object.entries(policy[part] ?? {})) {
    if (declared === undefined) continue;
    const field = declaredField(declared, exponent);
    if (field.type === 'enum' && (field.values ?? []).length === 0) {
      collect(issues, () => referenceIssue('policy/enum-without-values', childPointer(`/${part}`, id), { name: id }));
    }
    fields.set(id, field);
  }
  return Object.fromEntries(fields);
}

/** The field of a parameter: its value is fixed. */
export function parameterField(policy: Policy, path: string): Field | undefined {
  const id = path.startsWith('parameters.') ? path.slice('parameters.'.length) : undefined;
  const constant = id !== undefined && Object.hasOwn(policy.parameters ?? {}, id) ? policy.parameters?.[id] : undefined;
  if (constant === undefined) return undefined;
  return { type: typeof constant === 'number' ? 'number' : typeof constant === 'boolean' ? 'boolean' : 'text', constant };
}

/** Checks that a policy declares just the names that a program was written for. */
export function checkExpected(kind: 'segments' | 'scores', declared: readonly string[], expected: readonly string[] | undefined, issues: Issue[]): void {
  if (expected === undefined) return;
  // A program without types may give anything.
  const given: unknown = expected;
  if (!Array.isArray(given)) return collect(issues, () => referenceIssue('option/wrong-argument', `/expect/${kind}`, { name: kind, expected: 'a list of ids' }));
  const isDeclared = new Set(declared);
  const isExpected = new Set(expected);
  const missing = expected.filter((name) => !isDeclared.has(name));
  const extra = declared.filter((name) => !isExpected.has(name));
  if (missing.length + extra.length === 0) return;
  const list = (names: readonly string[]): string => listNames(names.map((name) => `\`${name}\``));
  collect(issues, () => referenceIssue('policy/expected-names', `/${kind}`, { kind, missing: list(missing), extra: list(extra) }));
}
