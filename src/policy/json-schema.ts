// The JSON Schema of policies: what an editor shows while a policy is written by hand. It is data, and no part of the package's code:
// only the generator of policy.schema.json imports it. What it lets pass, `parsePolicy` may still refuse: names, types, order.
import type { Json } from '../errors/json.js';
import type { Actionable, Direction } from '../facts/actionable.js';
import { CATALOGUE } from '../facts/catalogue.js';
import { operandNames } from '../facts/measure.js';
import { TAKES } from '../facts/take.js';
import { EVENT_TAKES, type EventTake, type EventTakeDefinition } from '../facts/takes.js';
import { PERIOD_UNITS } from '../internal/periods.js';
import type { ValueType } from '../rules/types.js';
import {
  byId,
  choice,
  fact,
  label,
  list,
  note,
  object,
  ref,
  text,
  whole,
  words,
  type Members,
  type Schema,
} from './json-schema-builders.js';
import { ruleDefinitions } from './json-schema-rule.js';
import { scoreDefinitions } from './json-schema-score.js';
import type { Measure } from './measure.js';
import type { Action, Declared, Goal, HitPolicy, Policy, Segment, SegmentRule } from './types.js';

const valueType = choice<ValueType>('The kind of value.', {
  number: 'A plain number.',
  money: "An amount in major units of the policy's currency.",
  ratio: '1 is 100 %.',
  count: 'A whole number of things.',
  days: 'A whole number of days.',
  date: 'A day, YYYY-MM-DD.',
  boolean: 'true or false.',
  text: 'A text.',
  enum: 'One of `values`.',
  list: 'A list of texts or numbers.',
});

const declared: Members<Declared> = {
  type: valueType,
  values: {
    description: 'The values of an enum.',
    anyOf: [
      list('The values.', { type: 'string' }),
      { description: 'The values with their labels.', type: 'object', additionalProperties: ref('text') },
    ],
  },
  label,
  unit: text('What one of it is called; shown after the figure.'),
  min: { description: 'The least plausible value.', type: 'number' },
  max: { description: 'The greatest plausible value.', type: 'number' },
  protected: { description: 'A protected attribute, such as age: a rule that uses it gets a warning.', type: 'boolean' },
  note,
};

const where: Schema = { description: 'Which events count: a rule over their fields.', ...ref('rule') };
const window = ref('window');

