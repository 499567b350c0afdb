import { describe, expect, it } from 'vitest';
import { safeParseRule } from '../../src/rules/index.js';
import { hasShared, noteShared } from '../shared.js';
import { keptResults, officialCases, verdictOf, type Verdict } from './cases.js';
import { conformanceDifferences, conformanceTable } from './tables.js';

noteShared('the official JSON Logic cases', 'conformance/jsonlogic-official.json');

describe('the results that are kept', () => {
  const kept = keptResults();

  it('are of all 277 cases, and at least 276 are identical', () => {
    expect(kept.map((verdict) => verdict.case)).toEqual(Array.from({ length: 277 }, (_, index) => index + 1));
    expect(kept.filter(({ verdict }) => verdict === 'identical').length).toBeGreaterThanOrEqual(276);
  });

  it('give a code for each that is refused, and a reason for each that is different', () => {
    const silent = kept.filter(({ verdict, code, reason }) => (verdict === 'refused') !== (code !== undefined) || (verdict === 'different') !== (reason !== undefined));
    expect(silent).toEqual([]);
    expect(kept.filter(({ verdict }) => verdict !== 'identical').map(({ operators: [outermost] }) => outermost)).toEqual(['map']);
  });
});

describe.runIf(hasShared)('the official JSON Logic cases, without a schema', () => {
  const cases = hasShared ? officialCases() : [];

  it('come out as they did when the results were kept (`npm run generate` renews them)', () => {
    expect(cases.map(verdictOf)).toEqual(keptResults());
  });

  it('trace to the same outcome', () => {
    for (const [rule, data] of cases) {
      const result = safeParseRule(rule);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      const { outcome: traced } = result.value.trace(data);
      const value = result.value.evaluate(data);
      expect(traced).toEqual(value === undefined ? 'unknown' : typeof value === 'boolean' ? String(value) : { value });
    }
  });
});

describe('a verdict', () => {
  it('tells what is identical, refused and different', () => {
    expect(verdictOf([{ '+': [1, { var: 'a' }] }, { a: 2 }, 3], 0)).toMatchObject({ case: 1, operators: ['+', 'var'], verdict: 'identical' });
    expect(verdictOf([{ nothing: [] }, null, null], 4)).toMatchObject({ case: 5, verdict: 'refused', code: 'rule/unknown-operator' });
    expect(() => verdictOf([{ '+': [1, 1] }, null, 3], 6)).toThrow('case 7 is different for no known reason');
  });

  it('counts in the table by its outermost operator', () => {
    const verdicts: readonly Verdict[] = [
      { case: 1, hash: 'a', operators: ['<', 'var'], verdict: 'identical' },
      { case: 2, hash: 'b', operators: ['=='], verdict: 'refused', code: 'rule/x' },
      { case: 3, hash: 'c', operators: ['var'], verdict: 'different', reason: 'because' },
      { case: 4, hash: 'd', operators: [], verdict: 'identical' },
    ];
    expect(conformanceTable(verdicts).rows).toEqual([
      ['comparison', '`<` `==`', '2', '1', '1', '0'],
      ['path', '`var`', '1', '0', '0', '1'],
      ['none: plain values and lists', '', '1', '1', '0', '0'],
      ['all', '', '4', '2', '1', '1'],
    ]);
    expect(conformanceDifferences(verdicts).rows).toEqual([['2', '`==`', 'refused', '`rule/x`'], ['3', '`var`', 'different', 'because']]);
  });
});

describe('later copies of the list', () => {
  it('ask that the initial value of `reduce` is itself worked out', () => {
    const total = { reduce: [{ var: 'amounts' }, { '+': [{ var: 'accumulator' }, { var: 'current' }] }, { var: 'carried' }] };
    const result = safeParseRule(total);
    expect(result.ok && result.value.evaluate({ amounts: [5, 7, 9], carried: 100 })).toBe(121);
    expect(result.ok && result.value.evaluate({ amounts: [], carried: 100 })).toBe(100);
  });
});
