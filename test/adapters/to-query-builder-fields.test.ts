import type { Fields } from '@react-awesome-query-builder/core';
import { formatQuery, type Field } from '@react-querybuilder/core';
import { parseJsonLogic } from '@react-querybuilder/core/parseJsonLogic';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toQueryBuilderFields, type AwesomeField, type EditorField, type QueryBuilder, type QueryBuilderField } from '../../src/adapters/index.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { Json } from '../../src/errors/json.js';
import { freezeJson } from '../../src/internal/freeze-json.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { VALUE_TYPES } from '../../src/rules/types.js';
import { configOf, CoreConfig, exportedBy, treeOf, Utils, type Library } from './awesome.js';
import { columnOf, editorFields, TIERS } from './kit.js';
import { RAQB_OUTCOMES, RQB_OUTCOMES } from './outcomes.js';

const every = OPERATORS.map(({ id }) => id);
const fields = editorFields(every);

/** What a host does with them: it has to compile. */
const forQueryBuilder: Field[] = toQueryBuilderFields(fields, 'react-querybuilder');
const forAwesome: Fields = Object.fromEntries(toQueryBuilderFields(fields, 'react-awesome-query-builder').map(({ name, ...rest }) => [name, rest]));
const asTheInterfaceSays: readonly { readonly name: string; readonly label: string; readonly [key: string]: unknown }[] = toQueryBuilderFields(fields, 'react-querybuilder' as QueryBuilder);

const ofType = <T extends { readonly name: string }>(list: readonly T[], type: string): T => list.find(({ name }) => name === type)!;
const names = (field: QueryBuilderField): readonly string[] => field.operators.map(({ name }) => name);

describe('for React Query Builder', () => {
  const made = toQueryBuilderFields(fields, 'react-querybuilder');

  it('has the input and the values of each type', () => {
    expect(made.map(({ name, inputType, valueEditorType }) => [name, inputType, valueEditorType])).toEqual([
      ...['number', 'money', 'ratio', 'count', 'days'].map((type) => [type, 'number', 'text']),
      ['date', 'date', 'text'], ['boolean', null, 'checkbox'], ['text', 'text', 'text'], ['enum', null, 'select'], ['list', 'text', 'text'],
    ]);
    expect(ofType(made, 'enum')).toMatchObject({ label: 'the enum', values: TIERS.map((value) => ({ name: value, label: value.toUpperCase() })) });
    expect(asTheInterfaceSays).toHaveLength(VALUE_TYPES.length);
  });

  it.each(VALUE_TYPES)('offers for %s what is evaluated as it is exported', (type) => {
    const evaluated = Object.keys(RQB_OUTCOMES).filter((operator) => RQB_OUTCOMES[operator]?.[columnOf(type)] === 'evaluated');
    // Parts of the id of a value, and lists of yes and no, are no questions.
    const odd = type === 'enum' ? /With$/ : type === 'boolean' ? /in$/i : /^$/;
    expect([...names(ofType(made, type))].sort()).toEqual(evaluated.filter((operator) => !odd.test(operator)).sort());
  });

  it('leaves out what the field does not take', () => {
    const [field] = toQueryBuilderFields([{ path: 'x', type: 'number', label: 'X', operators: ['==', '>=', 'in'] }], 'react-querybuilder');
    expect(field && names(field)).toEqual(['=', '>=', 'in', 'notIn']);
  });

  it('parses numbers of number fields alone, and compares like with like', () => {
    const query = { combinator: 'and', rules: [{ field: 'money', operator: '>=', value: '5000.50' }, { field: 'text', operator: 'in', value: '007,8' }] };
    expect(formatQuery(query, { format: 'jsonlogic', fields: forQueryBuilder, parseNumbers: 'strict-limited' })).toEqual({ and: [{ '>=': [{ var: 'money' }, 5000.5] }, { in: [{ var: 'text' }, ['007', '8']] }] });
    const imported = (rule: object): number => parseJsonLogic(rule as never, { fields: forQueryBuilder as never }).rules.length;
    expect(imported({ '>=': [{ var: 'money' }, { var: 'number' }] })).toBe(1);
    expect(imported({ '>=': [{ var: 'money' }, { var: 'date' }] })).toBe(0);
    expect(imported({ '==': [{ var: 'text' }, { var: 'enum' }] })).toBe(1);
  });
});

