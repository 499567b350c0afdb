import type * as z from 'zod/mini';
import { issueMaker, MAX_ISSUES, type Fix, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { policyMessages } from '../errors/messages/policy.js';
import { closestName, suggestName } from '../internal/closest.js';
import { childPointer, pointerOf } from '../internal/pointer.js';
import { policySchema } from './shapes.js';
import type { Policy } from './types.js';

type SchemaIssue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

const policyIssue = issueMaker(policyMessages);

/** What reading a shape gives: the policy where it can be read on, and everything that is wrong with its shape. */
interface ReadShape {
  readonly policy: Policy | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Reads the shape of a policy: which members there are and of what types, all problems at once.
 *
 * The document is a bounded plain copy. Names, rules, measures and the options of scorers are read afterwards, by others: also where
 * the only thing wrong is a member too many, so that all is told at once.
 */
export function readShape(document: Json): ReadShape {
  const found = policySchema.safeParse(document).error?.issues ?? [];
  // Twice as many as are told: of a misspelt member two are found and one is left.
  const issues = withoutRenamed(found.slice(0, 2 * MAX_ISSUES).flatMap((issue) => issuesOf(issue, [], document))).slice(0, MAX_ISSUES);
  return { policy: isPolicy(document, found) ? document : undefined, issues };
}

/** The schema is the proof: what it has nothing to say against, but for members too many, has the shape of a policy. */
function isPolicy(_document: Json, found: readonly SchemaIssue[]): _document is Json & Policy {
  return found.every(({ code }) => code === 'unrecognized_keys');
}

/** A member that is only misspelt is one problem: it is not missing as well. */
function withoutRenamed(issues: readonly Issue[]): readonly Issue[] {
  const added = new Set(issues.flatMap(({ fix = [] }) => fix.filter(({ op }) => op === 'add').map(({ path }) => path)));
  return issues.filter(({ code, pointer }) => code !== 'policy/missing' || !added.has(pointer));
}

function issuesOf(issue: SchemaIssue, above: Path, document: Json): readonly Issue[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MAX_ISSUES).map((key) => unknownOption(key, issue.message.split(' '), path, document));
    case 'invalid_key':
      return [policyIssue('policy/wrong-id', pointerOf(path), { id: String(path.at(-1)) })];
    case 'invalid_union': {
      const meant = issue.errors.find(isBelow);
      return meant === undefined ? [wrongType(path, document, issue.message)] : meant.flatMap((inner) => issuesOf(inner, path, document));
    }
    case 'invalid_value':
      return [wrongValue(path, document, issue)];
    case 'custom':
      return [wrongText(path, document, issue)];
    default:
      return [wrongType(path, document, issue.message)];
  }
}

/** True for the issues of the option of a choice whose outer form fits: what is wrong lies further in. */
function isBelow(issues: readonly SchemaIssue[]): boolean {
  return issues.every(({ code, path }) => code === 'unrecognized_keys' || path.length > 0);
}

function unknownOption(name: string, known: readonly string[], path: Path, document: Json): Issue {
  const parent = pointerOf(path);
  const pointer = childPointer(parent, name);
  const meant = closestName(name, known);
  const value = valueAt(document, [...path, name]);
  const isFree = meant !== undefined && valueAt(document, [...path, meant]) === undefined;
  const rename: readonly Fix[] | undefined =
    isFree && value !== undefined
      ? [
          { op: 'remove', path: pointer },
          { op: 'add', path: childPointer(parent, meant), value },
        ]
      : undefined;
  return policyIssue(
    'policy/unknown-option',
    pointer,
    { name: name },
    { suggestion: meant ?? suggestName(name, known), ...(rename === undefined ? {} : { fix: rename }) },
  );
}

function wrongValue(path: Path, document: Json, { values }: { readonly values: readonly unknown[] }): Issue {
  const value = valueAt(document, path);
  const allowed = values.map(String);
  if (value === undefined) return missing(path, allowed.length === 1 ? `\`${allowed.join('')}\`` : `one of ${allowed.join(', ')}`);
  const pointer = pointerOf(path);
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  const meant = closestName(written, allowed);
  const fix: readonly Fix[] | undefined =
    typeof value === 'string' && meant !== undefined && allowed.length > 1 ? [{ op: 'replace', path: pointer, value: meant }] : undefined;
  const params = { name: nameOf(path), value: written, allowed: allowed.join(', ') };
  return policyIssue('policy/wrong-value', pointer, params, {
    suggestion: typeof value === 'string' ? meant : undefined,
    ...(fix === undefined ? {} : { fix }),
  });
}

function wrongText(
  path: Path,
  document: Json,
  { params, message }: { readonly params?: { readonly [name: string]: unknown } | undefined; readonly message: string },
): Issue {
  const value = valueAt(document, path);
  if (typeof value !== 'string') return wrongType(path, document, message);
  const pointer = pointerOf(path);
  return params?.['check'] === 'id'
    ? policyIssue('policy/wrong-id', pointer, { id: value })
    : policyIssue('policy/blank-text', pointer, { name: nameOf(path) });
}

function wrongType(path: Path, document: Json, expected: string): Issue {
  const value = valueAt(document, path);
  if (value === undefined) return missing(path, expected);
  return policyIssue('policy/wrong-type', pointerOf(path), { name: nameOf(path), actual: kindOf(value), expected });
}

function missing(path: Path, expected: string): Issue {
  return policyIssue('policy/missing', pointerOf(path), { name: nameOf(path), expected });
}

/** What a value is, in words. */
export function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const kinds: { readonly [type: string]: string } = { string: 'a text', number: 'a number', boolean: 'true or false' };
  return kinds[typeof value] ?? 'an object';
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'policy';
  return typeof last === 'number' ? `${String(path.at(-2) ?? '')}[${last}]` : last;
}

function valueAt(document: Json, path: Path): Json | undefined {
  let value: Json | undefined = document;
  for (const key of path) value = isContainer(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

function isContainer(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null;
}
