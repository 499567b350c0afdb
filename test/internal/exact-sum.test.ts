import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from '../../src/internal/exact-sum.js';
import { hasShared, noteShared } from '../shared.js';
import { oracleCases } from './oracle.js';

/** A double as a whole number of 2^-1074, which every double is. */
function units(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = (raw >> 52n) & 0x7ffn;
  const fraction = raw & 0xf_ffff_ffff_ffffn;
  const size = exponent === 0n ? fraction : (fraction | 0x10_0000_0000_0000n) << (exponent - 1n);
  return raw >> 63n === 1n ? -size : size;
}
const size = (value: bigint): bigint => (value < 0n ? -value : value);

describe('the exact sum', () => {
  it.each([
    [[], 0],
    [[0.1, 0.2, 0.3], 0.6],
    [[1e16, 1, -1e16], 1],
    [[1, 1e100, 1, -1e100], 2],
    [[1e16, 1, 1e-16], 1e16 + 2],
    [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 1],
  ])('of %j is %f', (values, expected) => expect(exactSum(values)).toBe(expected));

  it('is the double nearest to the true sum, in any order', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, (values) => {
        const total = exactSum(values);
        expect(exactSum([...values].reverse())).toBe(total);
        const error = size(values.reduce((all, value) => all + units(value), 0n) - units(total));
        const step = total === 0 ? 1n : size(units(total * (1 + 2 ** -52)) - units(total)) || 1n;
        expect(error * 2n <= step).toBe(true);
      }),
    );
  });
});

describe.runIf(hasShared)('the exact sum, by the oracle', () => {
  it.each(oracleCases<{ values: readonly number[] }, { correctly_rounded: number }>('stats/cases.json', 'exact_sum'))('$id', ({ inputs, expected }) => {
    expect(exactSum(inputs.values)).toBe(expected.correctly_rounded);
    expect(exactSum([...inputs.values].reverse())).toBe(expected.correctly_rounded);
  });
});

noteShared('the oracle of exact sums', 'oracles/stats/cases.json');
