// JSON Schema of cuts.
import { choice, figure, list, object, whole, type Schema } from './json-schema-builders.js';

export const share: Schema = { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 };
const classes = (description: string): Schema => object(description, { classes: figure({ description: 'How many.', type: 'integer', minimum: 2, maximum: 101 }) }, ['classes']);

export const cutDefinition: Schema = {
  description: 'Where the values of a score are divided into classes.',
  type: 'object',
  minProperties: 1,
  properties: {
    fixed: list('Stated lines; a value at a line is in the class above.', figure({ type: 'number' })),
    quantile: {
      description: 'At quantiles of the population.',
      anyOf: [list('Probabilities between 0 and 1.', figure(share)), classes('Classes of about the same size.')],
    },
    type: { description: 'Which sample quantile, after Hyndman and Fan; default 7.', type: 'integer', minimum: 1, maximum: 9 },
    ties: choice('How equal values are counted.', {
      together: 'Held against the quantile itself (default).',
      min: 'By the lowest of their places.',
      max: 'By the highest of their places.',
      mid: 'By the mean of their places.',
      dense: 'By their place among different values.',
    }),
    mode: choice('As another program takes quantiles.', {
      'r-rfm': 'As the package rfm of R.',
      'pandas-qcut': 'As qcut of pandas, repeated edges dropped.',
      'percent-rank': 'As PERCENT_RANK of SQL.',
    }),
    median: { description: 'At the median of the population.', const: true },
    pareto: list('Shares of the total that the best make up together, rising.', figure(share)),
    natural: classes('At natural breaks: values that lie close together share a class.'),
    equalWidth: classes('Classes of one width from the least to the greatest value.'),
    mean: { description: 'At the mean of the population.', const: true },
    rank: {
      description: 'The best of the population.',
      anyOf: [
        { const: 'top-half' },
        object('The best so many.', { top: figure(whole('How many.')) }, ['top']),
        object('The best share.', { share: figure(share) }, ['share']),
      ],
    },
    better: choice('Which end is the upper class.', { higher: 'More is better (default).', lower: 'Less is better.' }),
  },
  oneOf: ['fixed', 'quantile', 'mean', 'median', 'rank', 'pareto', 'natural', 'equalWidth'].map((kind) => ({ required: [kind] })),
  dependentRequired: { type: ['quantile'], ties: ['quantile'], mode: ['quantile'] },
  additionalProperties: false,
};
