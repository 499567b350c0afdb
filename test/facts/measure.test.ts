// The language of measures.
import { describe, expect, it } from 'vitest';
import { back, fact, issuesOf, noticed, read, sale, type Asking, type Change } from './kit.js';

const v = (path: string) => ({ var: path });
const is = (path: string, value: unknown) => ({ '==': [v(path), value] });
const measured = (measure: object, parts: object, { change, ...others }: Asking = {}) => fact('m', parts, { change: { ...change, measures: { m: measure } }, ...others });

describe('count', () => {
  const transactions = [sale('2026-06-01', 5, { channel: 'web' }), sale('2026-06-02', 7, { channel: 'shop', id: 'S' }), back('2026-06-03', 7, { returnOf: 'S' }), back('2026-06-04', 1)];
  it.each([
    ['transactions', 1],
    ['sales', 1],
    ['returns', 2],
  ])('of %s', (of, expected) => expect(measured({ count: { of } }, { transactions })).toBe(expected));

  it('looks at lines of purchases', () => {
    const lines = [{ sku: 'x' }, { sku: 'y' }];
    expect(measured({ count: { of: 'lines' } }, { transactions: [sale('2026-06-01', 5, { lines }), sale('2026-06-01', 5, { lines: [] })] })).toBe(2);
    expect(measured({ count: { of: 'lines' } }, { transactions: [sale('2026-06-01', 5, { lines }), sale('2026-06-01', 5)] })).toBeNull();
  });

  it('counts interactions, opportunities, invoices, payments, surveys and costs', () => {
    const at = { at: '2026-06-01' };
    expect(measured({ count: { of: 'interactions' } }, { interactions: [{ ...at, kind: 'visit' }] })).toBe(1);
    expect(measured({ count: { of: 'opportunities' } }, { opportunities: [{ ...at, stage: 'x' }, { ...at, stage: 'y', status: 'won' }] })).toBe(2);
    expect(measured({ count: { of: 'invoices' } }, { invoices: [{ issued: '2026-06-01', due: '2026-08-01', amount: 1 }] })).toBe(1);
    expect(measured({ count: { of: 'payments' } }, { payments: [{ ...at, amount: 1 }], invoices: [] })).toBe(1);
    expect(measured({ count: { of: 'surveys' } }, { surveys: [{ ...at, instrument: 'nps', score: 9 }] })).toBe(1);
    expect(measured({ count: { of: 'costs' } }, { costs: [{ ...at, amount: 1 }] })).toBe(1);
  });
});

describe('sum', () => {
  it('subtracts returns from transactions', () => {
    const transactions = [sale('2026-06-01', '5.10', { units: 3 }), back('2026-06-03', '1.05', { units: 1 })];
    expect(measured({ sum: { of: 'transactions.amount' } }, { transactions })).toBe(4.05);
    expect(measured({ sum: { of: 'sales.amount' } }, { transactions })).toBe(5.1);
    expect(measured({ sum: { of: 'returns.amount' } }, { transactions })).toBe(1.05);
    expect(measured({ sum: { of: 'transactions.units' } }, { transactions })).toBe(2);
  });

  it('does not depend on the order, where doubles would', () => {
    const surveys = [0.1, 0.2, 0.3, 1e15, -1e15].map((score) => ({ at: '2026-06-01', instrument: 'x', score }));
    const sum = (list: readonly unknown[]) => measured({ sum: { of: 'surveys.score' } }, { surveys: list });
    expect(sum([...surveys].reverse())).toBe(sum(surveys));
  });

  it('is missing where an entry states no such figure', () => {
    const at = { at: '2026-06-01', stage: 'x' };
    expect(measured({ sum: { of: 'opportunities.amount' } }, { opportunities: [{ ...at, amount: 5 }, at] })).toBeNull();
    expect(measured({ sum: { of: 'opportunities.amount' } }, { opportunities: [{ ...at, amount: 5 }] })).toBe(5);
    expect(measured({ sum: { of: 'opportunities.amount', where: { present: v('amount') } } }, { opportunities: [{ ...at, amount: 5 }, at] })).toBe(5);
    expect(measured({ sum: { of: 'interactions.rating' } }, { interactions: [{ at: '2026-06-01', kind: 'x' }] })).toBeNull();
  });

  it('adds invoices at the day they were issued, without asking for payments', () => {
    const invoices = [{ issued: '2026-06-30', due: '2026-09-30', amount: 70 }, { issued: '2026-03-31', due: '2026-06-30', amount: 5 }];
    expect(measured({ sum: { of: 'invoices.amount', window: { calendar: 'quarter' } } }, { invoices })).toBe(70);
  });

  it('adds payments on their own and inside invoices', () => {
    const invoices = [{ issued: '2026-06-01', due: '2026-06-30', amount: 70, payments: [{ at: '2026-06-02', amount: 20 }] }];
    expect(measured({ sum: { of: 'payments.amount' } }, { invoices, payments: [{ at: '2026-06-03', amount: 7 }] })).toBe(27);
  });
});

