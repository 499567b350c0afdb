// JSON Schema of scores: the scorers of the package with their options.
import type { BuiltInScorerId, BuiltInScoreSpec } from '../scorers/built-in.js';
import * as card from './json-schema-card.js';
import { cutDefinition, share } from './json-schema-cut.js';
import { choice, fact, figure, label, list, note, object, ref, whole, words, type Members, type Schema } from './json-schema-builders.js';

const wholeFigure = (description: string): Schema => figure(whole(description));
const cut: Schema = { description: 'Where the classes are divided.', ...ref('cut') };
const bands = list('One name for each class, the lowest first.', { type: 'string' });
const peers: Schema = { description: 'With whom a customer is compared.', ...ref('peers') };

const rfmAxis = (what: string): Schema =>
  object(what, { of: fact, cut, weight: figure({ description: 'What one class counts in the value; default 1.', type: 'number', minimum: 0 }) }, []);
const classRange = (what: string): Schema => ({ ...list(what, figure({ type: 'number', minimum: 0 })), minItems: 2, maxItems: 2 });
const rfmRow = object(
  'The cells of one band; without ranges all that are left.',
  {
    band: { description: 'The band of these cells.', type: 'string' },
    recency: classRange('Classes of recency, both inside.'),
    frequency: classRange('Classes of frequency, both inside.'),
    monetary: classRange('Classes of monetary value, both inside.'),
    frequencyMonetary: classRange('Means of the classes of frequency and monetary value, both inside.'),
    codes: list('Cells one by one, instead of ranges.', { type: 'string' }),
  },
  ['band'],
);
const category = object('A class with its rule.', { id: { description: 'What rules call it.', ...ref('id') }, when: { description: 'Who is in it.', ...ref('rule') } }, ['id', 'when']);
const need = object('A need.', { id: { description: 'What rules call it.', ...ref('id') }, of: fact }, ['id', 'of']);
const axis: Schema = { description: 'What is compared.', ...ref('axis') };

const stage = object(
  'A stage.',
  {
    id: { description: 'What rules call it.', ...ref('id') },
    when: { description: 'Who comes into it.', ...ref('rule') },
    stay: { description: 'Who stays in it, or above; for `hysteresis`.', ...ref('rule') },
  },
  ['id', 'when'],
);

const ladderStage = object(
  'A stage of a ladder.',
  { id: { description: 'What rules call it.', ...ref('id') }, when: { description: 'Who is in it, having reached all below it.', ...ref('rule') } },
  ['id', 'when'],
);

