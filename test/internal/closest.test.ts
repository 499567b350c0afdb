import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestName, listNames, suggestName } from '../../src/internal/closest.js';

const known = ['netSpend', 'grossSpend', 'purchases', 'tenureDays', 'units'];

describe('closestName', () => {
  it.each([
    ['netSpnd', 'netSpend'],
    ['netspend', 'netSpend'],
    ['nteSpend', 'netSpend'],
    ['purchase', 'purchases'],
    ['NETSPEND', 'netSpend'],
    ['unit', 'units'],
  ])('%s is meant as %s', (name, expected) => expect(closestName(name, known)).toBe(expected));

  it.each(['recency', '', 'x'.repeat(10_000), '__proto__', '净支出'])('%s is meant as none', (name) =>
    expect(closestName(name, known)).toBeUndefined(),
  );

  it('finds a known name itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), (name) => {
        expect(closestName(name, known)).toBe(name);
      }),
    );
  });

  it('suggests a whole short list where nothing is close', () => {
    expect(suggestName('zzz', ['a-segment', 'b-segment'])).toBe('a-segment, b-segment');
    expect(suggestName('zzz', [])).toBeUndefined();
    const names = Array.from({ length: 9 }, (_, i) => `long-name-${i}`);
    expect(suggestName('zzz', names.slice(0, 8))).toBe(names.slice(0, 8).join(', '));
    expect(suggestName('zzz', names)).toBeUndefined();
  });

  /** The whole table of optimal string alignment, without a shortcut. */
  const edits = (a: string, b: string): number => {
    const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)));
    const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
    for (let i = 1; i <= a.length; i += 1) {
      for (let j = 1; j <= b.length; j += 1) {
        const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        table[i]![j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), isSwap ? at(i - 2, j - 2) + 1 : Infinity);
      }
    }
    return at(a.length, b.length);
  };

  it('is the first of the nearest names, found without looking further than needed', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 6 }), (wanted, names) => {
        const most = Math.max(1, Math.floor(wanted.length / 3));
        const least = Math.min(...names.map((each) => edits(wanted, each)));
        expect(closestName(wanted, names)).toBe(least <= most ? names.find((each) => edits(wanted, each) === least) : undefined);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('listNames', () => {
  it('tells eight names of many, and how many more there are', () => {
    const names = Array.from({ length: 13 }, (_, i) => `n${i}`);
    expect(listNames([])).toBe('none');
    expect(listNames(names.slice(0, 8))).toBe(names.slice(0, 8).join(', '));
    expect(listNames(names)).toBe(`${names.slice(0, 8).join(', ')}, … (+5)`);
  });
});
