// Every way to take a value from events: by hand, against a plain reference, and against other formulas.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, sortedNumbers } from '../../src/internal/statistics.js';
import { coefficientOfVariation, trendLine } from '../internal/deviations.js';
import { addTally, count, emptyTally, type Counted, type Keeps } from '../../src/facts/tally.js';
import { anyMeasure, cleanRecord } from './random-measures.js';
import { safeParsePolicy } from '../../src/policy/parse-policy.js';
import { back, fact, noticed, policyOf, read, readerOf, sale, TODAY, type Asking } from './kit.js';
import { policyFields, shuffled } from './takes-kit.js';

const v = (path: string) => ({ var: path });
const is = (path: string, value: unknown) => ({ '==': [v(path), value] });
const measured = (measure: object, parts: object, { change, ...others }: Asking = {}) => fact('m', parts, { change: { ...change, measures: { m: measure } }, ...others });

const transactions = [
  sale('2026-06-30', 10, { id: 'A', channel: 'web', units: 2, cost: 4, discount: 1, lines: [{ sku: 'x', category: 'rx', group: 'g', units: 2, amount: 10 }] }),
  sale('2026-06-20', 20, { id: 'B', channel: 'shop', units: 1, cost: 5, discount: 0, lines: [{ sku: 'y', category: 'otc', group: 'g', units: 1, amount: 20 }] }),
  sale('2026-05-31', 30, { id: 'C', channel: 'web', units: 4, cost: 9, discount: 2, lines: [{ sku: 'x', category: 'rx', group: 'h', units: 3, amount: 25 }, { sku: 'z', category: 'otc', group: 'h', units: 1, amount: 5 }] }),
  back('2026-06-29', 5, { id: 'R', units: 1, cost: 2, discount: 0, channel: 'shop' }),
];
const at = (day: string, others: object) => ({ at: day, ...others });
const interactions = [at('2026-06-01', { kind: 'visit', channel: 'phone', rating: 4 }), at('2026-06-11', { kind: 'call', channel: 'mail', rating: 1 })];
const opportunities = [at('2026-06-01', { stage: 'quoted', status: 'won', amount: 7 }), at('2026-06-02', { stage: 'lead', amount: 3 })];
const surveys = [at('2026-06-01', { instrument: 'nps', score: 9 }), at('2026-06-08', { instrument: 'nps', score: 4 })];
const costs = [at('2026-06-01', { kind: 'visit', amount: 3 }), at('2026-06-03', { kind: 'gift', amount: 4 })];
const assessments = [at('2026-06-01', { indicator: 'loyalty', rating: 4, of: 5, by: 'Li' }), at('2026-06-02', { indicator: 'credit', rating: 1, of: 4, by: 'Li' })];
const invoices = [{ issued: '2026-06-01', due: '2026-06-30', amount: 70, payments: [{ at: '2026-06-02', amount: 20 }] }];
const payments = [at('2026-06-12', { amount: 7 })];
const targets = [{ period: '2026-Q1', amount: 300 }, { period: '2026-Q2', amount: 200 }, { period: '2026-Q3', amount: 999 }];
const everything = { transactions, interactions, opportunities, surveys, costs, assessments, invoices, payments, targets };

