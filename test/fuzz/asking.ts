// Asking every evaluator the same.
import { isSame, type Counts, type Failure } from './case.js';
import type { Evaluator, Outcome, Read } from './evaluators.js';

export interface Asked {
  readonly name: string;
  readonly decide: (document: unknown) => Outcome;
}

/** The evaluators that take part in a run. */
export function prepared(evaluators: readonly Evaluator[], read: Read, run: number): readonly Asked[] {
  return evaluators
    .filter(({ every = 1 }) => run % every === 0)
    .flatMap(({ name, prepare }) => {
      const decide = prepare(read);
      return decide === undefined ? [] : [{ name, decide }];
    });
}

/** The first evaluator that does not come to what is expected. */
export function disagreement(asked: readonly Asked[], document: unknown, expected: Outcome, counts: Counts, accepts = isSame): Failure | undefined {
  for (const { name, decide } of asked) {
    counts.add(`evaluator: ${name}`);
    const actual = decide(document);
    if (!accepts(actual, expected)) return { check: `evaluator ${name}`, detail: { document, expected, actual } };
  }
  return undefined;
}
