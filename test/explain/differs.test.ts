import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatExplanation, parseClassification, type CustomerRecord } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';
const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  attributes: { level: { type: 'enum', values: { A: { en: 'first', 'zh-CN': '甲级' }, B: { en: 'second', 'zh-CN': '乙级' } }, label: { en: 'level', 'zh-CN': '等级' } } },
  measures: { wasGold: { when: { '==': [{ var: 'previous.segment' }, 'gold'] } }, stillGold: { when: { and: [{ var: 'wasGold' }, { '>': [{ var: 'netSpend' }, 10] }] } } },
  segments: [
    { id: 'gold', label: 'Gold', when: { or: [{ and: [{ '>=': [{ var: 'netSpend' }, 5000] }, { '==': [{ var: 'customer.attributes.level' }, 'A'] }] }, { var: 'stillGold' }] } },
    { id: 'active', label: { en: 'Active', 'zh-CN': '活跃客户' }, when: { '<': [{ var: 'daysSinceLastPurchase' }, 90] } },
    { id: 'quiet' },
  ],
  ranking: ['gold', 'active', 'quiet'], otherwise: 'quiet',
});
const classifier = createClassifier(policy);
const record: CustomerRecord = {
  customer: { id: '42', attributes: { level: 'A' } },
  transactions: [{ id: 'S-1', at: '2026-03-01', amount: 1200 }, { id: 'S-2', at: '2026-06-20', amount: 300 }],
};
const result = classifier.classify(record, { asOf });
const more = (transaction: NonNullable<CustomerRecord['transactions']>[number]): CustomerRecord => ({ ...record, transactions: [...(record.transactions ?? []), transaction] });
const differsWith = (today: CustomerRecord, kept = result) => classifier.explain(kept, { record: today }).differs;

describe('what a record gives otherwise than a classification that was kept', () => {
  it('is nothing where it is the same', () => {
    expect(differsWith(record)).toEqual([]);
    expect(differsWith(record, parseClassification(JSON.parse(JSON.stringify(result)), policy))).toEqual([]);
  });

  it('is nothing for a sale after that day, counted or not', () => {
    expect(differsWith(more({ id: 'S-3', at: '2026-07-01', amount: 9000 }))).toEqual([]);
  });

  it('is what a back-dated sale changed', () => {
    expect(differsWith(more({ id: 'S-3', at: '2026-06-25', amount: 800 }))).toEqual([
      { fact: 'netSpend', type: 'money', then: 1500, now: 2300 },
      { fact: 'daysSinceLastPurchase', type: 'days', then: 10, now: 5 },
    ]);
  });

  it('is what a corrected amount changed', () => {
    const [first, second] = record.transactions ?? [];
    expect(differsWith({ ...record, transactions: [{ ...first, at: '2026-03-01', amount: '1200.50' }, ...(second === undefined ? [] : [second])] })).toEqual([{ fact: 'netSpend', type: 'money', then: 1500, now: 1500.5 }]);
  });

  it('is a part that is not known any more, and a field of the customer', () => {
    const { transactions: _transactions, ...rest } = record;
    expect(differsWith({ ...rest, customer: { id: '42', attributes: { level: 'B' } } })).toMatchObject([
      { fact: 'netSpend', then: 1500, now: null },
      { fact: 'daysSinceLastPurchase', then: 10, now: null },
      { fact: 'customer.attributes.level', type: 'enum', label: { en: 'level' }, then: 'A', now: 'B' },
    ]);
  });

  it('leaves the previous class out, and what rests on it: it is this one now', () => {
    const before = classifier.classify({ ...record, previous: { asOf: '2026-03-31', policy: { id: 'shop' }, segment: 'gold' } }, { asOf });
    expect(before.segment).toBe('gold');
    expect(differsWith({ ...record, previous: before }, before)).toEqual([]);
  });

  it('cannot be told without the record', () => {
    const why = classifier.explain(result);
    expect([why.differs, why.omitted.includes('differs')]).toEqual([[], true]);
    expect(classifier.explain(result, { record }).omitted).toEqual([]);
  });

  it('changes nothing of why the customer has the class', () => {
    const kept = classifier.explain(result);
    const why = classifier.explain(result, { record: more({ id: 'S-3', at: '2026-06-25', amount: 9000 }) });
    expect([why.segment, why.because.map(({ actual }) => actual)]).toEqual([kept.segment, kept.because.map(({ actual }) => actual)]);
  });

  it('in words', () => {
    const why = classifier.explain(result, { record: { ...more({ id: 'S-3', at: '2026-06-25', amount: 0.01 }), customer: { id: '42', attributes: { level: 'B' } } } });
    expect(formatExplanation(why, { parts: ['differs'] }).split('\n').slice(1)).toEqual([
      'Changed in the record since:',
      '- Net spend was CN¥1,500; the record now gives CN¥1,500.01',
      '- Time since the last purchase was 10 days; the record now gives 5 days',
      '- Level was first; the record now gives second',
    ]);
    expect(formatExplanation(why, { parts: ['differs'], locale: zhCN }).split('\n').slice(1)).toEqual([
      '与现有记录的出入：',
      '- 净消费额当时为 ¥1,500，现有记录为 ¥1,500.01',
      '- 距最近一次购买的时间当时为 10 天，现有记录为 5 天',
      '- 等级当时为甲级，现有记录为乙级',
    ]);
    expect(formatExplanation(why, { audience: 'customer' })).not.toContain('1,500.01');
  });
});
