// The kits for authors of scorers and operators.
import { describe, expect, it } from 'vitest';
import { defineOperator, defineScorer, type Operator, type Score, type Scorer } from 'clientele';
import { checkOperator, checkScorer } from 'clientele/testing';

const examples = [{ options: {}, inputs: { netSpend: 100, purchases: 4 } }, { options: {}, inputs: { netSpend: 0.3, purchases: 3 } }, { options: {}, inputs: { netSpend: 0.1, purchases: 1 } }];

/** A good scorer with something in it changed. */
function scorerOf(change: { readonly score?: (netSpend: number) => Score; readonly fit?: (values: readonly number[]) => number; readonly readOptions?: (json: unknown, issue: (pointer: string, message: string) => void) => null }): Scorer {
  return defineScorer<null, { readonly line: number }>({
    id: 'acme:good', version: '1', result: 'numeric', inputs: () => ['netSpend', 'purchases'], bands: () => ['low', 'high'],
    readOptions: change.readOptions ?? (() => null),
    fit: ({ netSpend = [] }) => ({ line: (change.fit ?? ((values) => Math.max(...values)))(netSpend.filter((each) => typeof each === 'number')) }),
    score: ({ netSpend, purchases }, _options, { line }) => {
      if (typeof netSpend !== 'number' || typeof purchases !== 'number') return { value: null, band: null, reason: 'acme/not-known' };
      return change.score?.(netSpend) ?? { value: netSpend, band: netSpend >= line ? 'high' : 'low', contributions: [{ id: 'netSpend', points: netSpend }] };
    },
  });
}
const codesOf = (scorer: Scorer): readonly string[] => [...new Set(checkScorer(scorer, examples).map(({ code }) => code))];

describe('checkScorer', () => {
  it('has nothing to say of a good scorer', () => expect(checkScorer(scorerOf({}), examples)).toEqual([]));

  it('finds what is not repeatable, in scores and in fits', () => {
    let count = 0;
    expect(codesOf(scorerOf({ score: () => ({ value: (count += 1), band: null }) }))).toEqual(['testing/not-repeatable']);
    expect(codesOf(scorerOf({ fit: () => (count += 1) }))).toEqual(['testing/not-repeatable']);
  });

  it('finds a fit that depends on the order', () => {
    expect(codesOf(scorerOf({ fit: ([first = 0]) => first }))).toEqual(['testing/order-matters']);
    expect(codesOf(scorerOf({ fit: (values) => values.reduce((sum, each) => sum + each, 0) }))).toEqual(['testing/order-matters']);
  });

  it('finds bad results, with their place', () => {
    const bad = [{ value: Number.NaN, band: null }, { value: 1, band: 'middle' }, { value: 3, band: null, contributions: [{ id: 'netSpend', points: 2 }] }];
    for (const score of bad) expect(codesOf(scorerOf({ score: () => score }))).toEqual(['testing/bad-score']);
    expect(checkScorer(scorerOf({ score: () => ({ value: Number.NaN, band: null }) }), examples).map(({ pointer }) => pointer)).toEqual(['/0/inputs', '/1/inputs', '/2/inputs']);
  });

  it('finds what throws: on a missing fact, and on changing its inputs', () => {
    const careless = defineScorer({ id: 'acme:careless', version: '1', result: 'numeric', readOptions: () => null, inputs: () => ['name'], score: ({ name }) => ({ value: (name as string).length, band: null }) });
    expect(checkScorer(careless, [{ options: {}, inputs: { name: 'x' } }]).map(({ code }) => code)).toEqual(['testing/throws', 'testing/throws']);
    const rude = defineScorer({ id: 'acme:rude', version: '1', result: 'numeric', readOptions: () => null, inputs: () => ['n'], score: (inputs) => ({ value: ((inputs as { n: number }).n = 1), band: null }) });
    expect(checkScorer(rude, [{ options: {}, inputs: { n: 2 } }])[0]?.code).toBe('testing/throws');
  });

  it('tells refused options, and what is no scorer', () => {
    const strict = scorerOf({ readOptions: (_json, issue) => (issue('/from', '`from` is missing'), null) });
    expect(checkScorer(strict, examples.slice(0, 1)).map(({ code, pointer, message }) => [code, pointer, message])).toEqual([['testing/option-refused', '/0/options/from', 'the options of this example are refused: `from` is missing']]);
    expect(checkScorer({ kind: 'scorer', id: 'acme:x', version: '1' }, examples).map(({ code }) => code)).toEqual(['testing/not-a-plug-in']);
  });
});

describe('checkOperator', () => {
  const words = { en: '{1} is near {2}', 'zh-CN': '{1} 接近 {2}' };
  const operatorOf = (evaluate: (a: unknown, b: unknown) => boolean, change: object = {}): Operator =>
    defineOperator({ id: 'acme:near', version: '1', operands: ['date', 'list'], result: 'boolean', evaluate, words, ...change });

  it('has nothing to say of a good operator of any types', () => {
    expect(checkOperator(operatorOf(() => true))).toEqual([]);
    for (const type of ['number', 'money', 'ratio', 'count', 'days', 'date', 'boolean', 'text', 'enum', 'list'] as const) {
      expect(checkOperator(operatorOf(() => true, { operands: [type], words: { en: '{1}!', 'zh-CN': '{1}！' } }))).toEqual([]);
    }
  });

  it('finds what throws, gives another type, or differs the second time', () => {
    const throwing = operatorOf(() => { throw new Error('no'); });
    expect(checkOperator(throwing).map(({ code, pointer }) => [code, pointer])).toEqual([['testing/no-result', '/evaluate']]);
    expect(checkOperator(operatorOf(() => 5 as unknown as boolean)).map(({ code }) => code)).toEqual(['testing/no-result']);
    let turn = false;
    expect(checkOperator(operatorOf(() => (turn = !turn))).map(({ code }) => code)).toEqual(['testing/not-repeatable']);
  });

  it('finds words that leave out an operand or a language', () => {
    const found = checkOperator(operatorOf(() => true, { words: { en: '{1} is near' } }));
    expect(found.map(({ pointer, params }) => [pointer, params['operand']])).toEqual([['/words/en', 2], ['/words/zh-CN', 1], ['/words/zh-CN', 2]]);
  });

  it('tells what is no operator', () => expect(checkOperator({ kind: 'operator', id: 'acme:x', version: '1' }).map(({ code }) => code)).toEqual(['testing/not-a-plug-in']));
});
