// JSON Schema of what scorers that add up points have in common.
import type { CompositePartSpec } from '../scorers/composite.js';
import type { ConditionItemSpec, CountedItemSpec, GateSpec, MarkedItemSpec } from '../scorers/card/types.js';
import type { ScorecardGroupSpec } from '../scorers/scorecard.js';
import { choice, fact, figure, label, list, note, object, ref, text, whole, type Members, type Schema } from './json-schema-builders.js';

const id = text('The name of its line; the path in `of` where it has none.');
const number = (description: string): Schema => figure({ description, type: 'number' });
const above0 = (description: string): Schema => figure({ description, type: 'number', exclusiveMinimum: 0 });
const when: Schema = { description: 'The rule that is asked.', ...ref('rule') };

const MISSING = {
  unknown: 'There is no score (default).',
  penalise: 'It counts the least that it could.',
  redistribute: 'Its weight is shared among the others.',
};
const { redistribute: _none, ...WITHOUT_WEIGHTS } = MISSING;

export const missing = choice('What becomes of an item that is not known.', MISSING);
export const missingPoints = choice('What becomes of an item that is not known.', WITHOUT_WEIGHTS);
export const outOf = above0('The points for full marks everywhere; default 100.');
export const cap = number('The most points.');
export const floor = number('The least points.');

const marks: Schema = {
  description: 'How a value becomes marks, 0 to 100.',
  anyOf: [
    choice('By the customers of the calibration, or as a rating.', {
      best: 'The best customer has 100; others in proportion.',
      'min-max': 'The best customer has 100, the worst 0; others in between.',
      rank: 'The first place has 100, the last 0; others by their place.',
      rating: 'A rating as a ratio of its scale.',
    }),
    object('In proportion to a target.', { target: above0('The value for 100.'), uncapped: { description: 'More than the target is more than 100.', type: 'boolean' } }, ['target']),
    object(
      'By steps.',
      {
        steps: list('Rows of a value and its marks, with rising values.', list('A row.', number('The value, or its marks.'))),
        even: { description: 'Marks change evenly between two rows.', type: 'boolean' },
      },
      ['steps'],
    ),
    object('By the band of a score.', { bands: { description: 'Marks of each band.', type: 'object', additionalProperties: number('Marks.') } }, ['bands']),
  ],
};

const markedMembers: Members<MarkedItemSpec> = {
  id,
  label,
  note,
  of: fact,
  weight: above0('Its weight beside the other items.'),
  marks,
  better: choice('Which end is better.', { higher: 'More is better (default).', lower: 'Less is better.' }),
  missing,
};
const partMembers: Members<CompositePartSpec> = markedMembers;
const countedMembers: Members<CountedItemSpec> = {
  id,
  label,
  note,
  of: fact,
  each: number('Points for each.'),
  times: figure(whole('So many count, however many there are.')),
  undecayed: { ...fact, description: 'The path of the same measure without decay.' },
  missing: missingPoints,
};
const conditionMembers: Members<ConditionItemSpec> = { id, label, note, when, points: number('Points where the rule holds.'), missing };

const marked = object('A fact or score that is marked and weighs.', markedMembers, ['of', 'weight', 'marks']);
const counted = object('Points for so many of something.', countedMembers, ['of', 'each']);
const condition = object('Points where a rule holds.', conditionMembers, ['id', 'when', 'points']);
const part = object('A score, a rating or a fact.', partMembers, ['of', 'weight']);

const group = (items: readonly Schema[], members: Partial<Members<ScorecardGroupSpec>>): Schema =>
  object('Items that belong together.', { id: text('Its name.'), label, note, cap, ...members, items: list('Its items.', { anyOf: items }) }, ['id', 'items']);

export const scorecardGroups = list('Groups of items.', group([marked, counted, condition], { weight: above0('Its weight beside the other groups.') }));
export const engagementGroups = list('Groups of items.', group([counted, condition], {}));
export const markedItems = (description: string): Schema => list(description, marked);
export const parts = (description: string): Schema => list(description, part);

const gateMembers: Members<GateSpec> = {
  id: text('The name of its line.'),
  label,
  note,
  when,
  total: number('The value is set to this.'),
  most: number('The value is at most this.'),
  band: text('The band is at best this.'),
  missing: choice('Where the rule is unknown.', { unknown: 'There is no score (default).', ignore: 'As if it did not hold.' }),
};

export const gates = list('Rules that limit or set the result, asked last.', object('One gate.', gateMembers, ['id', 'when']));
