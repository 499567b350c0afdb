// The fuzzer: one run after the other, until one disagrees.
import { inspect } from 'node:util';
import { Counts, type Case, type Failure } from './case.js';
import { checkHostile } from './check-hostile.js';
import { checkTyped } from './check-typed.js';
import { checkUntyped } from './check-untyped.js';
import { evaluators as all, type Evaluator } from './evaluators.js';
import { makeCase } from './make-case.js';
import { Gap } from './meaning.js';
import { shrunk } from './shrink.js';

export interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
  /** The first run (0 if not given). */
  readonly from?: number;
  readonly evaluators?: readonly Evaluator[];
  /** A run that takes longer is a failure; in milliseconds. */
  readonly slowest?: number;
  /** How long a failing case is made smaller, in milliseconds. */
  readonly shrinking?: number;
  /** Is told the number of the run before anything is checked: who hears nothing for long knows where it hangs. */
  readonly beat?: (run: number) => void;
}

export interface Found {
  readonly seed: number;
  readonly run: number;
  readonly failure: Failure;
  /** The case, as small as it could be made. */
  readonly least: Case;
}

export interface Report {
  readonly seed: number;
  readonly runs: number;
  readonly seconds: number;
  /** The longest that one run took, in milliseconds. */
  readonly slowest: number;
  readonly counts: Counts;
  readonly found: Found | undefined;
}

const checks = { typed: checkTyped, untyped: checkUntyped, hostile: checkHostile };

/** What is wrong with one case, if anything is. */
function check(each: Case, evaluators: readonly Evaluator[], slowest: number, counts: Counts): Failure | undefined {
  const started = performance.now();
  try {
    const failure = checks[each.family](each, evaluators, counts);
    const took = performance.now() - started;
    return failure ?? (took > slowest ? { check: 'one run takes no longer than it may', detail: { milliseconds: took } } : undefined);
  } catch (error) {
    // A case that was made smaller may be one that the oracle has no words for: that says nothing.
    if (error instanceof Gap && each.family === 'typed') return { check: 'the oracle has no words for it', detail: { gap: error.message } };
    return { check: 'nothing throws', detail: { error } };
  }
}

export function fuzz({ seed, runs, from = 0, evaluators = all, slowest = 5_000, shrinking = 20_000, beat }: FuzzOptions): Report {
  const counts = new Counts();
  const started = performance.now();
  let longest = 0;
  let at = started;
  const report = (done: number, found: Found | undefined): Report => ({ seed, runs: done, seconds: (performance.now() - started) / 1000, slowest: longest, counts, found });
  for (let run = from; run < from + runs; run += 1) {
    beat?.(run);
    const each = makeCase(seed, run);
    counts.add(`runs: ${each.family}`);
    const failure = check(each, evaluators, slowest, counts);
    const now = performance.now();
    longest = Math.max(longest, now - at);
    at = now;
    if (failure === undefined) continue;
    const least = shrunk(each, (smaller) => {
      beat?.(run);
      return check(smaller, evaluators, slowest, new Counts())?.check === failure.check;
    }, shrinking);
    return report(run - from + 1, { seed, run, failure: check(least, evaluators, slowest, new Counts()) ?? failure, least });
  }
  return report(runs, undefined);
}

const shown = (value: unknown): string => inspect(value, { depth: null, breakLength: 140, maxArrayLength: 50, maxStringLength: 2_000 });

/** A case as people read it, and how to see it again. */
export function describeCase(seed: number, { rule, schema, document, removals, disguise, run }: Case): string {
  return [
    `rule      ${JSON.stringify(rule)}${disguise === undefined ? '' : ` (as: ${disguise})`}`,
    `schema    ${schema === undefined ? 'none' : JSON.stringify(schema)}`,
    `document  ${shown(document)}`,
    ...(removals.length === 0 ? [] : [`taken out ${shown(removals)}`]),
    `again     npm run fuzz -- --seed ${seed} --from ${run} --runs 1`,
  ].join('\n');
}

/** A disagreement, with all that is needed to see it again. */
export function describeFound({ seed, run, failure, least }: Found): string {
  const details = Object.entries(failure.detail).map(([name, value]) => `${name.padEnd(9)} ${shown(value)}`);
  return [`seed ${seed}, run ${run}: ${failure.check}`, describeCase(seed, least), ...details].join('\n');
}

/** What was done, so that it shows that each check was made. */
export function describeReport({ seed, runs, seconds, slowest, counts }: Report): string {
  const entries = counts.entries();
  const width = Math.max(...entries.map(([, count]) => count.toLocaleString('en').length));
  return [
    ...entries.map(([name, count]) => `${count.toLocaleString('en').padStart(width)}  ${name}`),
    `${runs.toLocaleString('en')} runs of seed ${seed} in ${seconds.toFixed(1)} s: ${Math.round(runs / seconds).toLocaleString('en')} runs/s, the slowest ${slowest.toFixed(0)} ms`,
  ].join('\n');
}
