import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { Json } from '../../src/errors/json.js';
import { defineScorer, implementationOf, type ScorerDefinition } from '../../src/scorers/define-scorer.js';
import type { Score, Scorer, ScorerImplementation } from '../../src/scorers/scorer.js';
import { bind } from './kit.js';

function implementation(scorer: Scorer): ScorerImplementation {
  const found = implementationOf(scorer);
  if (found === undefined) throw new Error('no implementation');
  return found;
}

/** A scorer that gives back what it is told to. */
function giving(score: unknown, result: 'numeric' | 'ordinal' = 'numeric'): Score {
  const scorer = defineScorer({
    id: 'acme:given',
    version: '1',
    result,
    readOptions: () => null,
    inputs: () => ['netSpend'],
    bands: () => ['low', 'high'],
    score: () => score as Score,
  });
  return bind(implementation(scorer), {}).score({ netSpend: 1 });
}

const perOrder = defineScorer({
  id: 'acme:per-order',
  version: '2',
  result: 'numeric',
  readOptions: (json, issue) => {
    const floor = typeof json === 'object' && json !== null && 'floor' in json ? json.floor : 0;
    if (typeof floor !== 'number') issue('/floor', '`floor` must be a number');
    return { floor: typeof floor === 'number' ? floor : 0 };
  },
  inputs: () => ['netSpend', 'purchases'],
  bands: () => ['small', 'large'],
  fit: ({ netSpend }, { floor }) => ({ greatest: Math.max(floor, ...(netSpend ?? []).filter((each) => typeof each === 'number')) }),
  score: ({ netSpend, purchases }, { floor }, { greatest }) => {
    if (typeof netSpend !== 'number' || typeof purchases !== 'number' || purchases === 0) return { value: null, band: null };
    return {
      value: netSpend / purchases,
      band: netSpend >= Math.max(floor, greatest) ? 'large' : 'small',
      contributions: [{ id: 'netSpend', points: netSpend / purchases }],
    };
  },
});

describe('a scorer of the host', () => {
  const population = [
    { netSpend: 10, purchases: 1 },
    { netSpend: 40, purchases: 4 },
    { netSpend: null, purchases: 0 },
  ];

  it('reads options, fits and scores like one of ours', () => {
    const { fitted, score, bands, inputs } = bind(implementation(perOrder), { floor: 5 }, population);
    expect([inputs, bands, fitted]).toEqual([['netSpend', 'purchases'], ['small', 'large'], { greatest: 40 }]);
    expect(score({ netSpend: 40, purchases: 4 })).toEqual({ value: 10, band: 'large', contributions: [{ id: 'netSpend', points: 10 }] });
    expect(score({ netSpend: 30, purchases: 2 })).toMatchObject({ value: 15, band: 'small' });
  });

  it('says that there is too little data where the host does not say why', () => {
    expect(bind(implementation(perOrder), {}, population).score({ netSpend: 1, purchases: 0 })).toEqual({
      value: null,
      band: null,
      reason: 'score/too-little-data',
    });
  });

  it('reports its options', () => {
    const problems: string[] = [];
    implementation(perOrder).readOptions({ floor: 'x' }, (pointer, message) => problems.push(`${pointer}: ${message}`));
    expect(problems).toEqual(['/floor: `floor` must be a number']);
  });

  it('is not asked before the calibration that it needs', () => {
    const scorer = implementation(perOrder);
    expect(
      scorer.score(
        { netSpend: 1, purchases: 1 },
        scorer.readOptions({}, () => undefined),
        null,
      ).reason,
    ).toBe('score/not-calibrated');
  });

  it('cannot be changed once it is defined', () => {
    expect(Object.isFrozen(perOrder)).toBe(true);
    expect([perOrder.kind, perOrder.id, perOrder.version]).toEqual(['scorer', 'acme:per-order', '2']);
  });

  it('throws on what its own code throws: that is a mistake of the program', () => {
    const broken = defineScorer({
      id: 'acme:broken',
      version: '1',
      result: 'numeric',
      readOptions: () => null,
      inputs: () => [],
      score: () => {
        throw new RangeError('mine');
      },
    });
    expect(() => bind(implementation(broken), {}).score({})).toThrow(new RangeError('mine'));
  });
});