describe('for React Awesome Query Builder', () => {
  const made = toQueryBuilderFields(fields, 'react-awesome-query-builder');

  it('has the type and the settings of each', () => {
    expect(made.map(({ name, type }) => [name, type])).toEqual([
      ...['number', 'money', 'ratio', 'count', 'days'].map((type) => [type, 'number']),
      ['date', 'date'], ['boolean', 'boolean'], ['text', 'text'], ['enum', 'select'], ['list', 'multiselect'],
    ]);
    expect(ofType(made, 'enum').fieldSettings.listValues).toEqual(TIERS.map((value) => ({ value, title: value.toUpperCase() })));
    expect(ofType(made, 'list').fieldSettings).toEqual({ listValues: [], allowCustomValues: true });
    expect(ofType(made, 'count').fieldSettings).toEqual({ min: 0, step: 1 });
    expect(Object.keys(forAwesome)).toEqual([...VALUE_TYPES]);
  });

  it.each(VALUE_TYPES)('offers for %s what the library has for the type and is evaluated as it is exported', (type) => {
    const field = ofType(made, type);
    const widgets = Object.values(CoreConfig.types[field.type].widgets) as readonly { readonly operators?: readonly string[] }[];
    const offered = [...new Set(widgets.flatMap((widget) => widget.operators ?? []))];
    const evaluated = offered.filter((operator) => RAQB_OUTCOMES[operator]?.[columnOf(type)] === 'evaluated');
    expect([...field.operators].sort()).toEqual(evaluated.filter((operator) => !/^multiselect.*equals$/.test(operator)).sort());
  });
});

