import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import { scorecard } from '../../src/scorers/scorecard.js';
import type { ScoreInputs } from '../../src/scorers/scorer.js';
import { bind, problemsOf } from './kit.js';

const one = (...items: readonly Json[]): Json => [{ id: 'all', weight: 1, items }];
const linesOf = (options: Json, customer: ScoreInputs, population: readonly ScoreInputs[] = []) => {
  const { value, band, contributions, reason } = bind(scorecard, options, population).score(customer);
  return { value, band, lines: contributions?.map(({ id, points, kind }) => `${id} ${kind === undefined ? '' : `${kind} `}${points}`), reason };
};

describe('published scorecards', () => {
  it('choice of a sales channel: cooperation 15 %, sales 20 %, credit and finance 30 %, management 15 %, product line 20 %', () => {
    const weights = { cooperation: 15, sales: 20, credit: 30, management: 15, range: 20 };
    const options = { groups: one(...Object.entries(weights).map(([of, weight]) => ({ of, weight, marks: { target: 100 } }))) };
    expect(linesOf(options, { cooperation: 60, sales: 70, credit: 80, management: 60, range: 75 })).toEqual({
      value: 71, band: null, lines: ['cooperation 9', 'sales 14', 'credit 24', 'management 9', 'range 15'], reason: undefined,
    });
  });

  it('levels of pharmaceutical customers: the best buyer has 20 points, others in proportion; A from 91, B from 81, C from 71', () => {
    const options = {
      groups: one({ of: 'monthly', weight: 20, marks: 'best' }, { of: 'rest', weight: 80, marks: { target: 100 } }),
      cut: { fixed: [71, 81, 91] },
    };
    const population = [80, 50, 20].map((monthly) => ({ monthly, rest: 100 }));
    const grade = (monthly: number, rest: number) => {
      const { value, band, lines } = linesOf(options, { monthly, rest }, population);
      return [value, band, lines?.[0]];
    };
    expect(grade(80, 90)).toEqual([92, 'A', 'monthly 20']);
    expect(grade(50, 90)).toEqual([84.5, 'B', 'monthly 12.5']);
    expect(grade(20, 82.5)).toEqual([71, 'C', 'monthly 5']);
    expect(grade(0, 87.5)).toEqual([70, 'D', 'monthly 0']);
    // Better than the best of the calibration is as good as the best.
    expect(grade(160, 90)).toEqual([92, 'A', 'monthly 20']);
  });

  it('levels of customers: amount 40, frequency 30, time as a customer 20, credit 10', () => {
    const options = {
      groups: one(
        { of: 'netSpend', weight: 40, marks: { steps: [[0, 0], [10000, 50], [50000, 100]] } },
        { of: 'purchases', weight: 30, marks: { target: 12 } },
        { of: 'tenureDays', weight: 20, marks: { target: 1460 } },
        { of: 'assessments.credit', weight: 10, marks: 'rating' },
      ),
    };
    expect(linesOf(options, { netSpend: 20000, purchases: 9, tenureDays: 730, 'assessments.credit': 0.8 })).toMatchObject({
      value: 60.5, lines: ['netSpend 20', 'purchases 22.5', 'tenureDays 10', 'assessments.credit 8'],
    });
  });
});

const halves = { groups: [{ id: 'strength', weight: 60, items: [{ of: 'a', weight: 2, marks: { target: 10 } }, { of: 'b', weight: 1, marks: { target: 10 } }] }, { id: 'credit', weight: 40, items: [{ of: 'c', weight: 1, marks: { target: 10 } }] }] };

