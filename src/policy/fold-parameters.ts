import { collect, issueMaker, type Issue } from '../errors/issue.js';
import { isJsonObject, type Json } from '../errors/json.js';
import { policyMessages } from '../errors/messages/policy.js';
import { listNames, suggestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import type { Policy } from './types.js';

const policyIssue = issueMaker(policyMessages);

/** What folding needs to know, and where it tells what it found. */
export interface Folding {
  readonly parameters: NonNullable<Policy['parameters']>;
  /** The paths of the parameters that were used. */
  readonly used: Set<string>;
  readonly issues: Issue[];
}

/** The parameter that `{ "var": "parameters.<id>" }` reads; undefined for anything else. */
function parameterOf(json: Json): string | undefined {
  if (!isJsonObject(json) || Object.keys(json).length !== 1) return undefined;
  const { var: path } = json;
  return typeof path === 'string' && path.startsWith('parameters.') ? path.slice('parameters.'.length) : undefined;
}

/** The options of a score, with the value of a parameter wherever one is read. */
export function foldParameters(options: Json, pointer: string, folding: Folding): Json {
  const name = parameterOf(options);
  if (name !== undefined) return valueOf(name, pointer, folding);
  if (Array.isArray(options)) return options.map((element: Json, index) => foldParameters(element, childPointer(pointer, index), folding));
  if (!isJsonObject(options)) return options;
  return Object.fromEntries(Object.entries(options).map(([key, member]) => [key, foldParameters(member, childPointer(pointer, key), folding)]));
}

function valueOf(name: string, pointer: string, { parameters, used, issues }: Folding): Json {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value !== undefined) {
    used.add(`parameters.${name}`);
    return value;
  }
  collect(issues, () => {
    const known = Object.keys(parameters);
    return policyIssue('policy/unknown-parameter', pointer, { name, known: listNames(known) }, { suggestion: suggestName(name, known) });
  });
  return null;
}
