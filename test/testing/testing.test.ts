import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy } from 'clientele';
import { buildRecord, testPolicy } from 'clientele/testing';

const asOf = '2026-03-01';
const classifier = createClassifier(definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'lapsed', when: { '>=': [{ var: 'daysSinceLastPurchase' }, 365] } }, { id: 'standard' }],
  otherwise: 'standard',
}));

describe('buildRecord', () => {
  it('counts days back over the end of a month', () => {
    expect(buildRecord(asOf, { purchases: [{ daysAgo: 1, amount: 1 }, { daysAgo: 0, amount: 2 }] }).transactions?.map(({ at }) => at)).toEqual(['2026-02-28', '2026-03-01']);
  });
  it('knows of no transactions and invoices, or does not know of them', () => {
    expect(buildRecord(asOf)).toEqual({ customer: { id: 'test-customer' }, transactions: [], invoices: [], payments: [] });
    expect(buildRecord(asOf, { id: 'x', omit: ['transactions', 'invoices'], facts: { nps: 9 }, attributes: { level: 'A' } })).toEqual({ customer: { id: 'x', attributes: { level: 'A' } }, facts: { nps: 9 } });
  });
  it('refuses days that are none', () => {
    expect(() => buildRecord(asOf, { purchases: [{ daysAgo: Number.NaN, amount: 1 }] })).toThrow('/purchases/0/daysAgo');
  });
  it('refuses an asOf that is no day', () => {
    expect(() => buildRecord('2026-02-30')).toThrow('`asOf` is not a date');
  });
});

describe('testPolicy', () => {
  const record = buildRecord(asOf, { purchases: [{ daysAgo: 10, amount: 6000 }] });
  it('passes what is right', () => {
    expect(testPolicy(classifier, [{ name: 'gold', record, segment: 'gold', status: 'matched', undecided: [], because: ['netSpend'] }], { asOf })).toEqual([{ name: 'gold', ok: true, message: '' }]);
  });
  it('says what differs, and why the policy decided as it did', () => {
    const [result] = testPolicy(classifier, [{ name: 'not gold', record, segment: 'standard', status: 'otherwise', undecided: ['lapsed'], because: ['purchases'] }], { asOf });
    expect(result?.ok).toBe(false);
    expect(result?.message).toBe(
      'not gold: segment: expected standard, got gold; status: expected otherwise, got matched; undecided: expected lapsed, got none; '
      + 'because: expected purchases, got netSpend (status matched, because of netSpend, facts {"netSpend":6000,"daysSinceLastPurchase":10})',
    );
  });
  it('wrong undecided segments and statuses fail on their own', () => {
    const none = buildRecord(asOf, { omit: ['transactions'] });
    const cases = [{ name: 'a', record: none, segment: 'standard', undecided: ['gold'] }, { name: 'b', record: none, segment: 'standard', undecided: ['lapsed', 'gold'] }] as const;
    expect(testPolicy(classifier, cases, { asOf }).map(({ ok }) => ok)).toEqual([false, true]);
  });
});
