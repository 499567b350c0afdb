import { expect, it } from 'vitest';
import { freezeJson } from '../../src/internal/freeze-json.js';

it('freezes plain data with all that is in it, and gives it back', () => {
  const json = { list: [{ a: { b: 1 } }], none: null, text: 'x' };
  expect(freezeJson(json)).toBe(json);
  expect(() => Object.assign(json, { text: 'y' })).toThrow(TypeError);
  expect(() => Object.assign(json.list[0]!.a, { b: 2 })).toThrow(TypeError);
  expect(() => json.list.push({ a: { b: 2 } })).toThrow(TypeError);
  expect(json).toEqual({ list: [{ a: { b: 1 } }], none: null, text: 'x' });
});

it('goes as deep as one likes', () => {
  let deep: { readonly inner?: unknown } = {};
  for (let i = 0; i < 100_000; i += 1) deep = { inner: deep };
  expect(Object.isFrozen(freezeJson(deep).inner)).toBe(true);
});
