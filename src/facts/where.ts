import type { Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { evaluate } from '../rules/evaluate.js';
import { createScope } from '../rules/scope.js';
import type { Field, RuleNode, RuleScope } from '../rules/types.js';
import type { Where } from './rows.js';
import { GAP, type Source } from './sources.js';

/** Reads a rule; by default it must be a yes or no. */
export type ReadRule = (rule: Json, scope: RuleScope, pointer: string, issues: Issue[], expect?: 'boolean' | 'value') => RuleNode | undefined;

/** Reads rules over the events of a source: its fields by bare name, and the policy's parameters. */
export function createReadWhere(readRule: ReadRule, parameter: (path: string) => Field | undefined, parameters: readonly string[], exponent: number) {
  return (json: Json, source: Source, pointer: string, issues: Issue[]): Where | undefined => {
    const fieldOf = (name: string): Field | undefined => {
      const field = Object.hasOwn(source.fields, name) && source.fields[name] !== GAP ? source.fields[name]?.field : undefined;
      return field?.type === 'money' ? { ...field, exponent } : field;
    };
    const scope = createScope({
      field: (path) => fieldOf(path) ?? parameter(path),
      names: () => [...Object.keys(source.fields).filter((name) => source.fields[name] !== GAP), ...parameters],
    });
    const tree = readRule(json, scope, pointer, issues);
    if (tree === undefined) return undefined;
    const readers = scope.paths.map((path) => source.fields[path]?.read);
    const rule: Where['rule'] = (row) => {
      const outcome = evaluate(tree, readers.map((read) => read?.(row)));
      return outcome === undefined ? undefined : outcome === true;
    };
    return { rule, fields: scope.paths };
  };
}