describe('share', () => {
  const rx = is('category', 'rx');
  const line = (category: unknown, amount: unknown) => ({ category, amount });
  const shareOf = (transactions: readonly unknown[]) => measured({ share: { of: 'lines.amount', where: rx } }, { transactions });

  it('is the part of the sum that is meant', () => {
    expect(shareOf([sale('2026-06-01', 10, { lines: [line('rx', 1), line('otc', 2)] }), sale('2026-06-02', 9, { lines: [line('rx', 3)] })])).toBe(4 / 6);
  });
  it('is missing where the whole is 0', () => {
    expect(shareOf([])).toBeNull();
    expect(shareOf([sale('2026-06-01', 1, { lines: [line('rx', 0)] })])).toBeNull();
  });
  it('is missing where a line has no amount or no category', () => {
    expect(shareOf([sale('2026-06-01', 1, { lines: [line('rx', 1), line('otc', null)] })])).toBeNull();
    expect(shareOf([sale('2026-06-01', 1, { lines: [line('rx', 1), line(undefined, 2)] })])).toBeNull();
    expect(noticed([], { transactions: [sale('2026-06-01', 1, { lines: [line(' ', 2)] })] }, { change: { measures: { m: { share: { of: 'lines.amount', where: rx } } } } })).toEqual(['measure/filter-unknown m']);
  });
  it('converts lines as their sale', () => {
    const rates = [{ from: 'USD', to: 'CNY', date: '2026-01-01', rate: 7 }];
    const transactions = [sale('2026-06-01', 2, { currency: 'USD', lines: [line('rx', 1)] }), sale('2026-06-01', 7, { lines: [line('otc', 7)] })];
    expect(measured({ share: { of: 'lines.amount', where: rx } }, { transactions }, { options: { rates } })).toBe(0.5);
  });
});

describe('where and window', () => {
  it('may use the parameters of the policy, and money in major units', () => {
    const change = { parameters: { large: 100 } };
    const transactions = [sale('2026-06-01', '99.99'), sale('2026-06-01', 100), sale('2026-06-01', 250)];
    expect(measured({ count: { of: 'sales', where: { '>=': [v('amount'), v('parameters.large')] } } }, { transactions }, { change })).toBe(2);
    expect(measured({ count: { of: 'sales', where: { '<': [v('amount'), 100] } } }, { transactions })).toBe(1);
  });

  it('make the measure missing where the rule is unknown of an entry in the window', () => {
    const transactions = [sale('2026-06-01', 5, { channel: 'web' }), sale('2026-01-01', 5)];
    const web = { count: { of: 'sales', where: is('channel', 'web') } };
    expect(measured(web, { transactions })).toBeNull();
    expect(measured({ count: { ...web.count, window: { last: 'P1M' } } }, { transactions })).toBe(1);
    expect(measured({ count: { of: 'sales', where: { or: [is('channel', 'web'), { '!': { present: 'channel' } }] } } }, { transactions })).toBe(2);
  });

  it('have the window of the policy unless they state one', () => {
    const interactions = [{ at: '2026-06-30', kind: 'x' }, { at: '2026-05-30', kind: 'x' }, { at: '2020-01-01', kind: 'x' }];
    const change = { window: { last: 'P1M' } };
    expect(measured({ count: { of: 'interactions' } }, { interactions }, { change })).toBe(1);
    expect(measured({ count: { of: 'interactions', window: { last: 'P2M' } } }, { interactions }, { change })).toBe(2);
    expect(measured({ count: { of: 'interactions' } }, { interactions })).toBe(3);
  });
});

