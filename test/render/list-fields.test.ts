import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { Json } from '../../src/errors/json.js';
import { planPolicy, safeParsePolicy } from '../../src/policy/parse-policy.js';
import type { Policy } from '../../src/policy/types.js';
import { pharmaDealer } from '../../src/presets/pharma-dealer.js';
import { retail } from '../../src/presets/retail.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import type { EditorField } from '../../src/rules/editor-field.js';
import { shuffleKeys } from '../classify/kit.js';
import { sampleRule, valueOfType } from '../rules/operator-samples.js';
import { everyPart, plugIns } from './every-part.js';

const policies: readonly (readonly [string, object])[] = [['retail', retail], ['pharma-dealer', pharmaDealer], ['every-part', everyPart]];
const classifierOf = (policy: object) => createClassifier(policy as Policy, plugIns);
const fieldAt = (fields: readonly EditorField[], path: string) => fields.find((field) => field.path === path);

/** A value that a rule may write beside the field. */
function valueFor({ type, values }: EditorField): Json {
  const [first] = values ?? [];
  if (first === undefined) return valueOfType[type];
  return type === 'list' ? [first.value] : first.value;
}

/** The policy with other rules: those of one field, one for each operator that it lists. */
function withRulesOf(policy: Policy, field: EditorField): object {
  const segments = policy.segments.map(({ when: _when, ...segment }) => segment);
  const [{ id: segment } = { id: '' }] = segments;
  const rules = field.operators.map((operator) => {
    const when = operator === 'acme:near' ? { 'acme:near': [{ var: field.path }, 0.5] } : sampleRule(operator, field.path, field.type, valueFor(field));
    return { id: operator, segment, when };
  });
  return { ...policy, segments, rules };
}

describe.each(policies)('the fields of %s', (_, policy) => {
  const classifier = classifierOf(policy);
  const fields = classifier.fields();

  it.each(fields.map((field) => [field.path, field] as const))('%s takes every operator that it lists', (_path, field) => {
    const { issues } = safeParsePolicy(withRulesOf(classifier.policy, field), plugIns);
    expect(field.operators.length).toBeGreaterThan(5);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are every path that the policy itself uses, each once, with a label in both languages', () => {
    const planned = planPolicy(policy, plugIns);
    const used = planned.ok ? [...planned.value.used].filter((path) => planned.value.field(path) !== undefined) : [];
    const paths = fields.map(({ path }) => path);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((path) => !paths.includes(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
    const chinese = classifier.fields({ locale: zhCN });
    expect(chinese.map(({ path }) => path)).toEqual(paths);
    for (const { label, values = [] } of [...fields, ...chinese]) for (const text of [label, ...values.map((each) => each.label)]) expect(text).toMatch(/^\S(.*\S)?$/);
  });

  it('have labels of their own: no two read the same', () => {
    for (const list of [fields, classifier.fields({ locale: zhCN })]) {
      const labels = list.map(({ label }) => label);
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    }
  });

  it('do not depend on the order of keys', () => {
    for (const seed of [1, 2, 3]) expect(classifierOf(shuffleKeys(policy, seed) as object).fields()).toEqual(fields);
  });
});

describe('the fields of a policy', () => {
  const fields = classifierOf(everyPart).fields();
  const chinese = classifierOf(everyPart).fields({ locale: zhCN });

  it('begin with what the policy declares, by id; what every policy has comes after', () => {
    const paths = fields.map(({ path }) => path);
    const starts = ['costs', 'given', 'scores.byFixed.band', 'customer.attributes.age', 'assessments.credit', 'parameters.city', 'previous.segment', 'purchases', 'customer.id', 'asOf'];
    const places = starts.map((path) => paths.indexOf(path));
    expect(places[0]).toBe(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(paths.at(-1)).toBe('asOf');
    expect(paths.filter((path) => path.startsWith('parameters.'))).toEqual(['city', 'days', 'from', 'middle', 'onTime', 'strict'].map((id) => `parameters.${id}`));
  });

  it('have type, label, unit and values', () => {
    expect(fieldAt(fields, 'webOrders')).toMatchObject({ type: 'count', label: 'Web orders', unit: 'orders' });
    expect(fieldAt(chinese, 'customer.attributes.level')).toMatchObject({ type: 'enum', label: '等级', values: [{ value: 'A', label: '甲级' }, { value: 'B', label: 'B' }] });
    expect(fieldAt(fields, 'customer.attributes.tags')).toMatchObject({ type: 'list', values: [{ value: 'red', label: 'red' }, { value: 'green', label: 'green' }] });
    expect(fieldAt(chinese, 'scores.quadrant.band')).toMatchObject({ label: '波士顿象限：等级', values: [{ value: 'star', label: '明星' }, {}, {}, { value: 'dog', label: '瘦狗' }] });
    expect(fieldAt(fields, 'scores.byQuantile.value')).toMatchObject({ type: 'count', label: 'Web frequency: value' });
    expect(fieldAt(fields, 'netSpend')).toEqual({ path: 'netSpend', type: 'money', label: 'net spend', unit: 'EUR', operators: expect.any(Array) });
    expect(fieldAt(fields, 'limit')).toMatchObject({ type: 'money', unit: 'EUR' });
    expect(fieldAt(fields, 'parameters.onTime')).toMatchObject({ type: 'number', label: 'parameter onTime' });
    expect(fieldAt(chinese, 'customer.kind')?.values).toEqual([{ value: 'person', label: '个人' }, { value: 'business', label: '企业' }, { value: 'government', label: '政府机构' }]);
    expect(fieldAt(fields, 'previous.segment')?.values).toEqual(everyPart.segments.map(({ id, label }) => ({ value: id, label: label.en })));
  });

  it('have no unit that would mislead: a difference of ratios is written as one', () => {
    expect(fieldAt(fields, 'shareChange')).not.toHaveProperty('unit');
    expect(fieldAt(fields, 'targetCompletionChange')).not.toHaveProperty('unit');
  });

  it('list the operators of the host where their first operand fits', () => {
    expect(fieldAt(fields, 'rxShare')?.operators).toContain('acme:near');
    expect(fieldAt(fields, 'ready')?.operators).not.toContain('acme:near');
  });

  it('leave out what never has a value, and assessments that the policy does not name', () => {
    const paths = fields.map(({ path }) => path);
    expect(paths).not.toContain('scores.quadrant.value');
    expect(paths).not.toContain('scores.stage.value');
    expect(paths).not.toContain('scores.churn.band');
    expect(paths.filter((path) => path.startsWith('assessments.'))).toEqual(['assessments.credit']);
  });

  it('are new lists each time, of labels on one line', () => {
    const classifier = classifierOf({ ...everyPart, facts: { ...everyPart.facts, limit: { type: 'money', label: 'a\nb' } } });
    expect(classifier.fields()).not.toBe(classifier.fields());
    expect(fieldAt(classifier.fields(), 'limit')?.label).toBe('a b');
    expect(() => classifier.fields({ locale: 'zh-CN' as never })).toThrow('option/not-a-locale');
  });
});
