import { suggestName } from '../internal/closest.js';
import { keysOf } from './document.js';
import type { Field, Report, RuleNode, RuleScope } from './types.js';

/** What bare names mean at a place in a rule: the document, or the element of a list operator. */
export interface Environment {
  /** The list whose elements they are; undefined for the document. */
  readonly element: Field | undefined;
  readonly outer: Environment | undefined;
}

/** Leads from an element to what lies around its list. */
export const OUTER = '^.';

/** Reads a path at a place: `pointer` is that of the node, `place` that of the text. Undefined after a report. */
type ResolvePath = (path: string, pointer: string, place: string, environment: Environment) => RuleNode | undefined;

/** Resolves paths against a scope, or without one takes them as they are; the paths of the document are added to `paths`. */
export function pathResolver(scope: RuleScope | undefined, report: Report, paths: Set<string>): ResolvePath {
  return (path, pointer, place, environment) => {
    let inner = path;
    let at = environment;
    let up = 0;
    while (inner.startsWith(OUTER) && at.outer !== undefined) {
      inner = inner.slice(OUTER.length);
      at = at.outer;
      up += 1;
    }
    if (at.element === undefined && inner !== '') paths.add(inner);
    if (scope === undefined) return { kind: 'element', pointer, type: 'any', path: inner, up, keys: keysOf(inner) };
    const found = at.element === undefined ? documentPath(scope, inner, pointer) : elementPath(at.element, inner, up, pointer);
    if (found === undefined) reportUnknown(scope, path, place, environment, report);
    return found;
  };
}

function documentPath(scope: RuleScope, path: string, pointer: string): RuleNode | undefined {
  const field = scope.field(path);
  if (field === undefined) return undefined;
  const { constant } = field;
  if (constant === undefined) return { kind: 'path', pointer, type: field.type, field, path, slot: scope.slot(path) };
  const type = typeof constant === 'string' ? 'text' : typeof constant === 'number' ? 'number' : 'boolean';
  return { kind: 'literal', pointer, type, value: constant, source: constant, path };
}

function elementPath(list: Field, path: string, up: number, pointer: string): RuleNode | undefined {
  if (list.element === undefined) {
    if (path !== '') return undefined;
    const field: Field | undefined = list.values === undefined ? undefined : { type: 'enum', values: list.values };
    return { kind: 'element', pointer, type: field === undefined ? 'scalar' : 'enum', field, path, up, keys: [] };
  }
  // The elements of a declared list lie under the names of its fields, dots or not.
  const field = Object.hasOwn(list.element, path) ? list.element[path] : undefined;
  return field === undefined ? undefined : { kind: 'element', pointer, type: field.type, field, path, up, keys: [path] };
}

function reportUnknown(scope: RuleScope, path: string, place: string, environment: Environment, report: Report): void {
  const declaration = environment.element === undefined ? scope.declaration?.(path) : undefined;
  report('rule/unknown-path', place, { path, declaration: declaration === undefined ? '' : `: \`${declaration}\`` }, () => {
    const names = namesAt(scope, environment);
    const outer = `${OUTER}${path}`;
    const closest = names.includes(outer) ? outer : suggestName(path, names);
    const isOne = closest !== undefined && names.includes(closest);
    return { suggestion: closest, ...(isOne ? { fix: [{ op: 'replace', path: place, value: closest }] } : {}) };
  });
}

function namesAt(scope: RuleScope, environment: Environment): readonly string[] {
  if (environment.element === undefined || environment.outer === undefined) return scope.names();
  const own = environment.element.element === undefined ? [''] : Object.keys(environment.element.element);
  return [...own, ...namesAt(scope, environment.outer).map((name) => `${OUTER}${name}`)];
}
