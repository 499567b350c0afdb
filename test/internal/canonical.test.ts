import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { canonicalJson, hashJson } from '../../src/internal/canonical.js';

const anyJson = fc.jsonValue() as fc.Arbitrary<Json>;

describe('canonical JSON', () => {
  it('sorts keys by their UTF-16 units and writes numbers as RFC 8785 does', () => {
    // The example of RFC 8785, §3.2.3, less its control characters.
    expect(canonicalJson({ '\u20ac': 'Euro', '1': 'One', '\u00f6': 'o', '\ud83d\ude00': 'Smiley', a: 333333333.33333329 })).toBe(
      '{"1":"One","a":333333333.3333333,"ö":"o","€":"Euro","😀":"Smiley"}',
    );
    expect(canonicalJson([1e30, 4.5, 0.002, 1e-27, -0])).toBe('[1e+30,4.5,0.002,1e-27,0]');
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same for every order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anyJson), (value) => {
        expect(hashJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(hashJson(value));
      }),
    );
  });

  it('is hashed as any other program hashes its UTF-8', () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, fc.string({ unit: 'grapheme' }), fc.constantFrom('三甲', '😀', 'ß')), (value) => {
        expect(hashJson(value)).toBe(`sha256:${createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')}`);
      }),
    );
  });
});
