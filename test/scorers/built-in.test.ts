// The contract that every scorer of the library keeps.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import { BUILT_IN_SCORERS, builtInScorer } from '../../src/scorers/built-in.js';
import type { Monotone } from '../../src/scorers/monotone.js';
import { SCORE_REASONS } from '../../src/scorers/reason-codes.js';
import type { Score, ScoreInputs } from '../../src/scorers/scorer.js';
import { filesUnder, root } from '../project.js';
import { bind } from './kit.js';

const specs: readonly (readonly [keyof typeof BUILT_IN_SCORERS, Json])[] = [
  ['abc', {}],
  ['abc', { of: 'a', shares: [0.5], bands: ['B', 'A'], peers: { by: 'customer.kind', minimum: 2, otherwise: 'all' } }],
  ['bands', { of: 'a', cut: { natural: { classes: 3 } } }],
  ['bands', { of: 'a', cut: { equalWidth: { classes: 3 }, better: 'lower' }, peers: { by: 'customer.kind', minimum: 2 } }],
  ['recency', {}],
  ['recency', { cut: { quantile: { classes: 3 }, mode: 'r-rfm' } }],
  ['value', { cut: { mean: true }, potential: { of: 'a', cut: { quantile: [0.5], ties: 'mid' } } }],
  ['value', { cut: { fixed: [10] }, potential: { of: 'a' } }],
  ['value', {}],
  ['value', { cut: { fixed: [10, 20] } }],
  ['value', { cut: { quantile: [0.25, 0.75] } }],
  ['value', { of: 'daysSinceLastPurchase', cut: { fixed: [90], better: 'lower' } }],
  ['frequency', { cut: { rank: { share: 0.2 } }, peers: { by: 'customer.kind', minimum: 2, otherwise: 'all' } }],
  ['frequency', { cut: { mean: true }, peers: { by: 'customer.kind', minimum: 2 } }],
  ['payment-timeliness', { cut: { quantile: [0.5] } }],
  ['payment-timeliness', { mode: 'days', of: 'a', zeroFromDays: 30 }],
  ['payment-timeliness', { mode: 'index', of: 'a', cut: { fixed: [60] } }],
  ['payment-timeliness', { mode: 'ageing', cut: { quantile: [0.5] }, peers: { by: 'customer.kind', minimum: 2 } }],
  ['payment-timeliness', { mode: 'trend', of: 'targetCompletionChange', cut: { fixed: [-5, 5] } }],
  ['payment-timeliness', { mode: 'credit-use', of: 'b', cut: { mean: true } }],
  ['rfm', {}],
  ['rfm', { cut: { quantile: [0.5] }, binning: 'nested', monetary: { weight: 0.25 }, minimumFrequency: 1 }],
  ['rfm', { cut: { mean: true }, recency: { cut: { fixed: [180, 30] } }, countFrom: 0, peers: { by: 'customer.kind', minimum: 2 } }],
  ['rfm', { table: 'none' }],
  ['rfm', { table: 'none', binning: 'nested', recency: { cut: { fixed: [10] } }, frequency: { cut: { fixed: [10] } }, monetary: { cut: { quantile: [0.5], better: 'lower' } } }],
  ['rfm', { table: 'none', frequency: { of: 'a' }, monetary: { of: 'a', cut: { fixed: [9, 3], better: 'lower' } } }],
  ['payment-timeliness', { mode: 'ageing', cut: { fixed: [90, 40], better: 'lower' } }],
  [
    'scorecard',
    {
      groups: [
        { id: 'buying', weight: 60, cap: 50, items: [{ of: 'netSpend', weight: 2, marks: 'best' }, { of: 'purchases', weight: 1, marks: 'rank' }, { of: 'daysSinceLastPurchase', weight: 0.5, marks: 'min-max', better: 'lower' }] },
        { id: 'credit', weight: 40, items: [{ of: 'onTimePaymentRatio', weight: 1, marks: 'rating' }, { of: 'a', weight: 3, marks: { steps: [[0, 0], [10, 33.3]], even: true } }] },
      ],
      missing: 'redistribute', cut: { quantile: [0.5, 0.75] },
    },
  ],
  [
    'scorecard',
    {
      groups: [{ id: 'all', weight: 1, items: [{ of: 'netSpend', weight: 1, marks: { target: 20, uncapped: true } }, { of: 'b', each: 0.1, times: 3, undecayed: 'a' }, { id: 'late', when: true, points: -5 }] }],
      missing: 'penalise', cap: 120, floor: -3, cut: { fixed: [20, 40, 60, 80, 100] },
      gates: [{ id: 'blocked', when: true, total: 0 }, { id: 'limited', when: true, most: 70 }, { id: 'held', when: true, band: 'C', missing: 'ignore' }],
    },
  ],
  ['composite', { quantitative: [{ of: 'a', weight: 60 }], qualitative: [{ of: 'customer.kind', weight: 40, marks: { bands: { person: 20, business: 80 } } }], missing: 'redistribute', cut: { fixed: [50] } }],
  ['engagement', { groups: [{ id: 'all', cap: 20, items: [{ of: 'purchases', each: 0.7, times: 9 }, { of: 'a', each: -0.3 }] }], cut: { fixed: [5] } }],
  ['loyalty', {}],
  ['loyalty', { mode: 'composite' }],
  ['loyalty', { mode: 'composite', items: [{ of: 'purchases', weight: 2, marks: 'best' }, { of: 'a', weight: 1, marks: 'rank' }], missing: 'redistribute', cut: { quantile: [0.5] } }],
  ['loyalty', { mode: 'attitude', behaviour: { of: 'purchases', cut: { fixed: [6] } }, attitude: { of: 'a', cut: { fixed: [9] } } }],
  ['loyalty', { mode: 'attitude', behaviour: { of: 'purchases', cut: { median: true } }, attitude: { of: 'customer.kind', classes: ['person', 'business'] }, peers: { by: 'customer.kind', minimum: 2, otherwise: 'all' } }],
  ['loyalty', { mode: 'ladder', stages: [{ id: 'active', when: true }, { id: 'loyal', when: true }] }],
  ['loyalty', { mode: 'share-of-wallet', cut: { fixed: [0.5] } }],
  ['loyalty', { mode: 'wallet-allocation', rank: 'a', brands: 'b' }],
  ['loyalty', { mode: 'wallet-allocation', rank: 'a', brands: 'b', cut: { quantile: [0.5] }, peers: { by: 'customer.kind', minimum: 2 } }],
  ['lapse', { lapsedFromDays: 90, dueFromDays: 30 }],
  ['lapse', { mode: 'cadence' }],
  ['lapse', { mode: 'silence', shape: 'own' }],
  ['lapse', { mode: 'quantile', peers: { by: 'customer.kind', minimum: 2, otherwise: 'all' } }],
  ['lifecycle-stage', { atRiskFromDays: 60, lapsedFromDays: 180, tooNewBelowDays: 14 }],
  ['lifecycle-stage', { stages: [{ id: 'loyal', when: true }, { id: 'active', when: true }] }],
  ['lifecycle-stage', { stages: [{ id: 'active', when: true }, { id: 'loyal', when: true, stay: true }], mode: 'hysteresis', tooNewBelowDays: 30 }],
  ['boston-quadrant', { level: 'targetCompletion', growth: 'targetCompletionChange', cut: { rank: 'top-half' } }],
  ['category', { of: 'customer.kind', taxonomy: [{ id: 'east', values: ['person'], children: [{ id: 'shanghai', values: ['business'] }] }] }],
  ['need', { needs: [{ id: 'prescription', of: 'a' }, { id: 'otc', of: 'b' }] }],
  ['matrix', { rows: { of: 'a', cut: { quantile: [0.3, 0.7] } }, columns: { of: 'customer.kind', classes: ['person', 'business'] }, cells: [['uncertain', 'willing'], ['regular', 'best'], ['regular', 'best']] }],
  ['matrix', { rows: { of: 'a', cut: { fixed: [1] } }, columns: { of: 'b', cut: { rank: 'top-half' } }, cells: [['uncertain', 'willing'], ['regular', 'best']], peers: { by: 'customer.kind', minimum: 2, otherwise: 'all' } }],
  [
    'boston-quadrant',
    { level: 'a', growth: 'b', cut: { level: { fixed: [1] }, growth: { mean: true } }, peers: { by: 'customer.kind', minimum: 2 } },
  ],
];