const scorers: { readonly [Id in BuiltInScorerId]: Omit<Members<Extract<BuiltInScoreSpec, { readonly scorer: Id }>>, 'scorer'> } = {
  abc: { of: fact, shares: list('Shares of the total, rising; default 0.8 and 0.95.', figure(share)), bands, peers },
  bands: { of: fact, cut, bands, peers },
  'boston-quadrant': {
    level: fact,
    growth: fact,
    cut: {
      description: 'What is high: one cut for both axes, or one for each.',
      anyOf: [ref('cut'), object('One for each axis.', { level: cut, growth: cut }, ['level', 'growth'])],
    },
    peers,
  },
  composite: {
    outOf: card.outOf,
    quantitative: card.parts('What is counted.'),
    qualitative: card.parts('What people judge.'),
    missing: card.missing,
    gates: card.gates,
    cut,
    bands,
  },
  engagement: { groups: card.engagementGroups, missing: card.missingPoints, cap: card.cap, floor: card.floor, gates: card.gates, cut, bands },
  frequency: { of: fact, cut, bands, peers },
  lapse: {
    mode: choice('What a silence is held against.', {
      hiatus: 'A number of days (default).',
      cadence: 'The customer’s own median gap.',
      quantile: 'The customer’s own gaps and those of the population.',
      silence: 'The probability of so long a silence.',
    }),
    lapsedFromDays: wholeFigure('`hiatus`: lapsed after so many days without a purchase.'),
    dueFromDays: wholeFigure('`hiatus`: due after so many days without a purchase.'),
    lapsedFromGaps: figure({ description: '`cadence`: lapsed after so many median gaps; default 3.', type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1_000_000 }),
    dueFromGaps: figure({ description: '`cadence`: due after so many median gaps; default 1.', type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1_000_000 }),
    minimumGaps: wholeFigure('`cadence`, `silence`: gaps that are needed to judge; default 3.'),
    quantile: figure({ description: '`quantile`: share of customers who came back within the limit; default 0.9.', ...share }),
    priorGaps: figure({ description: '`quantile`: gaps that the mean of the population counts as; default 3.', type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1_000_000 }),
    peers,
    lapsedBelow: figure({ description: '`silence`: lapsed below this probability; default 0.05.', ...share }),
    dueBelow: figure({ description: '`silence`: due below this probability; default 0.5.', ...share }),
    shape: {
      description: '`silence`: how regular customers are; default 1, as at random.',
      anyOf: [{ type: 'integer', minimum: 1, maximum: 20 }, { const: 'own' }, ref('parameter')],
    },
  },
  'lifecycle-stage': {
    atRiskFromDays: wholeFigure('At risk after so many days without a purchase.'),
    lapsedFromDays: wholeFigure('Lapsed after so many days without a purchase.'),
    tooNewBelowDays: wholeFigure('Too new to judge: first purchase fewer days ago.'),
    stages: list('Stages of your own, the lowest first; for `first` in the order of trying.', stage),
    mode: choice('Which of the stages whose rules hold is given.', {
      first: 'The first of the list (default).',
      highest: 'The highest, which is the last of the list.',
      ratchet: 'The highest, and never one below that of the previous class.',
      hysteresis: 'The highest that is entered by `when`, or kept from the previous class by `stay`.',
    }),
  },
  loyalty: {
    mode: choice('What loyalty is told by.', {
      purchases: 'How often and how steadily was bought (default).',
      composite: 'An index from 0 to 100 of several facts.',
      attitude: 'What a customer does against what it thinks (Dick and Basu).',
      ladder: 'As far up a ladder of stages as each of them holds.',
      'share-of-wallet': 'What is spent with us of all that is spent on such goods.',
      'wallet-allocation': 'The same, estimated by our rank (wallet allocation rule).',
    }),
    loyalFromPurchases: wholeFigure('`purchases`: loyal from so many purchases; default 6.'),
    loyalFromActiveMonths: wholeFigure('`purchases`: loyal from so many months with a purchase; default 4.'),
    newBelowDays: wholeFigure('`purchases`: new where the first purchase is fewer days ago; default 90.'),
    items: card.markedItems('`composite`: what is marked and weighs.'),
    missing: card.missing,
    behaviour: { description: '`attitude`: what a customer does, in two classes.', ...ref('axis') },
    attitude: { description: '`attitude`: what a customer thinks, in two classes.', ...ref('axis') },
    stages: list('`ladder`: the stages, the lowest first.', ladderStage),
    of: fact,
    rank: { description: '`wallet-allocation`: our rank among the brands that the customer uses.', ...ref('path') },
    brands: { description: '`wallet-allocation`: how many brands the customer uses, ours included.', ...ref('path') },
    cut,
    bands,
    peers,
  },
  category: {
    classes: list('Classes in order of trying: the first whose rule holds is given.', category),
    of: fact,
    taxonomy: list('Classes with the words that mean them.', ref('taxonomy')),
  },
  need: {
    needs: list('Two or more needs, each with a share.', need),
    lead: figure({ description: 'By how much the largest share must lead; default 0.1.', ...share }),
    minimum: figure({ description: 'The least share that counts; default 0.', type: 'number', minimum: 0, maximum: 1 }),
    otherwise: { description: 'The band where none leads; default `mixed`.', type: 'string' },
  },
  matrix: {
    rows: axis,
    columns: axis,
    cells: list('A list for each class of `rows`, the lowest first.', list('A name for each class of `columns`, the lowest first.', { type: 'string' })),
    peers,
  },
  'payment-timeliness': {
    mode: choice('What of paying is looked at.', {
      ratio: 'The share that was paid in time (default).',
      days: 'How many days late, in proportion.',
      index: 'How many days late, as a payment index.',
      ageing: 'How much of what is open is how late.',
      trend: 'How the share that was paid in time changes.',
      'credit-use': 'How much of the credit limit is used.',
    }),
    of: fact,
    zeroFromDays: wholeFigure('Mode days: so many days late give 0 points; default 90.'),
    cut,
    bands,
    peers,
  },
  recency: { of: fact, cut, bands, peers },
  rfm: {
    recency: rfmAxis('How long ago the last purchase was; less is better.'),
    frequency: rfmAxis('How often was bought.'),
    monetary: rfmAxis('For how much was bought.'),
    cut: { description: 'The cut of each axis that states none; default five classes.', ...ref('cut') },
    binning: choice('How the classes are drawn.', {
      independent: 'Each axis over all customers (default).',
      nested: 'Frequency within each class of recency, monetary value within each of both.',
    }),
    countFrom: figure({ description: 'The number of the lowest class; default 1.', enum: [0, 1] }),
    table: {
      description: 'Which cell is which band.',
      anyOf: [{ enum: ['standard', 'none'] }, { ...list('Rows, of which the first that takes a cell decides.', rfmRow), minItems: 1 }],
    },
    minimumFrequency: wholeFigure('Too little data: fewer purchases.'),
    minimumCustomers: wholeFigure('Too little data: a calibration over fewer customers.'),
    peers,
  },
  scorecard: {
    outOf: card.outOf,
    groups: card.scorecardGroups,
    missing: card.missing,
    cap: card.cap,
    floor: card.floor,
    gates: card.gates,
    cut,
    bands,
  },
  value: { of: fact, cut, bands, peers, potential: object('What the customer could be worth: a second axis beside the value.', { of: fact, cut }, ['of']) },
};