describe('what is missing', () => {
  const known = { a: 5, b: 10, c: 10 };

  it('gives no score, unless the policy says otherwise', () => {
    expect(linesOf(halves, known).lines).toEqual(['a 20', 'b 20', 'c 40']);
    expect(linesOf(halves, { a: 5, c: 10 })).toMatchObject({ value: null, band: null, reason: 'score/missing-fact' });
  });

  it('counts nothing where it is penalised', () => {
    expect(linesOf({ ...halves, missing: 'penalise' }, { a: 5, c: 10 })).toMatchObject({ value: 60, lines: ['a 20', 'b missing 0', 'c 40'] });
  });

  it('shares its weight among the others of its group', () => {
    // A has half of the marks of its 40 points, so that it has half of those 20 too.
    expect(linesOf({ ...halves, missing: 'redistribute' }, { a: 5, c: 10 })).toMatchObject({ value: 70, lines: ['a 20', 'b redistributed 10', 'c 40'] });
  });

  it('shares the weight of a group of which nothing is known among the others', () => {
    expect(linesOf({ ...halves, missing: 'redistribute' }, { a: 5, b: 10 })).toMatchObject({ value: 66.66666666666667, lines: ['a 20', 'b 20', 'c redistributed 26.666666666666668'] });
    expect(linesOf({ ...halves, missing: 'redistribute' }, { c: 5 })).toMatchObject({ value: 50, lines: ['c 20', 'a redistributed 20', 'b redistributed 10'] });
    expect(linesOf({ ...halves, missing: 'redistribute' }, {})).toMatchObject({ value: null, reason: 'score/missing-fact' });
  });

  it('may be said of each item', () => {
    const options = { groups: one({ of: 'a', weight: 1, marks: { target: 10 } }, { of: 'b', weight: 1, marks: { target: 10 }, missing: 'penalise' }) };
    expect(linesOf(options, { a: 10 }).value).toBe(50);
    expect(linesOf(options, { b: 10 }).reason).toBe('score/missing-fact');
  });

  it('says that nobody had a value where that is so', () => {
    expect(linesOf({ groups: one({ of: 'a', weight: 1, marks: 'best' }) }, { a: 1 }, [{ a: null }]).reason).toBe('score/no-population');
    const options = scorecard.readOptions({ groups: one({ of: 'a', weight: 1, marks: 'best' }) }, () => undefined);
    expect(scorecard.score({ a: 1 }, options, null).reason).toBe('score/not-calibrated');
  });

  it('full marks for all that is known are full marks, whatever is shared', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 997 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(weights, { minLength: 1, maxLength: 4 }), fc.nat(), (groups, seed) => {
        let next = 0;
        const spec = groups.map((items, g) => ({ id: `g${g}`, weight: g + 0.3, items: items.map((weight) => ({ of: `f${next++}`, weight, marks: { target: 1 } })) }));
        const customer = Object.fromEntries(Array.from({ length: next }, (_, i) => [`f${i}`, ((seed >> i) & 1) === 1 && i > 0 ? null : 1]));
        expect(linesOf({ groups: spec, missing: 'redistribute' }, customer).value).toBe(100);
      }),
    );
  });
});

const complaint = { id: 'complained', when: { '>': [{ var: 'complaints' }, 0] }, points: -10 };
const partner = { id: 'partner', when: { var: 'partner' }, points: 25 };
const withPoints = { groups: [...halves.groups, { id: 'extra', cap: 15, items: [complaint, partner] }] };