const anyFact: fc.Arbitrary<FactValue> = fc.oneof(
  fc.constantFrom<FactValue>(
    null,
    '',
    ' ',
    'x',
    '__proto__',
    true,
    false,
    Number.NaN,
    Infinity,
    -Infinity,
    -0,
    [],
    [1],
    ['a'],
    2 ** 53,
    1e308,
    -1e308,
    5e-324,
  ),
  fc.double(),
  fc.integer({ min: -3, max: 400 }),
  fc.string({ maxLength: 5 }),
);
const paths = [
  'netSpend',
  'purchases',
  'activeMonths',
  'activeMonthShare',
  'purchaseStreakMonths',
  'shareOfWallet',
  'lifetimePurchases',
  'daysSinceLastPurchase',
  'daysSinceFirstPurchase',
  'lastGapDays',
  'lifetimePurchaseDays',
  'lifetimeSpanDays',
  'lifetimeMedianGapDays',
  'lifetimeGapVariation',
  'asOf',
  'onTimePaymentRatio',
  'targetCompletion',
  'targetCompletionChange',
  'a',
  'b',
  'openReceivables',
  'overdue1To30',
  'overdue31To60',
  'overdue61To90',
  'overdueOver90',
  'customer.kind',
  'when active',
  'when loyal',
  'stay loyal',
  'previous.scores..band',
  'when late',
  'when blocked',
  'when limited',
  'when held',
];
/** Any customer, facts left out at will. */
const anyCustomer: fc.Arbitrary<ScoreInputs> = fc.dictionary(fc.constantFrom(...paths), anyFact);
const quarters: fc.Arbitrary<FactValue> = fc.option(fc.integer({ min: 0, max: 100 }).map((n): FactValue => n / 4));
const shares: fc.Arbitrary<FactValue> = fc.option(fc.integer({ min: 0, max: 100 }).map((n): FactValue => n / 100));
const kinds = fc.constantFrom<FactValue>('person', 'business');
const good: fc.Arbitrary<ScoreInputs> = fc.record(
  Object.fromEntries(paths.map((path) => [path, path === 'customer.kind' ? kinds : path === 'onTimePaymentRatio' ? shares : path.startsWith('when ') ? fc.option(fc.boolean()) : quarters])),
);

