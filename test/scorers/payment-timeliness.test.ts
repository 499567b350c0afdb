import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy } from 'clientele';
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import { paymentTimeliness } from '../../src/scorers/payment-timeliness.js';
import { bind, problemsOf } from './kit.js';

const valueOf = (options: Json, fact: string, value: FactValue) => {
  const { value: points, reason } = bind(paymentTimeliness, options).score({ [fact]: value });
  return points ?? reason;
};

describe('modes', () => {
  it('ratio, as it always was: by amount, or by another fact', () => {
    expect([0.29, 1, 0, 90, null].map((value) => valueOf({}, 'onTimePaymentRatio', value))).toEqual([29, 100, 0, 'score/out-of-range', 'score/missing-fact']);
    expect(valueOf({ mode: 'ratio', of: 'onTimeInvoiceRatio' }, 'onTimeInvoiceRatio', 0.8)).toBe(80);
  });

  it('days beyond terms: evenly from 100 in time to 0', () => {
    expect([-3, 0, 9, 45, 90, 400].map((value) => valueOf({ mode: 'days' }, 'daysBeyondTerms', value))).toEqual([100, 100, 90, 50, 0, 0]);
    expect(valueOf({ mode: 'days', zeroFromDays: 30 }, 'daysBeyondTerms', 12)).toBe(60);
  });

  it('payment index: 100 anticipates, 80 prompt, 70 = 15 days, 60 = 22, 50 = 30, 40 = 60, 30 = 90, 20 = 120', () => {
    const days = [-30, 0, 15, 22, 30, 60, 90, 120];
    expect(days.map((value) => valueOf({ mode: 'index' }, 'daysBeyondTerms', value))).toEqual([100, 80, 70, 60, 50, 40, 30, 20]);
    // In between evenly: half of the way from 30 to 60 days, and from early to prompt.
    expect([45, -15, -99, 500].map((value) => valueOf({ mode: 'index' }, 'daysBeyondTerms', value))).toEqual([45, 90, 100, 20]);
  });

  it('trend: the change in points', () => {
    expect([0.07, -0.12, 0, 2].map((value) => valueOf({ mode: 'trend', of: 'change' }, 'change', value))).toEqual([7, -12, 0, 'score/out-of-range']);
  });

  it('credit use: 100 for none of the limit, 0 for all of it', () => {
    expect([0, 0.25, 1, 1.7, -0.1].map((value) => valueOf({ mode: 'credit-use' }, 'creditUse', value))).toEqual([100, 75, 0, 0, 'score/out-of-range']);
  });
});

it('the trend of the last three months against the three before, from invoices', () => {
  const policy = definePolicy({
    schema: 'clientele.policy/1', id: 'credit', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P3M' },
    measures: { paying: { change: { of: 'onTimePaymentRatio' } } },
    scores: { trend: { scorer: 'payment-timeliness', mode: 'trend', of: 'paying', cut: { fixed: [-5, 5] }, bands: ['worse', 'steady', 'better'] } },
    segments: [],
  });
  const invoice = (id: string, due: string, paid: string) => ({ id, issued: due, due, amount: 100, payments: [{ at: paid, amount: 100 }] });
  const invoices = [
    invoice('1', '2026-01-15', '2026-01-15'), invoice('2', '2026-02-15', '2026-02-25'),
    invoice('3', '2026-04-15', '2026-04-15'), invoice('4', '2026-05-15', '2026-05-10'),
  ];
  const { scores } = createClassifier(policy).score({ customer: { id: '1' }, invoices, payments: [] }, { asOf: '2026-06-30' });
  expect(scores.trend).toMatchObject({ value: 50, band: 'better' });
});

describe('ageing', () => {
  const customer = { openReceivables: 1000, overdue1To30: 200, overdue31To60: 100, overdue61To90: 0, overdueOver90: 100 };
  const { score } = bind(paymentTimeliness, { mode: 'ageing', cut: { fixed: [60, 90] } });

  it('takes off a quarter of the share that is 1 to 30 days late, half, three quarters, all', () => {
    expect(score(customer)).toEqual({
      value: 80, band: 'medium',
      contributions: [
        { id: 'openReceivables', points: 100 }, { id: 'overdue1To30', points: -5 }, { id: 'overdue31To60', points: -5 },
        { id: 'overdue61To90', points: 0 }, { id: 'overdueOver90', points: -10 },
      ],
      axes: [{ id: 'total', input: 'total', value: 80, line: 60, distance: 20, above: true }],
    });
    expect(score({ ...customer, openReceivables: 400 }).value).toBe(50);
  });

  it('is not known where an amount is not, or nothing is open', () => {
    for (const missing of Object.keys(customer)) expect(score({ ...customer, [missing]: null })).toEqual({ value: null, band: null, reason: 'score/missing-fact' });
    expect(score({ ...customer, openReceivables: 0 }).reason).toBe('score/missing-fact');
  });

  it('is cut over a population too', () => {
    const population = [0, 100, 200, 300].map((late) => ({ ...customer, overdueOver90: late }));
    const fitted = bind(paymentTimeliness, { mode: 'ageing', cut: { rank: 'top-half' } }, population);
    expect(population.map((each) => fitted.score(each).band)).toEqual(['high', 'high', 'low', 'low']);
  });
});

it('later is never better, and more on time never worse', () => {
  const days = fc.integer({ min: -60, max: 200 });
  fc.assert(
    fc.property(fc.constantFrom<Json>({ mode: 'days' }, { mode: 'index' }), days, days, (options, a, b) => {
      const points = (value: number) => Number(valueOf(options, 'daysBeyondTerms', value));
      expect(points(Math.min(a, b))).toBeGreaterThanOrEqual(points(Math.max(a, b)));
    }),
  );
});

it('reports options', () => {
  const messages = (json: Json) => problemsOf(paymentTimeliness, json).map(({ pointer, message }) => `${pointer}: ${message}`);
  expect(messages({ mode: 'trend' })).toEqual(['/of: `of` must be the path of a change, such as a measure { "change": { "of": "onTimePaymentRatio" } }: add it']);
  expect(messages({ mode: 'ageing', of: 'x' })).toEqual(['/of: unknown option `of`: use mode, cut, bands, peers']);
  expect(messages({ mode: 'days', zeroFromDays: 0 })).toEqual(['/zeroFromDays: `zeroFromDays` must be a whole number of days, 1 or more']);
  expect(messages({ zeroFromDays: 30 })).toEqual(['/zeroFromDays: unknown option `zeroFromDays`: use mode, of, cut, bands, peers']);
  expect(problemsOf(paymentTimeliness, { mode: 'agening' })[0]).toMatchObject({ pointer: '/mode', suggestion: 'ageing' });
});
