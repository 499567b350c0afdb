// What every counterfactual promises, on random policies and records: it was done by hand here, and one step less was not enough.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, parsePolicy, type Classifier, type Counterfactual, type CustomerRecord } from 'clientele';

const asOf = '2026-06-30';
const v = (path: string) => ({ var: path });

/** Conditions that more purchases, fewer debts and a better rating can only bring nearer. */
const condition = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((line) => ({ '>=': [v('netSpend'), line / 4] })),
  fc.integer({ min: 1, max: 400 }).map((line) => ({ '>': [v('netSpend'), line / 4] })),
  fc.integer({ min: 1, max: 6 }).map((line) => ({ '>=': [v('purchases'), line] })),
  fc.integer({ min: 1, max: 90 }).map((line) => ({ '<=': [v('daysSinceLastPurchase'), line] })),
  fc.integer({ min: 0, max: 60 }).map((line) => ({ '<=': [v('overdueAmount'), line] })),
  fc.integer({ min: 0, max: 60 }).map((line) => ({ '<=': [v('maxDaysOverdue'), line] })),
  fc.integer({ min: 1, max: 80 }).map((line) => ({ '>=': [v('maxOrderValue'), line] })),
  fc.integer({ min: -20, max: 90 }).map((line) => ({ '>=': [v('nps'), line / 2] })),
  fc.constant(v('isPartner')),
  fc.constantFrom('medium', 'high').map((band) => ({ in: [v('scores.spend.band'), band === 'high' ? ['high'] : ['medium', 'high']] })),
);
const rule = fc.oneof(
  condition,
  fc.array(condition, { minLength: 2, maxLength: 3 }).map((all) => ({ and: all })),
  fc.array(condition, { minLength: 2, maxLength: 3 }).map((any) => ({ or: any })),
);
const window = fc.constantFrom<object>({ last: 'P12M' }, { last: 'P90D' }, { calendar: 'quarter' }, { calendar: 'year' }, { life: true });

const day = fc.integer({ min: 0, max: 500 }).map((back) => new Date(Date.UTC(2026, 5, 30) - back * 86_400_000).toISOString().slice(0, 10));
const cents = fc.integer({ min: 1, max: 6000 }).map((amount) => ({ minor: amount }));
const record: fc.Arbitrary<CustomerRecord> = fc.record({
  customer: fc.constant({ id: '1' }),
  facts: fc.record({ nps: fc.integer({ min: -100, max: 100 }), isPartner: fc.boolean() }),
  transactions: fc.array(fc.record({ at: day, amount: cents }), { maxLength: 8 }),
  invoices: fc.array(fc.record({ issued: day, amount: cents }), { maxLength: 4 }).map((list) => list.map((invoice, index) => ({ ...invoice, id: `I-${String(index)}`, due: invoice.issued }))),
  payments: fc.array(fc.record({ at: day, amount: cents }), { maxLength: 3 }),
});

function classifierOf(rules: readonly object[], policyWindow: object): Classifier {
  const segments = [...rules.map((when, index) => ({ id: `s${String(index)}`, when })), { id: 'rest' }];
  return createClassifier(parsePolicy({
    schema: 'clientele.policy/1', id: 'random', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: policyWindow,
    facts: { nps: { type: 'number', min: -100, max: 100 }, isPartner: { type: 'boolean' } },
    scores: { spend: { scorer: 'value', cut: { fixed: [20, 60] } } },
    segments, ranking: segments.map(({ id }) => id), otherwise: 'rest',
  }));
}
const classifier = fc.tuple(fc.array(rule, { minLength: 1, maxLength: 4 }), window).map(([rules, policyWindow]) => classifierOf(rules, policyWindow));

type Action = Counterfactual['changes'][number]['action'];

const minorOf = (major: unknown): number => Math.round(Number(major) * 100);
const before = (by: string, days: number): string => new Date(Date.parse(by) - days * 86_400_000).toISOString().slice(0, 10);

