// The kits for authors of scorers and operators.
import { describe, expect, it } from 'vitest';
import { defineOperator, defineScorer, type Operator, type Score, type Scorer, type ScorerDefinition } from 'clientele';
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
    // A median that forgot to sort has the same customer in the middle of both orders, and of three examples.
    expect(codesOf(scorerOf({ fit: (values) => values[Math.floor(values.length / 2)] ?? 0 }))).toEqual(['testing/order-matters']);
    expect(codesOf(scorerOf({ fit: (values) => (values[0] ?? 0) + (values.at(-1) ?? 0) }))).toEqual(['testing/order-matters']);
  });

  it('finds a fit that throws for a customer of whom nothing is known', () => {
    const rounded = defineScorer<null, { readonly digits: number }>({
      id: 'acme:rounded', version: '1', result: 'numeric', readOptions: () => null, inputs: () => ['netSpend'],
      fit: ({ netSpend = [] }) => ({ digits: Math.max(...netSpend.map((each) => (each as number).toFixed(2).length)) }),
      score: (_inputs, _options, { digits }) => ({ value: digits, band: null }),
    });
    expect(codesOf(rounded)).toEqual(['testing/throws']);
  });

  it('finds an input that is read and not listed: the engine never gives it', () => {
    const forgets = defineScorer({
      id: 'acme:forgets', version: '1', result: 'numeric', readOptions: () => null, inputs: () => ['netSpend'],
      score: ({ netSpend, purchases }) => (typeof netSpend === 'number' && typeof purchases === 'number' ? { value: netSpend / purchases, band: null } : { value: null, band: null, reason: 'acme/not-known' }),
    });
    expect(checkScorer(forgets, examples.slice(0, 1)).map(({ code, pointer, params }) => [code, pointer, params])).toEqual([['testing/not-declared', '/0/inputs/purchases', { input: 'purchases' }]]);
    // What an example has beside that harms nobody.
    expect(checkScorer(scorerOf({}), [{ options: {}, inputs: { netSpend: 100, purchases: 4, units: 9 } }])).toEqual([]);
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

describe('checkScorer, of what is declared as monotone', () => {
  interface Change {
    readonly score?: (purchases: number) => Score;
    readonly monotone?: ScorerDefinition<null, null>['monotone'];
    readonly bands?: readonly string[];
  }
  const scorerOfPurchases = ({ score = (purchases) => ({ value: purchases, band: null }), monotone = { purchases: 'up' }, bands = [] }: Change): Scorer =>
    defineScorer({
      id: 'acme:often', version: '1', result: 'numeric', readOptions: () => null, inputs: () => ['purchases'], bands: () => bands, monotone,
      score: ({ purchases }) => (typeof purchases === 'number' ? score(purchases) : { value: null, band: null, reason: 'acme/not-known' }),
    });
  const some = [{ options: {}, inputs: { purchases: 4 } }, { options: {}, inputs: { purchases: 20 } }];
  /** Nobody of the examples is where it falls. */
  const dips = (purchases: number): Score => ({ value: purchases === 13 ? 1 : purchases, band: null });

  it('has nothing to say where it holds', () => {
    expect(checkScorer(scorerOfPurchases({}), some)).toEqual([]);
    expect(checkScorer(scorerOfPurchases({ score: (purchases) => ({ value: 100 - purchases, band: null }), monotone: () => ({ purchases: 'down' }) }), some)).toEqual([]);
  });

  it('tells the two numbers between which it does not, and where', () => {
    const [first, ...others] = checkScorer(scorerOfPurchases({ score: dips }), some);
    expect(first).toMatchObject({ code: 'testing/not-monotone', pointer: '/0/inputs/purchases', params: { input: 'purchases', way: 'up', from: 12, to: 13, before: 12, after: 1 } });
    expect(first?.message).toBe('`purchases` is declared as `up`, and yet raising it from 12 to 13 turns 12 into 1: correct `score`, or take `purchases` out of `monotone`');
    expect(others.map(({ pointer }) => pointer)).toEqual(['/1/inputs/purchases']);
  });

  it('compares bands by their order where there are any, and not the value', () => {
    const bands = ['rare', 'often', 'always'];
    const score = (purchases: number): Score => ({ value: -purchases, band: purchases < 5 ? 'rare' : purchases < 30 ? 'always' : 'often' });
    expect(checkScorer(scorerOfPurchases({ score, bands }), some)[0]?.params).toMatchObject({ from: 29, to: 30, before: 'always', after: 'often' });
    expect(checkScorer(scorerOfPurchases({ score, bands: ['rare', 'always', 'often'] }), some)).toEqual([]);
  });

  it('passes over values that have no score, and tells what throws', () => {
    const few = scorerOfPurchases({ score: (purchases) => (purchases < 10 ? { value: null, band: null, reason: 'acme/too-few' } : { value: purchases, band: null }) });
    expect(checkScorer(few, some)).toEqual([]);
    const throwing = scorerOfPurchases({ score: (purchases) => { if (purchases > 30) throw new Error('too many'); return { value: purchases, band: null }; } });
    expect(checkScorer(throwing, some).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['testing/throws /0/inputs/purchases', 'testing/throws /1/inputs/purchases']);
  });

  it('tells an input for which there was nothing to try', () => {
    const found = checkScorer(scorerOfPurchases({ monotone: { purchases: 'up', purchase: 'up' } }), some);
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['testing/not-tried /monotone/purchase']);
  });

  it('refuses a declaration that means nothing', () => {
    const wrong = { monotone: { purchases: 'upwards' } } as unknown as Change;
    const definition = { id: 'acme:x', version: '1', readOptions: () => null, inputs: () => [], bands: () => ['a', 'b'], score: () => ({ value: null, band: 'a' }) } as const;
    expect(() => scorerOfPurchases(wrong)).toThrow('`monotone` must name inputs, each `up` or `down`, such as { "purchases": "up" }');
    expect(() => scorerOfPurchases({ monotone: 'up' } as unknown as Change)).toThrow('`monotone` must name inputs');
    expect(() => defineScorer({ ...definition, result: 'nominal', monotone: { a: 'up' } })).toThrow('the bands of a `nominal` score have no order');
    const late = scorerOfPurchases({ monotone: (() => ({ purchases: true })) as unknown as NonNullable<Change['monotone']> });
    expect(checkScorer(late, some).map(({ code }) => code)).toEqual(['testing/throws', 'testing/throws']);
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