describe('every source and field, by hand', () => {
  it.each([
    [{ sum: { of: 'transactions.amount' } }, 55], [{ sum: { of: 'transactions.units' } }, 6], [{ sum: { of: 'transactions.cost' } }, 16], [{ sum: { of: 'transactions.discount' } }, 3], [{ sum: { of: 'transactions.margin' } }, 39],
    [{ sum: { of: 'sales.amount' } }, 60], [{ sum: { of: 'sales.margin' } }, 42], [{ sum: { of: 'returns.amount' } }, 5], [{ sum: { of: 'returns.margin' } }, 3],
    [{ mean: { of: 'transactions.amount' } }, 20], [{ mean: { of: 'sales.units' } }, 7 / 3], [{ mean: { of: 'returns.units' } }, 1], [{ mean: { of: 'sales.gap' } }, 15],
    [{ min: { of: 'sales.margin' } }, 6], [{ max: { of: 'sales.discount' } }, 2], [{ max: { of: 'sales.gap' } }, 20], [{ min: { of: 'sales.gap' } }, 10],
    [{ distinct: { of: 'sales.channel' } }, 2], [{ distinct: { of: 'sales.currency' } }, null], [{ distinct: { of: 'lines.sku' } }, 3], [{ distinct: { of: 'lines.category' } }, 2], [{ distinct: { of: 'lines.group' } }, 2],
    [{ count: { of: 'lines' } }, 4], [{ sum: { of: 'lines.amount' } }, 60], [{ sum: { of: 'lines.units' } }, 7], [{ max: { of: 'lines.amount' } }, 25],
    [{ first: { of: 'sales.amount' } }, 30], [{ last: { of: 'sales.channel' } }, 'web'], [{ last: { of: 'returns.at' } }, '2026-06-29'], [{ first: { of: 'lines.at' } }, '2026-05-31'],
    [{ daysSinceFirst: { of: 'sales' } }, 30], [{ daysSinceLast: { of: 'returns' } }, 1], [{ medianGap: { of: 'sales' } }, 15],
    [{ activePeriods: { of: 'sales' } }, 2], [{ activePeriods: { of: 'sales', per: 'day' } }, 3], [{ activePeriods: { of: 'sales', per: 'week' } }, 3], [{ activePeriods: { of: 'sales', per: 'quarter' } }, 1],
    [{ streak: { of: 'sales' } }, 2], [{ streak: { of: 'sales', per: 'day' } }, 1], [{ streak: { of: 'returns', per: 'day' } }, 1],
    [{ count: { of: 'interactions', where: is('kind', 'visit') } }, 1], [{ distinct: { of: 'interactions.channel' } }, 2], [{ mean: { of: 'interactions.rating' } }, 2.5], [{ last: { of: 'interactions.kind' } }, 'call'],
    [{ sum: { of: 'opportunities.amount', where: is('status', 'open') } }, 3], [{ first: { of: 'opportunities.status' } }, 'won'], [{ last: { of: 'opportunities.stage' } }, 'lead'],
    [{ share: { of: 'opportunities', where: is('status', 'won') } }, 0.5], [{ share: { of: 'opportunities.amount', where: is('status', 'won'), among: { '!=': [v('status'), 'open'] } } }, 1],
    [{ mean: { of: 'surveys.score' } }, 6.5], [{ last: { of: 'surveys.score', where: is('instrument', 'nps') } }, 4], [{ mean: { of: 'surveys.gap' } }, 7],
    [{ sum: { of: 'costs.amount' } }, 7], [{ share: { of: 'costs.amount', where: is('kind', 'visit') } }, 3 / 7], [{ distinct: { of: 'costs.kind' } }, 2],
    [{ mean: { of: 'assessments.rating' } }, 0.525], [{ max: { of: 'assessments.rating', where: is('indicator', 'loyalty') } }, 0.8], [{ distinct: { of: 'assessments.by' } }, 1],
    [{ sum: { of: 'invoices.amount' } }, 70], [{ sum: { of: 'payments.amount' } }, 27], [{ last: { of: 'payments.amount' } }, 7], [{ daysSinceLast: { of: 'invoices' } }, 29],
    [{ sum: { of: 'targets.amount' } }, 500], [{ count: { of: 'targets' } }, 2], [{ last: { of: 'targets.amount' } }, 200], [{ last: { of: 'targets.at' } }, '2026-06-30'], [{ distinct: { of: 'targets.measure' } }, 1],
  ])('%j is %j', (measure, expected) => expect(measured(measure, everything)).toBe(expected));

  it('units of lines add up as people add them: 0.7 and 0.1 are 0.8', () => {
    const parts = { transactions: [sale('2026-06-01', 5, { lines: [{ units: 0.7 }, { units: 0.1 }] })] };
    expect([measured({ max: { of: 'sales.units' } }, parts), measured({ count: { of: 'sales', where: { '>=': [v('units'), 0.8] } } }, parts)]).toEqual([0.8, 1]);
  });
  it('plans of units have units and no amount', () => {
    const units = { targets: [{ period: '2026-Q1', measure: 'units', amount: 30 }] };
    expect(measured({ sum: { of: 'targets.units' } }, units)).toBe(30);
    expect(measured({ sum: { of: 'targets.amount' } }, units)).toBeNull();
  });
});

