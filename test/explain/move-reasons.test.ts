// What the parts of a move are told by: never nothing, never a line that did not move, never a value in another unit.
import { describe, expect, it } from 'vitest';
import { createClassifier, formatMove, parsePolicy, type Classifier, type CustomerRecord, type FactValue } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const v = (path: string) => ({ var: path });
const shop = (segments: readonly object[], more: object = {}): Classifier =>
  createClassifier(parsePolicy({
    schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', facts: { nps: { type: 'number', label: 'NPS' }, share: { type: 'ratio', label: 'Share' }, visits: { type: 'count', label: 'Visits' } },
    segments: [...segments, { id: 'rest', label: 'Rest' }, { id: 'review', label: 'Review' }], otherwise: 'rest', undetermined: 'review', ...more,
  }));

/** The lines about what led to a segment, without the first one and the drivers. */
function told(classifier: Classifier, before: { readonly [fact: string]: FactValue }, after: { readonly [fact: string]: FactValue }, locale?: typeof zhCN): readonly string[] {
  const of = (facts: { readonly [fact: string]: FactValue }): CustomerRecord => ({ customer: { id: '1' }, facts });
  const move = classifier.explainMove(classifier.classify(of(before), { asOf: '2026-03-31' }), classifier.classify(of(after), { asOf: '2026-06-30' }), { record: of(after) });
  return formatMove({ ...move, drivers: [] }, locale === undefined ? {} : { locale }).split('\n').slice(1);
}

describe('a part of a move', () => {
  it('that several rules which hold together led to, names their conditions', () => {
    const one = shop([{ id: 'gold', label: 'Gold', when: { '>=': [v('nps'), 50] } }, { id: 'busy', label: 'Busy', when: { '>=': [v('visits'), 3] } }], { hitPolicy: 'unique' });
    expect(told(one, { nps: 60, visits: 1, share: 0 }, { nps: 60, visits: 4, share: 0 })).toEqual(['What was done led to Rest:', '- Visits is 4, at least 3 (1 before)']);
  });

  it('to where no rule holds, from where too little was known, names what was not known', () => {
    const classifier = shop([{ id: 'gold', label: 'Gold', when: { '>=': [v('share'), 0.5] } }]);
    expect(told(classifier, { share: null }, { share: 0.2 })).toEqual(['What was done led to Rest:', '- Share is 20.0%, below 50% (not known before)']);
    expect(told(classifier, { share: 0.2 }, { share: null })).toEqual(['What was done led to Review:', '- Share is not known (20.0% before)']);
    expect(told(classifier, { share: 0.2 }, { share: null }, zhCN)).toEqual(['因客户行为，变为 Review：', '- Share 未知（此前为 20.0%）']);
  });

  it('to where too little is known is not told by the rule that holds all the same', () => {
    const classifier = shop([{ id: 'gold', label: 'Gold', when: { '>=': [v('share'), 0.5] } }, { id: 'busy', label: 'Busy', when: { '>=': [v('visits'), 3] } }]);
    expect(told(classifier, { share: 0.2, visits: 1 }, { share: null, visits: 4 })).toEqual(['What was done led to Review:', '- Share is not known (20.0% before)']);
  });

  it('has no line of another score, and none that only another class has', () => {
    const scores = { worth: { scorer: 'value', cut: { fixed: [100, 300, 500] }, bands: ['d', 'c', 'b', 'a'] }, other: { scorer: 'value', cut: { fixed: [250] } } };
    const classifier = shop([{ id: 'gold', label: 'Gold', when: { '>=': [v('netSpend'), 700] } }, { id: 'good', label: 'Good', when: { '==': [v('scores.worth.band'), 'a'] } }, { id: 'low', label: 'Low', when: { '==': [v('scores.other.band'), 'low'] } }], { scores });
    expect(told(classifier, { netSpend: 120 }, { netSpend: 900 })).toEqual(['What was done led to Gold:', '- Net spend is CN¥900, at least CN¥700 (CN¥120 before)']);
    expect(told(classifier, { netSpend: 120 }, { netSpend: 600 })).toEqual(['What was done led to Good:', '- Net spend is CN¥600, at least CN¥500 (CN¥120 before)']);
  });

  it('names the word of an axis of words, and a whole score by its name', () => {
    const scores = {
      worth: { scorer: 'value', of: 'nps', cut: { fixed: [10] }, label: 'Worth' },
      grid: { scorer: 'matrix', rows: { of: 'visits', cut: { fixed: [3] } }, columns: { of: 'scores.worth.band', classes: ['low', 'high'] }, cells: [['a', 'b'], ['c', 'd']] },
      card: { scorer: 'scorecard', label: 'Card', groups: [{ id: 'g', items: [{ of: 'visits', each: 5 }] }], cut: { fixed: [20] }, bands: ['B', 'A'] },
    };
    const byGrid = shop([{ id: 'gold', label: 'Gold', when: { '==': [v('scores.grid.band'), 'd'] } }], { scores });
    expect(told(byGrid, { visits: 4, nps: 5 }, { visits: 4, nps: 15 })).toEqual(['What was done led to Gold:', '- Worth is high (low before)']);
    const byCard = shop([{ id: 'gold', label: 'Gold', when: { '==': [v('scores.card.band'), 'A'] } }], { scores });
    expect(told(byCard, { visits: 3, nps: 5 }, { visits: 5, nps: 5 })).toEqual(['What was done led to Gold:', '- Card is 25, at least 20 (15 before)']);
  });
});

describe('drivers', () => {
  it('that stayed as they were are not told', () => {
    const classifier = shop([{ id: 'gold', when: { and: [{ '>=': [v('netSpend'), 300] }, { '>=': [v('purchases'), 1] }, { '>=': [v('meanOrderValue'), 1] }] } }], { window: { calendar: 'quarter' } });
    const record: CustomerRecord = { customer: { id: '1' }, transactions: [{ at: '2026-02-01', amount: 200 }, { at: '2026-05-01', amount: 350 }] };
    const move = classifier.explainMove(classifier.classify(record, { asOf: '2026-03-31' }), classifier.classify(record, { asOf: '2026-06-30' }), { record });
    expect(move.drivers[0]?.by.map(({ fact, change }) => [fact, change])).toEqual([['purchases', 0], ['meanOrderValue', 150]]);
    expect(formatMove(move).split('\n').slice(-2)).toEqual(['Change of net spend by +CN¥150:', '- Mean order value CN¥350 instead of CN¥200: +CN¥150']);
  });
});
