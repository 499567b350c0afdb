// What test/package/fixtures/consumer.ts must give, wherever it runs.
import { expect } from 'vitest';
import ts from 'typescript';
import type { Consumed } from './fixtures/consumer.js';
import { fixture } from './scratch.js';

/** The stranger's program in JavaScript. */
export function consumerAs(module: ts.ModuleKind.ESNext | ts.ModuleKind.CommonJS): string {
  return ts.transpileModule(fixture('consumer.ts'), { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } }).outputText;
}

export function expectConsumed(consumed: Consumed): void {
  const { english, chinese, presets, ...rest } = consumed;
  expect(rest).toEqual({
    segments: ['gold', 'hospital', 'standard', 'gold', 'gold'],
    truth: 'unknown',
    unreadableRule: false,
    issues: expect.arrayContaining(['policy/unknown-segment', 'policy/unknown-time-zone']),
    told: true,
    cases: [true],
    hashes: true,
    roundTrip: true,
    builders: [['netSpend', [{ name: '>=', label: '>=' }, { name: 'null', label: 'is null' }, { name: 'notNull', label: 'is not null' }]], ['netSpend', ['greater_or_equal', 'is_null', 'is_not_null']]],
  });
  expect(english).toContain('Gold');
  expect(english).toMatch(/2,?000\.10?/);
  expect(chinese).toContain('金牌客户');
  expect(presets).toEqual([expect.any(String), 'ours']);
}