/** The members of a take over events: what it may be of, and its options. */
function eventTake(id: EventTake, description: string): Schema {
  const take: EventTakeDefinition = EVENT_TAKES[id];
  const units = take.isOfPeriods === true ? ['month', 'quarter', 'year'] : PERIOD_UNITS;
  const options: { readonly [O in EventTakeDefinition['options'][number]]: Schema } = {
    per: { description: 'The unit; default month.', enum: [...units] },
    periods: whole('How many whole periods; default 6.'),
    decay: { description: 'How events lose weight with their age in days.', ...ref('decay') },
    among: { description: 'What the whole is: a rule over the fields of the events.', ...ref('rule') },
  };
  const own = Object.fromEntries(take.options.map((option) => [option, options[option]]));
  const of: Schema = { description: 'What it is taken of.', enum: [...operandNames(take)] };
  return object(description, { of, where, ...(take.isOfPeriods === true ? {} : { window }), ...own }, id === 'share' ? ['of', 'where'] : ['of']);
}
const back: Schema = { description: 'How many such windows before; default 0.', type: 'integer', minimum: 0, maximum: 1200 };
const yearsBack: Schema = { description: 'How many years before; default 0.', type: 'integer', minimum: 0, maximum: 100 };
const date = (description: string): Schema => ({ description, type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const positive = (description: string): Schema => ({ description, type: 'number', exclusiveMinimum: 0 });
const actionable: Members<Actionable> = {
  direction: choice<Direction>('Which way it can be brought.', { up: 'Upwards.', down: 'Downwards.', both: 'Either way.' }),
  step: positive('Changes are whole multiples of it, in the unit of the fact; an amount of money where events change it.'),
  min: { description: 'The least value that it can be brought to.', type: 'number' },
  max: { description: 'The greatest value that it can be brought to.', type: 'number' },
  cost: positive('How much a usual difference costs, against other facts; default 1.'),
  scale: positive('How large a usual difference between customers is.'),
  leadDays: { description: 'Days before the first one on which something can be done; default 0.', type: 'integer', minimum: 0, maximum: 3660 },
};

const measure: Members<Measure> = {
  label,
  unit: text('What one of it is called; shown after the figure.'),
  note,
  count: eventTake('count', 'How many events.'),
  sum: eventTake('sum', 'The sum of a figure of the events.'),
  mean: eventTake('mean', 'The mean of a figure.'),
  min: eventTake('min', 'The least of a figure.'),
  max: eventTake('max', 'The greatest of a figure.'),
  variation: eventTake('variation', 'The sample standard deviation of a figure divided by its mean.'),
  distinct: eventTake('distinct', 'How many different words the events say.'),
  first: eventTake('first', 'What the first event says.'),
  last: eventTake('last', 'What the last event says.'),
  daysSinceFirst: eventTake('daysSinceFirst', 'Days since the first event.'),
  daysSinceLast: eventTake('daysSinceLast', 'Days since the last event.'),
  medianGap: eventTake('medianGap', 'The median of the days between one day with an event and the next.'),
  activePeriods: eventTake('activePeriods', 'How many periods have an event.'),
  streak: eventTake('streak', 'How many periods in a row have an event, up to now.'),
  trend: eventTake('trend', 'The slope of a straight line through the totals of whole periods, divided by their mean.'),
  share: eventTake('share', 'The part of a sum, or of the number of events, that `where` selects.'),
  ratio: object('One fact divided by another.', { of: fact, to: fact }, ['of', 'to']),
  change: object(
    'A fact against the same fact in an earlier window.',
    {
      of: fact,
      back: whole('How many windows earlier; default 1.'),
      as: choice('How it is given.', { difference: 'The difference (default).', rate: 'The difference divided by the earlier figure.' }),
    },
    ['of'],
  ),
  when: { description: 'A yes or no: whether a rule holds.', ...ref('rule') },
  calculate: { description: 'Arithmetic over other facts: a rule that gives a value.', ...ref('rule') },
};

const action: Members<Action> = {
  id: ref('id'),
  label,
  kind: text('Your own word for what sort of action it is.'),
  goal: choice<Goal>('What it is for.', {
    acquire: 'Win a customer.',
    identify: 'Find out who is valuable.',
    retain: 'Keep a customer.',
    loyal: 'Make a customer loyal.',
    profit: 'Earn more with a customer.',
  }),
  data: { description: 'Whatever you need to carry it out.' },
};

const segment: Members<Segment> = {
  id: ref('id'),
  label,
  publicLabel: words('What a customer may be told; without it the segment is not named to customers.'),
  when: { description: 'Who is in it.', ...ref('rule') },
  formerly: list('Names it had before.', ref('id')),
  actions: list('What it recommends to do.', object('An action: data, never executed.', action, ['id'])),
  note,
};

const rule: Members<SegmentRule> = {
  id: ref('id'),
  segment: ref('id'),
  when: { description: 'When it gives the segment.', ...ref('rule') },
  label,
  note,
};

const policy: Members<Policy> = {
  $schema: text('Where this JSON Schema is.'),
  schema: { description: 'The version of this format.', const: 'clientele.policy/1' },
  id: ref('id'),
  version: ref('id'),
  label,
  note,
  currency: { description: 'ISO 4217 code of the currency that money is counted in.', type: 'string', pattern: '^[A-Z]{3}$' },
  timeZone: text('IANA name of the zone whose days are counted, such as Asia/Shanghai.'),
  window: { description: 'The window of all facts that take one and state none; without it, the whole life.', ...ref('window') },
  targetPeriod: {
    description: 'How long the periods of targets are; default `quarter`. Only `requirements` needs it.',
    enum: ['month', 'quarter', 'year'],
  },
  fiscalYearStart: {
    description: 'The month in which the fiscal year starts; default 1. A fiscal year is named by the calendar year it ends in.',
    type: 'integer',
    minimum: 1,
    maximum: 12,
  },
  parameters: byId('Figures that rules, measures and scores read as `parameters.<id>`.', { type: ['number', 'string', 'boolean'] }),
  attributes: byId('The fields of `customer.attributes` that the policy reads.', ref('declared')),
  facts: byId('Facts that you give with each record.', ref('declared')),
  measures: byId('Facts that are computed from events or from other facts.', ref('measure')),
  scores: byId('Scores of the customer, read as `scores.<id>.value` and `scores.<id>.band`.', ref('score')),
  actionable: byId('What can be done about facts, by id, where it is not as usual; false: nothing.', {
    anyOf: [{ description: 'Nothing can be done about it.', const: false }, object('How far it can be changed.', actionable, [])],
  }),
  hitPolicy: choice<HitPolicy>('Which rule wins.', {
    first: 'The first that holds (default).',
    unique: 'The only one that holds.',
    any: 'All that hold give one segment.',
    priority: 'The best by `ranking` of those that hold.',
    collect: 'All that hold are listed; the best by `ranking` is the segment.',
    'rule-order': 'As `collect`.',
    'output-order': 'As `collect`, listed by `ranking`.',
  }),
  segments: list('The classes that the policy assigns, in order of trying.', object('A class of customers.', segment, ['id'])),
  rules: list(
    'In order of trying; several may give one segment. Instead of `when` on the segments.',
    object('A rule that gives a segment.', rule, ['id', 'segment', 'when']),
  ),
  ranking: list('Segments, best first.', ref('id')),
  otherwise: { description: 'The segment of a customer whom no rule takes.', ...ref('id') },
  undetermined: { description: 'The segment of a customer for whom too little is known.', ...ref('id') },
};


const definitions: { readonly [name: string]: Schema } = {
  id: { description: 'An id: 1 to 100 characters.', type: 'string', minLength: 1, maxLength: 100 },
  text: {
    description: 'A text, or a text per language.',
    anyOf: [{ type: 'string', minLength: 1 }, object('By language.', { en: text('English.'), 'zh-CN': text('Chinese.') }, ['en'])],
  },
  window: {
    description: 'Which days count.',
    oneOf: [
      object(
        'The last so many days, weeks, months or years, up to and with the day.',
        { last: { description: 'ISO 8601, such as P12M.', type: 'string', pattern: '^P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?$', minLength: 3 }, back, yearsBack },
        ['last'],
      ),
      object(
        'A calendar period: the one of the day, or one before it.',
        { calendar: { description: 'Which period. Quarters and fiscal years begin with `fiscalYearStart`.', enum: ['month', 'quarter', 'year', 'fiscalYear'] }, back, yearsBack },
        ['calendar'],
      ),
      object('A week: the one of the day, or one before it.', { calendar: { description: 'From Monday to Sunday.', const: 'week' }, back }, ['calendar']),
      object('Days that are named, as far as they have come.', { from: date('The first day.'), to: date('The last day, inside.') }, ['from', 'to']),
      object('All that is known, up to and with the day.', { life: { description: 'The whole life.', const: true } }, ['life']),
    ],
  },
  decay: {
    description: 'How events lose weight with the whole days of their age.',
    oneOf: [
      object('By halves.', { halfLifeDays: whole('Days after which an event counts half.') }, ['halfLifeDays']),
      object('Evenly.', { linearDays: whole('Days after which an event counts no more.') }, ['linearDays']),
    ],
  },
  declared: object('An attribute or a fact that you give.', declared, ['type'], {
    if: { properties: { type: { const: 'enum' } } },
    then: { required: ['values'] },
  }),
  measure: object(`How a fact is computed: exactly one of ${TAKES.join(', ')}.`, measure, [], {
    oneOf: TAKES.map((take) => ({ required: [take] })),
  }),
  ...scoreDefinitions,
  ...ruleDefinitions(Object.keys(CATALOGUE)),
};

/** The JSON Schema (draft 2020-12) of a policy, complete in itself. */
export function policyJsonSchema(): Json {
  const root = object('How customers are classified: facts, scores, segments and the rules that give them.', policy, [
    'schema',
    'id',
    'version',
    'currency',
    'timeZone',
    'segments',
  ]);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'clientele policy', ...root, $defs: definitions };
}
