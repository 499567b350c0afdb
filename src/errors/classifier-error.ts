import type { Issue } from './issue.js';

const BRAND = Symbol.for('clientele.ClassifierError');

/**
 * Thrown when a policy, an option or a strictly read record is wrong: it lists everything that is wrong.
 *
 * `issues` is never empty and holds errors first met first. Check with `ClassifierError.is(error)`, not `instanceof`:
 * the ES module and the CommonJS build of the package are two classes.
 *
 * @example
 * import { ClassifierError, parsePolicy } from 'clientele';
 * try {
 *   parsePolicy({ schema: 'clientele.policy/1' });
 * } catch (error) {
 *   ClassifierError.is(error); // => true
 * }
 */
export class ClassifierError extends Error {
  readonly issues: readonly [Issue, ...Issue[]];

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(summary(issues));
    this.name = 'ClassifierError';
    this.issues = issues;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** True for a ClassifierError of this or any other copy of the package. */
  static is(error: unknown): error is ClassifierError {
    return typeof error === 'object' && error !== null && (error as { readonly [BRAND]?: unknown })[BRAND] === true;
  }
}

/** A pointer may be as long as the document. */
const LONGEST_PLACE = 300;

function line({ pointer, message, suggestion, code }: Issue): string {
  const place = pointer.length <= LONGEST_PLACE ? pointer : `${pointer.slice(0, LONGEST_PLACE)}…`;
  const hint = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
  return `${place === '' ? '(root)' : place}: ${message}${hint} [${code}]`;
}

function summary(issues: readonly [Issue, ...Issue[]]): string {
  const lines = issues.map(line);
  return lines.length === 1 ? (lines[0] ?? '') : `${String(lines.length)} issues\n  ${lines.join('\n  ')}`;
}

/** Throws when there are errors among the issues. */
export function throwErrors(issues: readonly Issue[]): void {
  const [first, ...rest] = issues.filter((issue) => issue.severity === 'error');
  if (first !== undefined) throw new ClassifierError([first, ...rest]);
}
