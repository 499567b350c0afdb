// The whole way of an editor: the fields of a classifier, a query of the builder over each of them, and the exported rule in that policy again.
import { formatQuery } from '@react-querybuilder/core';
import { describe, expect, it } from 'vitest';
import { toQueryBuilderFields } from '../../src/adapters/index.js';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { safeParsePolicy } from '../../src/policy/parse-policy.js';
import type { Policy } from '../../src/policy/types.js';
import { pharmaDealer } from '../../src/presets/pharma-dealer.js';
import { retail } from '../../src/presets/retail.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { configOf, exportedBy, treeOf } from './awesome.js';

const PRESETS: readonly Policy[] = [pharmaDealer, retail];

/** A value that fits the field, as people type it: figures as text. */
function typedValue(type: string, values: readonly { readonly value: string }[] | undefined, operator: string): unknown {
  const one = values?.[0]?.value ?? (type === 'date' ? '2026-03-01' : type === 'boolean' ? true : type === 'text' || type === 'list' ? 'x' : '0.5');
  const figure = type === 'count' || type === 'days' ? '5' : one;
  if (operator === 'between' || operator === 'notBetween') return [figure, figure];
  return operator === 'in' || operator === 'notIn' ? [figure] : figure;
}

describe.each(PRESETS)('the fields of the preset $id', (preset) => {
  const fields = createClassifier(preset).fields({ locale: zhCN });

  it('have labels in the language that is asked for', () => {
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter(({ label }) => label.trim() === '')).toEqual([]);
    expect(fields.find(({ path }) => path === 'netSpend')?.label).toMatch(/\p{Script=Han}/u);
  });

  it('make fields of React Query Builder: the policy takes whatever is built with them', () => {
    const forBuilder = toQueryBuilderFields(fields, 'react-querybuilder');
    const refused: string[] = [];
    for (const { name, operators } of forBuilder) {
      const { type, values } = fields.find(({ path }) => path === name) ?? { type: 'text', values: undefined };
      for (const operator of operators) {
        const query = { combinator: 'and', rules: [{ field: name, operator: operator.name, value: typedValue(type, values, operator.name) }] };
        const when: unknown = formatQuery(query, { format: 'jsonlogic', fields: forBuilder, parseNumbers: 'strict-limited' });
        const read = safeParsePolicy({ ...preset, segments: preset.segments.map((segment, index) => (index === 0 ? { ...segment, when } : segment)) });
        const errors = read.issues.filter(({ severity }) => severity === 'error');
        if (errors.length > 0) refused.push(`${name} ${operator.name} ${JSON.stringify(when)}: ${errors.map(({ message }) => message).join('; ')}`);
      }
    }
    expect(refused).toEqual([]);
    expect(forBuilder.flatMap(({ operators }) => operators).length).toBeGreaterThan(200);
  });

  it('make fields of React Awesome Query Builder that it takes, and exports by their paths', () => {
    const config = configOf(Object.fromEntries(toQueryBuilderFields(fields, 'react-awesome-query-builder').map(({ name, ...rest }) => [name, rest])));
    const [band] = fields.filter(({ path }) => /^scores\..*\.band$/.test(path));
    const value = band?.values?.[0]?.value ?? '';
    const field = (band?.path ?? '').replaceAll('.', '/');
    const exported = exportedBy(treeOf([{ field, operator: 'select_equals', value: [value], valueType: 'select' }]), config);
    expect([exported.errors, exported.rule]).toEqual([[], { and: [{ '==': [{ var: band?.path }, value] }] }]);
  });
});
