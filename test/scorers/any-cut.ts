// Cuts of every kind that a population is fitted to.
import fc from 'fast-check';
import type { Cut, QuantileCut } from '../../src/scorers/cuts/types.js';

const classes = fc.integer({ min: 2, max: 9 }).map((n) => ({ classes: n }));
const shares = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 }).map((percents) => percents.sort((a, b) => a - b).map((percent) => percent / 100));

const quantile: fc.Arbitrary<QuantileCut> = fc
  .record(
    {
      quantile: fc.oneof(shares, classes),
      how: fc.oneof(
        fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const, 7 as const, 8 as const, 9 as const).map((type) => ({ type })),
        fc.constantFrom('min' as const, 'max' as const, 'mid' as const, 'dense' as const).map((ties) => ({ ties })),
        fc.constantFrom('r-rfm' as const, 'pandas-qcut' as const, 'percent-rank' as const).map((mode) => ({ mode })),
        fc.constant({}),
      ),
    },
  )
  .map(({ quantile: asked, how }) => ({ quantile: asked, ...how }));

const kind: fc.Arbitrary<Cut> = fc.oneof<fc.Arbitrary<Cut>[]>(
  quantile,
  quantile,
  quantile,
  fc.constant({ mean: true }),
  fc.constant({ median: true }),
  fc.constant({ rank: 'top-half' }),
  fc.integer({ min: 1, max: 70 }).map((top) => ({ rank: { top } })),
  fc.integer({ min: 1, max: 99 }).map((percent) => ({ rank: { share: percent / 100 } })),
  shares.map((pareto) => ({ pareto })),
  classes.map((natural) => ({ natural })),
  classes.map((equalWidth) => ({ equalWidth })),
);

export const anyCut: fc.Arbitrary<Cut> = fc
  .tuple(kind, fc.constantFrom<'higher' | 'lower'>('higher', 'lower'))
  .map(([cut, better]) => ('pareto' in cut ? cut : { ...cut, better }));