describe('interactions, complaints and opportunities', () => {
  it('are counted', () => {
    const interactions = [{ at: '2026-06-01', kind: 'complaint' }, { at: '2026-06-02', kind: 'visit', rating: 4 }];
    const opportunities = [{ at: '2026-06-01', stage: 'a' }, { at: '2026-06-01', stage: 'b', status: 'open' }, { at: '2026-06-01', stage: 'c', status: 'won' }, { at: '2026-06-01', stage: 'd', status: null }];
    expect(read(['interactions', 'complaints', 'openOpportunities'], { interactions, opportunities }).facts).toMatchObject({ interactions: 2, complaints: 1, openOpportunities: 3 });
  });
  it('are missing where it is not known of one', () => {
    expect(fact('complaints', { interactions: [{ at: '2026-06-01' }] })).toBeNull();
    expect(fact('interactions', { interactions: [{ at: '2026-06-01' }] })).toBe(1);
    expect(fact('openOpportunities', { opportunities: [{ at: '2026-06-01', stage: 'x', status: 'parked' }] })).toBeNull();
  });
  it('are counted once under one id', () => {
    const visit = { id: 'V', at: '2026-06-01', kind: 'visit' };
    expect(fact('interactions', { interactions: [visit, { ...visit }] })).toBe(1);
    expect(fact('interactions', { interactions: [visit, { ...visit, kind: 'complaint' }] })).toBeNull();
  });
  it('may have fields of the host that look like amounts', () => expect(fact('interactions', { interactions: [{ at: '2026-06-01', kind: 'x', amount: 'n/a' }] })).toBe(1));
});

describe('ratio, change and when', () => {
  const change: Change = {
    window: { last: 'P3M' },
    measures: {
      perPurchase: { ratio: { of: 'netSpend', to: 'grossSpend' } },
      growth: { change: { of: 'netSpend', as: 'rate' } },
      more: { change: { of: 'netSpend' } },
      yearOnYear: { change: { of: 'netSpend', back: 4 } },
      isGrowing: { when: { '>': [v('growth'), 0.5] } },
      isBig: { when: { and: [v('isGrowing'), { '>=': [v('netSpend'), 150] }] } },
    },
  };
  const all = (transactions: readonly unknown[]) => read([], { transactions }, { change }).facts;

  it('build on facts and on each other, in any order', () => {
    expect(all([sale('2026-06-01', 160), back('2026-06-02', 10), sale('2026-03-01', 50), sale('2025-06-01', 20)])).toEqual({
      netSpend: 150, grossSpend: 160, perPurchase: 0.9375, growth: 2, more: 100, yearOnYear: 130, isGrowing: true, isBig: true,
    });
  });

  it('are missing where a divisor is 0 or a side is missing', () => {
    expect(all([sale('2026-06-01', 160)])).toMatchObject({ growth: null, more: 160, isGrowing: null, isBig: null });
    expect(all([])).toMatchObject({ perPurchase: null, growth: null, more: 0 });
    expect(read([], {}, { change }).facts).toMatchObject({ perPurchase: null, growth: null, more: null, isGrowing: null });
  });

  it('are false where one side is enough to know', () => expect(all([sale('2026-06-01', 149)])).toMatchObject({ isGrowing: null, isBig: false }));

  it('of figures that are too far apart are missing', () => {
    const given = { facts: { a: { type: 'number' }, b: { type: 'number' } }, measures: { m: { ratio: { of: 'a', to: 'b' } } } };
    expect(fact('m', { facts: { a: 1e300, b: 1e-300 } }, { change: given })).toBeNull();
    expect(fact('m', { facts: { a: 1, b: 0 } }, { change: given })).toBeNull();
    expect(fact('m', { facts: { a: 0, b: 7 } }, { change: given })).toBe(0);
  });
});

