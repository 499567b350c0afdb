// The shape of a policy. What a rule, a measure, a window or the options of a scorer may be is checked by those who read them: here they
// are any JSON. The messages in this file are no sentences for people: they say what is expected, and schema.ts makes issues of them.
import * as z from 'zod/mini';
import type { Json } from '../errors/json.js';
import type { Direction } from '../facts/actionable.js';
import type { ValueType } from '../rules/types.js';
import type { Goal, HitPolicy } from './types.js';

const MAX_ID_LENGTH = 100;

/** Ids are shown, stored and compared: nothing in them may be invisible. */
function isId(text: string): boolean {
  return text !== '' && text.length <= MAX_ID_LENGTH && text === text.trim() && !/\p{C}/u.test(text);
}

/** Checks of texts, named in the issues that they make. */
type TextCheck = 'id' | 'blank';

function check(name: TextCheck, accept: (text: string) => boolean) {
  return z.refine<string>(accept, { params: { check: name } });
}

/** A choice of words, with every word of its type and no other. */
function choice<Word extends string>(words: { readonly [W in Word]: W }) {
  return z.enum(words, 'a word');
}

/** An object without other members than these; an issue about another one carries the names of these, parted by spaces. */
function object<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? known : 'an object') });
}

const json = z.custom<Json>((given: unknown) => given !== undefined, 'a rule such as { ">=": [{ "var": "netSpend" }, 5000] }');
const text = z.string('a text');
const id = z.string('an id').check(check('id', isId));
const words = z.string('a text').check(check('blank', (given) => given.trim() !== ''));
const number = z.number('a number');
const yesOrNo = z.boolean('true or false');

function list<Element extends z.core.SomeType>(element: Element, expected: string) {
  return z.array(element, expected);
}

function byId<Value extends z.core.SomeType>(value: Value) {
  return z.record(id, value, 'an object with ids as keys');
}

const label = z.union(
  [words, object({ en: words, 'zh-CN': z.exactOptional(words) })],
  'a text, or texts by language such as { "en": "Gold", "zh-CN": "金牌" }',
);

const described = { label: z.exactOptional(label), note: z.exactOptional(text) };

const valueType = choice<ValueType>({
  number: 'number',
  money: 'money',
  ratio: 'ratio',
  count: 'count',
  days: 'days',
  date: 'date',
  boolean: 'boolean',
  text: 'text',
  enum: 'enum',
  list: 'list',
});

const declared = object({
  ...described,
  type: valueType,
  values: z.exactOptional(
    z.union([list(words, 'a list'), z.record(words, label, 'an object')], 'a list of values, or an object with a label for each value'),
  ),
  unit: z.exactOptional(words),
  min: z.exactOptional(number),
  max: z.exactOptional(number),
  protected: z.exactOptional(yesOrNo),
});

const measure = z.looseObject(
  { ...described, unit: z.exactOptional(words) },
  'an object that says what to measure, such as { "count": { "of": "sales" } }',
);
const bandLabels = z.record(words, label, 'an object with a label for each band');
const score = z.looseObject({ ...described, bandLabels: z.exactOptional(bandLabels), scorer: text }, 'an object with a `scorer`');

const positive = z.number('a number above 0').check(z.refine<number>((given) => given > 0));
const actionable = object({
  direction: z.exactOptional(choice<Direction>({ up: 'up', down: 'down', both: 'both' })),
  step: z.exactOptional(positive),
  min: z.exactOptional(number),
  max: z.exactOptional(number),
  cost: z.exactOptional(positive),
  scale: z.exactOptional(positive),
  leadDays: z.exactOptional(z.number('a whole number of days, 0 or more').check(z.refine<number>((given) => Number.isInteger(given) && given >= 0 && given <= 3_660))),
});

const action = object({
  id,
  label: z.exactOptional(label),
  kind: z.exactOptional(words),
  goal: z.exactOptional(choice<Goal>({ acquire: 'acquire', identify: 'identify', retain: 'retain', loyal: 'loyal', profit: 'profit' })),
  data: z.exactOptional(json),
});

const segment = object({
  ...described,
  id,
  publicLabel: z.exactOptional(label),
  when: z.exactOptional(json),
  formerly: z.exactOptional(list(id, 'a list of ids')),
  actions: z.exactOptional(list(action, 'a list of actions')),
});

const rule = object({ ...described, id, segment: text, when: json });

const parameter = z.union([number, text, yesOrNo], 'a number, a text, or true or false');

const hitPolicy = choice<HitPolicy>({
  first: 'first',
  unique: 'unique',
  any: 'any',
  priority: 'priority',
  collect: 'collect',
  'rule-order': 'rule-order',
  'output-order': 'output-order',
});

const month = z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'a month');

export const policySchema = object({
  ...described,
  $schema: z.exactOptional(text),
  schema: z.literal('clientele.policy/1', 'the text `clientele.policy/1`'),
  id,
  version: id,
  currency: text,
  timeZone: text,
  window: z.exactOptional(json),
  fiscalYearStart: z.exactOptional(month),
  targetPeriod: z.exactOptional(choice({ month: 'month', quarter: 'quarter', year: 'year' })),
  parameters: z.exactOptional(byId(parameter)),
  attributes: z.exactOptional(byId(declared)),
  facts: z.exactOptional(byId(declared)),
  measures: z.exactOptional(byId(measure)),
  scores: z.exactOptional(byId(score)),
  actionable: z.exactOptional(byId(z.union([z.literal(false), actionable], '`false`, or an object such as { "step": 100 }'))),
  hitPolicy: z.exactOptional(hitPolicy),
  segments: list(segment, 'a list of segments'),
  rules: z.exactOptional(list(rule, 'a list of rules')),
  ranking: z.exactOptional(list(text, 'a list of segments, best first')),
  otherwise: z.exactOptional(text),
  undetermined: z.exactOptional(text),
});
