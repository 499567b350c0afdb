import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { Json } from '../../src/errors/json.js';
import { definePolicy } from '../../src/policy/define-policy.js';
import { bostonQuadrant } from '../../src/scorers/boston-quadrant.js';
import { matrix } from '../../src/scorers/matrix.js';
import type { ScoreInputs } from '../../src/scorers/scorer.js';
import { bind, problemsOf } from './kit.js';

const axes = { rows: { of: 'netSpend', cut: { fixed: [1000] } }, columns: { of: 'customer.attributes.capacity', classes: ['low', 'high'] } } as const;
const coffee = { ...axes, cells: [['uncertain', 'willing'], ['regular', 'best']] };

/** Fit by engagement, as sales teams write it: A to C is fit, 1 to 3 is engagement. */
const grades = {
  rows: { of: 'fit', cut: { fixed: [40, 70] } },
  columns: { of: 'engagement', cut: { fixed: [40, 70] } },
  cells: [['C3', 'C2', 'C1'], ['B3', 'B2', 'B1'], ['A3', 'A2', 'A1']],
};

describe('a matrix', () => {
  it('names the cell in which spending meets capacity', () => {
    const { score, inputs, bands } = bind(matrix, coffee);
    const of = (netSpend: number, capacity: string) => score({ 'netSpend': netSpend, 'customer.attributes.capacity': capacity }).band;
    expect([of(1000, 'high'), of(1000, 'low'), of(999.99, 'high'), of(999.99, 'low')]).toEqual(['best', 'regular', 'willing', 'uncertain']);
    expect(inputs).toEqual(['netSpend', 'customer.attributes.capacity']);
    expect(bands).toEqual(['uncertain', 'willing', 'regular', 'best']);
  });

  it('has as many rows and columns as its axes have classes', () => {
    const { score } = bind(matrix, grades);
    const all = [0, 40, 70].map((fit) => [0, 40, 70].map((engagement) => score({ fit, engagement }).band));
    expect(all).toEqual(grades.cells);
  });

  it('says line and distance of figures, and the word of the others', () => {
    expect(bind(matrix, coffee).score({ 'netSpend': 1250, 'customer.attributes.capacity': 'low' })).toEqual({
      value: null,
      band: 'regular',
      axes: [
        { id: 'rows', input: 'netSpend', value: 1250, line: 1000, distance: 250, above: true },
        { id: 'columns', input: 'customer.attributes.capacity', value: 0, band: 'low', line: null, distance: null, above: false },
      ],
    });
  });

  it('says the place in the population of a fitted axis', () => {
    const options = { ...grades, rows: { of: 'fit', cut: { quantile: [0.25, 0.75] } } };
    const population = [10, 20, 30, 40, 50].map((fit) => ({ fit, engagement: 1 }));
    const { score } = bind(matrix, options, [...population, { fit: 1000, engagement: null }]);
    expect(score({ fit: 50, engagement: 70 })).toMatchObject({ band: 'A1', axes: [{ line: 50, distance: 0, rank: 1, of: 5 }, { line: 70 }] });
  });

  it('lets several words be one class', () => {
    const columns = { of: 'scores.value.band', classes: [['low', 'medium'], 'high'] };
    const { score } = bind(matrix, { ...coffee, columns });
    expect(['low', 'medium', 'high'].map((band) => score({ 'netSpend': 1, 'scores.value.band': band }).band)).toEqual(['uncertain', 'uncertain', 'willing']);
  });

  it('may give several cells one name', () => {
    const { score, bands } = bind(matrix, { ...coffee, cells: [['others', 'others'], ['others', 'best']] });
    expect(bands).toEqual(['others', 'best']);
    expect(score({ 'netSpend': 5000, 'customer.attributes.capacity': 'low' }).band).toBe('others');
  });

  it('turns around where less is better', () => {
    const rows = { of: 'daysSinceLastPurchase', cut: { fixed: [90], better: 'lower' } };
    const { score } = bind(matrix, { ...coffee, rows });
    const of = (days: number) => score({ 'daysSinceLastPurchase': days, 'customer.attributes.capacity': 'high' }).band;
    expect([of(90), of(91)]).toEqual(['best', 'willing']);
  });
});