/** Amounts, days and counts, or shares. */
const figure: fc.Arbitrary<number> = fc.oneof(fc.integer({ min: -20, max: 400 }).map((n) => n / 4), fc.integer({ min: -20, max: 120 }).map((n) => n / 100));

function expectProper({ value, band, contributions, reason }: Score, bands: readonly string[], numeric: boolean): void {
  if (value !== null) expect(Number.isFinite(value)).toBe(true);
  if (!numeric) expect(value).toBeNull();
  if (band !== null) expect(bands).toContain(band);
  if (reason !== undefined) expect(SCORE_REASONS).toContain(reason);
  if (value === null && band === null) expect(reason).toBeDefined();
  if (contributions !== undefined) expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(value);
}

describe.each(specs)('%s %j', (id, options) => {
  const scorer = BUILT_IN_SCORERS[id];

  it('gives a proper score, or a reason, for anything', () => {
    fc.assert(
      fc.property(fc.array(anyCustomer, { maxLength: 8 }), anyCustomer, (population, customer) => {
        const { bands, score, options: read } = bind(scorer, options, population);
        expectProper(score(customer), bands, (scorer.resultOf?.(read) ?? scorer.result) === 'numeric');
        const { fitted } = bind(scorer, options, population);
        expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
      }),
    );
  });

  it('scores equal customers equally, again and again, and survives JSON', () => {
    fc.assert(
      fc.property(fc.array(good, { maxLength: 12 }), (population) => {
        const { score } = bind(scorer, options, population);
        for (const customer of population) {
          const first = score(Object.freeze({ ...customer }));
          expect(JSON.parse(JSON.stringify(first))).toEqual(first);
          expect(score({ ...customer })).toEqual(first);
        }
      }),
    );
  });

  it('fits the same whatever the order of the population', () => {
    fc.assert(
      fc.property(fc.array(good, { maxLength: 12 }), (population) => {
        const fit = (customers: readonly ScoreInputs[]): string => JSON.stringify(bind(scorer, options, customers).fitted);
        expect(fit([...population].reverse())).toBe(fit(population));
      }),
    );
  });

  it('goes the way that it declares, whatever the fit and all else', () => {
    const ways = Object.entries(scorer.monotone?.(scorer.readOptions(options, () => undefined)) ?? {});
    fc.assert(
      fc.property(fc.array(good, { maxLength: 12 }), good, fc.uniqueArray(figure, { minLength: 2, maxLength: 12 }), (population, customer, figures) => {
        const { bands, score } = bind(scorer, options, population);
        const place = ({ value, band }: Score): number | null => (bands.length === 0 ? value : band === null ? null : bands.indexOf(band));
        for (const [input, way] of ways) {
          const places = [...figures].sort((a, b) => a - b).flatMap((raised) => place(score({ ...customer, [input]: raised })) ?? []);
          expect(places).toEqual([...places].sort((a, b) => (way === 'up' ? a - b : b - a)));
        }
      }),
    );
  });

  it('refuses a calibration of another shape', () => {
    const read = scorer.readOptions(options, () => undefined);
    const foreign: readonly Json[] = [
      0,
      'x',
      [],
      {},
      { all: {}, groups: [] },
      { all: null, groups: [{}] },
      { all: null, groups: [{ group: 'x', fit: {} }] },
      { all: { lines: ['1'], population: 1, values: [1] }, groups: [] },
      { all: { lines: [1], population: 2, values: [2, 1] }, groups: [] },
      { all: { level: null, growth: null }, groups: [] },
      { lines: [1], population: 0, values: [] },
    ];
    for (const json of foreign) expect(scorer.readFitted(json, read)).toBe(false);
    expect(scorer.readFitted(null, read)).toBe(scorer.fit(read) === null);
  });

  it('has a plain id, a version, and inputs', () => {
    const read = scorer.readOptions(options, () => undefined);
    expect(scorer.id).toBe(id);
    expect(scorer.version).toMatch(/^\d+$/);
    expect(scorer.inputs(read).length + (scorer.conditions?.(read).length ?? 0)).toBeGreaterThan(0);
    expect(Object.keys(scorer.inputTypes?.(read) ?? {}).every((path) => scorer.inputs(read).includes(path))).toBe(true);
  });
});

