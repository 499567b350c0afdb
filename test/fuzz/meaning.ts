// What the oracle of typed rules is made of.
import type { Json } from '../../src/errors/json.js';
import type { Field, Schema } from './schemas.js';
import type { Value } from './seen.js';
import type { Notes } from './typed-oracle.js';

/** What the oracle has no words for: the rule is not one that it speaks about. */
export class Gap extends Error {}

export type Kind = 'number' | 'money' | 'date' | 'boolean' | 'text' | 'scalar' | 'list' | 'null';

/** Where an evaluation stands: the document, or an element and what lies around it. */
export interface Frame {
  readonly value: Value | undefined;
  readonly outer?: Frame;
  readonly notes: Notes;
}

/** A part of a rule as it was understood. */
export interface Meaning {
  readonly kind: Kind;
  /** Digits of money. */
  readonly exponent?: number;
  /** What is fixed when the rule is read. */
  readonly literal?: Json;
  /** The elements of a list that is written out. */
  readonly items?: readonly Meaning[];
  /** The field of a list that is read. */
  readonly list?: Field;
  readonly run: (frame: Frame) => Value | undefined;
  /** The same in the words of json-logic-js. */
  readonly logic: Json;
}

/** What names mean at a place. */
export interface Surroundings {
  /** The list of whose elements they are fields. */
  readonly list?: Field;
  readonly outer?: Surroundings;
  readonly schema: Schema;
}
