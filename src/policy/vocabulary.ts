import type { Issue } from '../errors/issue.js';
import { CATALOGUE } from '../facts/catalogue.js';
import { CUSTOMER_FIELDS, standardField } from '../facts/fields.js';
import type { Field } from '../rules/types.js';
import { declaredFields, parameterField } from './resolve-names.js';
import type { Policy } from './types.js';

/** The paths that a policy has beside its scores and facts, and the names of all of them. */
export interface Vocabulary {
  /** A field of the customer, an assessment, a parameter, the previous segment, the day. */
  readonly field: (path: string) => Field | undefined;
  readonly parameter: (path: string) => Field | undefined;
  /** Facts that only the host can give. */
  readonly given: { readonly [id: string]: Field };
  readonly names: {
    readonly facts: readonly string[];
    readonly scores: readonly string[];
    readonly parameters: readonly string[];
    readonly others: readonly string[];
  };
}

const ATTRIBUTES = 'customer.attributes.';
const PREVIOUS = 'previous.segment';

export function createVocabulary(policy: Policy, exponent: number, issues: Issue[]): Vocabulary {
  const attributes = declaredFields('attributes', policy, exponent, issues);
  const given = declaredFields('facts', policy, exponent, issues);
  const parameter = (path: string): Field | undefined => parameterField(policy, path);
  const parameters = Object.keys(policy.parameters ?? {}).map((id) => `parameters.${id}`);
  const attribute = (id: string): Field | undefined => (Object.hasOwn(attributes, id) ? attributes[id] : undefined);
  const previous: Field = { type: 'enum', values: policy.segments.map(({ id }) => id) };
  return {
    field: (path) => {
      if (path === PREVIOUS) return previous;
      if (path.startsWith(ATTRIBUTES)) return attribute(path.slice(ATTRIBUTES.length));
      return standardField(path, exponent) ?? parameter(path);
    },
    parameter,
    given,
    names: {
      facts: [...Object.keys(policy.measures ?? {}), ...Object.keys(given), ...Object.keys(CATALOGUE)],
      scores: Object.keys(policy.scores ?? {}).flatMap((id) => [`scores.${id}.band`, `scores.${id}.value`]),
      parameters,
      others: [
        ...Object.keys(CUSTOMER_FIELDS),
        ...Object.keys(attributes).map((id) => `${ATTRIBUTES}${id}`),
        ...parameters,
        PREVIOUS,
        ...Object.keys(policy.scores ?? {}).map((id) => `previous.scores.${id}.band`),
        'asOf',
      ],
    },
  };
}

/** How an undeclared path could be declared, as text for a message. */
export function declarationOf(path: string): string | undefined {
  const attribute = /^customer\.attributes\.([^.]+)$/.exec(path)?.[1];
  if (attribute !== undefined) return `"attributes": { "${attribute}": { "type": "text" } }`;
  const parameter = /^parameters\.([^.]+)$/.exec(path)?.[1];
  if (parameter !== undefined) return `"parameters": { "${parameter}": 0 }`;
  return /^[^.\s]+$/.test(path) ? `"facts": { "${path}": { "type": "number" } }` : undefined;
}
