// A record that throws when it is read is read again; what is not reading is never done again.
import { describe, expect, it } from 'vitest';
import { createClassifier, type Classifier } from '../../src/classifier/create-classifier.js';
import { defineOperator } from '../../src/rules/define-operator.js';
import { defineScorer } from '../../src/scorers/define-scorer.js';
import { asRecord, policyOf, TODAY } from './kit.js';

const asOf = TODAY;
const throws = (): never => {
  throw new Error('hostile');
};

/** A scorer and a condition that count how often they are asked; the scorer throws at the calls that are named. */
function counting(...throwingCalls: readonly number[]) {
  const calls = { score: 0, rule: 0 };
  const scorer = defineScorer({
    id: 'acme:counted',
    version: '1',
    result: 'numeric',
    readOptions: () => ({}),
    inputs: () => ['netSpend'],
    score: ({ netSpend }) => {
      calls.score += 1;
      if (throwingCalls.includes(calls.score)) throw new Error('a mistake in the plug-in');
      return { value: typeof netSpend === 'number' ? netSpend : 0, band: null };
    },
  });
  const operator = defineOperator({
    id: 'acme:is-some',
    version: '1',
    operands: ['number'],
    result: 'boolean',
    evaluate: (value) => {
      calls.rule += 1;
      return Number(value) > 0;
    },
    words: { en: '{1} is some' },
  });
  const policy = policyOf([{ 'acme:is-some': [{ var: 'scores.own.value' }] }], { scores: { own: { scorer: 'acme:counted' } } });
  const classifier = createClassifier(policy as Classifier['policy'], { scorers: [scorer], operators: [operator] });
  return { calls, classifier };
}

const plain = { customer: { id: 'C' }, facts: { netSpend: 5 }, transactions: [] };

describe('plug-ins over a plain record', () => {
  it('are asked once', () => {
    const { calls, classifier } = counting();
    expect(classifier.classify(asRecord(plain), { asOf }).segment).toBe('s0');
    expect(calls).toEqual({ score: 1, rule: 1 });
  });

  it.each(['classify', 'assign', 'score'] as const)('are not asked again when they throw: %s', (method) => {
    const { calls, classifier } = counting(1);
    expect(() => classifier[method](asRecord(plain), { asOf })).toThrow('a mistake in the plug-in');
    expect(calls.score).toBe(1);
  });

  it('throw out of a batch and of a calibration', () => {
    const { calls, classifier } = counting(2, 3);
    expect(() => [...classifier.classifyAll([plain, plain].map(asRecord), { asOf })]).toThrow('a mistake in the plug-in');
    expect(() => classifier.calibrate([asRecord(plain)], { asOf })).toThrow('a mistake in the plug-in');
    expect(calls.score).toBe(3);
  });
});

describe('a record that throws when it is read', () => {
  const override = Object.defineProperty({ ...plain }, 'override', { get: throws, enumerable: true });
  const previous = Object.defineProperty({ ...plain }, 'previous', { get: throws, enumerable: true });
  const customer = { ...plain, customer: new Proxy({ id: 'C' }, { get: throws }) };
  const facts = { ...plain, facts: new Proxy({ netSpend: 5 }, { get: throws }) };
  const whole = new Proxy(plain, { get: throws });

  it.each([
    ['its override', override],
    ['its previous class', previous],
    ['its customer', customer],
    ['its facts', facts],
    ['the whole of it', whole],
  ])('is read over a copy, and plug-ins are asked once: %s', (_, record) => {
    const { calls, classifier } = counting();
    expect(classifier.classify(asRecord(record), { asOf })).toMatchObject({ customerId: 'C', segment: 's0', facts: { netSpend: 5 } });
    expect(calls).toEqual({ score: 1, rule: 1 });
    expect(classifier.assign(asRecord(record), { asOf })).toBe('s0');
    expect(calls).toEqual({ score: 2, rule: 2 });
  });
});