describe('what is missing', () => {
  const ALL = [...policyFields()];
  it('is everything of a part that is absent', () => ALL.forEach((measure) => { expect([measure, measured(measure, {})]).toEqual([measure, null]); }));
  it('is nothing of counts and sums of an empty list, and all else', () => {
    const empty = { transactions: [], interactions: [], opportunities: [], surveys: [], costs: [], assessments: [], invoices: [], payments: [], targets: [] };
    const zero = ['count', 'sum', 'distinct', 'activePeriods', 'streak'];
    ALL.forEach((measure) => { expect([measure, measured(measure, empty)]).toEqual([measure, zero.some((take) => Object.hasOwn(measure, take)) ? 0 : null]); });
  });
  it('is what looks further back than the record', () => {
    const coverage = { transactions: { from: '2026-05-01' } };
    expect(measured({ count: { of: 'sales', window: { last: 'P3M' } } }, { transactions, coverage })).toBeNull();
    expect(measured({ count: { of: 'sales', window: { last: 'P1M' } } }, { transactions, coverage })).toBe(3 - 1);
    expect(measured({ trend: { of: 'sales', periods: 2 } }, { transactions, coverage })).toBe(2 / 3);
    expect(measured({ trend: { of: 'sales', periods: 3 } }, { transactions, coverage })).toBeNull();
  });
  it('is a first or a last word that its event does not say, whatever others say', () => {
    const said = [at('2026-06-01', { kind: 'visit' }), at('2026-06-02', { kind: 'visit', channel: 'web' })];
    expect(measured({ last: { of: 'interactions.channel' } }, { interactions: said })).toBe('web');
    expect(measured({ first: { of: 'interactions.channel' } }, { interactions: said })).toBeNull();
    expect(measured({ distinct: { of: 'interactions.channel' } }, { interactions: said })).toBeNull();
  });
  it('is a word of two events at one time that say different ones, and of figures the lowest counts', () => {
    const same = [sale('2026-06-01', 9, { channel: 'web' }), sale('2026-06-01', 7, { channel: 'shop' })];
    expect([measured({ last: { of: 'sales.channel' } }, { transactions: same }), measured({ last: { of: 'sales.amount' } }, { transactions: same })]).toEqual([null, 7]);
    const timed = [sale('2026-06-01T10:00', 9, { channel: 'web' }), sale('2026-06-01T11:00', 7, { channel: 'shop' })];
    expect([measured({ last: { of: 'sales.channel' } }, { transactions: timed }), measured({ first: { of: 'sales.amount' } }, { transactions: timed })]).toEqual(['shop', 9]);
  });
  it('is what cannot be exact, without an exception', () => {
    const huge = { surveys: [at('2026-06-01', { instrument: 'x', score: 1e305 }), at('2026-06-02', { instrument: 'x', score: 2 })] };
    for (const take of ['sum', 'mean', 'variation']) expect(measured({ [take]: { of: 'surveys.score' } }, huge)).toBeNull();
    expect(measured({ max: { of: 'surveys.score' } }, huge)).toBe(1e305);
    expect(noticed([], huge, { change: { measures: { m: { mean: { of: 'surveys.score' } } } } })).toEqual(['money/too-large m']);
  });
  it('is nothing of a list that is longer than a call may have arguments', () => {
    const many = <T>(make: (index: number) => T): readonly T[] => Array.from({ length: 150_000 }, (_, index) => make(index));
    const dayBefore = (index: number) => new Date(Date.parse(TODAY) - index * 86_400_000).toISOString().slice(0, 10);
    expect(measured({ mean: { of: 'sales.gap', window: { life: true } } }, { transactions: many((index) => sale(dayBefore(index), 1)) })).toBe(1);
    expect(fact('topChannelShare', { transactions: many((index) => sale(TODAY, 1, { channel: String(index) })) })).toBe(1 / 150_000);
    expect(measured({ when: { '==': [v('assessments.trust'), 0.25] } }, { assessments: many((index) => ({ indicator: 'trust', rating: 1 + (index % 4), of: 4, at: TODAY })) })).toBe(true);
  });
});