describe('which way scores go', () => {
  /** What a scorer declares with particular options. */
  const waysOf = (id: keyof typeof BUILT_IN_SCORERS, options: Json): Monotone => BUILT_IN_SCORERS[id].monotone?.(BUILT_IN_SCORERS[id].readOptions(options, () => undefined)) ?? {};
  const items = (...list: readonly Json[]): Json => ({ groups: [{ id: 'all', weight: 1, items: list }] });

  it.each<[keyof typeof BUILT_IN_SCORERS, Json, Monotone]>([
    ['value', {}, { netSpend: 'up' }],
    ['value', { of: 'a', cut: { mean: true, better: 'lower' } }, { a: 'down' }],
    ['abc', { peers: { by: 'netSpend' } }, {}],
    // Without a cut the value counts, and that is the days.
    ['recency', {}, { daysSinceLastPurchase: 'up' }],
    ['recency', { cut: { mean: true } }, { daysSinceLastPurchase: 'down' }],
    ['payment-timeliness', {}, { onTimePaymentRatio: 'up' }],
    ['payment-timeliness', { mode: 'days' }, { daysBeyondTerms: 'down' }],
    ['payment-timeliness', { mode: 'ageing' }, { openReceivables: 'up', overdue1To30: 'down', overdue31To60: 'down', overdue61To90: 'down', overdueOver90: 'down' }],
    ['payment-timeliness', { mode: 'credit-use', cut: { fixed: [50] } }, { creditUse: 'down' }],
    // A table may lead anywhere.
    ['rfm', {}, {}],
    ['rfm', { table: 'none' }, { daysSinceLastPurchase: 'down', purchases: 'up', netSpend: 'up' }],
    ['rfm', { table: 'none', binning: 'nested' }, { netSpend: 'up' }],
    ['lapse', { lapsedFromDays: 90 }, { daysSinceLastPurchase: 'down' }],
    ['lapse', { mode: 'cadence' }, { daysSinceLastPurchase: 'down', lifetimeMedianGapDays: 'up' }],
    ['lapse', { mode: 'quantile' }, { daysSinceLastPurchase: 'down', lifetimeSpanDays: 'up' }],
    ['need', { needs: [{ id: 'x', of: 'a' }, { id: 'y', of: 'b' }] }, {}],
    ['scorecard', items({ of: 'a', weight: 1, marks: 'best', better: 'lower' }, { of: 'b', each: -2 }), { a: 'down', b: 'down' }],
    // Read twice, and in two ways.
    ['scorecard', items({ of: 'a', weight: 1, marks: 'best' }, { id: 'a too', of: 'a', each: -2 }), {}],
    ['scorecard', items({ of: 'a', weight: 1, marks: { steps: [[0, 0], [5, 100], [9, 50]] } }, { of: 'b', weight: 1, marks: { steps: [[0, 90], [5, 10]] } }), { b: 'down' }],
    // Beyond its scale a rating is missing, and what is missing costs points here.
    ['scorecard', items({ of: 'a', weight: 1, marks: 'rating', missing: 'penalise' }), {}],
    ['scorecard', items({ of: 'a', weight: 1, marks: 'rating' }), { a: 'up' }],
    ['composite', { quantitative: [{ of: 'a', weight: 1 }], qualitative: [{ of: 'b', weight: 1, marks: { bands: { x: 1 } } }] }, { a: 'up' }],
    ['engagement', { groups: [{ id: 'all', items: [{ of: 'purchases', each: 3, undecayed: 'a' }] }] }, { purchases: 'up' }],
  ])('%s %j', (id, options, ways) => expect(waysOf(id, options)).toEqual(ways));
});

