// Small builders of JSON Schema, which every part of the policy's schema uses.
import type { Json } from '../errors/json.js';

export type Schema = { readonly [keyword: string]: Json };

/** A schema for every member of a type: one that is forgotten does not compile. */
export type Members<T> = { readonly [K in KeyOf<T>]-?: Schema };

/** Every key of a type; of a union those of each of its members. */
type KeyOf<T> = T extends unknown ? keyof T : never;

export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const text = (description: string): Schema => ({ description, type: 'string' });
export const words = (description: string): Schema => ({ description, ...ref('text') });
export const whole = (description: string): Schema => ({ description, type: 'integer', minimum: 1 });
export const list = (description: string, items: Schema): Schema => ({ description, type: 'array', items });
export const byId = (description: string, value: Schema): Schema => ({
  description,
  type: 'object',
  propertyNames: ref('id'),
  additionalProperties: value,
});
export const note = text('A remark for whoever reads the policy.');
export const label = words('What it is called in explanations.');

/** A figure, which a parameter may give. */
export function figure({ description = 'A figure.', ...schema }: Schema): Schema {
  return { description, anyOf: [schema, ref('parameter')] };
}

export const fact: Schema = { description: 'A fact.', ...ref('path') };

export function object(
  description: string,
  properties: { readonly [name: string]: Schema },
  required: readonly string[],
  rest: Schema = {},
): Schema {
  return { description, type: 'object', properties, required, additionalProperties: false, ...rest };
}

/** Words of which one is chosen, each with what it means. */
export function choice<Word extends string>(description: string, meanings: { readonly [W in Word]: string }): Schema {
  return { description, oneOf: Object.entries<string>(meanings).map(([word, meaning]) => ({ const: word, description: meaning })) };
}
