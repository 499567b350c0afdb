// What a text shows must stand in the relation that the verdict says: figures are read back out of whole explanations, in every unit and both languages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, formatExplanation, parsePolicy, type CustomerRecord } from 'clientele';
import { en } from 'clientele/locales/en';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';
const OPERATORS: { readonly [operator: string]: (a: number, b: number) => boolean } = {
  '>=': (a, b) => a >= b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '<': (a, b) => a < b, '==': (a, b) => a === b, '!=': (a, b) => a !== b,
};

/** A unit: where its fact stands, the finest step of its values, and how much larger its shown figures are. */
interface Unit {
  readonly path: string;
  readonly type: string;
  readonly step: number;
  readonly most: number;
  readonly shown: number;
}
const UNITS: readonly Unit[] = [
  { path: 'spend', type: 'money', step: 0.01, most: 1e7, shown: 1 },
  { path: 'share', type: 'ratio', step: 1e-7, most: 1.5, shown: 100 },
  { path: 'change', type: 'ratio', step: 1e-7, most: 0.5, shown: 100 },
  { path: 'silence', type: 'days', step: 0.25, most: 400, shown: 1 },
  { path: 'orders', type: 'count', step: 1, most: 1e6, shown: 1 },
  { path: 'index', type: 'number', step: 1e-9, most: 1000, shown: 1 },
  { path: 'assessments.credit', type: 'rating', step: 1 / 5, most: 1, shown: 100 },
];

function onStep(value: number, step: number): number {
  return step >= 1 ? Math.round(value) : Number((Math.round(value / step) * step).toFixed(10));
}

/** An actual value and a threshold, often so near that few digits do not tell them apart. */
const pair = fc.constantFrom(...UNITS).chain((unit) =>
  fc.tuple(fc.double({ min: 0, max: unit.most, noNaN: true }), fc.constantFrom(0, 1, -1, 2, 10, -10, 1e4, -1e4), fc.constantFrom(...Object.keys(OPERATORS)), fc.boolean()).map(([value, steps, operator, isRound]) => {
    const rounded = isRound ? onStep(value, Math.max(unit.step, unit.most / 50)) : onStep(value, unit.step);
    const required = Math.min(rounded, unit.most);
    const actual = Math.max(0, onStep(required + steps * unit.step, unit.step));
    return { unit, operator, required, actual: unit.type === 'rating' ? Math.min(1, actual) : actual };
  }));

/** A figure as a reader takes it: signs, thousands and decimals; the width and the place of units do not matter. */
function figuresIn(text: string): readonly number[] {
  return [...text.matchAll(/[+-]?(?:CN)?¥?\d[\d,]*(?:\.\d+)?/g)].map(([figure]) => Number(figure.replace(/[^\d.-]/g, '')));
}

function explained(unit: Unit, operator: string, required: number, actual: number) {
  const classifier = createClassifier(parsePolicy({
    schema: 'clientele.policy/1', id: 'verdicts', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
    facts: Object.fromEntries(UNITS.filter(({ type }) => type !== 'rating').map(({ path, type }) => [path, { type, label: { en: 'The figure', 'zh-CN': '数值' }, ...(path === 'change' ? { unit: 'points' } : {}) }])),
    segments: [{ id: 'in', when: { [operator]: [{ var: unit.path }, required] } }, { id: 'out' }], ranking: ['in', 'out'], otherwise: 'out',
  }));
  const isRating = unit.type === 'rating';
  const record = { customer: { id: 'x' }, facts: isRating ? {} : { [unit.path]: actual }, assessments: isRating ? [{ indicator: 'credit', rating: Math.round(actual * 5), of: 5, at: asOf }] : [] } as CustomerRecord;
  const result = classifier.classify(record, { asOf });
  return { result, why: classifier.explain(result), value: isRating ? Math.round(actual * 5) / 5 : actual };
}

describe('what is shown', () => {
  it('stands in the relation that the verdict says, in every unit and language', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(pair, ({ unit, operator, required, actual }) => {
        const { result, why, value } = explained(unit, operator, required, actual);
        const holds = OPERATORS[operator]?.(value, required) === true;
        expect(result.segment).toBe(holds ? 'in' : 'out');
        for (const locale of [en, zhCN]) {
          const line = formatExplanation(why, { locale, parts: holds ? ['because'] : ['whyNot'] }).split('\n').at(-1) ?? '';
          const [shown = NaN, needed, distance] = figuresIn(line);
          met.set(`${unit.path} ${String(holds)}`, (met.get(`${unit.path} ${String(holds)}`) ?? 0) + 1);
          // What is equal is said once.
          if (holds && operator === '==') expect(needed).toBeUndefined();
          else expect([line, OPERATORS[operator]?.(shown, needed ?? NaN)]).toEqual([line, holds]);
          // Different figures never look the same, and a distance that is none is not shown.
          expect(needed === undefined || (shown === needed) === (value === required), line).toBe(true);
          if (distance !== undefined) expect(distance, line).toBeGreaterThan(0);
          // A shown figure is the figure, rounded.
          expect(Math.abs(shown - value * unit.shown), line).toBeLessThanOrEqual(0.06);
          if (needed !== undefined) expect(Math.abs(needed - required * unit.shown), line).toBeLessThanOrEqual(0.06);
        }
      }),
      { numRuns: 300 },
    );
    for (const { path } of UNITS) for (const holds of ['true', 'false']) expect(met.get(`${path} ${holds}`) ?? 0, `${path} ${holds}`).toBeGreaterThan(4);
  });

  it('is written in full in Chinese: no amount is put in ten thousands, beside which its threshold would be in another unit', () => {
    const money = UNITS[0] ?? { path: '', type: '', step: 1, most: 1, shown: 1 };
    const line = (required: number, actual: number): string => formatExplanation(explained(money, '>=', required, actual).why, { locale: zhCN, parts: ['whyNot'] }).split('\n').at(-1) ?? '';
    expect(line(250_000, 249_999.99)).toBe('- In：数值为 ¥249,999.99，需不低于 ¥250,000（差 ¥0.01）');
    expect(line(300_000, 250_000)).toBe('- In：数值为 ¥250,000，需不低于 ¥300,000（差 ¥50,000）');
  });

  it('is a difference of percentages in points, never in per cent', () => {
    const share = UNITS[1] ?? { path: '', type: '', step: 1, most: 1, shown: 1 };
    const told = (locale: typeof en) => formatExplanation(explained(share, '>=', 0.8, 0.65).why, { locale, parts: ['whyNot'] }).split('\n').at(-1);
    expect(told(en)).toBe('- In: The figure is 65.0%, needs at least 80% (15 points short)');
    expect(told(zhCN)).toBe('- In：数值为 65.0%，需不低于 80%（差 15 个百分点）');
  });
});
