// What other engines and query builders call things, and how the same is said here.
import { isJsonList, type Json } from '../errors/json.js';

/** An operator of another engine. */
export interface OtherName {
  /** The name to use here; undefined where the operator can only be left out. */
  readonly instead: string | undefined;
  /** The same condition said here, from the operands as they are written; undefined if there is no such. */
  readonly mend: (operands: Json) => Json | undefined;
}

function renamed(instead: string): OtherName {
  return { instead, mend: (operands) => ({ [instead]: operands }) };
}

/** One piece of a path: a key or a place in a list. A key with a dot in it cannot be written as a path here. */
function pieceOf(piece: Json): string | undefined {
  if (typeof piece === 'number') return Number.isSafeInteger(piece) && piece >= 0 ? String(piece) : undefined;
  return typeof piece === 'string' && piece !== '' && !piece.includes('.') ? piece : undefined;
}

/** Each list operator counts twice in json-logic-engine: `[[2], "a"]` is one further out. An odd number asks about the iteration itself. */
function outerOf(first: Json | undefined): string | undefined {
  if (!isJsonList(first)) return '';
  const [climb] = first;
  return first.length === 1 && typeof climb === 'number' && climb % 2 === 0 && Math.abs(climb) <= 20 ? '^.'.repeat(Math.abs(climb) / 2) : undefined;
}

/** The path that json-logic-engine gives as a list of its pieces. */
function pathOf(operands: Json): string | undefined {
  const items = isJsonList(operands) ? operands : [operands];
  const outer = outerOf(items[0]);
  const pieces = (isJsonList(items[0]) ? items.slice(1) : items).map(pieceOf);
  return outer === undefined || pieces.includes(undefined) ? undefined : `${outer}${pieces.join('.')}`;
}

function valueAtPath(operands: Json): Json | undefined {
  const path = pathOf(operands);
  return path === undefined ? undefined : { var: path };
}

function presenceAtPath(operands: Json): Json | undefined {
  const path = pathOf(operands);
  return path === undefined || path === '' ? undefined : { present: { var: path } };
}

/** Of any number of operands the first that is there; `default` takes two. */
function firstKnown(operands: Json): Json | undefined {
  if (!isJsonList(operands) || operands.length === 0) return undefined;
  return operands.reduceRight<Json | undefined>((rest, operand) => (rest === undefined ? operand : { default: [operand, rest] }), undefined);
}

const NAMES: { readonly [name: string]: OtherName } = Object.freeze({
  starts_with: renamed('startsWith'),
  ends_with: renamed('endsWith'),
  not: renamed('!'),
  '=': renamed('=='),
  '<>': renamed('!='),
  '&&': renamed('and'),
  '||': renamed('or'),
  // One of several conditions, or of the elements of a list: which of them is meant is not said.
  any: { instead: 'or', mend: () => undefined },
  // json-logic-engine
  val: { instead: 'var', mend: valueAtPath },
  exists: { instead: 'present', mend: presenceAtPath },
  '??': { instead: 'default', mend: firstKnown },
  every: renamed('all'),
  // React Awesome Query Builder: a group that nobody may edit, and days that are compared as instants.
  locked: { instead: undefined, mend: (operands) => (isJsonList(operands) ? operands[0] : operands) },
  'date==': renamed('=='),
  'date!=': renamed('!='),
  'datetime==': renamed('=='),
  'datetime!=': renamed('!='),
});

/** What the operator of another engine is called here, if it is known. */
export function otherName(id: string): OtherName | undefined {
  return Object.hasOwn(NAMES, id) ? NAMES[id] : undefined;
}
