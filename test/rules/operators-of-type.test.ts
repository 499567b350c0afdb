import { describe, expect, it } from 'vitest';
import { defineOperator, readOperators } from '../../src/rules/define-operator.js';
import { safeParseRule } from '../../src/rules/index.js';
import { operatorsOfType } from '../../src/rules/operators-of-type.js';
import { VALUE_TYPES } from '../../src/rules/types.js';
import { policyOperators, sampleRule, typedPaths } from './operator-samples.js';

const near = defineOperator({ id: 'acme:near', version: '1', operands: ['ratio', 'number'], result: 'boolean', evaluate: () => true, words: { en: '{1} is near {2}' } });
const nothing = defineOperator({ id: 'acme:nothing', version: '1', operands: [], result: 'boolean', evaluate: () => true, words: { en: 'nothing' } });
const { operators: plugIns } = readOperators([near, nothing]);
const every = [...policyOperators, 'acme:near', 'acme:nothing'];

describe.each(VALUE_TYPES)('the operators of a path of the type %s', (type) => {
  const listed = operatorsOfType(type, plugIns);

  it('are each listed once, and are operators', () => {
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.filter((id) => !every.includes(id))).toEqual([]);
  });

  it.each(every.map((operator) => [operator, listed.includes(operator)] as const))('%s: %s', (operator, isListed) => {
    const { ok, issues } = safeParseRule(sampleRule(operator, type, type), { schema: typedPaths, operators: [near, nothing] });
    expect(ok, JSON.stringify(issues)).toBe(isListed);
  });
});

it('the operators of the host are listed for the types that their first operand takes', () => {
  expect(operatorsOfType('count', plugIns)).toContain('acme:near');
  expect(operatorsOfType('text', plugIns)).not.toContain('acme:near');
  const { operands: _operands, ...older } = plugIns[0] ?? { operands: [] };
  expect(operatorsOfType('count', [older as typeof plugIns[number]])).toEqual(operatorsOfType('count', []));
});