describe('decay', () => {
  const engaged = (decay: object, of = 'interactions', take = 'count') => ({ [take]: { of, decay } });
  const parts = { interactions: [at('2026-06-30', { kind: 'x' }), at('2026-06-20', { kind: 'x' }), at('2026-06-10', { kind: 'x' })] };
  it('halves with each half-life of whole days', () => expect(measured(engaged({ halfLifeDays: 10 }), parts)).toBe(1 + 1 / 2 + 1 / 4));
  it('falls evenly to nothing', () => {
    expect(measured(engaged({ linearDays: 40 }), parts)).toBe((40 + 30 + 20) / 40);
    expect(measured(engaged({ linearDays: 15 }), parts)).toBe(20 / 15);
  });
  it('of money is rounded once, half to even', () => {
    const sold = (minor: number, day = '2026-06-20') => ({ transactions: [sale(day, { minor })] });
    for (const decay of [{ halfLifeDays: 10 }, { linearDays: 20 }]) {
      expect([1, 3, 5, 7].map((minor) => measured(engaged(decay, 'sales.amount', 'sum'), sold(minor)))).toEqual([0, 0.02, 0.02, 0.04]);
    }
    expect(measured(engaged({ linearDays: 3 }, 'sales.amount', 'sum'), { transactions: [sale('2026-06-29', { minor: 1 }), sale('2026-06-28', { minor: 1 })] })).toBe(0.01);
  });
  it('subtracts what came back at its own age, and of quantities is a number', () => {
    const both = { transactions: [sale('2026-06-30', 8, { units: 8 }), back('2026-06-20', 4, { units: 4 })] };
    expect(measured(engaged({ halfLifeDays: 10 }, 'transactions.amount', 'sum'), both)).toBe(6);
    expect(measured(engaged({ linearDays: 20 }, 'transactions.units', 'sum'), both)).toBe(6);
  });
});

describe('against other formulas', () => {
  const figures = fc.array(fc.nat(5000), { minLength: 2, maxLength: 12 });
  it('a variation is the coefficient of variation', () => {
    fc.assert(fc.property(figures, (minors) => {
      const value = measured({ variation: { of: 'sales.amount' } }, { transactions: minors.map((minor) => sale('2026-06-01', { minor: minor + 1 })) });
      expect(value).toBeCloseTo(coefficientOfVariation(sortedNumbers(minors.map((minor) => minor + 1))), 10);
    }), { numRuns: 60 });
  });
  it('a trend is the slope of the line of least squares over the mean', () => {
    expect(measured({ trend: { of: 'sales.amount', periods: 3 } }, { transactions: [sale('2026-04-01', 10), sale('2026-05-01', 20), sale('2026-06-01', 30)] })).toBe(0.5);
    expect(measured({ trend: { of: 'sales.amount', periods: 3 } }, { transactions: [sale('2026-03-31', 500), sale('2026-05-01', 20)] })).toBe(0);
    expect(measured({ trend: { of: 'sales', per: 'quarter', periods: 2 } }, { transactions: [sale('2026-03-31', 1), sale('2026-05-01', 1), sale('2026-05-02', 1), sale('2026-05-03', 1)] })).toBe(1);
    fc.assert(fc.property(fc.array(fc.nat(900), { minLength: 6, maxLength: 6 }).filter((totals) => totals.some((total) => total > 0)), (totals) => {
      const months = totals.map((total, month) => sale(`2026-0${String(month + 1)}-15`, { minor: total }));
      const { slope } = trendLine(totals);
      expect(measured({ trend: { of: 'sales.amount' } }, { transactions: months })).toBeCloseTo((slope * 6) / totals.reduce((a, b) => a + b, 0), 10);
    }), { numRuns: 60 });
  });
  it('gaps are those between different days', () => {
    fc.assert(fc.property(fc.array(fc.nat(170), { minLength: 1, maxLength: 10 }), (ages) => {
      const sold = ages.map((age) => sale(new Date(Date.parse('2026-06-30') - age * 86_400_000).toISOString().slice(0, 10), 1));
      const days = [...new Set(ages)].sort((a, b) => a - b);
      const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0)).sort((a, b) => a - b);
      const expected = gaps.length === 0 ? [null, null, null] : [median(gaps), gaps[0], gaps.reduce((a, b) => a + b, 0) / gaps.length];
      const taken = [{ medianGap: { of: 'sales' } }, { min: { of: 'sales.gap' } }, { mean: { of: 'sales.gap' } }].map((measure) => measured(measure, { transactions: sold }));
      taken.forEach((value, index) => {
        const wanted = expected[index] ?? null;
        if (wanted === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(wanted, 10);
      });
    }), { numRuns: 60 });
  });
  it('a streak ends with the first period without an event; the one that runs does not break it', () => {
    const on = (...days: readonly string[]) => measured({ streak: { of: 'sales' } }, { transactions: days.map((day) => sale(day, 1)) }, { asOf: '2026-06-15' });
    expect([on('2026-06-01', '2026-05-01', '2026-03-01'), on('2026-05-01', '2026-04-01'), on('2026-04-01'), on()]).toEqual([2, 2, 0, 0]);
  });
});

