// What reading rules costs: they never go through the schemas that policies and records are checked with.
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { readShape } from '../../src/policy/schema.js';
import { safeParseRule, type RuleSchema } from '../../src/rules/index.js';
import { filesUnder } from '../project.js';
import { v } from './kit.js';

const schema: RuleSchema = {
  purchases: { type: 'count', min: 0 },
  netSpend: { type: 'money', min: 0 },
  daysSinceLastPurchase: { type: 'days', min: 0, max: 36_500 },
  onTimePaymentRatio: { type: 'ratio', min: 0, max: 1 },
  tier: { type: 'enum', values: ['gold', 'silver', 'bronze'] },
  vip: { type: 'boolean' },
  since: { type: 'date' },
  region: { type: 'text' },
  tags: { type: 'list' },
  nps: { type: 'number', min: -100, max: 100 },
};
const rules: readonly Json[] = Array.from({ length: 12 }, (_, n) => ({
  and: [
    { '>=': [v('netSpend'), 1_000 + n] },
    { '<=': [v('daysSinceLastPurchase'), 90] },
    { or: [{ '==': [v('tier'), 'gold'] }, { in: [v('region'), ['EU', 'US']] }, { between: [v('onTimePaymentRatio'), 0.5, 0.9] }] },
    { '!': { missing: ['purchases'] } },
  ],
}));

/** The median time of the processor for a run, in microseconds, after it was run often. */
function cost(run: () => void, runs: number): number {
  for (let warm = 0; warm < runs; warm += 1) run();
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (let time = 0; time < runs; time += 1) run();
    return process.cpuUsage(before).user / runs;
  });
  return times.sort((a, b) => a - b)[2] ?? Infinity;
}

describe('the cost of reading', () => {
  it('12 rules against a schema', () => {
    const microseconds = cost(() => {
      for (const rule of rules) safeParseRule(rule, { schema });
    }, 200);
    console.log(`12 rules are read in ${microseconds.toFixed(0)} µs`);
    expect(microseconds).toBeLessThan(3_000);
  });

  it('a rule is opaque to the shape of a policy: a large one costs it nothing', () => {
    const policyOf = (when: Json): Json => ({ schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [{ id: 'x', when }, { id: 'a' }], otherwise: 'a' });
    const small = policyOf({ '>': [v('purchases'), 1] });
    const large = policyOf({ or: Array.from({ length: 10_000 }, (_, n) => ({ and: [{ '>': [v('purchases'), n] }, { '<': [v('netSpend'), n] }] })) });
    expect(readShape(large)).toEqual({ policy: large, issues: [] });
    // Whatever stands in a rule is no matter of the shape.
    expect(readShape(policyOf({ a: 1, b: [{ c: null }] })).issues).toEqual([]);
    const [ofSmall, ofLarge] = [cost(() => { readShape(small); }, 50), cost(() => { readShape(large); }, 50)];
    expect(ofLarge).toBeLessThan(ofSmall * 5 + 100);
  });

  it('a rule is read at a speed linear in its size', () => {
    const read = (size: number): number => {
      const rule = { or: Array.from({ length: size }, (_, n) => ({ and: [{ '>': [v('purchases'), n] }, { '<': [v('nps'), n % 100] }, { in: [v('region'), ['a', 'b']] }] })) };
      return cost(() => { safeParseRule(rule, { schema, limits: { nodes: 10_000_000, bytes: 100_000_000, listLength: 100_000 } }); }, 3);
    };
    expect(read(4_000) / read(500)).toBeLessThan(40);
  });

  it('no rule goes through zod', () => {
    const sources = filesUnder('src/rules', (path) => path.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter(({ text }) => /from 'zod|from '\.\.\/(\.\.\/)?(model|policy)\//.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
