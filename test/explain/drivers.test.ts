import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatMove, policyFrom, type CustomerRecord, type FactValue, type Move } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { splitByLogarithms } from '../../src/internal/log-split.js';

const days = { before: '2025-12-31', after: '2026-12-31' };
const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'UTC', window: { calendar: 'year' },
  measures: {
    worth: { calculate: { '*': [{ var: 'purchases' }, { var: 'meanOrderValue' }, 0.3] }, label: { en: 'worth', 'zh-CN': '价值' } },
    twice: { calculate: { '*': [{ var: 'netSpend' }, 2] } },
    sum: { calculate: { '+': [{ var: 'netSpend' }, { var: 'grossMargin' }] } },
  },
  segments: [{ id: 'gold', label: { en: 'Gold', 'zh-CN': '金牌' }, when: { '>=': [{ var: 'netSpend' }, 1000] } }, { id: 'rest', label: { en: 'Rest', 'zh-CN': '其他' }, publicLabel: 'Guest' }],
  ranking: ['gold', 'rest'], otherwise: 'rest',
});
const classifier = createClassifier(policy);

type Sale = NonNullable<CustomerRecord['transactions']>[number];
const moveBetween = (first: readonly Omit<Sale, 'at'>[], last: readonly Omit<Sale, 'at'>[]): Move => {
  const record: CustomerRecord = { customer: { id: '1' }, transactions: [...first.map((sale) => ({ ...sale, at: '2025-05-01' })), ...last.map((sale) => ({ ...sale, at: '2026-05-01' }))] };
  return classifier.explainMove(classifier.classify(record, { asOf: days.before }), classifier.classify(record, { asOf: days.after }), { record });
};
const driversOf = ({ drivers }: Move, fact: string) => drivers.find((each) => each.fact === fact);
const sales = (...amounts: readonly number[]) => amounts.map((amount) => ({ amount, cost: 0 }));

describe('the change of a product', () => {
  // L = 600 / ln 2 = 865.617; 865.617 × ln 1.5 = 350.978; 865.617 × ln (4/3) = 249.022.
  it('is split among its factors by logarithms: 2 × 300 becomes 3 × 400', () => {
    expect(driversOf(moveBetween(sales(300, 300), sales(400, 400, 400)), 'netSpend')).toEqual({
      fact: 'netSpend', type: 'money', before: 600, after: 1200, change: 600,
      by: [
        { fact: 'purchases', type: 'count', before: 2, after: 3, change: 350.98 },
        { fact: 'meanOrderValue', type: 'money', before: 300, after: 400, change: 249.02 },
      ],
    });
  });

  // L = 660 / ln (1200 / 540) = 826.541; × ln 1.5 = 335.131, × ln (4/3) = 237.781, × ln (1 / 0.9) = 87.085: the cent that is lacking goes to the last.
  it('has what came back as a factor of its own', () => {
    expect(driversOf(moveBetween([...sales(300, 300), { kind: 'return', amount: 60, cost: 0 }], sales(400, 400, 400)), 'netSpend')?.by).toEqual([
      { fact: 'purchases', type: 'count', before: 2, after: 3, change: 335.13 },
      { fact: 'meanOrderValue', type: 'money', before: 300, after: 400, change: 237.78 },
      { fact: 'rest', type: 'ratio', before: 0.9, after: 1, change: 87.09 },
    ]);
  });

  it('of margin has the margin as one', () => {
    const margin = driversOf(moveBetween([{ amount: 100, cost: 60 }], [{ amount: 100, cost: 75 }]), 'grossMargin');
    expect(margin?.by.map(({ fact, before, after, change }) => [fact, before, after, change])).toEqual([['purchases', 1, 1, 0], ['meanOrderValue', 100, 100, 0], ['rest', 0.4, 0.25, -15]]);
  });

  it('that is the same may be made of others', () => {
    expect(driversOf(moveBetween(sales(300, 300), sales(200, 200, 200)), 'netSpend')).toMatchObject({ change: 0, by: [{ fact: 'purchases', change: 243.28 }, { fact: 'meanOrderValue', change: -243.28 }] });
  });

  it('takes a mean as what it is, not as it is rounded', () => {
    const move = driversOf(moveBetween(sales(1, 1, 1.01), sales(1, 1, 1.01, 1)), 'netSpend');
    expect(move?.by.map(({ fact }) => fact)).toEqual(['purchases', 'meanOrderValue']);
  });

  it('of a measure that multiplies facts, and of no other measure', () => {
    const move = moveBetween(sales(300, 300), sales(400, 400, 400));
    expect(move.drivers.map(({ fact }) => fact)).toEqual(['netSpend', 'grossMargin', 'worth']);
    expect(driversOf(move, 'worth')).toMatchObject({ label: { en: 'worth' }, before: 180, after: 360, change: 180, by: [{ fact: 'purchases', change: 105.29 }, { fact: 'meanOrderValue', change: 74.71 }] });
  });

  it.each([
    ['nothing was bought', [], 'not-positive'],
    ['more came back than was sold', [{ amount: 10, cost: 0 }, { kind: 'return', amount: 50, cost: 0 }] as const, 'not-positive'],
  ])('is not split where %s on one of the days, and says so', (_name, first, notSplit) => {
    const move = moveBetween(first, sales(10));
    expect(driversOf(move, 'netSpend')).toMatchObject({ by: [], notSplit });
    expect(driversOf(move, 'netSpend')).not.toHaveProperty('change');
  });

  it('is not split where something is not known', () => {
    const [before, after] = [{ purchases: 2, meanOrderValue: null, netSpend: 600 }, { purchases: 3, meanOrderValue: 400, netSpend: 1200 }].map((facts) => classifier.classify({ customer: { id: '1' }, facts }, { asOf: days.before }));
    if (before === undefined || after === undefined) throw new Error('two results');
    expect(driversOf(classifier.explainMove(before, after), 'netSpend')).toMatchObject({ notSplit: 'missing', before: 600, after: 1200 });
  });

  it('is told of figures that changed, of facts that both results keep, in one currency', () => {
    expect(moveBetween(sales(10), sales(10)).drivers).toEqual([]);
    const { measures: _measures, ...lean } = policy;
    const bare = createClassifier(lean);
    const of = (netSpend: number) => bare.classify({ customer: { id: '1' }, facts: { netSpend } }, { asOf: days.before });
    expect(bare.explainMove(of(10), of(20)).drivers).toEqual([]);
    const euros = createClassifier(policyFrom(policy, { id: 'shop', version: '2', currency: 'EUR' }));
    const facts = (purchases: number): { readonly [id: string]: FactValue } => ({ purchases, meanOrderValue: 100, netSpend: 100 * purchases });
    const before = classifier.classify({ customer: { id: '1' }, facts: facts(1) }, { asOf: days.before });
    expect(euros.explainMove(before, euros.classify({ customer: { id: '1' }, facts: facts(2) }, { asOf: days.after }), { earlier: classifier }).drivers).toEqual([]);
  });

  it('in words', () => {
    const move = moveBetween([...sales(300, 300), { kind: 'return', amount: 60, cost: 0 }], sales(400, 400, 400));
    const spend = { ...move, drivers: move.drivers.filter(({ fact }) => fact === 'netSpend') };
    expect(formatMove(spend).split('\n').slice(-4)).toEqual([
      'Change of net spend by +CN¥660:',
      '- Number of purchases 3 instead of 2: +CN¥335.13',
      '- Mean order value CN¥400 instead of CN¥300: +CN¥237.78',
      '- Share that did not come back 100% instead of 90.0%: +CN¥87.09',
    ]);
    expect(formatMove(spend, { locale: zhCN }).split('\n').slice(-4)).toEqual([
      '净消费额变化 +¥660：',
      '- 购买次数由 2 变为 3：+¥335.13',
      '- 平均每单金额由 ¥300 变为 ¥400：+¥237.78',
      '- 未退货的比例由 90.0% 变为 100%：+¥87.09',
    ]);
    const none = moveBetween([], sales(10)).drivers.filter(({ fact }) => fact === 'netSpend');
    expect(formatMove({ ...move, drivers: none }).split('\n').at(-1)).toBe('Net spend CN¥10 instead of CN¥0: not split, since something that it is made of is 0 or less');
    expect(formatMove({ ...move, drivers: none }, { locale: zhCN }).split('\n').at(-1)).toBe('净消费额由 ¥0 变为 ¥10：构成中有不大于零的项，无法拆分');
    expect(formatMove(spend, { audience: 'customer' })).toBe('');
  });
});

