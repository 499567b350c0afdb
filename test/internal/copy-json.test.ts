import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyJson } from '../../src/internal/copy-json.js';
import { DEFAULT_LIMITS } from '../../src/internal/limits.js';

const found = (input: unknown, limits: Partial<typeof DEFAULT_LIMITS> = {}): readonly string[] =>
  copyJson(input, { ...DEFAULT_LIMITS, ...limits }).issues.map((issue) => `${issue.code} ${issue.pointer}`);

describe('copyJson', () => {
  it('copies plain JSON, and the copy is another object', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(JSON.stringify(input)));
        const { value, issues } = copyJson(input, DEFAULT_LIMITS);
        expect(issues).toEqual([]);
        expect(value).toEqual(JSON.parse(JSON.stringify(input)));
        if (typeof input === 'object' && input !== null) expect(value).not.toBe(input);
      }),
    );
  });

  it('reads frozen objects, objects without a prototype and objects of another realm', () => {
    const bare: unknown = Object.assign(Object.create(null), { a: 1 });
    for (const input of [Object.freeze({ a: 1 }), bare, vm.runInNewContext('({ a: 1 })')])
      expect(copyJson(input, DEFAULT_LIMITS).value).toEqual({ a: 1 });
  });

  it('leaves out members that are undefined', () => {
    expect(copyJson({ a: undefined, b: 1 }, DEFAULT_LIMITS).value).toEqual({ b: 1 });
  });

  it('never runs a getter', () => {
    let runs = 0;
    const input = {
      get a(): number {
        runs += 1;
        return 1;
      },
    };
    expect(found(input)).toEqual(['document/accessor /a']);
    expect(runs).toBe(0);
  });

  it('tells cycles, and takes the same object twice', () => {
    const cycle: { [key: string]: unknown } = { list: [] };
    cycle['list'] = [cycle];
    const twice = { a: 1 };
    expect(found(cycle)).toEqual(['document/cycle /list/0']);
    expect(found({ x: twice, y: twice })).toEqual([]);
  });

  it('tells what is no JSON', () => {
    const input = { a: Number.NaN, b: () => 1, c: 10n, d: Symbol('d'), e: new Date(0), f: new Map(), 'g/h~': [Number.POSITIVE_INFINITY] };
    expect(found(input)).toEqual(['/a', '/b', '/c', '/d', '/e', '/f', '/g~1h~0/0'].map((pointer) => `document/not-json ${pointer}`));
    expect(found({ [Symbol('key')]: 1 })).toEqual(['document/not-json ']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the name %s', (name) => {
    const input: unknown = JSON.parse(`{"a":{"${name}":{"polluted":true}}}`);
    expect(found(input)).toEqual([`document/forbidden-name /a/${name}`]);
    expect('polluted' in {}).toBe(false);
  });

  it('is not changed by a polluted prototype, nor by a frozen one', () => {
    const taken: unknown[] = [];
    Object.defineProperty(Object.prototype, 'a', { set: (value) => taken.push(value), get: () => 9, configurable: true });
    Object.defineProperty(Object.prototype, 'b', { value: 9, configurable: true });
    try {
      const { value, issues } = copyJson({ a: 1, b: { a: 2 }, toString: 3 }, DEFAULT_LIMITS);
      expect([JSON.stringify(value), issues, taken]).toEqual(['{"a":1,"b":{"a":2},"toString":3}', [], []]);
      expect(JSON.stringify(copyJson({ b: [] }, DEFAULT_LIMITS).value)).toBe('{"b":[]}');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'a');
      Reflect.deleteProperty(Object.prototype, 'b');
    }
  });

  it('stops at its limits', () => {
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 1);
    expect(found(deep)[0]).toMatch(/^document\/too-deep/);
    expect(found([1, 2, 3], { listLength: 2 })).toEqual(['document/list-too-long ']);
    expect(found([1, 2, 3], { nodes: 3 })).toEqual(['document/too-many-nodes /2']);
    expect(found(['x'.repeat(100), 1], { bytes: 50 })).toEqual(['document/too-large /0']);
    expect(found('x'.repeat(100), { bytes: 50 })).toEqual(['document/too-large ']);
    expect(found({ a: { last: 'x'.repeat(5_000_000) } })).toEqual(['document/too-large /a/last']);
    expect(found({ ['x'.repeat(100)]: null }, { bytes: 50 })).toEqual([`document/too-large /${'x'.repeat(100)}`]);
    expect(found(Array.from({ length: 500 }, () => Number.NaN)).length).toBeLessThanOrEqual(100);
  });

  it('tells proxies that throw, wherever they are touched', () => {
    const throws = (): never => {
      throw new Error('hostile');
    };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const handlers = [{ getPrototypeOf: throws }, { ownKeys: throws }, { getOwnPropertyDescriptor: throws }, { get: throws, getPrototypeOf: throws }];
    for (const handler of handlers) {
      const [only] = found({ a: new Proxy({ b: 1 }, handler) });
      expect(only).toMatch(/^document\/not-json \/a(\/b)?$/);
    }
    for (const hostile of [revoked.proxy, new Proxy([1], { get: throws })]) {
      expect(found(hostile)).toEqual(['document/not-json ']);
      expect(found([1, hostile])).toEqual(['document/not-json /1']);
    }
    expect(found({ get [Symbol.toStringTag]() { return throws(); } })).toEqual(['document/not-json ']);
    class Tagged {
      get [Symbol.toStringTag](): string {
        return throws();
      }
    }
    expect(found({ a: Object.assign(Object.create(new Tagged()) as object, {}) })).toEqual(['document/not-json /a']);
  });

  it('copies the elements of a list by their places, whatever it says of its iteration', () => {
    const list = Object.defineProperty([1, 2], Symbol.iterator, { value: () => [9][Symbol.iterator]() });
    expect(found(list)).toEqual(['document/not-json ']);
    expect(copyJson(new Proxy([1, 2], {}), DEFAULT_LIMITS).value).toEqual([1, 2]);
  });

  it('never throws for plain data and foreign objects', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(() => copyJson(input, DEFAULT_LIMITS)).not.toThrow();
      }),
    );
  });
});
