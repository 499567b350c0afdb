// Scores as they are opened: what their axes and lines are called, and that lines are told as what they are.
import { describe, expect, it } from 'vitest';
import { createClassifier, formatExplanation, parsePolicy, type CustomerRecord, type Explanation } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';

function explained(record: CustomerRecord, score: object, measures: object = {}): Explanation {
  const classifier = createClassifier(parsePolicy({
    schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', measures, scores: { one: score },
    segments: [{ id: 'all', when: { '>=': [{ var: 'scores.one.value' }, 0] } }, { id: 'rest' }], otherwise: 'rest',
  }));
  return classifier.explain(classifier.classify(record, { asOf }), { record });
}
const becauseIn = (why: Explanation, locale?: typeof zhCN) => formatExplanation(why, { parts: ['because', 'against'], ...(locale === undefined ? {} : { locale }) }).split('\n').slice(2);

describe('points that are lost with time', () => {
  const visits = { scorer: 'engagement', groups: [{ id: 'contacts', items: [{ id: 'visits', of: 'fresh', undecayed: 'all', each: 10, label: { en: 'visits', 'zh-CN': '拜访' } }] }], cut: { fixed: [10] } };
  const measures = { all: { count: { of: 'interactions' } }, fresh: { count: { of: 'interactions', decay: { halfLifeDays: 7 } } } };
  const record: CustomerRecord = { customer: { id: '1' }, interactions: ['2026-05-01', '2026-05-20', '2026-06-12'].map((at) => ({ at, kind: 'visit' })) };
  const why = explained(record, visits, measures);

  it('sum to the value in two lines, where one does not lead there', () => {
    const [score] = why.scores;
    expect(score?.contributions?.map(({ id, kind }) => kind ?? id)).toEqual(['visits', 'decay', 'decay']);
    expect(score?.contributions?.reduce((sum, { points }) => sum + points, 0)).toBe(score?.value);
  });

  it('are told in one', () => {
    expect(why.against.map(({ fact, actual }) => [fact, Number(actual).toFixed(2)])).toEqual([['visits', '-28.12']]);
    expect(becauseIn(why)).toEqual([
      '- One is 1.88, at least 0: total 1.88, 8.12 below the line of 10; visits +30, visits (lost with time) -28.12 points',
      'What speaks against it:',
      '- Visits lowers the score by 28.12',
    ]);
    expect(becauseIn(why, zhCN)).toEqual(['- One 为 1.88，不低于 0：总分 1.88，比 10 的分界线低 8.12；拜访 +30、拜访（随时间衰减）-28.12 分', '不利因素：', '- 拜访使得分降低 28.12']);
  });
});

describe('points that are made of something else', () => {
  const record: CustomerRecord = { customer: { id: '1' }, invoices: [{ id: 'I-1', issued: '2026-03-01', due: '2026-04-01', amount: 100, payments: [{ at: '2026-04-19', amount: 100 }] }], payments: [] };

  it('go by the name of the score, and not by that of the days that they are made of', () => {
    const labelled = explained(record, { scorer: 'payment-timeliness', mode: 'days', cut: { fixed: [50] }, label: { en: 'Payment', 'zh-CN': '回款' } });
    expect(becauseIn(labelled)).toEqual(['- Payment is 80, at least 0: Payment 80, 30 above the line of 50']);
    expect(becauseIn(labelled, zhCN)).toEqual(['- 回款为 80，不低于 0：回款 80，比 50 的分界线高 30']);
    expect(becauseIn(explained(record, { scorer: 'payment-timeliness', mode: 'days', cut: { fixed: [50] } }))).toEqual(['- One is 80, at least 0: one 80, 30 above the line of 50']);
  });

  it('in the unit of the figure go by its name', () => {
    expect(becauseIn(explained({ customer: { id: '1' }, facts: { netSpend: 80 } }, { scorer: 'value', cut: { fixed: [50] } }))).toEqual(['- One is CN¥80, at least CN¥0: net spend CN¥80, CN¥30 above the line of CN¥50']);
  });
});