describe('arithmetic over facts', () => {
  const all = (measures: object, parts: object = { transactions }) => read([], parts, { change: { measures } }).facts;
  it('has the type that it comes to', () => {
    expect(all({
      doubled: { calculate: { '*': [v('netSpend'), 2] } }, perUnit: { calculate: { '/': [v('netSpend'), v('units')] } }, costs: { calculate: { '/': [v('netSpend'), v('grossSpend')] } },
      less: { calculate: { '-': [v('grossSpend'), v('refunds')] } }, isBig: { when: { '>': [v('doubled'), 109.99] } },
    })).toMatchObject({ doubled: 110, perUnit: 55 / 7 > 7.85 ? 7.86 : 7.85, costs: 55 / 60, less: 55, isBig: true });
  });
  it('may be declared in any order, and a literal that is the id of another measure names it not', () => {
    const measures = {
      a: { calculate: { '*': [v('b'), 2] } },
      b: { calculate: { '+': [v('netSpend'), { if: [{ '==': [{ default: [v('customer.type'), 'none'] }, 'a'] }, v('netSpend'), v('refunds')] }] } },
      c: { ratio: { of: 'a', to: 'b' } },
    };
    expect(all(measures)).toMatchObject({ a: 120, b: 60, c: 2 });
    expect(all(Object.fromEntries(Object.entries(measures).reverse()))).toMatchObject({ a: 120, b: 60, c: 2 });
  });
});

describe('a mistake', () => {
  const told = (measure: object) => safeParsePolicy(policyOf([], { measures: { m: measure } })).issues.map(({ message, suggestion }) => [message, suggestion]);
  it('in a figure of a source is told with the figures of that source', () => {
    expect(told({ sum: { of: 'returns' } })).toEqual([['`sum` cannot be taken of `returns`: use one of returns.amount, returns.units, returns.cost, returns.discount, returns.margin', undefined]]);
    expect(told({ mean: { of: 'surveys.scor' } })).toEqual([['`mean` cannot be taken of `surveys.scor`: use one of surveys.score, surveys.gap', 'surveys.score']]);
  });
});

describe('order', () => {
  it('of events and of parts changes no byte', () => {
    fc.assert(fc.property(fc.array(anyMeasure, { minLength: 1, maxLength: 5 }), cleanRecord, fc.nat(1000), (some, record, seed) => {
      const measures = Object.fromEntries(some.map((measure, index) => [`m${String(index)}`, measure]));
      const classifier = readerOf([], { measures });
      const facts = (one: unknown) => JSON.stringify(classifier.score(one as Parameters<typeof classifier.score>[0], { asOf: '2026-06-30' }).facts);
      const other = Object.fromEntries(Object.entries(record).map(([part, list]) => [part, Array.isArray(list) ? shuffled(list, seed) : list]).reverse());
      expect(facts(other)).toBe(facts(record));
    }), { numRuns: 200 });
  });

  const KEEPS: Keeps = { sum: true, squares: true, extremes: true, edges: true, days: true, texts: true };
  const event: fc.Arbitrary<Counted> = fc.record({ day: fc.nat(20), figure: fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined }), said: fc.option(fc.oneof(fc.nat(5), fc.constantFrom('a', 'b')), { nil: undefined }), instant: fc.constantFrom(1, 2, Infinity) });
  const tallied = (events: readonly Counted[]) => {
    const tally = emptyTally();
    for (const one of events) count(tally, KEEPS, one);
    return tally;
  };
  it('tallies of parts add up to the tally of the whole, in any order', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 12 }), fc.nat(12), fc.nat(1000), (events, cut, seed) => {
      const mixed = shuffled(events, seed);
      const sum = tallied(mixed.slice(cut));
      addTally(sum, tallied(mixed.slice(0, cut)));
      const whole = tallied(events);
      expect({ ...sum, byDay: [...(sum.byDay ?? [])].sort(([a], [b]) => a - b), texts: [...(sum.texts ?? [])].sort() }).toEqual({ ...whole, byDay: [...(whole.byDay ?? [])].sort(([a], [b]) => a - b), texts: [...(whole.texts ?? [])].sort() });
    }), { numRuns: 300 });
  });
});
