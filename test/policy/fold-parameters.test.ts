import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { definePolicy } from '../../src/policy/define-policy.js';
import { policyFrom } from '../../src/policy/policy-from.js';
import { safeParsePolicy } from '../../src/policy/parse-policy.js';

const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'EUR', timeZone: 'UTC',
  parameters: { atRiskFrom: 60, lapsedFrom: 180, good: 1000, best: 0.8 },
  scores: {
    stage: { scorer: 'lifecycle-stage', atRiskFromDays: { var: 'parameters.atRiskFrom' }, lapsedFromDays: { var: 'parameters.lapsedFrom' } },
    stated: { scorer: 'value', cut: { fixed: [100, { var: 'parameters.good' }] } },
    fitted: { scorer: 'frequency', cut: { quantile: [{ var: 'parameters.best' }] } },
  },
  segments: [{ id: 'quiet', when: { and: [{ '==': [{ var: 'scores.stage.band' }, 'at-risk'] }, { '==': [{ var: 'scores.stated.band' }, 'high'] }, { '==': [{ var: 'scores.fitted.band' }, 'low'] }] } }, { id: 'other' }],
  otherwise: 'other',
});
const record = { customer: { id: 'c' }, facts: { lifetimePurchases: 3, daysSinceLastPurchase: 70, daysSinceFirstPurchase: 300, lastGapDays: 30, netSpend: 1000, purchases: 3 } };
const asOf = '2026-06-30';

describe('parameters in the options of scores', () => {
  it('are figures like any other', () => {
    const calibration = createClassifier(policy).calibrate([record], { asOf });
    const classifier = createClassifier(policy, { calibration });
    const { scores } = classifier.classify(record, { asOf });
    expect([scores.stage.band, scores.stated.band]).toEqual(['at-risk', 'high']);
    expect(classifier.lint()).toEqual([]);
  });

  it('can be changed with policyFrom, and change what a calibration is bound to', () => {
    const changed = createClassifier(policyFrom(policy, { id: 'shop', version: '2', parameters: { atRiskFrom: 71, good: 1000.01 } }));
    expect(changed.hashes.fit).not.toBe(createClassifier(policy).hashes.fit);
    const { scores } = createClassifier(changed.policy, { calibration: changed.calibrate([record], { asOf }) }).classify(record, { asOf });
    expect([scores.stage.band, scores.stated.band]).toEqual(['active', 'medium']);
  });

  const issuesOf = (scores: object, parameters: object = policy.parameters!) => {
    const result = safeParsePolicy({ ...policy, parameters, scores: { ...policy.scores, ...scores } });
    return result.issues.filter(({ pointer }) => pointer.startsWith('/scores')).map(({ code, pointer, suggestion }) => [code, pointer, suggestion]);
  };

  it('are refused where they are not declared, with the closest name', () => {
    expect(issuesOf({ stated: { scorer: 'value', cut: { fixed: [100, { var: 'parameters.god' }] } } })).toEqual([['policy/unknown-parameter', '/scores/stated/cut/fixed/1', 'good']]);
    expect(issuesOf({ stated: { scorer: 'value', cut: { fixed: [100, { var: 'parameters.toString' }] } } })[0]?.[0]).toBe('policy/unknown-parameter');
  });

  it('are refused where their value is no such option', () => {
    expect(issuesOf({}, { ...policy.parameters, atRiskFrom: 'soon' })).toEqual([['scorer/wrong-option', '/scores/stage/atRiskFromDays', undefined]]);
    expect(issuesOf({}, { ...policy.parameters, good: 50 })).toEqual([['scorer/wrong-option', '/scores/stated/cut/fixed', undefined]]);
  });

  it('are the only paths that an option may read', () => {
    expect(issuesOf({ stated: { scorer: 'value', cut: { fixed: [{ var: 'netSpend' }] } } })).toEqual([['scorer/wrong-option', '/scores/stated/cut/fixed', undefined]]);
  });
});
