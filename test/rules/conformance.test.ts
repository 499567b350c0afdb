import { isDeepStrictEqual } from 'node:util';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { safeParseRule } from '../../src/rules/index.js';
import { hasShared, noteShared, sharedFile } from '../shared.js';

type Case = readonly [rule: unknown, data: unknown, expected: unknown];

noteShared('the official JSON Logic cases', 'conformance/jsonlogic-official.json');

describe.runIf(hasShared)('the official JSON Logic cases, without a schema', () => {
  const entries = hasShared
    ? (JSON.parse(readFileSync(sharedFile('conformance/jsonlogic-official.json'), 'utf8')) as readonly (string | Case)[])
    : [];
  const cases = entries.filter((entry): entry is Case => typeof entry !== 'string');

  /** `null` is what JSON Logic gives where there is no value. */
  const outcome = ([rule, data]: Case): unknown => {
    const result = safeParseRule(rule);
    return result.ok ? (result.value.evaluate(data) ?? null) : result.issues[0]?.code;
  };

  it('are 277, and all but one are identical', () => {
    expect(cases).toHaveLength(277);
    const different = cases.filter((each) => !isDeepStrictEqual(outcome(each), each[2]));
    // Over a missing list there is nothing to map: unknown, not an empty list.
    expect(different).toEqual([[{ map: [{ var: 'integers' }, { '*': [{ var: '' }, 2] }] }, null, []]]);
  });

  it('trace to the same outcome', () => {
    for (const [rule, data] of cases) {
      const result = safeParseRule(rule);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      const { outcome: traced } = result.value.trace(data);
      const value = result.value.evaluate(data);
      expect(traced).toEqual(value === undefined ? 'unknown' : typeof value === 'boolean' ? String(value) : { value });
    }
  });
});
