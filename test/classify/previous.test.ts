// What rules and scores read of the class that a customer had before.
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { CustomerRecord, Previous } from '../../src/model/types.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { definePolicy } from '../../src/policy/define-policy.js';

const asOf = '2026-06-30';
const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'EUR', timeZone: 'UTC',
  scores: { stage: { scorer: 'lifecycle-stage', atRiskFromDays: 60, lapsedFromDays: 180, label: { en: 'Stage', 'zh-CN': '阶段' } } },
  segments: [{ id: 'won-back', when: { in: [{ var: 'previous.scores.stage.band' }, ['at-risk', 'lapsed']] } }, { id: 'other' }],
  otherwise: 'other',
});
const classifier = createClassifier(policy);
const record = (previous: unknown): CustomerRecord => ({ customer: { id: 'c' }, transactions: [{ at: '2026-06-01', amount: 5 }], previous: previous as Previous });
const before = (band: unknown, more: object = {}) => ({ asOf: '2026-03-31', segment: 'other', scores: { stage: { band } }, ...more });

describe('the band that a score had before', () => {
  it.each<[string, unknown, string | null, string, readonly string[]]>([
    ['is read by rules', before('lapsed'), 'lapsed', 'won-back', []],
    ['may be another', before('active'), 'active', 'other', []],
    ['was not given', before(null), null, 'other', []],
    ['was not kept', { asOf: '2026-03-31', segment: 'other' }, null, 'other', []],
    ['is of another score', { asOf: '2026-03-31', segment: 'other', scores: { other: { band: 'lapsed' } } }, null, 'other', []],
    ['is none of its bands', before('gone'), null, 'other', ['previous/unknown-band']],
    ['is no text', before(3), null, 'other', ['previous/unknown-band']],
    ['is of another policy', before('lapsed', { policy: { id: 'x' } }), null, 'other', ['previous/other-policy']],
    ['is not from before', before('lapsed', { asOf }), null, 'other', ['previous/not-before']],
    ['has scores that are none', { asOf: '2026-03-31', segment: 'other', scores: 'lapsed' }, null, 'other', []],
    ['is absent', undefined, null, 'other', []],
    // The segment is not asked for, so that it is unknown is no matter.
    ['stands beside a segment that is not known', before('lapsed', { segment: 'gold' }), 'lapsed', 'won-back', []],
  ])('%s', (_, previous, band, segment, findings) => {
    const result = classifier.classify(record(previous), { asOf });
    expect([result.fields, result.segment, result.findings.map(({ code }) => code)]).toEqual([{ 'previous.scores.stage.band': band }, segment, findings]);
  });

  it('may be from an earlier instant of the day', () => {
    const bandAt = (earlier: string, now: string) => classifier.classify(record(before('lapsed', { asOf: earlier })), { asOf: now }).fields['previous.scores.stage.band'];
    expect(bandAt(`${asOf}T10:00:00Z`, `${asOf}T12:00:00Z`)).toBe('lapsed');
    expect(bandAt(`${asOf}T12:00:00Z`, `${asOf}T12:00:00Z`)).toBeNull();
    expect(bandAt(asOf, `${asOf}T12:00:00Z`)).toBeNull();
    expect(bandAt(`${asOf}T10:00:00Z`, asOf)).toBeNull();
  });

  it('is a kept classification of ours as it is', () => {
    const kept = classifier.classify({ customer: { id: 'c' }, transactions: [{ at: '2025-06-01', amount: 5 }] }, { asOf: '2026-03-31' });
    expect(classifier.classify(record(JSON.parse(JSON.stringify(kept))), { asOf }).segment).toBe('won-back');
  });

  it('is told by its own name, in both languages', () => {
    const explanation = classifier.explain(classifier.classify(record(before('at-risk')), { asOf }));
    expect(formatExplanation(explanation)).toContain('revious Stage is at risk');
    expect(formatExplanation(explanation, { locale: zhCN })).toContain('上次的阶段为有流失风险');
    const odd = classifier.explain(classifier.classify(record(before('gone')), { asOf }));
    expect(formatExplanation(odd)).toContain('he previous band gone of Stage is none of its bands');
    expect(formatExplanation(odd, { locale: zhCN })).toContain('阶段上次的等级 gone 不在现有等级之中，未予采用');
  });

  it('of a score that is not declared is refused', () => {
    const wrong = { ...policy, segments: [{ id: 'won-back', when: { '==': [{ var: 'previous.scores.stages.band' }, 'lapsed'] } }, { id: 'other' }] };
    expect(() => createClassifier(wrong as never)).toThrow(/previous\.scores\.stages\.band/);
  });
});

describe('a measure', () => {
  it('may ask for the previous class', () => {
    const loyal = createClassifier(definePolicy({
      schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC',
      measures: { wasGold: { when: { '==': [{ var: 'previous.segment' }, 'gold'] } } },
      segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 100] } }, { id: 'once-gold', when: { var: 'wasGold' } }, { id: 'other' }], otherwise: 'other',
    }));
    const classified = (segment: string) => loyal.classify({ customer: { id: '1' }, transactions: [], previous: { asOf: '2026-03-31', segment } }, { asOf });
    expect(classified('gold')).toMatchObject({ segment: 'once-gold', facts: { wasGold: true } });
    expect(classified('other')).toMatchObject({ segment: 'other', facts: { wasGold: false } });
    expect(loyal.validity(classified('gold'), { record: { customer: { id: '1' }, transactions: [], previous: { asOf: '2026-03-31', segment: 'gold' } } }).becomes).toBeNull();
  });
});
