// A rule that holds, and whose segment is not given: what is said of it must not be the contrary.
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatExplanation, type CustomerRecord, type Override, type Policy } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';
const v = <P extends string>(path: P) => ({ var: path });
const base = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
  segments: [
    { id: 'gold', label: { en: 'Gold', 'zh-CN': '金牌' }, when: { '>=': [v('onTimePaymentRatio'), 0.8] } },
    { id: 'active', label: { en: 'Active', 'zh-CN': '活跃' }, when: { '>=': [v('purchases'), 1] } },
    { id: 'loyal', label: { en: 'Loyal', 'zh-CN': '忠诚' }, when: { '>=': [v('lifetimePurchases'), 1] } },
    { id: 'rest' }, { id: 'review', label: { en: 'To review', 'zh-CN': '待评估' } },
  ],
  ranking: ['loyal', 'gold', 'active', 'rest', 'review'], otherwise: 'rest', undetermined: 'review',
});
const record: CustomerRecord = { customer: { id: '1' }, transactions: [{ at: '2026-06-01', amount: 3 }] };

function explained(policy: Parameters<typeof createClassifier>[0], given: CustomerRecord) {
  const classifier = createClassifier(policy);
  return classifier.explain(classifier.classify(given, { asOf }), { record: given });
}

describe('the segment for those of whom too little is known', () => {
  const why = explained(base, record);

  it('is not said to be given because a rule for another one holds', () => {
    expect([why.segment, why.status, why.holding]).toEqual(['review', 'undetermined', 'active']);
    expect(formatExplanation(why, { parts: ['because', 'whyNot'] }).split('\n').slice(1)).toEqual([
      'What speaks for Active:', '- Number of purchases is 1, at least 1',
      'Why not better:', '- Loyal: its conditions hold, but an earlier rule decided', '- Gold: not known: share paid on time', '- Active: its conditions hold, but too little is known to be sure',
    ]);
    expect(formatExplanation(why, { parts: ['because', 'whyNot'], locale: zhCN }).split('\n').slice(1)).toEqual([
      '支持活跃的依据：', '- 购买次数为 1，不低于 1',
      '为何不是更高的类别：', '- 忠诚：条件也满足，但前面的规则已先作出决定', '- 金牌：未知：按期回款率', '- 活跃：条件满足，但已知数据太少，无法确定',
    ]);
  });

  it('is no other where the policy names none', () => {
    const { undetermined: _undetermined, ...rest } = base;
    const sure = explained(rest, record);
    expect([sure.segment, sure.status, sure.holding]).toEqual(['active', 'undetermined', undefined]);
    expect(formatExplanation(sure, { parts: ['because'] }).split('\n')[1]).toBe('Because:');
  });
});

describe('a better segment whose rule holds', () => {
  const last = (policy: Parameters<typeof createClassifier>[0], override: Override | null, whyNot: readonly string[] = []) => {
    const given = { ...record, override };
    const classifier = createClassifier(policy);
    return formatExplanation(classifier.explain(classifier.classify(given, { asOf }), { record: given, whyNot }), { parts: ['whyNot'] }).split('\n').slice(1);
  };

  it('was not given because a person gave another', () => {
    expect(last(base, { segment: 'rest', actor: 'Li', reason: 'x' })).toContain('- Active: its conditions hold, but the segment was set by hand');
  });

  it('was not given because only one may fit', () => {
    expect(last({ ...base, hitPolicy: 'unique' }, null)).toContain('- Loyal: its conditions hold, but so do those of others, and only one may');
  });
});

describe('what stands in the way', () => {
  const noWays = (policy: Parameters<typeof createClassifier>[0], given = record) => {
    const why = explained(policy, given);
    return [why.noWay.map(({ segment, obstacle }) => [segment, obstacle?.code, obstacle?.pointer]), formatExplanation(why, { parts: ['counterfactuals'] }).split('\n').slice(2)];
  };

  it('of a segment whose rule holds is what another rule lacks, or that it holds', () => {
    expect(noWays(base)).toEqual([
      [['active', 'reason/missing', '/segments/0/when'], ['gold', 'reason/missing', '/segments/0/when']],
      ['Active', 'Gold'].map((name) => `- ${name}: nothing that can be done was found to lead there; first of all, share paid on time is not known`),
    ]);
    const paid = { ...record, invoices: [{ id: 'I', issued: '2026-04-01', due: '2026-05-01', amount: 5, payments: [{ at: '2026-04-20', amount: 5 }] }], payments: [] };
    expect(noWays(base, paid)).toEqual([
      [['loyal', 'reason/at-least', '/segments/0/when']],
      ['- Loyal: nothing that can be done was found to lead there; first of all, share paid on time is 100.0%, needs less than 80% (20 points over)'],
    ]);
  });

  it('may be that something is the case that must not be', () => {
    const quiet: Policy = { ...base, attributes: { blocked: { type: 'boolean' } }, segments: [{ id: 'gold', when: { and: [{ '!': [{ '>=': [v('complaints'), 1] }] }, { '>=': [v('purchases'), 2] }] } }, { id: 'rest' }], ranking: ['gold', 'rest'], otherwise: 'rest', undetermined: 'rest' };
    const complained: CustomerRecord = { ...record, interactions: [{ at: '2026-06-02', kind: 'complaint' }] };
    expect(noWays(quiet, complained)).toEqual([[['gold', 'reason/at-least', '/segments/0/when/and/0/!/0']], ['- Gold: nothing that can be done was found to lead there; first of all, number of complaints is 1, needs less than 1']]);
  });
});
