// JSON Schema of rules. It is data for editors: only the generator of policy.schema.json imports it.
import { OPERATORS } from '../rules/operators/table.js';
import { ref, type Schema } from './json-schema-builders.js';
import type { BuiltInOperator } from './rule.js';

/** What each operator asks or gives, in a few words. */
const WORDS: { readonly [O in BuiltInOperator]: string } = {
  var: 'The value at a path. In a list with a second element, that stands for a missing value.',
  '==': 'Equal. Against null: is missing.',
  '!=': 'Not equal. Against null: is there.',
  '===': 'Equal, the same as ==.',
  '!==': 'Not equal, the same as !=.',
  '<': 'Less than; with three operands, between without the ends.',
  '<=': 'At most; with three operands, between with both ends.',
  '>': 'More than.',
  '>=': 'At least.',
  between: 'At least the second and at most the third operand.',
  before: 'An earlier date.',
  after: 'A later date.',
  and: 'All of these hold.',
  or: 'At least one of these holds.',
  '!': 'Does not hold.',
  '!!': 'Holds.',
  if: 'Condition, value, condition, value, …, value otherwise.',
  in: 'One of a list.',
  within: 'A class of a taxonomy, one of several, or any class below.',
  contains: 'A text that contains another, or a list that contains a value.',
  overlaps: 'Two lists with an element in common.',
  startsWith: 'A text that begins with another.',
  endsWith: 'A text that ends with another.',
  some: 'At least one element of the list meets the rule.',
  all: 'All elements of the list meet the rule.',
  none: 'No element of the list meets the rule.',
  missing: 'The paths among these that are missing.',
  missing_some: 'The paths that are missing, if fewer than so many are there.',
  present: 'Whether a value is there.',
  default: 'The first operand, or the second where the first is missing.',
  '+': 'Sum.',
  '-': 'Difference, or the opposite of one operand.',
  '*': 'Product.',
  '/': 'Quotient; missing where the divisor is 0.',
  '%': 'Remainder.',
  min: 'The least.',
  max: 'The greatest.',
};

const PATHS = [
  'scores.<id>.value',
  'scores.<id>.band',
  'customer.<field>',
  'customer.attributes.<id>',
  'assessments.<indicator>',
  'parameters.<id>',
  'previous.segment',
  'previous.scores.<id>.band',
  'asOf',
]
  .map((path) => `\`${path}\``)
  .join(', ');
const UNARY: readonly BuiltInOperator[] = ['!', '!!', 'present'];
const OPERAND = ref('operand');
const PATH = ref('path');

/** Operators whose operands are not just values and rules. */
const SPECIAL: { readonly [operator: string]: Schema } = {
  var: { anyOf: [PATH, { type: 'array', prefixItems: [PATH, ref('literal')], items: false, minItems: 1 }] },
  missing: { anyOf: [PATH, { type: 'array', items: PATH }] },
  missing_some: {
    type: 'array',
    prefixItems: [
      { type: 'integer', minimum: 1 },
      { type: 'array', items: PATH },
    ],
    items: false,
    minItems: 2,
  },
};

function operandsOf(id: string): Schema {
  const special = SPECIAL[id];
  if (special !== undefined) return special;
  const arity = OPERATORS.find((operator) => operator.id === id)?.arity ?? { min: 0, max: Infinity };
  const list = { type: 'array', items: OPERAND, minItems: arity.min, ...(Number.isFinite(arity.max) ? { maxItems: arity.max } : {}) };
  return UNARY.some((operator) => operator === id) ? { anyOf: [ref('rule'), list] } : list;
}

/** The definitions of rules; `facts` are the ids that a path may be without a declaration. */
export function ruleDefinitions(facts: readonly string[]): { readonly [name: string]: Schema } {
  const operators = Object.entries(WORDS).map(([id, description]): readonly [string, Schema] => [id, { description, ...operandsOf(id) }]);
  return {
    rule: {
      description:
        'A rule in JSON Logic. One that needs a missing fact is unknown and never assigns. Remarks go into `note` beside the rule.',
      anyOf: [{ type: 'boolean' }, ref('call')],
    },
    call: {
      description: 'One operator with its operands. Operators of your own have a namespace, such as `acme:near`.',
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      properties: Object.fromEntries(operators),
      patternProperties: {
        '^[^\\s:]+:[^\\s:]+$': { description: 'An operator of your own, passed in `operators`.', type: 'array', items: OPERAND },
      },
      additionalProperties: false,
    },
    literal: {
      description: 'A value. Money is in major units, a ratio is 1 at 100 %, a date is YYYY-MM-DD.',
      type: ['null', 'boolean', 'number', 'string'],
    },
    operand: {
      description: 'A value, a list of values, or a rule.',
      anyOf: [ref('literal'), { type: 'array', items: { type: ['number', 'string'] } }, ref('call')],
    },
    path: {
      description: `The name of what a rule reads: a fact, ${PATHS}.`,
      type: 'string',
      anyOf: [{ enum: facts }, {}],
    },
  };
}