describe('who has no cell', () => {
  it('is told by the axis that is not known', () => {
    const { score } = bind(matrix, coffee);
    const reason = (values: ScoreInputs) => score(values);
    expect(reason({ 'customer.attributes.capacity': 'high' })).toEqual({ value: null, band: null, reason: 'matrix/no-row' });
    expect(reason({ netSpend: 1 })).toEqual({ value: null, band: null, reason: 'matrix/no-column' });
    expect(reason({ 'netSpend': 1, 'customer.attributes.capacity': ' ' }).reason).toBe('matrix/no-column');
    expect(reason({ 'netSpend': 1, 'customer.attributes.capacity': 'middling' }).reason).toBe('matrix/no-class');
    expect(reason({ 'netSpend': 'x', 'customer.attributes.capacity': 'high' }).reason).toBe('matrix/no-row');
  });

  it('is everybody where a rank has fewer than four', () => {
    const options = { ...coffee, rows: { of: 'netSpend', cut: { rank: 'top-half' } } };
    const three = [1, 2, 3].map((netSpend) => ({ netSpend, 'customer.attributes.capacity': 'high' }));
    expect(bind(matrix, options, three).score({ 'netSpend': 9, 'customer.attributes.capacity': 'high' }).reason).toBe('matrix/too-few');
    expect(bind(matrix, options, [...three, { 'netSpend': 4, 'customer.attributes.capacity': 'x' }]).score({ 'netSpend': 9, 'customer.attributes.capacity': 'high' }).reason).toBe('matrix/too-few');
  });
});

it('gives the quadrants of boston-quadrant where it has the same axes', () => {
  const percent = fc.option(fc.integer({ min: -50, max: 200 }).map((n) => n / 100));
  const cut = fc.constantFrom<Json>({ rank: 'top-half' }, { mean: true }, { quantile: [0.6] }, { fixed: [0.5] });
  const customer = fc.record({ a: percent, b: percent });
  fc.assert(
    fc.property(fc.array(customer, { minLength: 4, maxLength: 20 }), cut, cut, customer, (population, level, growth, one) => {
      const boston = bind(bostonQuadrant, { level: 'a', growth: 'b', cut: { level, growth } }, population).score(one);
      const cells = [['dog', 'question-mark'], ['cash-cow', 'star']];
      const own = bind(matrix, { rows: { of: 'a', cut: level }, columns: { of: 'b', cut: growth }, cells }, population).score(one);
      expect(own.band).toBe(boston.band);
      expect(own.axes?.map(({ id: _id, ...axis }) => axis)).toEqual(boston.axes?.map(({ id: _id, ...axis }) => axis));
    }),
  );
});

