import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestName, suggestName } from '../../src/internal/closest.js';

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
    expect(
      suggestName(
        'zzz',
        Array.from({ length: 13 }, (_, i) => `long-name-${i}`),
      ),
    ).toBeUndefined();
  });
});
