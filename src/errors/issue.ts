import type { Json } from './json.js';

/** How much an issue matters: an error refuses the policy or record, a warning and a note do not. */
export type Severity = 'error' | 'warning' | 'note';

/** One step of a mend that an editor can apply (RFC 6902). */
export interface Fix {
  readonly op: 'replace' | 'remove' | 'add';
  readonly path: string;
  readonly value?: Json;
}

/**
 * Something that is wrong with a policy, a rule, a record or an option.
 *
 * `code` is stable and listed in `docs/errors.md`; `pointer` is a JSON Pointer (RFC 6901) into what was read;
 * `params` are the values that the message was made of, so that it can be made again in another language.
 */
export interface Issue {
  readonly severity: Severity;
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
  readonly params: { readonly [name: string]: Json };
  readonly suggestion?: string;
  readonly fix?: readonly Fix[];
  readonly line?: number;
  readonly column?: number;
}

/** Something noticed in the data of one customer: it never stops a classification. */
export interface Finding {
  readonly code: string;
  readonly fact?: string;
  readonly pointer?: string;
  readonly params: { readonly [name: string]: Json };
}

/** What reading gives: a value, or the issues that say why there is none. A value may come with warnings. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** At most this many issues are collected from one document. */
export const MAX_ISSUES = 100;

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** True when no more errors are collected: whoever looks for them may stop. Warnings never stop anybody. */
export function isFull(issues: readonly Issue[]): boolean {
  return issues.filter(isError).length >= MAX_ISSUES;
}

/**
 * Adds an issue, unless there are so many of its kind that it would not be told.
 *
 * It is made only where it is added: looking for the closest of thousands of names is most of the work of reading a bad document.
 */
export function collect(issues: Issue[], make: () => Issue): void {
  if (isFull(issues)) return;
  const issue = make();
  const others = issues.filter((other) => !isError(other));
  if (isError(issue) || others.length < MAX_ISSUES) issues.push(issue);
}

/** The issues that are told, as they were found: at most 100, errors before others. */
export function firstIssues(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= MAX_ISSUES) return issues;
  const others = issues.filter((issue) => !isError(issue));
  const told = new Set([...issues.filter(isError), ...others].slice(0, MAX_ISSUES));
  return issues.filter((issue) => told.has(issue));
}

export interface IssueExtras {
  readonly severity?: Severity;
  readonly suggestion?: string | undefined;
  readonly fix?: readonly Fix[];
}

const LONGEST_PARAMETER = 300;

/** A parameter as it stands in a message: on one line, and not longer than a reader would read. */
function shown(value: Json): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return text.length <= LONGEST_PARAMETER ? text : `${text.slice(0, LONGEST_PARAMETER)}…`;
}

/** Fills `{name}` in a message with the parameter of that name. */
export function fillTemplate(template: string, params: { readonly [name: string]: Json }): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : shown(value);
  });
}

/** Makes the issue maker of one area from its table of messages: a code outside the table does not compile. */
export function issueMaker<Code extends string>(messages: { readonly [C in Code]: string }) {
  return (code: Code, pointer: string, params: { readonly [name: string]: Json } = {}, extras: IssueExtras = {}): Issue => ({
    severity: extras.severity ?? 'error',
    code,
    pointer,
    message: fillTemplate(messages[code], params),
    params,
    ...(extras.suggestion === undefined ? {} : { suggestion: extras.suggestion }),
    ...(extras.fix === undefined ? {} : { fix: extras.fix }),
  });
}

/** A result from what was read and the issues found: an error among them means that there is no value. */
export function resultOf<T>(value: T | undefined, issues: readonly Issue[]): Result<T> {
  const refused = value === undefined || issues.some((issue) => issue.severity === 'error');
  return refused ? { ok: false, issues } : { ok: true, value, issues };
}
