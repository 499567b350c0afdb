// Ids that were met before are found as a map finds them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFirstPlace } from '../../src/facts/ids.js';

describe('the first place of an id', () => {
  it('is that of a map, for few ids and many, alike at the end or not', () => {
    const ids = fc.oneof(fc.string({ minLength: 1, maxLength: 2 }), fc.integer({ min: 0, max: 300 }).map((n) => `T-${n}`), fc.integer({ min: 0, max: 90 }).map((n) => `${n}-same`));
    fc.assert(fc.property(fc.array(ids, { maxLength: 200, size: 'max' }), (given) => {
      const firstPlace = createFirstPlace();
      const known = new Map<string, number>();
      given.forEach((id, place) => {
        expect(firstPlace(id, place)).toBe(known.get(id) ?? -1);
        if (!known.has(id)) known.set(id, place);
      });
    }));
  });
});
