// Literals and paths as the oracle understands them, and how one operand is taken for what another is.
import type { Json } from '../../src/errors/json.js';
import { minorOfNumber } from './exact.js';
import { Gap, type Frame, type Kind, type Meaning, type Surroundings } from './meaning.js';
import { exponentOf, type Field } from './schemas.js';
import { dayOf, type Seen, type Value } from './seen.js';
import { PARAMETERS } from './typed-rules.js';

export function fixed(literal: Json): Meaning {
  if (literal === null) return { kind: 'null', literal, run: () => undefined, logic: null };
  const kind = typeof literal === 'number' ? 'number' : typeof literal === 'string' ? 'text' : 'boolean';
  const value = literal as number | string | boolean;
  return { kind, literal, run: () => value, logic: literal };
}

function kindOf({ type }: Field): Kind {
  switch (type) {
    case 'money': case 'date': case 'boolean': case 'text': case 'list': return type;
    case 'enum': return 'text';
    default: return 'number';
  }
}

/** Reads something, and notes where it or a part of it is missing. */
function noted(read: (frame: Frame) => Value | undefined): Meaning['run'] {
  return (frame) => {
    const value = read(frame);
    if (value === undefined || (Array.isArray(value) && value.includes(undefined))) frame.notes.missing = true;
    return value;
  };
}

export function pathMeaning(path: string, surroundings: Surroundings): Meaning {
  let at = surroundings;
  let inner = path;
  let up = 0;
  for (; inner.startsWith('^.') && at.outer !== undefined; up += 1) {
    at = at.outer;
    inner = inner.slice(2);
  }
  const { list, schema } = at;
  const frameAt = (frame: Frame): Frame => {
    let there = frame;
    for (let level = up; level > 0; level -= 1) there = there.outer ?? there;
    return there;
  };
  const outward = '^.'.repeat(up);
  if (list !== undefined && list.element === undefined) {
    if (inner !== '') throw new Gap(`a field of what has none: ${path}`);
    const logic = { var: `${outward}@` };
    const read = (frame: Frame): Value | undefined => frameAt(frame).value;
    if (list.values === undefined) return { kind: 'scalar', run: noted(read), logic };
    return { kind: 'text', run: only('string', noted(read)), logic };
  }
  if (list === undefined && Object.hasOwn(PARAMETERS, inner)) return fixed(PARAMETERS[inner]!);
  const fields = list?.element ?? schema;
  const field = Object.hasOwn(fields, inner) ? fields[inner] : undefined;
  if (field === undefined) throw new Gap(`unknown path ${path}`);
  const run = noted((frame) => (frameAt(frame).value as Seen)[inner]);
  const kind = kindOf(field);
  return { kind, run, logic: { var: `${outward}${inner}` }, ...(kind === 'money' ? { exponent: exponentOf(field) } : {}), ...(kind === 'list' ? { list: field } : {}) };
}

/** What is of another type than is asked for is missing: the elements of a list may be texts and numbers. */
export function only(type: 'string' | 'number', run: Meaning['run']): Meaning['run'] {
  return (frame) => {
    const value = run(frame);
    if (value === undefined || typeof value === type) return value;
    frame.notes.odd = true;
    return undefined;
  };
}

/** An operand taken for what another is; a literal becomes what is needed. */
export function as(meaning: Meaning, kind: Kind, exponent = 2): Meaning {
  const { literal } = meaning;
  if (meaning.kind === 'null') throw new Gap('null');
  if (kind === 'money') {
    if (meaning.kind === 'money' && meaning.exponent === exponent) return meaning;
    const minor = typeof literal === 'number' ? minorOfNumber(literal, exponent) : undefined;
    if (minor === undefined) throw new Gap('no money');
    return { ...meaning, kind, exponent, run: () => minor };
  }
  if (kind === 'date' && typeof literal === 'string') {
    const day = dayOf(literal);
    if (day === undefined) throw new Gap('no day');
    return { kind, literal: day, run: () => day, logic: day };
  }
  if (meaning.kind === 'scalar' && (kind === 'number' || kind === 'text')) return { ...meaning, kind, run: only(kind === 'number' ? 'number' : 'string', meaning.run) };
  if (kind === 'scalar' && (meaning.kind === 'number' || meaning.kind === 'text' || meaning.kind === 'date')) return meaning;
  if (meaning.kind !== kind) throw new Gap(`${meaning.kind} for ${kind}`);
  return meaning;
}

/** Operands as one kind: that of the first that is no literal and no element of texts and numbers. */
export function alike(operands: readonly Meaning[]): readonly Meaning[] {
  const lead = operands.find(({ literal, kind }) => literal === undefined && kind !== 'scalar') ?? operands.find(({ literal }) => literal !== undefined && literal !== null) ?? operands[0];
  if (lead === undefined) throw new Gap('nothing');
  return operands.map((operand) => (operand === lead ? operand : as(operand, lead.kind, lead.exponent)));
}