const REQUIRED_OPTIONS: { readonly [Id in BuiltInScorerId]?: readonly string[] } = {
  bands: ['of', 'cut'],
  'boston-quadrant': ['level', 'growth', 'cut'],
  composite: ['quantitative'],
  engagement: ['groups'],
  scorecard: ['groups'],
  matrix: ['rows', 'columns', 'cells'],
  need: ['needs'],
};

function scoreDefinition(): Schema {
  const bandLabels: Schema = { description: 'What its bands are called.', type: 'object', additionalProperties: words('What one band is called.') };
  const described = { label, bandLabels, note };
  const options = Object.entries<{ readonly [option: string]: Schema }>(scorers).map(([id, members]) => ({
    if: { properties: { scorer: { const: id } }, required: ['scorer'] },
    then: object(
      `Options of the scorer \`${id}\`.`,
      { scorer: { const: id }, ...members, ...described },
      REQUIRED_OPTIONS[id as BuiltInScorerId] ?? [],
    ),
  }));
  const scorer: Schema = {
    description: 'The id of a scorer; one of your own has a namespace, such as `acme:churn`.',
    type: 'string',
    anyOf: [{ enum: Object.keys(scorers) }, { pattern: '^[^:]+:.+$' }],
  };
  return {
    description: 'A score: a scorer with its options.',
    type: 'object',
    properties: { scorer, ...described },
    required: ['scorer'],
    allOf: options,
  };
}

/** The definitions of scores and of what their options share. */
export const scoreDefinitions: { readonly [name: string]: Schema } = {
  cut: cutDefinition,
  taxonomy: object(
    'A class of a taxonomy.',
    {
      id: { description: 'What rules call it.', ...ref('id') },
      label,
      values: list('The values that mean it, beside its id.', { type: 'string' }),
      children: list('Finer classes within it.', ref('taxonomy')),
    },
    ['id'],
  ),
  axis: object(
    'An axis of a matrix: a figure with a cut, or a word out of a few.',
    {
      of: fact,
      cut,
      classes: list('The classes of a word, the lowest first.', {
        description: 'A word, or several that count as one class.',
        anyOf: [{ type: 'string' }, list('Words of one class.', { type: 'string' })],
      }),
    },
    ['of'],
    { oneOf: [{ required: ['cut'] }, { required: ['classes'] }] },
  ),
  peers: object(
    'Customers with the same value at a path.',
    {
      by: ref('path'),
      minimum: figure(whole('How many customers a group needs; default 4.')),
      otherwise: choice('With whom a customer of a smaller group is compared.', {
        all: 'With all.',
        none: 'With nobody: no band (default).',
      }),
    },
    ['by'],
  ),
  parameter: object('The value of a parameter.', { var: { description: 'Its path.', type: 'string', pattern: '^parameters\\..+$' } }, ['var']),
  score: scoreDefinition(),
};
