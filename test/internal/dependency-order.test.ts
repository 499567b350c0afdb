import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleText, dependencyOrder } from '../../src/internal/dependency-order.js';

type Graph = { readonly [id: string]: readonly string[] };
const orderOf = (graph: Graph, ids: Iterable<string> = Object.keys(graph)) => dependencyOrder(ids, (id) => graph[id] ?? []);

describe('dependencyOrder', () => {
  it('puts each id after those that it needs, and adds those that were not named', () => {
    expect(orderOf({ a: ['b', 'c'], b: ['c'], c: [] }, ['a'])).toEqual({ order: ['c', 'b', 'a'], cycles: [] });
    expect(orderOf({ a: [], b: ['a', 'a'], c: ['a', 'b'] })).toEqual({ order: ['a', 'b', 'c'], cycles: [] });
    expect(orderOf({}, ['a', 'a'])).toEqual({ order: ['a'], cycles: [] });
  });

  it('names cycles, and still gives every id once', () => {
    expect(orderOf({ a: ['a'] })).toEqual({ order: ['a'], cycles: [['a']] });
    expect(orderOf({ x: ['a'], a: ['b'], b: ['c', 'a'], c: ['b'] })).toEqual({ order: ['c', 'b', 'a', 'x'], cycles: [['b', 'c'], ['a', 'b']] });
  });

  const graphs = fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
    .map((rows): Graph => Object.fromEntries(rows.map((inputs, id) => [String(id), inputs.map(String)])));

  it('finds a cycle exactly where no order would do', () => {
    fc.assert(fc.property(graphs, (graph) => {
      const { order, cycles } = orderOf(graph);
      expect(new Set(order).size).toBe(order.length);
      const place = new Map(order.map((id, index) => [id, index]));
      const isOrdered = order.every((id, index) => (graph[id] ?? []).every((input) => (place.get(input) ?? index) < index));
      expect(isOrdered).toBe(cycles.length === 0);
      for (const cycle of cycles) cycle.forEach((id, index) => expect(graph[id]).toContain(cycle[(index + 1) % cycle.length]));
    }));
  });

  it('asks for the inputs of an id once, in chains as long as one likes', () => {
    const length = 100_000;
    let asked = 0;
    const { order, cycles } = dependencyOrder(['0'], (id) => {
      asked += 1;
      return Number(id) + 1 < length ? [String(Number(id) + 1)] : [];
    });
    expect([asked, order.length, order[0], cycles]).toEqual([length, length, String(length - 1), []]);
  });

  it('names at most 100 cycles, for each may be long', () => {
    const chain = Array.from({ length: 2_000 }, (_, id) => [String(id), [String(id + 1), '0']] as const);
    expect(orderOf(Object.fromEntries(chain), ['0']).cycles).toHaveLength(100);
  });

  it('a cycle as text is closed, and not longer than a reader would read', () => {
    expect(cycleText(['a', 'b'])).toBe('a → b → a');
    expect(cycleText(Array.from({ length: 50 }, (_, id) => String(id)))).toBe('0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → 10 → … → 0');
  });
});
