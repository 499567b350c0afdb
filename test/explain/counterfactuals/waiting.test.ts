// What time alone brings, to the day; and that no way is called none where one thing that can be done, or waiting, is enough.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, formatExplanation, parsePolicy, type Classifier, type CustomerRecord } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';
const DAY = 86_400_000;
const v = (path: string) => ({ var: path });
const later = (days: number): string => new Date(Date.parse(asOf) + days * DAY).toISOString().slice(0, 10);

function classifierOf(rules: readonly object[], change: object = {}): Classifier {
  const segments = [...rules.map((when, index) => ({ id: `s${String(index)}`, when })), { id: 'rest' }];
  return createClassifier(parsePolicy({
    schema: 'clientele.policy/1', id: 'waiting', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P90D' },
    facts: { nps: { type: 'number', min: 0, max: 10 }, visits: { type: 'count', min: 0, max: 10 }, ready: { type: 'boolean' } },
    segments, ranking: segments.map(({ id }) => id), otherwise: 'rest', ...change,
  }));
}

describe('waiting', () => {
  const calm = classifierOf([{ '==': [v('complaints'), 0] }], { segments: [{ id: 's0', label: { en: 'Calm', 'zh-CN': '平稳客户' }, when: { '==': [v('complaints'), 0] } }, { id: 'rest', label: { en: 'Others', 'zh-CN': '其他客户' } }] });
  const record: CustomerRecord = { customer: { id: '1' }, interactions: [{ at: '2026-04-20', kind: 'complaint' }] };
  const why = calm.explain(calm.classify(record, { asOf }), { record });

  it('is enough where a complaint leaves the window, and is told to the day', () => {
    // As of 18 July the window of 90 days begins on 20 April, as of 19 July on the day after.
    expect([calm.assign(record, { asOf: '2026-07-18' }), calm.assign(record, { asOf: '2026-07-19' })]).toEqual(['rest', 's0']);
    expect(why.counterfactuals).toEqual([
      { to: 's0', direction: 'up', kind: 'ahead', by: '2026-07-19', changes: [{ fact: 'complaints', type: 'count', from: 1, to: 0, action: { type: 'wait', days: 19 } }], assumptions: ['nothing-else'], verified: true },
    ]);
    expect(why.noWay).toEqual([]);
    expect(formatExplanation(why, { parts: ['counterfactuals'] }).split('\n').at(-1)).toBe('- After 19 days in which nothing happens, on 19 July 2026: Calm (number of complaints 0 instead of 1)');
    expect(formatExplanation(why, { parts: ['counterfactuals'], locale: zhCN }).split('\n').at(-1)).toBe('- 若连续 19 天无任何新情况，2026年7月19日将变为平稳客户（投诉次数由 1 变为 0）');
  });

  it('finds a slip that lasts a few days only', () => {
    const quarter = classifierOf([{ or: [{ '<': [v('daysSinceLastPurchase'), 40] }, { '>': [v('daysSinceLastPurchase'), 43] }] }]);
    const bought: CustomerRecord = { customer: { id: '1' }, transactions: [{ at: '2026-06-20', amount: 10 }] };
    expect(quarter.explain(quarter.classify(bought, { asOf }), { record: bought }).counterfactuals).toMatchObject([{ to: 'rest', direction: 'down', by: '2026-07-30', changes: [{ to: 40, action: { days: 30 } }] }]);
  });
});

