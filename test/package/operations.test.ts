// The package brings its own json-logic-js: whatever another package does to the one that is installed beside it changes no verdict.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { DOCUMENT, EVERY_OPERATOR } from '../conformance/every-operator.js';
import { root } from '../project.js';
import { scratch } from './scratch.js';

const IDS = [...OPERATORS.map(({ id }) => id), 'var', 'log'];

const SCHEMA = {
  n: { type: 'number' }, m: { type: 'number' }, s: { type: 'text' }, t: { type: 'text' }, yes: { type: 'boolean' }, no: { type: 'boolean' },
  xs: { type: 'list' }, texts: { type: 'list' }, d: { type: 'date' }, gone: { type: 'number' }, amount: { type: 'money' },
};

/** The program of a stranger, given how it gets its modules. */
const program = (modules: string): string => `
  ${modules}
  const rules = ${JSON.stringify(EVERY_OPERATOR)};
  const document = ${JSON.stringify(DOCUMENT)};
  const schema = ${JSON.stringify(SCHEMA)};
  const policy = { schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'EUR', timeZone: 'UTC', otherwise: 'b',
    segments: [{ id: 'a', when: { and: [{ '>=': [{ '+': [{ var: 'netSpend' }, { '*': [{ var: 'refunds' }, 2] }] }, 20] }, { in: ['x', ['x', 'y']] }] } }, { id: 'b' }] };
  const loose = rules.map((rule) => parseRule(rule));
  const typed = rules.flatMap((rule) => { const read = safeParseRule(rule, { schema }); return read.ok ? [read.value] : []; });
  const classifier = createClassifier(policy);
  const record = { customer: { id: '1' }, transactions: [{ at: '2026-06-01', amount: '30.00' }] };
  const ask = () => JSON.stringify({
    read: loose.map((rule) => rule.evaluate(document) ?? null),
    again: rules.map((rule) => parseRule(rule).evaluate(document) ?? null),
    traced: loose.map((rule) => rule.trace(document).outcome),
    typed: typed.map((rule) => rule.evaluate(document) ?? null),
    segments: [classifier, createClassifier(policy)].map((each) => each.classify(record, { asOf: '2026-06-30' }).segment),
  });
  const before = ask();
  for (const id of ${JSON.stringify(IDS)}) jsonLogic.add_operation(id, () => 'sabotaged');
  const added = ask();
  const isSabotaged = jsonLogic.apply({ '+': [1, 1] }, null) === 'sabotaged' && jsonLogic.apply({ var: 'n' }, document) === 'sabotaged';
  for (const id of ${JSON.stringify(IDS)}) jsonLogic.rm_operation(id);
  jsonLogic.apply = jsonLogic.truthy = jsonLogic.is_logic = () => { throw new Error('sabotaged'); };
  const removed = ask();
  console.log(JSON.stringify({ isSabotaged, added: added === before, removed: removed === before, before: JSON.parse(before) }));
`;

const ESM = 'import jsonLogic from \'json-logic-js\'; import { createClassifier } from \'clientele\'; import { parseRule, safeParseRule } from \'clientele/rules\';';
const CJS = 'const jsonLogic = require(\'json-logic-js\'); const { createClassifier } = require(\'clientele\'); const { parseRule, safeParseRule } = require(\'clientele/rules\');';

describe('`add_operation` and `rm_operation` of the installed json-logic-js', () => {
  it.each([
    ['ESM', ESM, { type: 'module' }],
    ['CommonJS', CJS, {}],
  ])('change nothing for %s: every operator, read before and after', async (kind, modules, manifest) => {
    const project = scratch(`operations-${kind.toLowerCase()}`, manifest);
    cpSync(join(root, 'node_modules/json-logic-js'), join(project.folder, 'node_modules/json-logic-js'), { recursive: true, dereference: true });
    project.write('main.js', program(modules));
    const { output } = await project.node('main.js');
    const { before, ...rest } = JSON.parse(output) as { readonly before: { readonly read: readonly unknown[]; readonly typed: readonly unknown[]; readonly segments: readonly string[] } };
    expect(rest).toEqual({ isSabotaged: true, added: true, removed: true });
    expect(before.segments).toEqual(['a', 'a']);
    expect(before.read).toHaveLength(EVERY_OPERATOR.length);
    expect(before.read).not.toContain(null);
    expect(before.typed.length).toBeGreaterThan(20);
  });
});