describe('paths with dots', () => {
  const dotted: readonly EditorField[] = [
    { path: 'scores.quadrant.band', type: 'enum', label: 'Quadrant', values: [{ value: 'star', label: 'Star' }], operators: every },
    { path: 'scores.quadrant', type: 'text', label: 'Not its parent', operators: every },
    { path: 'customer.size.employees', type: 'count', label: 'Employees', unit: 'people', operators: every },
  ];
  const rule: Json = { and: [{ '==': [{ var: 'scores.quadrant.band' }, 'star'] }, { '>=': [{ var: 'customer.size.employees' }, 10] }, { '==': [{ var: 'scores.quadrant' }, 'x'] }] };

  it('are in and out of React Awesome Query Builder as they were, and shown by their labels', () => {
    const made = toQueryBuilderFields(dotted, 'react-awesome-query-builder');
    expect(made.map(({ name, fieldName }) => [name, fieldName])).toEqual([
      ['scores/quadrant/band', 'scores.quadrant.band'], ['scores/quadrant', 'scores.quadrant'], ['customer/size/employees', 'customer.size.employees'],
    ]);
    const config = configOf(Object.fromEntries(made.map(({ name, ...rest }) => [name, rest])));
    const [tree, errors] = Utils.Import._loadFromJsonLogic(rule, config) as [Library.ImmutableTree, readonly string[]];
    expect(errors).toEqual([]);
    const { fixedTree, allErrors } = Utils.sanitizeTree(tree, config);
    expect(allErrors).toEqual([]);
    expect(exportedBy(fixedTree, config).rule).toEqual(rule);
    expect(Utils.queryString(fixedTree, config, true)).toBe('(Quadrant = Star AND Employees >= 10 AND Not its parent = x)');
    const built = treeOf([{ field: 'scores/quadrant/band', operator: 'select_any_in', value: [['star']], valueType: 'multiselect' }]);
    expect(exportedBy(built, config).rule).toEqual({ and: [{ in: [{ var: 'scores.quadrant.band' }, ['star']] }] });
  });

  it('are the names of React Query Builder', () => {
    const made = toQueryBuilderFields(dotted, 'react-querybuilder');
    expect(formatQuery(parseJsonLogic(rule as never, { fields: made as never }), { format: 'jsonlogic', fields: made })).toEqual(rule);
    expect(made[2]).toMatchObject({ name: 'customer.size.employees', unit: 'people' });
  });

  it('no two paths have one key, and no key has a dot', () => {
    const keyOf = (path: string): string => toQueryBuilderFields([{ path, type: 'text', label: '', operators: [] }], 'react-awesome-query-builder')[0]!.name;
    const path = fc.array(fc.constantFrom('a', '.', '/', '~', '0', '1'), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(fc.property(path, path, (one, other) => (keyOf(one) === keyOf(other)) === (one === other) && !keyOf(one).includes('.')));
  });
});

describe('whatever is given', () => {
  const problem = (action: () => unknown): unknown => {
    try {
      return action();
    } catch (error) {
      return ClassifierError.is(error) ? error.issues.map(({ code, pointer, suggestion }) => [code, pointer, suggestion]) : error;
    }
  };
  const field: EditorField = { path: 'x', type: 'number', label: 'X', operators: [] };

  it('an unknown builder is refused, with the closest', () => {
    expect(problem(() => toQueryBuilderFields([], 'react-query-builder' as QueryBuilder))).toEqual([['option/unknown-builder', '/builder', 'react-querybuilder']]);
    for (const builder of [undefined, null, 7, {}, 'constructor', 'x'.repeat(10_000)]) expect(problem(() => toQueryBuilderFields([], builder as QueryBuilder))).toEqual([['option/unknown-builder', '/builder', undefined]]);
  });

  it.each([
    ['no list', {}, '/fields'],
    ['no object', [field, 'x'], '/fields/1'],
    ['no path', [{ ...field, path: undefined }], '/fields/0'],
    ['an unknown type', [{ ...field, type: 'toString' }], '/fields/0'],
    ['no operators', [{ path: 'x', type: 'number', label: 'X' }], '/fields/0'],
    ['values that are bare', [{ ...field, values: ['a'] }], '/fields/0'],
    ['values that are none', [{ ...field, values: null }], '/fields/0'],
  ])('%s is refused', (_, given, pointer) => {
    for (const builder of ['react-querybuilder', 'react-awesome-query-builder'] as const) {
      expect(problem(() => toQueryBuilderFields(given as unknown as EditorField[], builder))).toEqual([['option/wrong-field', pointer, undefined]]);
    }
  });

  it('is not changed, and what is made is new each time and plain JSON', () => {
    const given = freezeJson(JSON.parse(JSON.stringify(fields)) as Json) as unknown as readonly EditorField[];
    for (const builder of ['react-querybuilder', 'react-awesome-query-builder'] as const) {
      const first: (QueryBuilderField | AwesomeField)[] = toQueryBuilderFields(given, builder);
      const text = JSON.stringify(first);
      expect(JSON.parse(text)).toEqual(first);
      first.forEach(({ operators }) => operators.splice(0));
      first.splice(0);
      expect(JSON.stringify(toQueryBuilderFields(given, builder))).toBe(text);
    }
  });

  it('an enum without its values is a text', () => {
    const bare: EditorField = { path: 'x', type: 'enum', label: 'X', operators: every };
    expect(toQueryBuilderFields([bare], 'react-querybuilder')[0]).toMatchObject({ valueEditorType: 'text', comparable: 'text' });
    expect(toQueryBuilderFields([bare], 'react-awesome-query-builder')[0]).toMatchObject({ type: 'text', operators: ['equal', 'not_equal', 'is_null', 'is_not_null'] });
  });

  it('a list with values is chosen from them', () => {
    const listed: EditorField = { path: 'x', type: 'list', label: 'X', operators: every, values: [{ value: 'a', label: 'A' }] };
    expect(toQueryBuilderFields([listed], 'react-querybuilder')[0]).toMatchObject({ valueEditorType: 'select', values: [{ name: 'a', label: 'A' }], comparable: 'list', valueSources: ['value'] });
    expect(toQueryBuilderFields([listed], 'react-awesome-query-builder')[0]?.fieldSettings).toEqual({ listValues: [{ value: 'a', title: 'A' }], allowCustomValues: false });
  });
});
