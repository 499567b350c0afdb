// React Awesome Query Builder as its users load it. Its ESM build does not run in Node.js, the CommonJS one does.
import { createRequire } from 'node:module';
import type * as Library from '@react-awesome-query-builder/core';
import type { Json } from '../../src/rules/index.js';

const library = createRequire(import.meta.url)('@react-awesome-query-builder/core') as typeof Library;
export type { Library };
export const { CoreConfig, Utils } = library;

/** A whole configuration, with the library's defaults but for its fields (and what else is given). */
export function configOf(fields: Library.Fields, more: Partial<Library.Config> = {}): Library.Config {
  return { ...(CoreConfig as unknown as Library.Config), ...more, fields };
}

export interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value: readonly unknown[];
  readonly valueType: string;
  readonly valueSrc?: 'value' | 'field';
}

const ruleItem = ({ field, operator, value, valueType, valueSrc = 'value' }: Condition) => ({
  type: 'rule',
  id: Utils.uuid(),
  properties: { field, fieldSrc: 'field', operator, value, valueSrc: value.map(() => valueSrc), valueType: value.map(() => valueType) },
});

/** A condition on the elements of a list: a group of the library. */
export function groupItem(field: string, operator: string, count: readonly number[], inner: readonly Condition[]) {
  const value = { value: count, valueSrc: count.map(() => 'value'), valueType: count.map(() => 'number') };
  return { type: 'rule_group', id: Utils.uuid(), properties: { field, fieldSrc: 'field', mode: 'array', operator, conjunction: 'AND', not: false, ...value }, children1: inner.map(ruleItem) };
}

export function treeOf(items: readonly (Condition | ReturnType<typeof groupItem>)[], properties: object = {}): Library.ImmutableTree {
  const children1 = items.map((item) => ('type' in item ? item : ruleItem(item)));
  return Utils.loadTree({ type: 'group', id: Utils.uuid(), properties: { conjunction: 'AND', ...properties }, children1 } as unknown as Library.JsonTree);
}

/** The rule as it is kept: as JSON, for the library gives dates as `Date`. Undefined if there is none. */
export function exportedBy(tree: Library.ImmutableTree, config: Library.Config): { readonly rule: Json | undefined; readonly raw: unknown; readonly errors: readonly string[] } {
  const { logic, errors = [] } = Utils.jsonLogicFormat(tree, config);
  return { rule: logic === undefined ? undefined : (JSON.parse(JSON.stringify(logic)) as Json), raw: logic, errors };
}