describe('a result is checked', () => {
  const bad = { value: null, band: null, reason: 'score/bad-result' };

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 5],
    ['not finite', { value: Infinity, band: null }],
    ['NaN', { value: Number.NaN, band: null }],
    ['no value', { band: 'low' }],
    ['no band', { value: 5 }],
    ['another band', { value: 5, band: 'medium' }],
    ['a text', { value: '5', band: 'low' }],
    [
      'contributions that sum to something else',
      {
        value: 5,
        band: null,
        contributions: [
          { id: 'a', points: 2 },
          { id: 'b', points: 2 },
        ],
      },
    ],
    [
      'the sum in another order',
      {
        value: 0.2 + 0.3 + 0.1,
        band: null,
        contributions: [
          { id: 'a', points: 0.1 },
          { id: 'b', points: 0.2 },
          { id: 'c', points: 0.3 },
        ],
      },
    ],
    ['contributions that are none', { value: 5, band: null, contributions: [{ id: 'a', points: '5' }] }],
    ['a contribution of a kind that is none', { value: 5, band: null, contributions: [{ id: 'a', points: 5, kind: 'bonus' }] }],
    ['a list that is none', { value: 5, band: null, contributions: 'a' }],
    ['an axis that is none', { value: 5, band: null, axes: [{ id: 'a' }] }],
    ['a reason that is none', { value: 5, band: null, reason: 5 }],
  ])('%s', (_, score) => {
    expect(giving(score)).toEqual(bad);
  });

  it('a value of a scorer that gives bands', () => {
    expect(giving({ value: 1, band: 'low' }, 'ordinal')).toEqual(bad);
    expect(giving({ value: null, band: 'low' }, 'ordinal')).toEqual({ value: null, band: 'low' });
  });

  it('and copied: only what a score has', () => {
    const axis = { id: 'a', input: 'netSpend', value: 1, line: 2, distance: -1, above: false, rank: 1, of: 3 };
    expect(
      giving({
        value: -0,
        band: 'low',
        contributions: [
          { id: 'a', points: 5, secret: 1 },
          { id: 'total', points: -5, kind: 'cap' },
        ],
        axes: [{ ...axis, more: 1 }],
        reason: 'acme/why',
        more: 1,
      }),
    ).toStrictEqual({ value: 0, band: 'low', contributions: [{ id: 'a', points: 5 }, { id: 'total', points: -5, kind: 'cap' }], axes: [axis], reason: 'acme/why' });
  });

  it('whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (score) => {
        const { value, band } = giving(score);
        expect(value === null || Number.isFinite(value)).toBe(true);
        expect([null, 'low', 'high']).toContain(band);
      }),
    );
  });
});

describe('a definition is checked', () => {
  const definition = {
    id: 'acme:x',
    version: '1',
    result: 'numeric',
    readOptions: () => null,
    inputs: () => [],
    score: () => ({ value: null, band: null }),
  } as const;

  /** Codes and pointers of what is wrong. */
  function refused(change: object | null): readonly string[] {
    try {
      defineScorer((change === null ? null : { ...definition, ...change }) as unknown as ScorerDefinition<null, null>);
    } catch (error) {
      if (ClassifierError.is(error)) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
      throw error;
    }
    return [];
  }

  it('takes a good one', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ id: 'acme:客户.v2_a-b' })).toEqual([]);
  });

  it.each([['churn'], [''], [':x'], ['acme:'], ['acme: x'], ['a:b:c'], ['acme/x'], [5], [null]])('refuses the id %j', (id) => {
    expect(refused({ id })).toEqual(['scorer/bare-id /id']);
  });

  it('refuses a bare id in the type, too', () => {
    // @ts-expect-error TS2322: `churn` has no namespace
    expect(() => defineScorer({ ...definition, id: 'churn' })).toThrow(
      'the id `churn` has no namespace: write one of your own and a name, such as `acme:churn`',
    );
  });

  it('says everything at once', () => {
    expect(refused({ id: 'x', version: '', result: 'vague', readOptions: 1, inputs: undefined, score: null, fit: {}, bands: [] })).toEqual([
      'scorer/bare-id /id',
      'scorer/wrong-definition /version',
      'scorer/wrong-definition /result',
      'scorer/wrong-definition /readOptions',
      'scorer/wrong-definition /inputs',
      'scorer/wrong-definition /score',
      'scorer/wrong-definition /fit',
      'scorer/wrong-definition /bands',
    ]);
    expect(refused({ result: 'nominal' })).toEqual(['scorer/wrong-definition /bands']);
    expect(refused(null)).toEqual(['scorer/wrong-definition ']);
  });

  it('refuses a fit that cannot be kept', () => {
    const fitting = (fitted: unknown): ScorerImplementation => implementation(defineScorer({ ...definition, fit: () => fitted as Json }));
    for (const fitted of [undefined, Number.NaN, new Map(), { at: new Date(0) }, () => 1]) {
      const scorer = fitting(fitted);
      expect(() => scorer.fit(null)?.({})).toThrow(/the fit of `acme:x` cannot be kept as JSON/);
    }
    const own = { lines: [1, 2] };
    const kept = fitting(own).fit(null)?.({});
    own.lines.push(3);
    expect(kept).toEqual({ lines: [1, 2] });
  });
});

describe('what the engine accepts', () => {
  it('is what defineScorer made, in this or another copy of the package', () => {
    expect(implementationOf(perOrder)).toBe(perOrder);
    const members = Object.fromEntries(Object.entries(perOrder));
    const foreign = runInNewContext('Object.assign({}, members)', { members }) as Scorer;
    expect(implementationOf(foreign)).toBe(foreign);
  });

  it('and nothing else', () => {
    const looks = { kind: 'scorer', id: 'acme:x', version: '1' } as const;
    for (const other of [looks, null, undefined, 5, 'acme:x', [], { ...perOrder, kind: 'operator' }, { ...perOrder, score: 1 }]) {
      expect(implementationOf(other as unknown as Scorer)).toBeUndefined();
    }
  });
});