describe('a policy whose measures are wrong', () => {
  const wrong = (measures: object) => issuesOf({ measures });
  it.each([
    [{ m: { mean: { of: 'sales' } } }, 'measure/unknown-field /measures/m/mean/of'],
    [{ m: { daysSinceLast: { of: 'interactions.kind' } } }, 'measure/unknown-source /measures/m/daysSinceLast/of'],
    [{ m: { total: { of: 'sales.amount' } } }, 'measure/unknown-take /measures/m/total'],
    [{ m: { label: 'nothing' } }, 'measure/not-one-take /measures/m'],
    [{ m: { count: { of: 'sales' }, sum: { of: 'sales.amount' } } }, 'measure/not-one-take /measures/m'],
    [{ m: { count: { of: 'visits' } } }, 'measure/unknown-source /measures/m/count/of'],
    [{ m: { sum: { of: 'sales.channel' } } }, 'measure/unknown-field /measures/m/sum/of'],
    [{ m: { count: { of: 'sales', filter: {} } } }, 'measure/unknown-option /measures/m/count/filter'],
    [{ m: { share: { of: 'sales.amount' } } }, 'measure/where-missing /measures/m/share'],
    [{ m: { count: { of: 'sales', window: { last: '12 months' } } } }, 'measure/wrong-window /measures/m/count/window'],
    [{ m: { ratio: { of: 'netSpend', to: 'spend' } } }, 'measure/unknown-fact /measures/m/ratio/to'],
    [{ m: { ratio: { of: 'netSpend', to: 'purchases' } } }, 'measure/type-mismatch /measures/m/ratio'],
    [{ m: { change: { of: 'netSpend' } } }, 'measure/no-earlier-window /measures/m/change/of'],
    [{ m: { change: { of: 'tenureDays' } } }, 'measure/no-earlier-window /measures/m/change/of'],
    [{ m: { when: { '>': [{ var: 'spend' }, 1] } } }, 'rule/unknown-path /measures/m/when/>/0/var'],
    [{ netSpend: { count: { of: 'sales' } } }, 'measure/ready-name /measures/netSpend'],
    [{ a: { when: v('b') }, b: { when: v('a') } }, 'measure/cycle /measures/a'],
    [{ a: { when: v('a') } }, 'measure/cycle /measures/a'],
  ])('%j', (measures, issue) => expect(wrong(measures)).toContain(issue));

  it('says all at once', () => {
    expect(wrong({ a: { mean: {} }, b: { count: { of: 'x' } }, c: { share: { of: 'sales.amount' } } })).toHaveLength(3);
  });
});

describe('figures that once were wrong in silence', () => {
  const line = (category: string, amount: number, units = 1) => ({ category, amount, units });

  it('a sum that is not exact on the way is missing', () => {
    const transactions = Array.from({ length: 7 }, (_, i) => [
      { at: '2026-01-01', amount: { minor: 2 ** 51 - 1 } },
      { at: '2026-01-01', kind: 'return', amount: { minor: 2 ** 51 - 2 - i } },
    ]).flat();
    expect(measured({ sum: { of: 'transactions.amount' } }, { transactions })).toBe(null);
  });

  it('a part that is larger than its whole is no share, and negative units are none', () => {
    const rx = { share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'rx'] } } };
    expect(measured(rx, { transactions: [{ at: '2026-01-01', amount: 100, lines: [line('rx', 150), line('discount', -50)] }] })).toBe(null);
    expect(measured({ sum: { of: 'lines.units' } }, { transactions: [{ at: '2026-01-01', amount: 100, lines: [line('rx', 100, -3)] }] })).toBe(null);
  });

  it('one sale listed once for each of its lines is not one event met twice', () => {
    const rx = { share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'rx'] } } };
    const transactions = ['rx', 'otc'].map((category) => ({ id: 'T', at: '2026-01-01', amount: 100, lines: [line(category, 100)] }));
    expect(measured(rx, { transactions })).toBe(null);
  });

  it('clashing returns put the sale that they name in doubt', () => {
    const transactions = [
      { id: 's', at: '2026-02-01', amount: 10 },
      { id: 'r', at: '2026-06-02', kind: 'return', returnOf: 's', amount: 5 },
      { id: 'r', at: '2026-06-03', kind: 'return', returnOf: 's', amount: 10 },
    ];
    expect(measured({ count: { of: 'sales', window: { calendar: 'quarter', back: 1 } } }, { transactions })).toBe(null);
  });
});
