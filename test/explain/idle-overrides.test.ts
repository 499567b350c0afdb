import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatExplanation, type CustomerRecord, type Override } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';
const classifier = createClassifier(definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
  segments: [{ id: 'gold', label: { en: 'Gold', 'zh-CN': '金牌' }, formerly: ['vip'], when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard', label: { en: 'Standard', 'zh-CN': '普通' }, publicLabel: 'Member' }],
  ranking: ['gold', 'standard'], otherwise: 'standard',
}));
const base: Override = { segment: 'vip', actor: 'Li', reason: 'pilot' };
const explained = (override: CustomerRecord['override'] | object) => {
  const record = { customer: { id: '42' }, facts: { netSpend: 10 }, override } as CustomerRecord;
  return classifier.explain(JSON.parse(JSON.stringify(classifier.classify(record, { asOf }))) as ReturnType<typeof classifier.classify>);
};

describe('an override that is not in force', () => {
  it.each([
    ['has ended', { until: '2026-04-30' }, [{ state: 'expired', segment: 'gold', actor: 'Li', reason: 'pilot', until: '2026-04-30' }]],
    ['has ended, with the day on which it began', { from: '2026-01-01', until: new Date('2026-04-30T12:00:00Z') }, [{ state: 'expired', segment: 'gold', actor: 'Li', reason: 'pilot', from: '2026-01-01', until: '2026-04-30T20:00:00+08:00' }]],
    ['is still to come', { from: '2026-07-01', until: '2026-12-31' }, [{ state: 'not-yet', segment: 'gold', actor: 'Li', reason: 'pilot', from: '2026-07-01', until: '2026-12-31' }]],
    ['is to a segment that is none', { segment: 'platinum' }, [{ state: 'unknown-segment', segment: 'platinum', actor: 'Li', reason: 'pilot' }]],
    ['cannot be read, so that there is nothing to tell but that', { reason: 5 }, []],
    ['is in force', { until: '2026-06-30' }, []],
  ])('%s', (_name, change, idle) => {
    expect(explained({ ...base, ...change }).idleOverrides).toEqual(idle);
  });

  it('there is none where none is stated', () => {
    expect(explained(null).idleOverrides).toEqual([]);
  });

  it('is told once, with who set it and why', () => {
    const why = explained({ ...base, until: '2026-04-30' });
    expect(formatExplanation(why, { parts: ['overrides', 'findings'] }).split('\n').slice(1)).toEqual(['Overrides that are not in force:', '- Gold, set by Li, ended on 30 April 2026: “pilot”']);
    expect(formatExplanation(why, { parts: ['overrides', 'findings'], locale: zhCN }).split('\n').slice(1)).toEqual(['未生效的人工指定：', '- 由 Li 指定为金牌，已于 2026年4月30日到期，原因：“pilot”']);
    expect(formatExplanation(why, { parts: ['findings'] })).toContain('The override to Gold ended on 30 April 2026');
    expect(formatExplanation(why, { audience: 'auditor' })).toContain('[override/expired]');
  });

  it.each([
    [{ from: '2026-07-01' }, 'Gold, set by Li, starts on 1 July 2026: “pilot”', '由 Li 指定为金牌，自 2026年7月1日起生效，原因：“pilot”'],
    [{ segment: 'platinum' }, 'Platinum, set by Li, is no segment of the policy: “pilot”', '由 Li 指定为 platinum，政策中没有这一类别，原因：“pilot”'],
  ])('%j in words', (change, english, chinese) => {
    const why = explained({ ...base, ...change });
    expect(formatExplanation(why, { parts: ['overrides'] }).split('\n').at(-1)).toBe(`- ${english}`);
    expect(formatExplanation(why, { parts: ['overrides'], locale: zhCN }).split('\n').at(-1)).toBe(`- ${chinese}`);
  });

  it('is no matter of the customer', () => {
    expect(formatExplanation(explained({ ...base, until: '2026-04-30' }), { audience: 'customer' })).toBe('As of 30 June 2026: Member.');
  });
});
