import type { Classification } from '../../classify/types.js';
import { setOwn } from '../../internal/set-own.js';
import type { CustomerRecord, FactValue, Previous } from '../../model/types.js';

const CUSTOMER = 'customer.';
const ASSESSMENT = 'assessments.';

interface Members {
  [name: string]: unknown;
}

/** Puts a value at a path of names, making the objects in between. */
function put(into: Members, names: readonly string[], value: FactValue): void {
  const [name = '', ...rest] = names;
  if (rest.length === 0) return setOwn(into, name, value);
  const known = Object.hasOwn(into, name) ? into[name] : undefined;
  const inner: Members = typeof known === 'object' && known !== null ? { ...known } : {};
  put(inner, rest, value);
  setOwn(into, name, inner);
}

/** A name of an attribute may have dots in it. */
function namesOf(path: string): readonly string[] {
  const [first = '', ...rest] = path.slice(CUSTOMER.length).split('.');
  return first === 'attributes' ? [first, rest.join('.')] : [first, ...rest];
}

/** The previous class, as far as it was read; its day is only known to be earlier. */
function previousOf(fields: Classification['fields']): Previous | null {
  const segment = fields['previous.segment'];
  const bands = Object.entries(fields).flatMap(([path, value]) => {
    const [, id] = /^previous\.scores\.(.+)\.band$/.exec(path) ?? [];
    return id !== undefined && typeof value === 'string' ? [[id, { band: value }] as const] : [];
  });
  if (typeof segment !== 'string' && bands.length === 0) return null;
  return { asOf: '0001-01-01', segment: typeof segment === 'string' ? segment : '', scores: Object.fromEntries(bands) };
}

/** A record that says what a classification kept of one: all facts given, and the fields that were read. */
export function rebuiltRecord({ customerId, asOf, facts, fields }: Classification): CustomerRecord {
  const customer: Members = {};
  for (const [path, value] of Object.entries(fields)) if (path.startsWith(CUSTOMER)) put(customer, namesOf(path), value);
  const assessments = Object.entries(fields).flatMap(([path, value]) =>
    path.startsWith(ASSESSMENT) && typeof value === 'number' ? [{ indicator: path.slice(ASSESSMENT.length), rating: value, of: 1, at: asOf }] : [],
  );
  return { customer: { ...customer, id: customerId }, facts, assessments, previous: previousOf(fields) };
}
