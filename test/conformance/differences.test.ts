import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonLogic from 'json-logic-js';
import { describe, expect, it, vi } from 'vitest';
import { parseRule, safeParseRule } from '../../src/rules/index.js';
import { root } from '../project.js';
import { ALWAYS, TYPED, type Difference, type Example } from './differences.js';

/** The first cells of the tables below a heading, table by table. */
function listed(heading: string): readonly (readonly string[])[] {
  const text = readFileSync(join(root, 'docs/json-logic.md'), 'utf8');
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const tables = section.match(/(^\|.*\n)+/gm) ?? [];
  return tables.map((table) => table.trim().split('\n').slice(2).map((row) => row.split(' | ')[0]?.replace(/^\| /, '') ?? ''));
}

function theirs({ rule, data = null }: Example): unknown {
  // One of the differences is that theirs prints.
  const silent = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    return jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], data);
  } catch (error) {
    return error;
  } finally {
    silent.mockRestore();
  }
}

function ours({ rule, data = null, schema }: Example): unknown {
  const result = safeParseRule(rule, schema === undefined ? {} : { schema });
  return result.ok ? result.value.evaluate(data) : { refused: result.issues[0]?.code };
}

function expectShown(example: Example): void {
  const expected = example.theirs;
  const actual = theirs(example);
  if (typeof expected === 'object' && expected !== null && 'throws' in expected) expect(String(actual)).toContain(expected.throws);
  else expect(actual).toEqual(expected);
  expect(ours(example)).toEqual(example.ours);
  expect(example.ours).not.toEqual(example.theirs);
}

const cases = (differences: readonly Difference[]) => differences.flatMap(({ says, examples }) => examples.map((example) => [says, example] as const));

describe('a difference from json-logic-js that the document lists', () => {
  it('is one of these, in this order, and all of these are listed', () => {
    expect(listed('Differences from json-logic-js')).toEqual([ALWAYS.map(({ says }) => says), TYPED.map(({ says }) => says)]);
  });

  it.each(cases(ALWAYS))('%s: %j', (_, example) => expectShown(example));
  it.each(cases(TYPED))('in a policy, %s: %j', (_, example) => {
    expect(example.schema).toBeDefined();
    expectShown(example);
  });

  it('has an example, unless it is shown below', () => {
    const without = [...ALWAYS, ...TYPED].filter(({ examples }) => examples.length === 0).map(({ says }) => says);
    expect(without).toEqual(['`add_operation` changes the engine for the whole process', 'nothing limits a rule']);
  });

  it('`add_operation` makes no operator here', () => {
    jsonLogic.add_operation('anything', () => true);
    try {
      expect(jsonLogic.apply({ anything: [] }, null)).toBe(true);
      expect(safeParseRule({ anything: [] }).issues).toMatchObject([{ code: 'rule/unknown-operator' }]);
    } finally {
      jsonLogic.rm_operation('anything');
    }
  });

  it('a rule has limits', () => {
    let deep: unknown = true;
    for (let level = 0; level < 200; level += 1) deep = { '!': [deep] };
    expect(jsonLogic.apply(deep as boolean, null)).toBe(true);
    expect(safeParseRule(deep).issues).toMatchObject([{ code: 'document/too-deep' }]);
    expect(parseRule(deep, { limits: { depth: 500 } }).test(null)).toBe('true');
  });
});