describe('signed points and caps', () => {
  const full = { a: 10, b: 10, c: 10 };

  it('count where their rule holds, once', () => {
    expect(linesOf(withPoints, { ...full, 'when complained': true, 'when partner': false })).toMatchObject({ value: 90, lines: ['a 40', 'b 20', 'c 40', 'complained -10'] });
  });

  it('what is above the cap of a group or of all is a line of its own', () => {
    const options = { ...withPoints, cap: 100, floor: 20 };
    expect(linesOf(options, { ...full, 'when complained': false, 'when partner': true })).toMatchObject({
      value: 100, lines: ['a 40', 'b 20', 'c 40', 'partner 25', 'extra cap -10', 'total cap -15'],
    });
    expect(linesOf(options, { a: 0, b: 0, c: 0, 'when complained': true, 'when partner': false })).toMatchObject({ value: 20, lines: ['a 0', 'b 0', 'c 0', 'complained -10', 'total floor 30'] });
  });

  it('are not known where their rule is not, unless the policy says otherwise', () => {
    const customer = { ...full, 'when complained': null, 'when partner': null };
    expect(linesOf(withPoints, customer).reason).toBe('score/condition-unknown');
    expect(linesOf({ ...withPoints, missing: 'penalise' }, customer)).toMatchObject({ value: 90, lines: ['a 40', 'b 20', 'c 40', 'complained missing -10', 'partner missing 0'] });
    expect(linesOf({ ...withPoints, missing: 'redistribute' }, customer).value).toBe(100);
  });
});

describe('gates', () => {
  const gates = [
    { id: 'late', when: { var: 'late' }, most: 60 },
    { id: 'blocked', when: { var: 'blocked' }, total: 0 },
    { id: 'unchecked', when: { var: 'unchecked' }, band: 'C' },
  ];
  const options = { groups: one({ of: 'a', weight: 1, marks: { target: 10 } }), cut: { fixed: [50, 70, 90] }, gates };
  const none = { 'when late': false, 'when blocked': false, 'when unchecked': false };
  const after = (given: { readonly [input: string]: FactValue }, more: object = {}) => linesOf({ ...options, ...more }, { ...none, a: 10, ...given });

  it('limit or set the value, or hold the band; they are told even where they change nothing', () => {
    expect(after({})).toMatchObject({ value: 100, band: 'A', lines: ['a 100'] });
    expect(after({ 'when late': true })).toMatchObject({ value: 60, band: 'C', lines: ['a 100', 'late gate -40'] });
    expect(after({ 'when late': true, a: 3 })).toMatchObject({ value: 30, band: 'D', lines: ['a 30', 'late gate 0'] });
    expect(after({ 'when late': true, 'when blocked': true })).toMatchObject({ value: 0, band: 'D', lines: ['a 100', 'late gate -40', 'blocked gate -60'] });
    expect(after({ 'when unchecked': true })).toMatchObject({ value: 100, band: 'C', lines: ['a 100', 'unchecked gate 0'] });
    expect(after({ 'when unchecked': true, a: 3 })).toMatchObject({ value: 30, band: 'D' });
  });

  it('a veto stands whatever else is not known', () => {
    expect(after({ 'when blocked': true, a: null })).toMatchObject({ value: 0, band: 'D', lines: ['blocked gate 0'] });
    expect(after({ 'when blocked': true, 'when late': null })).toMatchObject({ value: 0, lines: ['a 100', 'blocked gate -100'] });
  });

  it('one that is not known gives no score where it could change it', () => {
    expect(after({ 'when late': null })).toMatchObject({ value: null, band: null, reason: 'score/condition-unknown' });
    expect(after({ 'when late': null, a: 3 })).toMatchObject({ value: 30, band: 'D' });
    expect(after({ 'when blocked': null, a: 0 })).toMatchObject({ value: 0, band: 'D' });
    expect(after({ 'when unchecked': null })).toMatchObject({ value: 100, band: null, reason: 'score/condition-unknown' });
    expect(after({ 'when unchecked': null, a: 3 })).toMatchObject({ value: 30, band: 'D' });
  });

  it('may be left out where they are not known, which is told', () => {
    const ignoring = { gates: gates.map((gate) => ({ ...gate, missing: 'ignore' })) };
    expect(after({ 'when late': null, 'when unchecked': null }, ignoring)).toMatchObject({ value: 100, band: 'A', lines: ['a 100', 'late missing 0', 'unchecked missing 0'] });
  });
});