describe('options', () => {
  const messages = (json: Json): readonly string[] => problemsOf(matrix, json).map(({ pointer, message }) => `${pointer}: ${message}`);

  it('are required', () => {
    expect(messages({})).toEqual([
      '/rows: `rows` must be an axis, such as { "of": "netSpend", "cut": { "fixed": [1000] } }: add it',
      '/columns: `columns` must be an axis, such as { "of": "netSpend", "cut": { "fixed": [1000] } }: add it',
      '/cells: `cells` must be a list of rows, the lowest first, each a list of names, such as [["C", "B"], ["B", "A"]]',
    ]);
  });

  it.each<readonly [Json, readonly string[]]>([
    [{ ...coffee, rows: { of: 'netSpend' } }, ['/rows: an axis has exactly one of `cut`, for figures, and `classes`, for words such as the bands of a score']],
    [{ ...coffee, rows: { of: 'netSpend', cut: { fixed: [1] }, classes: ['a', 'b'] } }, ['/rows: an axis has exactly one of `cut`, for figures, and `classes`, for words such as the bands of a score']],
    [{ ...coffee, rows: { cut: { fixed: [1] } } }, ['/rows/of: `of` must be the path of a fact, such as `netSpend`: add it']],
    [{ ...coffee, rows: 'netSpend' }, ['/rows: give an object of options: of, cut, classes']],
    [{ ...coffee, columns: { of: 'x', classes: ['a'] } }, ['/columns/classes: `classes` must be a list of two or more different words, the lowest class first, such as ["low", "high"]']],
    [{ ...coffee, columns: { of: 'x', classes: ['a', ['b', 'a']] } }, ['/columns/classes: `classes` must be a list of two or more different words, the lowest class first, such as ["low", "high"]']],
    [{ ...coffee, columns: { of: 'x', classes: ['a', []] } }, ['/columns/classes: `classes` must be a list of two or more different words, the lowest class first, such as ["low", "high"]']],
    [{ ...coffee, cells: [['a', 'b']] }, ['/cells: `cells` must have 2 rows of 2 names each: a row for each class of `rows`, a name for each class of `columns`']],
    [{ ...coffee, cells: [['a', 'b'], ['a']] }, ['/cells: `cells` must have 2 rows of 2 names each: a row for each class of `rows`, a name for each class of `columns`']],
    [{ ...coffee, cells: [['a', 'b'], ['a', ' ']] }, ['/cells: `cells` must be a list of rows, the lowest first, each a list of names, such as [["C", "B"], ["B", "A"]]']],
    [{ ...coffee, cells: 'best' }, ['/cells: `cells` must be a list of rows, the lowest first, each a list of names, such as [["C", "B"], ["B", "A"]]']],
    [{ ...coffee, peers: { by: 'x' } }, ['/peers: `peers` are for a cut that is fitted to a population: remove `peers`, or cut otherwise than by `fixed`']],
    [{ ...coffee, cell: [] }, ['/cell: unknown option `cell`: use rows, columns, cells, peers']],
  ])('%j', (json, expected) => expect(messages(json)).toEqual(expected));

  it('say what was meant', () => {
    expect(problemsOf(matrix, { ...coffee, cell: [] })[0]?.suggestion).toBe('cells');
  });
});

describe('in a policy', () => {
  const policy = (classes: readonly string[]) => definePolicy({
    schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
    attributes: { capacity: { type: 'enum', values: ['low', 'high'] } },
    scores: { cell: { scorer: 'matrix', ...axes, columns: { of: 'customer.attributes.capacity', classes }, cells: coffee.cells } },
    segments: [{ id: 'best', when: { '==': [{ var: 'scores.cell.band' }, 'best'] } }, { id: 'others' }],
    otherwise: 'others',
  });
  const issuesOf = (classes: readonly string[]) => {
    try {
      createClassifier(policy(classes));
    } catch (error) {
      return ClassifierError.is(error) ? error.issues.map(({ code, pointer, message, suggestion }) => [code, pointer, message, suggestion]) : [];
    }
    return [];
  };

  it('has a class for every value of its axis, and no other', () => {
    expect(issuesOf(['low', 'high'])).toEqual([]);
    expect(issuesOf(['low', 'hihg'])).toEqual([
      ['scorer/unknown-word', '/scores/cell', '`customer.attributes.capacity` is never `hihg`: use low, high', 'high'],
      ['scorer/word-without-class', '/scores/cell', 'these values of `customer.attributes.capacity` are in no class: `high`; add them to one', undefined],
    ]);
  });

  it('reads a declared attribute', () => {
    const guest = { customer: { id: 'a', attributes: { capacity: 'high' } }, facts: { netSpend: 1000 } };
    expect(createClassifier(policy(['low', 'high'])).assign(guest, { asOf: '2026-06-30' })).toBe('best');
  });
});