describe('the table', () => {
  it('finds scorers by id, and nothing else', () => {
    expect(builtInScorer('loyalty')?.id).toBe('loyalty');
    for (const id of ['toString', '__proto__', 'constructor', '', 'acme:loyalty']) expect(builtInScorer(id)).toBeUndefined();
  });

  it('has every scorer of the folder, and a page and a test for each', () => {
    const ids = Object.keys(BUILT_IN_SCORERS).sort();
    const files = filesUnder('src/scorers', (path) => path.endsWith('.ts'));
    const scorers = files
      .filter(({ text }) => /^\s*id: '[a-z-]+',$/m.test(text))
      .map(({ path }) => path.replace(/^.*\/|\.ts$/g, ''))
      .sort();
    expect(scorers).toEqual(ids);
    const missing = ids.filter((id) => !existsSync(join(root, 'docs', 'scorers', `${id}.md`)));
    expect(missing).toEqual([]);
    expect(new Set(specs.map(([id]) => id))).toEqual(new Set(ids));
  });

  it('says every band of a scorer on its page', () => {
    for (const [id, options] of specs) {
      const scorer = BUILT_IN_SCORERS[id];
      const read = scorer.readOptions(options, () => undefined);
      // Where every band is one that a rule of the policy leads to, the policy named it.
      const own = new Set((scorer.conditions?.(read) ?? []).map(({ band }) => band));
      for (const band of scorer.bands(read)) if (!own.has(band)) expect(pageOf(id)).toContain(`\`${band}\``);
    }
  });

  it('says every reason that its scorers give on a page', () => {
    const pages = Object.keys(BUILT_IN_SCORERS).map(pageOf).join('\n');
    const ofPlugIns = ['score/too-little-data', 'score/bad-result'];
    const given = SCORE_REASONS.filter((reason) => !ofPlugIns.includes(reason));
    expect(given.filter((reason) => !pages.includes(`\`${reason}\``))).toEqual([]);
  });
});

function pageOf(id: string): string {
  return readFileSync(join(root, 'docs', 'scorers', `${id}.md`), 'utf8');
}
