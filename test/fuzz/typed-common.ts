// What the operators of the oracle share.
import type { Json } from '../../src/errors/json.js';
import { Gap, type Frame, type Meaning } from './meaning.js';
import type { Value } from './seen.js';

export type Operator = (operands: readonly Meaning[], id: string) => Meaning;
export interface Operators { readonly [id: string]: Operator }

export const logicOf = (id: string, operands: readonly Meaning[]): Json => ({ [id]: operands.map(({ logic }) => logic) });

export function takes(operands: readonly unknown[], least: number, most = least): void {
  if (operands.length < least || operands.length > most) throw new Gap('a wrong number of operands');
}

/** A condition that is unknown where an operand is. */
export function strict(id: string, operands: readonly Meaning[], holds: (values: readonly Value[]) => boolean | undefined): Meaning {
  const run = (frame: Frame): boolean | undefined => {
    const values = valuesOf(operands, frame);
    return values === undefined ? undefined : holds(values);
  };
  return { kind: 'boolean', run, logic: logicOf(id, operands) };
}

export function valuesOf(operands: readonly Meaning[], frame: Frame): readonly Value[] | undefined {
  const values = operands.map((operand) => operand.run(frame));
  return values.every((value) => value !== undefined) ? values : undefined;
}

export function maybe<A, B>(value: A | undefined, make: (value: A) => B): B | undefined {
  return value === undefined ? undefined : make(value);
}

/** What a choice among operands is. */
export function likeAll(values: readonly Meaning[]): Omit<Meaning, 'run' | 'logic'> {
  const { kind, exponent, list } = values.find(({ literal, kind }) => literal === undefined && kind !== 'scalar') ?? values.find(({ literal }) => literal !== undefined) ?? values[0]!;
  return { kind, ...(exponent === undefined ? {} : { exponent }), ...(list === undefined ? {} : { list }) };
}