describe('grades', () => {
  const grade = (cut: Json, a: number, population: readonly ScoreInputs[] = [], bands?: Json) =>
    linesOf({ groups: one({ of: 'a', weight: 1, marks: { target: 10 } }), cut, ...(bands === undefined ? {} : { bands }) }, { a }, population).band;

  it('are letters where the policy names none', () => {
    expect([2, 5, 8].map((a) => grade({ fixed: [50, 80] }, a))).toEqual(['C', 'B', 'A']);
    expect(grade({ fixed: [50] }, 5, [], ['small', 'large'])).toBe('large');
  });

  it('may be drawn over the population', () => {
    const population = [1, 2, 3, 4].map((a) => ({ a }));
    expect([1, 2, 3, 4].map((a) => grade({ rank: 'top-half' }, a, population))).toEqual(['B', 'B', 'A', 'A']);
  });

  it('have an axis', () => {
    const { score } = bind(scorecard, { groups: one({ of: 'a', weight: 1, marks: { target: 10 } }), cut: { fixed: [50, 80] } });
    expect(score({ a: 7 }).axes).toEqual([{ id: 'total', input: 'total', value: 70, line: 50, distance: 20, above: true }]);
  });
});

describe('reading', () => {
  const messages = (json: Json) => problemsOf(scorecard, json).map(({ pointer, message }) => `${pointer}: ${message}`);
  const item = { of: 'a', weight: 1, marks: 'best' };
  const first = (change: object) => messages({ groups: [{ id: 'g', weight: 1, items: [{ ...item, ...change }] }] });

  it.each<[string, readonly string[], readonly string[]]>([
    ['no groups', messages({}), ['/groups: `groups` must be a list of groups with items, such as [{ "id": "visits", "items": [{ "of": "interactions", "each": 2 }] }]: add it']],
    ['a group that is none', messages({ groups: [5] }), ['/groups/0: give an object of options: id, label, note, weight, cap, items']],
    ['no items', messages({ groups: [{ id: 'g' }] }), ['/groups/0/items: `items` must be a list of items, such as [{ "of": "netSpend", "weight": 20, "marks": "best" }]: add it']],
    ['no weights', messages({ groups: [{ id: 'g', items: [{ of: 'a', marks: 'best' }] }] }), ['/groups/0/items/0/weight: `weight` must be a number above 0: add it', '/groups/0/weight: `weight` must be a number above 0: add it']],
    ['nothing that weighs', messages({ groups: [{ id: 'g', weight: 5, items: [complaint] }] }), ['/groups/0/weight: no item of the group has marks, so that nothing weighs: remove `weight`']],
    ['no marks', first({ marks: undefined as unknown as Json }), ['/groups/0/items/0/marks: `marks` must be `best`, `min-max`, `rank`, `rating`, or an object with `target`, `steps` or `bands`: add it']],
    ['wrong marks', first({ marks: 'bset' }), ['/groups/0/items/0/marks: `marks` must be `best`, `min-max`, `rank`, `rating`, or an object with `target`, `steps` or `bands`']],
    ['a target of nothing', first({ marks: { target: 0 } }), ['/groups/0/items/0/marks/target: `target` must be a number above 0']],
    ['steps that fall', first({ marks: { steps: [[5, 1], [1, 5]] } }), ['/groups/0/items/0/marks/steps: `steps` must be rows of a value and its marks with rising values, such as [[0, 0], [1000, 40], [5000, 100]]']],
    ['bands without marks', first({ marks: { bands: { star: 'x' } } }), ['/groups/0/items/0/marks/bands: `bands` must be an object of bands with their marks, such as { "star": 100, "dog": 0 }']],
    ['a direction twice', first({ marks: { steps: [[0, 1]] }, better: 'lower' }), ['/groups/0/items/0/better: the marks of each row or band say what is better: remove `better`']],
    ['no end', first({ marks: { target: 5, uncapped: true }, better: 'lower' }), ['/groups/0/items/0/marks/uncapped: where less is better, there is no end to what is better than the target: remove `uncapped`']],
    ['yes for a number', first({ marks: { target: 5, uncapped: 1 } }), ['/groups/0/items/0/marks/uncapped: `uncapped` must be true or false']],
    ['a name twice', messages({ groups: [{ id: 'g', weight: 1, items: [item, { ...item, weight: 2 }] }] }), ['/groups/0/items/1: `a` is the name of another part: give each its own `id`']],
    ['the name of the whole', first({ id: 'total' }), ['/groups/0/items/0/id: `total` means the whole score: give another `id`']],
    ['a label that is none', first({ label: { zh: 'x' } }), ['/groups/0/items/0/label: `label` must be a text, or texts by language such as { "en": "Gold", "zh-CN": "金牌" }']],
    ['points without a rule', messages({ groups: [{ id: 'g', items: [{ id: 'x', when: true }] }] }), ['/groups/0/items/0/points: `points` must be a number: add it']],
    ['a floor above the cap', messages({ groups: one(item), cap: 5, floor: 6 }), ['/floor: `floor` must be at most `cap`']],
    ['gates that are none', messages({ groups: one(item), gates: {} }), ['/gates: `gates` must be a list of gates, such as [{ "id": "blocked", "when": { "var": "blocked" }, "total": 0 }]']],
    ['a gate without effect', messages({ groups: one(item), gates: [{ id: 'x', when: true }] }), ['/gates/0: a gate has exactly one of `total`, `most`, `band`']],
    ['a gate without a rule', messages({ groups: one(item), gates: [{ id: 'x', most: 5 }] }), ['/gates/0/when: `when` must be a rule such as { ">=": [{ "var": "netSpend" }, 5000] }: add it']],
    ['a band that is none', messages({ groups: one(item), cut: { fixed: [5] }, gates: [{ id: 'x', when: true, band: 'C' }] }), ['/gates/0/band: `band` must be a band of the score: use one of B, A']],
    ['a band without a cut', messages({ groups: one(item), gates: [{ id: 'x', when: true, band: 'C' }] }), ['/gates/0/band: `band` must be a band of the score: the score has no bands: add `cut`']],
    ['rules under a fitted cut', messages({ groups: [{ id: 'g', items: [complaint] }], cut: { mean: true } }), ['/cut: rules are not asked of a population: use a `fixed` cut here, or cut the value in a score of its own, of `scores.<id>.value`']],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('offers the nearest name', () => {
    expect(problemsOf(scorecard, { groups: one({ ...item, marks: 'bset' }) })[0]?.suggestion).toBe('best');
    expect(problemsOf(scorecard, { groups: one({ ...item, wieght: 1 }) })[0]?.suggestion).toBe('weight');
  });

  it('lists its paths, types, rules and labels', () => {
    const options = scorecard.readOptions({ groups: [{ id: 'g', label: 'Group', weight: 1, items: [{ ...item, label: { en: 'A', 'zh-CN': '甲' } }, { of: 'n', each: 2, undecayed: 'm' }, { of: 'scores.q.band', weight: 1, marks: { bands: { star: 1 } } }, complaint] }] }, () => undefined);
    expect(scorecard.inputs(options)).toEqual(['a', 'n', 'm', 'scores.q.band']);
    expect(scorecard.inputTypes?.(options)['scores.q.band']).toEqual(['enum', 'text']);
    expect(scorecard.conditions?.(options)).toEqual([{ key: 'when complained', pointer: '/groups/0/items/3/when', when: complaint.when }]);
    expect(scorecard.partLabels?.(options)).toEqual({ g: 'Group', a: { en: 'A', 'zh-CN': '甲' } });
  });

  it('a value beyond numbers is none', () => {
    expect(linesOf({ groups: one({ of: 'a', weight: 1, marks: { target: 1e-300, uncapped: true } }) }, { a: 1e300 }).reason).toBe('score/out-of-range');
  });
});
