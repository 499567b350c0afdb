import type { FullField } from '@react-querybuilder/core';
import { formatQuery } from '@react-querybuilder/core';
import { parseJsonLogic } from '@react-querybuilder/core/parseJsonLogic';
import { describe, expect, it } from 'vitest';
import { toQueryBuilderFields } from '../../src/adapters/index.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { parseRule, type Json, type Truth } from '../../src/rules/index.js';
import { configOf, CoreConfig, exportedBy, treeOf, Utils, type Library } from './awesome.js';
import { IMPORTS, type Imported } from './imports.js';
import { editorFields, mend, schema } from './kit.js';

const ours = OPERATORS.filter(({ typed }) => typed !== undefined).map(({ id }) => id);
const editor = editorFields(ours);

function documents(): readonly Json[] {
  const lists: readonly Json[] = [null, [], ['a'], ['a', 'c'], ['c'], ['a', 'b']];
  const others = { date: [null, '2025-12-31', '2026-06-29', '2026-06-30', '2026-07-01'], enum: [null, 'gold', 'silver', 'bronze'], list: lists, count: [5, null, 6], money: [1.5, null, '1.51'] };
  const numbers = [null, 0, 1, 2, 3, 4, 5, 5.5, 6, 8];
  const texts = [null, 'a', 'ab', 'ba', 'x'];
  return numbers.flatMap((number) => texts.flatMap((text) => [null, true, false].map((boolean) => ({ number, text, boolean })))).map((document, index) => ({
    ...document,
    ...Object.fromEntries(Object.entries(others).map(([name, values]) => [name, values[index % values.length] ?? null])),
  }));
}

const verdicts = (rule: Json): readonly Truth[] => documents().map((document) => parseRule(rule, { schema }).test(document));

/** What a rule has become, from what came out; undefined if nothing did. */
function compare(rule: Json, after: Json | undefined): Imported {
  if (after === undefined || after === false) return 'lost';
  const { compiled, rule: mended } = mend(after);
  if (compiled === undefined || mended === null) return 'spoilt';
  return JSON.stringify(verdicts(mended)) === JSON.stringify(verdicts(rule)) ? 'same' : 'changed';
}

function throughQueryBuilder(rule: Json): Imported {
  const fields = toQueryBuilderFields(editor, 'react-querybuilder');
  try {
    const query = parseJsonLogic(rule as Parameters<typeof parseJsonLogic>[0], { fields: fields as unknown as FullField[], listsAsArrays: true });
    return compare(rule, formatQuery(query, { format: 'jsonlogic', fields, parseNumbers: 'strict-limited' }) as Json);
  } catch {
    return 'refused';
  }
}

const members = toQueryBuilderFields(editor, 'react-awesome-query-builder');
const awesomeFields = Object.fromEntries(members.map(({ name, ...rest }) => [name, rest]));
const { date } = CoreConfig.widgets;
/** Days as they are written, in every time zone. */
const days = { ...CoreConfig.widgets, date: { ...date, jsonLogic: (day: string) => day, jsonLogicImport: (text: string) => text.slice(0, 10) } };
const config = configOf(awesomeFields, { widgets: days as unknown as Library.Widgets });

/** In and out, with the check that the editor makes of what it is given. */
function throughAwesome(rule: Json, into = config): { readonly after: Json | undefined; readonly errors: readonly unknown[] } {
  const [tree, errors] = Utils.Import._loadFromJsonLogic(rule as object, into) as [Library.ImmutableTree | undefined, readonly string[]];
  if (tree === undefined || errors.length > 0) return { after: undefined, errors: [...errors, 'nothing'] };
  const { fixedTree, allErrors } = Utils.sanitizeTree(tree, into);
  return { after: exportedBy(fixedTree, into).rule, errors: allErrors };
}

describe('rules brought into a query builder, and out again', () => {
  it.each(IMPORTS.map(([rule, first, second]) => [JSON.stringify(rule), rule, first, second] as const))('%s', (_, rule, first, second) => {
    expect(throughQueryBuilder(rule)).toBe(first);
    const { after, errors } = throughAwesome(rule);
    expect(after === undefined && errors.length > 0 ? 'refused' : compare(rule, after)).toBe(second);
  });

  it('every operator of a policy stands in one of them', () => {
    const text = JSON.stringify(IMPORTS.map(([rule]) => rule));
    expect(ours.filter((id) => !text.includes(`{"${id}":`))).toEqual([]);
  });

  it('the verdicts can tell rules apart', () => {
    const told = IMPORTS.map(([rule]) => new Set(verdicts(rule)).size);
    expect(told.filter((different) => different < 2)).toEqual([]);
  });
});

describe('React Awesome Query Builder as the guide sets it up', () => {
  const { operators } = CoreConfig;
  const searching = ['like', 'not_like', 'starts_with', 'ends_with'];
  const fields = Object.fromEntries(members.map(({ name, ...rest }) => [name, rest.type === 'text' ? { ...rest, operators: [...rest.operators, ...searching] } : rest]));
  const set = {
    ...operators,
    like: { ...operators['like'], jsonLogic: 'contains' },
    not_like: { ...operators['not_like'], jsonLogic: undefined },
    starts_with: { ...operators['starts_with'], jsonLogic: 'startsWith' },
    ends_with: { ...operators['ends_with'], jsonLogic: 'endsWith' },
  };
  const guided = configOf(fields, { widgets: days as unknown as Library.Widgets, operators: set as unknown as Library.Operators });

  it.each<readonly [string, Json]>([
    ['like', { contains: [{ var: 'text' }, 'a'] }],
    ['not_like', { '!': { contains: [{ var: 'text' }, 'a'] } }],
    ['starts_with', { startsWith: [{ var: 'text' }, 'a'] }],
    ['ends_with', { endsWith: [{ var: 'text' }, 'a'] }],
  ])('%s is exported in our words, and imported', (operator, condition) => {
    const { rule, errors } = exportedBy(treeOf([{ field: 'text', operator, value: ['a'], valueType: 'text' }]), guided);
    expect([rule, errors]).toEqual([{ and: [condition] }, []]);
    const { after = null, errors: problems } = throughAwesome(rule ?? null, guided);
    expect([problems, compare(rule ?? null, after)]).toEqual([[], 'same']);
  });

  it('days are themselves', () => {
    const rule: Json = { and: [{ '<=': ['2026-01-01', { var: 'date' }, '2026-06-30'] }] };
    expect(throughAwesome(rule, guided).after).toEqual(rule);
  });
});

describe('days in React Awesome Query Builder', () => {
  it('are another day west of Greenwich, unless its widget is told to leave them as they are', () => {
    const rule: Json = { '==': [{ var: 'date' }, '2026-06-30'] };
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'America/New_York';
      expect(throughAwesome(rule, configOf(awesomeFields)).after).toEqual({ and: [{ '==': [{ var: 'date' }, '2026-06-29T00:00:00.000Z'] }] });
      expect(throughAwesome(rule).after).toEqual({ and: [rule] });
      expect(exportedBy(treeOf([{ field: 'date', operator: 'equal', value: ['2026-06-30'], valueType: 'date' }]), configOf(awesomeFields)).rule).toEqual({ and: [{ '==': [{ var: 'date' }, '2026-06-30T00:00:00.000Z'] }] });
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
