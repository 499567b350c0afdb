// What a program without types gives by mistake is told as a ClassifierError that says what to give instead, never as an error of the runtime.
import { describe, expect, it } from 'vitest';
import {
  ClassifierError, createClassifier, defineOperator, definePolicy, formatExplanation, formatIssue, formatMove, formatRule, movesBetween, parseClassification, parsePolicy, policyFrom,
  rollUp, safeParsePolicy, type Issue,
} from 'clientele';
import { parseRule } from 'clientele/rules';
import { boundaryCases, buildRecord, testPolicy } from 'clientele/testing';

const asOf = '2026-06-30';
const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
  segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }], otherwise: 'standard',
});
const classifier = createClassifier(policy);
const record = { customer: { id: 'C-1' }, facts: { netSpend: 10 } };
const result = classifier.classify(record, { asOf });
const move = classifier.explainMove(result, result);
const rule = parseRule({ '==': [{ var: 'a' }, 1] });

const anything = (value: unknown): never => value as never;

function issuesOf(call: () => unknown): readonly Issue[] {
  try {
    call();
  } catch (error) {
    if (ClassifierError.is(error)) return error.issues;
    throw error;
  }
  return [];
}

const codesOf = (call: () => unknown): readonly string[] => issuesOf(call).map(({ code, pointer }) => `${code} ${pointer}`);

const NOT_ITERABLE: readonly unknown[] = [undefined, null, 7, 'text', {}, record, Promise.resolve([record]), (async function* () { yield await Promise.resolve(record); })()];
const NOTHING: readonly unknown[] = [undefined, null, 7, 'text'];

describe('records that cannot be read one by one', () => {
  it.each(['calibrate', 'classifyAll', 'explainAll'] as const)('%s says so when it is called', (method) => {
    for (const wrong of NOT_ITERABLE) expect(codesOf(() => classifier[method](anything(wrong), { asOf }))).toEqual(['option/wrong-argument /records']);
  });

  it('the message says what to do', () =>
    expect(issuesOf(() => classifier.classifyAll(anything(Promise.resolve([])), { asOf }))[0]?.message).toBe(
      '`records` cannot be read: give a list or another iterable; await a promise first, and give a stream to `classifyStream`, `explainStream` or `calibrateStream`',
    ));

  it('of rollUp are an issue', () => {
    for (const wrong of NOT_ITERABLE) expect(rollUp(anything(wrong))).toMatchObject({ records: [], orphans: [], issues: [{ code: 'record/wrong-type', pointer: '' }] });
  });

  it('of movesBetween are refused on both sides', () => {
    for (const wrong of NOT_ITERABLE) {
      expect(codesOf(() => movesBetween(anything(wrong), []))).toEqual(['option/wrong-argument /before']);
      expect(codesOf(() => movesBetween([], anything(wrong)))).toEqual(['option/wrong-argument /after']);
    }
  });
});

describe('what another method gave', () => {
  it('is not taken for an explanation, a move, a rule in parts or an issue', () => {
    for (const wrong of [...NOTHING, {}, result]) {
      expect(codesOf(() => formatExplanation(anything(wrong)))).toEqual(['option/wrong-argument /explanation']);
      expect(codesOf(() => formatMove(anything(wrong)))).toEqual(['option/wrong-argument /move']);
      expect(codesOf(() => formatRule(anything(wrong)))).toEqual(['option/wrong-argument /phrase']);
      expect(codesOf(() => formatIssue(anything(wrong)))).toEqual(['option/wrong-argument /issue']);
    }
    expect(codesOf(() => formatRule(anything(rule)))).toEqual(['option/wrong-argument /phrase']);
    expect(codesOf(() => formatIssue(anything(new ClassifierError([{ severity: 'error', code: 'a/b', pointer: '', message: 'm', params: {} }]))))).toEqual(['option/wrong-argument /issue']);
    expect(formatMove(move)).toContain('C-1');
  });

  it('is not taken for a classification or an earlier classifier', () => {
    for (const wrong of [...NOTHING, {}, classifier.explain(result)]) {
      expect(codesOf(() => classifier.explainMove(anything(wrong), result))).toEqual(['option/wrong-argument /before']);
      expect(codesOf(() => classifier.explainMove(result, anything(wrong)))).toEqual(['option/wrong-argument /after']);
    }
    for (const wrong of [7, 'text', {}, policy]) expect(codesOf(() => classifier.explainMove(result, result, anything({ earlier: wrong })))).toEqual(['option/wrong-argument /earlier']);
    for (const wrong of NOTHING) expect(codesOf(() => parseClassification(result, anything(wrong)))).toEqual(['option/wrong-argument /policy']);
  });
});

describe('options', () => {
  it('that are lists are refused where they are none', () => {
    for (const wrong of ['gold', new Set(['gold']), 7]) {
      expect(codesOf(() => classifier.explain(result, anything({ whyNot: wrong })))).toEqual(['option/wrong-argument /whyNot']);
      expect(codesOf(() => classifier.explainAll([], anything({ asOf, whyNot: wrong })))).toEqual(['option/wrong-argument /whyNot']);
      expect(codesOf(() => classifier.explain(result, anything({ redact: wrong })))).toEqual(['option/wrong-argument /redact']);
      expect(codesOf(() => parsePolicy(policy, anything({ expect: { segments: wrong } })))).toEqual(['option/wrong-argument /expect/segments']);
      expect(safeParsePolicy(policy, anything({ expect: { scores: wrong } })).issues).toMatchObject([{ code: 'option/wrong-argument', pointer: '/expect/scores' }]);
      expect(codesOf(() => testPolicy(classifier, anything(wrong), { asOf }))).toEqual(['option/wrong-argument /cases']);
      expect(codesOf(() => buildRecord(asOf, anything({ purchases: wrong })))).toEqual(['option/wrong-argument /purchases']);
    }
    for (const wrong of [7n, Symbol('gold'), () => 'gold']) expect(codesOf(() => classifier.explain(result, anything({ whyNot: [wrong] })))).toEqual(['option/unknown-segment /whyNot/0']);
  });

  it('of who reads are refused where they are misspelt: nobody is told by mistake what is for others', () => {
    const why = classifier.explain(result);
    for (const audience of ['customers', 'Customer', '', null, 7]) {
      expect(codesOf(() => formatExplanation(why, anything({ audience })))).toEqual(['option/wrong-argument /audience']);
      expect(codesOf(() => formatMove(move, anything({ audience })))).toEqual(['option/wrong-argument /audience']);
    }
  });

  it('that are left out are told', () => {
    for (const wrong of NOTHING) {
      expect(codesOf(() => policyFrom(anything(wrong), { id: 'a', version: '1' }))).toEqual(['option/wrong-argument /preset']);
      expect(codesOf(() => policyFrom(policy, anything(wrong)))).toEqual(['option/wrong-argument /change']);
    }
    expect(codesOf(() => boundaryCases(classifier, anything(undefined)))).toEqual(['option/not-a-date /asOf']);
    expect(codesOf(() => testPolicy(anything(policy), [], { asOf }))).toEqual(['testing/not-a-classifier ']);
    for (const wrong of [undefined, null]) expect(codesOf(() => defineOperator(anything(wrong)))).toEqual(['operator/wrong-definition ']);
  });
});
