// What a host kept and gives back: it is a result as it was made, or it is refused at its place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCalibration, parseClassification } from '../../src/classify/read-results.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { en } from '../../src/render/locales/en.js';
import { anyRecord, asRecord, classifierOf, everything, FITTED_SCORES, TODAY } from './kit.js';

const asOf = TODAY;
const reader = everything({ segments: [{ id: 'some', when: { '>': [{ var: 'netSpend' }, 0] } }, { id: 'none', formerly: ['nobody'] }], otherwise: 'none' });
const record = {
  customer: { id: 'C', kind: 'business', attributes: { tags: ['low', 'high'] } },
  transactions: [{ at: '2026-06-01', amount: 60 }, { at: 'never', amount: 5 }],
  facts: { nps: 9, netSpend: 60 },
  override: { segment: 'none', actor: 'a', reason: 'b', from: '2026-06-01', until: '2026-12-31' },
};
const kept = JSON.stringify(reader.classify(asRecord(record), { asOf }));

type Members = { [name: string]: unknown };

function memberAt(whole: Members, keys: readonly string[]): Members {
  return keys.reduce((at, key) => at[key] as Members, whole);
}

/** The kept classification with one member replaced, or removed where the value is undefined. */
function changed(pointer: string, value: unknown): unknown {
  const whole = JSON.parse(kept) as Members;
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  memberAt(whole, keys)[last] = value;
  return JSON.parse(JSON.stringify(whole));
}

/** Where and why it is refused; empty where it is taken. */
function refused(json: unknown): readonly string[] {
  try {
    parseClassification(json, reader.policy);
    return [];
  } catch (error) {
    if (!ClassifierError.is(error)) throw error;
    return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
  }
}

describe('parseClassification', () => {
  it('takes whatever a classifier makes, unchanged', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const made = reader.classify(asRecord(any), { asOf });
        expect(parseClassification(JSON.parse(JSON.stringify(made)), reader.policy)).toEqual(made);
      }),
      { numRuns: 100 },
    );
    expect(refused(JSON.parse(kept))).toEqual([]);
  });

  it('takes the scores of a calibration, and former names of segments', () => {
    const records = [1, 2, 3, 4, 5].map((netSpend) => asRecord({ customer: { id: String(netSpend) }, facts: { netSpend, purchases: netSpend } }));
    const rules = [{ '==': [{ var: 'scores.spend.band' }, 'high'] }, { '==': [{ var: 'scores.often.band' }, 'high'] }];
    const calibration = classifierOf(rules, { scores: FITTED_SCORES }).calibrate(records, { asOf });
    const fitted = classifierOf(rules, { scores: FITTED_SCORES }, { calibration });
    for (const each of records) {
      const made = fitted.classify(each, { asOf });
      expect(made.scores['spend']?.axes).toBeDefined();
      expect(parseClassification(JSON.parse(JSON.stringify(made)), fitted.policy)).toEqual(made);
    }
    expect(parseClassification(changed('/segment', 'nobody'), reader.policy).segment).toBe('nobody');
  });

  it.each<readonly [pointer: string, value: unknown, at: string]>([
    ['/schema', 'clientele.calibration/1', '/schema'],
    ['/policy', 5, '/policy'],
    ['/policy/id', 'other', '/policy/id'],
    ['/policy/version', undefined, '/policy/version'],
    ['/policy/hash', null, '/policy/hash'],
    ['/calibration', { asOf: '2026-01-01' }, '/calibration/hash'],
    ['/customerId', 7, '/customerId'],
    ['/asOf', null, '/asOf'],
    ['/segment', 'stranger', '/segment'],
    ['/status', 'sure', '/status'],
    ['/rule', 5, '/rule'],
    ['/matched', 'some', '/matched'],
    ['/matched', ['some', 'stranger'], '/matched/1'],
    ['/undecided', [null], '/undecided/0'],
    ['/facts', [], '/facts'],
    ['/facts/netSpend', { minor: 5 }, '/facts/netSpend'],
    ['/facts/netSpend', [5, null], '/facts/netSpend/1'],
    ['/fields/customer.kind', {}, '/fields/customer.kind'],
    ['/scores', null, '/scores'],
    ['/scores/spend', null, '/scores/spend'],
    ['/scores/spend', {}, '/scores/spend/value'],
    ['/scores/spend/value', 'much', '/scores/spend/value'],
    ['/scores/spend/band', 5, '/scores/spend/band'],
    ['/scores/spend/reason', 5, '/scores/spend/reason'],
    ['/scores/spend/contributions', [{ id: 'a' }], '/scores/spend/contributions/0/points'],
    ['/scores/spend/axes', [null], '/scores/spend/axes/0'],
    ['/scores/spend/axes/0/above', null, '/scores/spend/axes/0/above'],
    ['/scores/spend/axes/0/line', 'x', '/scores/spend/axes/0/line'],
    ['/findings', {}, '/findings'],
    ['/findings', [null], '/findings/0'],
    ['/findings', [{ code: 'x' }], '/findings/0/params'],
    ['/findings', [{ code: 5, params: {} }], '/findings/0/code'],
    ['/findings', [{ code: 'x', params: {}, pointer: 5 }], '/findings/0/pointer'],
    ['/override/segment', 'stranger', '/override/segment'],
    ['/override/actor', undefined, '/override/actor'],
    ['/override/until', 5, '/override/until'],
    ['/computed', { status: 'matched' }, '/computed/segment'],
    ['/computed/status', 'sure', '/computed/status'],
  ])('refuses %s as %j', (pointer, value, at) => {
    expect(refused(changed(pointer, value))).toEqual([`classification/not-understood ${at}`]);
  });

  it('what it takes can be explained, whatever was put in its members', () => {
    const pointers = ['', '/facts', '/fields', '/scores', '/scores/spend', '/scores/spend/axes/0', '/findings/0', '/override', '/computed'].flatMap((owner) => {
      const at = memberAt(JSON.parse(kept) as Members, owner.split('/').slice(1));
      return Object.keys(at).map((name) => `${owner}/${name}`);
    });
    const value = fc.oneof(fc.constantFrom<unknown>(undefined, null, 0, '', 'x', true, [], {}, [null], [{}]), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(fc.constantFrom(...pointers), value, (pointer, replacement) => {
        const json = changed(pointer, replacement);
        if (refused(json).length > 0) return;
        const taken = parseClassification(json, reader.policy);
        expect(formatExplanation(reader.explain(taken), { locale: en, audience: 'auditor' })).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what is no object, or no JSON', () => {
    for (const json of [undefined, null, 5, 'x', []]) expect(() => parseClassification(json, reader.policy)).toThrow(ClassifierError);
    expect(refused([])).toEqual(['classification/not-understood ']);
    expect(refused({ facts: () => 1 })).toEqual(['document/not-json /facts']);
  });
});

describe('parseCalibration', () => {
  it.each<readonly [object, string]>([
    [{}, '/schema'],
    [{ schema: 'clientele.calibration/1' }, '/asOf'],
    [{ schema: 'clientele.calibration/1', asOf: 'a', hash: 'b', fit: 'c' }, '/population'],
    [{ schema: 'clientele.calibration/1', asOf: 'a', hash: 'b', fit: 'c', population: 1, scores: [] }, '/scores'],
  ])('refuses %j at %s', (json, pointer) => {
    const refusal = expect(() => parseCalibration(json));
    refusal.toThrow(ClassifierError);
    refusal.toThrow(`${pointer}: this is no calibration`);
  });
});
