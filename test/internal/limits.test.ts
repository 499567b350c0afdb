import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, MAX_DEPTH, withLimits, type Limits } from '../../src/internal/limits.js';

const NAMES = ['bytes', 'depth', 'nodes', 'rules', 'listLength', 'steps'] as const satisfies readonly (keyof Limits)[];

describe('withLimits', () => {
  it.each(NAMES)('takes a whole number above 0 for %s', (name) => {
    expect(withLimits({ [name]: 7 })).toEqual({ ...DEFAULT_LIMITS, [name]: 7 });
  });

  it.each([undefined, null, Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 1.5, 2 ** 60, '10', {}])('keeps the default where a limit is %s', (wrong) => {
    for (const name of NAMES) expect(withLimits({ [name]: wrong })).toEqual(DEFAULT_LIMITS);
  });

  it('never goes deeper than the call stack bears', () => {
    expect(withLimits({ depth: 1_000_000 }).depth).toBe(MAX_DEPTH);
    expect(withLimits({ depth: MAX_DEPTH - 1 }).depth).toBe(MAX_DEPTH - 1);
  });

  it('keeps nothing but limits', () => {
    const more = { depth: 3, other: 1 };
    expect(withLimits(more)).toEqual({ ...DEFAULT_LIMITS, depth: 3 });
    expect(withLimits(undefined)).toEqual(DEFAULT_LIMITS);
  });
});