/** The record with an action done, or all of it but one step; null where one step less is nothing at all. */
function done(customer: CustomerRecord, action: Action, fewer: number, from: unknown, by: string): CustomerRecord {
  const add = (part: 'transactions' | 'payments', amounts: readonly number[]): CustomerRecord => ({
    ...customer, [part]: [...(customer[part] ?? []), ...amounts.flatMap((amount, index) => (amount > 0 ? [{ at: before(by, index), amount: { minor: amount } }] : []))],
  });
  switch (action['type']) {
    case 'purchase':
      return add('transactions', action['count'] === undefined ? [minorOf(action['amount']) - fewer] : new Array<number>(Number(action['count']) - fewer).fill(1));
    case 'pay':
      return add('payments', [minorOf(action['amount']) - fewer]);
    default: {
      const value = action['value'];
      const less = typeof value === 'number' ? value + (value > Number(from) ? -fewer : fewer) : fewer === 0 ? value : !(value as boolean);
      return { ...customer, facts: { ...customer.facts, [action['fact'] as string]: less as number } };
    }
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

describe('every counterfactual', () => {
  it('is enough, and one step less of any part of it is not', () => {
    let met = 0;
    fc.assert(
      fc.property(classifier, record, (made, customer) => {
        deepFreeze(customer);
        const result = made.classify(customer, { asOf });
        const why = made.explain(result, { record: customer });
        expect(made.explain(result, { record: structuredClone(customer) })).toEqual(why);
        const ranking = made.policy.ranking ?? [];
        const place = (segment: string): number => ranking.indexOf(segment);
        expect(why.counterfactuals.length).toBeLessThanOrEqual(3);
        for (const { to, direction, kind, by, changes, verified } of why.counterfactuals.filter((one) => one.direction === 'up')) {
          met += 1;
          expect({ direction, verified }).toEqual({ direction: 'up', verified: true });
          const at = { asOf: kind === 'hindsight' ? asOf : (by ?? asOf) };
          const all = (less: number): CustomerRecord => changes.reduce((changed, { action, from }, index) => done(changed, action, index === less ? 1 : 0, from, by ?? asOf), customer);
          const reached = made.classify(all(-1), at);
          expect(reached.segment).toBe(to);
          expect(place(to)).toBeLessThan(place(result.segment));
          for (const { fact, from, to: value } of changes) expect([result.facts[fact], reached.facts[fact]]).toEqual([from, value]);
          // One step less never leads as far up.
          changes.forEach((_, index) => expect(place(made.classify(all(index), at).segment)).toBeGreaterThan(place(to)));
        }
      }),
      { numRuns: 200 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it('leads from where the customer is to a better segment, or says what stands in the way', () => {
    fc.assert(
      fc.property(classifier, record, (made, customer) => {
        const result = made.classify(customer, { asOf });
        const why = made.explain(result, { record: customer });
        const ranking = made.policy.ranking ?? [];
        for (const { segment, obstacle } of why.noWay) {
          expect(ranking.indexOf(segment)).toBeLessThan(ranking.indexOf(result.segment));
          expect(obstacle?.pointer.startsWith('/segments/')).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('without a record', () => {
  it('facts alone are changed, and what follows from them is decided', () => {
    fc.assert(
      fc.property(classifier, record, (made, customer) => {
        const result = made.classify(customer, { asOf });
        const why = made.explain(result, { counterfactuals: true });
        expect(why.omitted).toContain('counterfactuals');
        for (const { to, by, changes } of why.counterfactuals) {
          expect(by).toBeUndefined();
          const facts = { ...result.facts, ...Object.fromEntries(changes.map(({ fact, to: value }) => [fact, value])) };
          expect(made.classify({ customer: { id: '1' }, facts }, { asOf }).segment).toBe(to);
        }
      }),
      { numRuns: 200 },
    );
  });
});