describe('property', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 99_999 }).map((minor) => minor / 100), { minLength: 1, maxLength: 5 });
  const minor = (amount: number): number => Math.round(amount * 100);

  it('what the drivers did sums to the change, to the cent', () => {
    let seen = 0;
    fc.assert(fc.property(amounts, amounts, fc.option(fc.integer({ min: 1, max: 50 }), { nil: 0 }), (first, last, back) => {
      const { drivers } = moveBetween([...sales(...first), ...(back === 0 ? [] : [{ kind: 'return' as const, amount: back / 100, cost: 0 }])], sales(...last));
      for (const { before, after, change, by } of drivers.filter(({ notSplit }) => notSplit === undefined)) {
        expect(by.reduce((sum, driver) => sum + minor(driver.change), 0)).toBe(minor(Number(after)) - minor(Number(before)));
        expect(minor(change ?? NaN)).toBe(minor(Number(after)) - minor(Number(before)));
        // What grew did not make the figure smaller, but for the cent that rounding may take.
        for (const driver of by) expect(Math.sign(driver.after - driver.before) * minor(driver.change)).toBeGreaterThanOrEqual(-1);
        seen += 1;
      }
    }), { numRuns: 100 });
    expect(seen).toBeGreaterThan(50);
  });

  it('whole numbers are split without a rest', () => {
    const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 48 }), fc.integer({ min: 1, max: 2 ** 48 }), fc.array(factor, { maxLength: 3 }), (before, after, some) => {
      const ratios = [...some, after / before / some.reduce((all, one) => all * one, 1)];
      const shares = splitByLogarithms(before, after, ratios);
      expect(shares.every(Number.isSafeInteger)).toBe(true);
      expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(after) - BigInt(before));
    }));
  });

  it('the other way round is the same with the other sign', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0.1, max: 10, noNaN: true }), (before, after, one) => {
      const [there = 0] = splitByLogarithms(before, after, [one, after / before / one]);
      const [back = 0] = splitByLogarithms(after, before, [1 / one, (before / after) * one]);
      expect(Math.abs(there + back)).toBeLessThanOrEqual(1);
    }));
  });
});
