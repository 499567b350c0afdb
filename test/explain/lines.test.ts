// A classification that was kept, and a classifier whose lines were drawn anew since.
import { describe, expect, it } from 'vitest';
import { ClassifierError, createClassifier, definePolicy, formatExplanation, formatMove, type Classification, type CustomerRecord } from 'clientele';

const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', scores: { worth: { scorer: 'value', cut: { quantile: [0.5] } } },
  segments: [{ id: 'top', when: { '==': [{ var: 'scores.worth.band' }, 'high'] } }, { id: 'rest' }], ranking: ['top', 'rest'], otherwise: 'rest',
});
const records = [100, 500, 900, 2000, 4000, 8000].map((amount, index): CustomerRecord => ({ customer: { id: String(index) }, transactions: [{ at: '2026-03-01', amount }] }));
const [record, other] = [records[3], records[2]] as readonly [CustomerRecord, CustomerRecord];
const uncalibrated = createClassifier(policy);
const earlier = createClassifier(policy, { calibration: uncalibrated.calibrate(records, { asOf: '2026-03-31' }) });
const now = createClassifier(policy, { calibration: uncalibrated.calibrate(records.slice(2), { asOf: '2026-06-30' }) });
const kept = (of: CustomerRecord): Classification<'top' | 'rest', 'worth'> => JSON.parse(JSON.stringify(earlier.classify(of, { asOf: '2026-03-31' }))) as Classification<'top' | 'rest', 'worth'>;

function problemOf(call: () => unknown): readonly string[] {
  try {
    call();
    return [];
  } catch (error) {
    return ClassifierError.is(error) ? error.issues.map(({ pointer, message }) => `${pointer} ${message}`) : [String(error)];
  }
}

describe('a classification with earlier lines', () => {
  it('is explained by what it keeps, and not looked ahead from', () => {
    for (const classifier of [now, uncalibrated]) {
      const why = classifier.explain(kept(other), { record: other, counterfactuals: true });
      expect([why.counterfactuals, why.noWay, why.validity, why.omitted]).toEqual([[], [], null, ['counterfactuals', 'validity']]);
      expect(formatExplanation(why).split('\n').slice(-2)).toEqual(['Why not better:', '- Top: worth is low, needs high']);
    }
    expect(earlier.explain(kept(other), { record: other }).omitted).toEqual([]);
  });

  it('has no validity that another calibration could tell', () => {
    expect(problemOf(() => now.validity(kept(record), { record }))).toEqual(['/calibration/hash this is no classification of this policy: it was made with another calibration: take the classifier of that time']);
  });

  it('is no move of corrected data', () => {
    const after = now.classify(record, { asOf: '2026-06-30' });
    for (const options of [{ record }, {}]) {
      expect(problemOf(() => now.explainMove(kept(record), after, options))).toEqual(['/calibration/hash this is no classification of this policy: the one before was made with another calibration: give the classifier of that time as `earlier`']);
      expect(problemOf(() => earlier.explainMove(kept(record), after, options))).toEqual(['/calibration/hash this is no classification of this policy: it was made with another calibration: take the classifier of that time']);
    }
    expect(formatMove(now.explainMove(kept(record), after, { record, earlier })).split('\n').slice(1)).toEqual(['Newly drawn lines led to rest:', '- Net spend is CN¥2,000, below CN¥4,000 (line CN¥2,000 before)']);
  });
});

describe('a move between what is no classification', () => {
  it('is refused with what is wrong', () => {
    const after = now.classify(record, { asOf: '2026-06-30' });
    expect(problemOf(() => now.explainMove(null as unknown as Classification, after))).toEqual(['/before `before` cannot be read: give what `classify` gave']);
    expect(problemOf(() => now.explainMove({ ...after, facts: undefined } as unknown as Classification, after))).toEqual(['/facts this is no classification of this policy: `facts` must be an object']);
  });
});