describe('on any small policy', () => {
  const condition = fc.oneof(
    fc.integer({ min: 0, max: 10 }).map((line) => ({ '>=': [v('nps'), line] })),
    fc.integer({ min: 0, max: 10 }).map((line) => ({ '<=': [v('nps'), line] })),
    fc.integer({ min: 0, max: 10 }).map((line) => ({ '==': [v('visits'), line] })),
    fc.integer({ min: 0, max: 10 }).map((line) => ({ '>': [v('visits'), line] })),
    fc.constantFrom<object>(v('ready'), { '!': [v('ready')] }),
    fc.integer({ min: 1, max: 30 }).map((line) => ({ '>=': [v('netSpend'), line] })),
    fc.integer({ min: 1, max: 30 }).map((line) => ({ between: [v('netSpend'), line, line + 3] })),
    fc.integer({ min: 1, max: 4 }).map((line) => ({ '>=': [v('purchases'), line] })),
    fc.integer({ min: 1, max: 150 }).map((line) => ({ '<=': [v('daysSinceLastPurchase'), line] })),
    fc.integer({ min: 1, max: 150 }).map((line) => ({ '>=': [v('daysSinceLastPurchase'), line] })),
    fc.integer({ min: 0, max: 2 }).map((line) => ({ '<=': [v('complaints'), line] })),
    fc.integer({ min: 0, max: 15 }).map((line) => ({ '<=': [v('overdueAmount'), line] })),
  );
  const rule = fc.oneof(condition, fc.array(condition, { minLength: 2, maxLength: 3 }).map((and) => ({ and })), fc.array(condition, { minLength: 2, maxLength: 3 }).map((or) => ({ or })));
  const classifier = fc.tuple(fc.array(rule, { minLength: 1, maxLength: 2 }), fc.constantFrom<object>({ last: 'P90D' }, { last: 'P30D' }, { life: true }, { calendar: 'quarter' })).map(([rules, window]) => classifierOf(rules, { window }));
  const at = fc.integer({ min: 0, max: 130 }).map((back) => later(-back));
  const record: fc.Arbitrary<CustomerRecord> = fc.record({
    customer: fc.constant({ id: '1' }), facts: fc.record({ nps: fc.integer({ min: 0, max: 10 }), visits: fc.integer({ min: 0, max: 10 }), ready: fc.boolean() }),
    transactions: fc.array(fc.record({ at, amount: fc.integer({ min: 1, max: 12 }) }), { maxLength: 3 }), interactions: fc.array(fc.record({ at, kind: fc.constantFrom('complaint', 'visit') }), { maxLength: 3 }),
    invoices: fc.array(at, { maxLength: 2 }).map((days) => days.map((issued, index) => ({ id: `I-${String(index)}`, issued, due: issued, amount: 10 }))), payments: fc.constant([]),
  });

  /** Every single thing that could be done, on a grid, and waiting each day of a quarter: those that lead up. */
  function bruteForce(made: Classifier, given: CustomerRecord, place: (segment: string) => number): readonly string[] {
    const own = place(made.assign(given, { asOf }));
    const isUp = (changed: CustomerRecord, on: string): boolean => place(made.assign(changed, { asOf: on })) < own;
    const found: string[] = [];
    for (let days = 1; days <= 92; days += 1) if (isUp(given, later(days))) found.push(`wait ${String(days)}`);
    for (let value = 0; value <= 10; value += 1) {
      if (isUp({ ...given, facts: { ...given.facts, nps: value } }, asOf)) found.push(`nps ${String(value)}`);
      if (isUp({ ...given, facts: { ...given.facts, visits: value } }, asOf)) found.push(`visits ${String(value)}`);
    }
    if (isUp({ ...given, facts: { ...given.facts, ready: given.facts?.['ready'] !== true } }, asOf)) found.push('ready');
    // Tomorrow something is bought, in one go or in several, or some of what is open is paid.
    const tomorrow = later(1);
    const bought = (amounts: readonly number[]): CustomerRecord => ({ ...given, transactions: [...(given.transactions ?? []), ...amounts.map((amount) => ({ at: tomorrow, amount }))] });
    for (let amount = 1; amount <= 40; amount += 1) if (isUp(bought([amount]), tomorrow)) found.push(`buy ${String(amount)}`);
    for (let amount = 1; amount <= 20; amount += 1) if (isUp({ ...given, payments: [{ at: tomorrow, amount }] }, tomorrow)) found.push(`pay ${String(amount)}`);
    return found;
  }

  it('no way is called none where one thing that can be said, or waiting, is enough; and no wait is longer than it must be', () => {
    let [met, waited, none] = [0, 0, 0];
    fc.assert(
      fc.property(classifier, record, (made, given) => {
        const ranking = made.policy.ranking ?? [];
        const place = (segment: string): number => ranking.indexOf(segment);
        const result = made.classify(given, { asOf });
        const why = made.explain(result, { record: given });
        const ups = why.counterfactuals.filter(({ direction }) => direction === 'up');
        const found = bruteForce(made, given, place);
        if (found.length > 0) met += 1;
        else if (place(result.segment) > 0) none += 1;
        expect({ found, hasWay: ups.length > 0 }).toEqual({ found, hasWay: found.length > 0 || ups.length > 0 });
        expect(why.noWay.filter(({ segment }) => ups.some(({ to, kind }) => kind === 'ahead' && place(to) <= place(segment))).map(({ segment }) => segment)).toEqual([]);
        for (const { to, by, changes, direction } of why.counterfactuals) {
          const [first] = changes;
          if (first?.action['type'] !== 'wait') continue;
          waited += 1;
          const days = Number(first.action['days']);
          expect(by).toBe(later(days));
          expect(made.assign(given, { asOf: later(days) })).toBe(to);
          const isThere = (segment: string): boolean => (direction === 'up' ? place(segment) <= place(to) : place(segment) > place(result.segment));
          for (let before = 1; before < days; before += 1) expect(isThere(made.assign(given, { asOf: later(before) }))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
    expect(met).toBeGreaterThan(40);
    expect(waited).toBeGreaterThan(5);
    expect(none).toBeGreaterThan(2);
  }, 240_000);
});
