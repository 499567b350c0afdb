// A few thousand runs of the fuzzer with a fixed seed, and proof that it finds faults. More runs: `npm run fuzz -- --runs 1000000`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { root } from '../project.js';
import { prepared } from './asking.js';
import { Counts, type Case, type Failure } from './case.js';
import { checkPartial, type TypedRun } from './check-typed.js';
import { evaluators, readTyped, type Evaluator } from './evaluators.js';
import { faults, picky, slow } from './faults.js';
import { describeFound, describeReport, fuzz } from './fuzz.js';
import { placesOf, partAt } from './hostile.js';
import { LAWS } from './laws.js';
import { makeCase } from './make-case.js';
import { ownJsonLogic } from './own-json-logic.js';
import type { Schema } from './schemas.js';
import { shrunk } from './shrink.js';
import { typedOracle } from './typed-oracle.js';
import { pulseOf, PULSE_BYTES, watched } from './watch.js';

const SEED = 20_261_125;
const RUNS = 5_000;

describe('the fuzzer', () => {
  const report = fuzz({ seed: SEED, runs: RUNS });

  it('finds no disagreement', () => {
    expect(report.found === undefined ? '' : describeFound(report.found)).toBe('');
    expect(report.runs).toBe(RUNS);
  });

  it('makes every check, with every outcome', () => {
    const made = new Map(report.counts.entries());
    const outcomes = ['true', 'false', 'unknown', 'a value'];
    const manners = ['complete', 'absent', 'null', 'wrong'];
    const expected = [
      ...['typed', 'untyped', 'hostile'].map((family) => `runs: ${family}`),
      ...evaluators.map(({ name }) => `evaluator: ${name}`),
      ...manners.flatMap((manner) => outcomes.flatMap((outcome) => [`typed, ${manner}: ${outcome}`, `untyped, ${manner}: ${outcome}`])),
      ...outcomes.filter((outcome) => outcome !== 'unknown').flatMap((outcome) => [`json-logic-js: ${outcome}`, `json-logic-js without a schema: ${outcome}`]),
      ...LAWS.map(([name]) => `law: ${name}`),
      ...['true', 'false'].flatMap((before) => [before, 'unknown'].flatMap((after) => [`information: ${before} to ${after}`, `information without a schema: ${before} to ${after}`])),
      'null, absent and wrong are the same',
      ...['against', 'without'].flatMap((how) => ['accepted', 'refused'].map((what) => `hostile, ${how} a schema: ${what}`)),
      ...outcomes.map((outcome) => `hostile, accepted: ${outcome}`),
    ];
    expect(expected.filter((name) => (made.get(name) ?? 0) < 5)).toEqual([]);
  });

  it('uses every operator, against a schema and without', () => {
    const used = (family: Case['family']): ReadonlySet<string> => {
      const ids = new Set<string>();
      for (let run = 0; run < 4_000; run += 1) {
        const each = makeCase(SEED, run);
        if (each.family !== family) continue;
        for (const place of placesOf(each.rule)) {
          const part = partAt(each.rule, place);
          if (typeof part === 'object' && part !== null && !Array.isArray(part)) Object.keys(part).forEach((id) => ids.add(id));
        }
      }
      return ids;
    };
    const [typed, untyped] = [used('typed'), used('untyped')];
    expect(OPERATORS.filter(({ id, typed: check }) => (check !== undefined && !typed.has(id)) || !untyped.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('does the same again for the same seed, and each run by itself', () => {
    const [first, second] = [fuzz({ seed: 7, runs: 300 }), fuzz({ seed: 7, runs: 300 })];
    expect(second.counts.entries()).toEqual(first.counts.entries());
    expect(makeCase(7, 123).rule).toEqual(makeCase(7, 123).rule);
    expect(makeCase(8, 123).rule).not.toEqual(makeCase(7, 123).rule);
    const parts = new Counts();
    for (let from = 0; from < 300; from += 100) for (const [name, count] of fuzz({ seed: 7, runs: 100, from }).counts.entries()) parts.add(name, count);
    expect(parts.entries()).toEqual(first.counts.entries());
    expect(describeReport(first)).toMatch(/\n300 runs of seed 7 in [\d.]+ s: [\d,]+ runs\/s, the slowest \d+ ms$/);
  });
});

describe('a planted fault is found', () => {
  const hunt = (evaluator: Evaluator, slowest = 60_000) => fuzz({ seed: SEED, runs: 20_000, evaluators: [...evaluators, evaluator], slowest, shrinking: 2_000 }).found;

  it.each(faults.map(({ name, evaluator }) => [name, evaluator] as const))('%s', (_, evaluator) => {
    const found = hunt(evaluator);
    expect(found?.failure.check).toMatch(/faulty|nothing throws/);
    const text = describeFound(found!);
    expect(text).toContain(`npm run fuzz -- --seed ${SEED} --from ${found!.run} --runs 1`);
    expect(JSON.stringify(found!.least.rule).length).toBeLessThan(120);
  });

  it('a run that takes too long', () => {
    expect(hunt(slow(400), 350)?.failure.check).toBe('one run takes no longer than it may');
  });

  it('another meaning of json-logic-js', () => {
    ownJsonLogic.add_operation('<', (first: number, second: number) => first <= second);
    try {
      expect(fuzz({ seed: SEED, runs: 20_000, shrinking: 1_000 }).found?.failure.check).toMatch(/^json-logic-js/);
    } finally {
      ownJsonLogic.add_operation('<', (first: number, second: number, third: number | undefined) => first < second && (third === undefined || second < third));
    }
    expect(fuzz({ seed: SEED, runs: 300 }).found).toBeUndefined();
  });
});

describe('a law that is broken is told', () => {
  const schema: Schema = { a: { type: 'number' }, b: { type: 'number' } };
  const rule: Json = { and: [{ '>': [{ var: 'a' }, 0] }, { '<': [{ var: 'b' }, 9] }] };
  const base: Case = { family: 'typed', rule, schema, document: { a: 1, b: 2 }, removals: [{ keys: ['a'], wrong: 'x' }], asksAbsence: false, run: 0 };

  const runOf = (each: Case, given: readonly Evaluator[]): TypedRun => ({ each, schema, oracle: typedOracle(each.rule, schema), asked: prepared(given, readTyped(each.rule, schema)!, 0), counts: new Counts() });
  const broken = (name: string, evaluator: Evaluator): Failure | undefined => {
    const law = LAWS.find(([each]) => each.includes(name))?.[1];
    // Operands are shuffled by the number of the run: in one of a few they change places.
    const outcomes = [0, 1, 2, 3].map((run) => law?.(runOf({ ...base, run }, [evaluator]), readTyped(rule, schema)!, [evaluator]));
    return outcomes.find((outcome): outcome is Failure => typeof outcome === 'object');
  };
  const isFirst = (key: string) => (document: { readonly [key: string]: unknown }): boolean => Object.keys(document)[0] === key;

  it('holds of the evaluators that there are', () => {
    for (const [, law] of LAWS) expect([undefined, 'left out']).toContain(law(runOf(base, evaluators), readTyped(rule, schema)!, evaluators));
  });
  it('operands in another order', () => {
    expect(broken('order of operands', picky((_, given) => JSON.stringify(given).startsWith('{"and":[{"<"')))?.check).toBe('order of operands');
  });
  it('keys in another order', () => {
    expect(broken('order of keys', picky(isFirst('b')))?.check).toBe('order of keys');
  });
  it('a document that is changed', () => {
    const evaluator = picky((document) => {
      (document as { a: number }).a = 1;
      return false;
    });
    expect(() => broken('nothing given', evaluator)).toThrow(TypeError);
  });
  it('another meaning without a schema', () => {
    const evaluator: Evaluator = { name: 'typed only', prepare: ({ schema: given }) => () => (given === undefined ? 'wrong' : true) };
    expect(broken('without a schema', evaluator)?.check).toBe('the same without a schema');
  });
  it('less that decides otherwise', () => {
    const run = runOf({ ...base, run: 1 }, []);
    const turned: TypedRun = { ...run, oracle: { ...run.oracle, ask: () => ({ value: true, missing: true, odd: false }) } };
    expect(checkPartial(turned, false)?.check).toBe('information');
    expect(checkPartial(turned, true)).toBeUndefined();
  });
});

describe('the tools of the fuzzer', () => {
  it('make a failing case small', () => {
    const each = [...Array(500).keys()].map((run) => makeCase(3, run)).find(({ family, rule }) => family === 'typed' && JSON.stringify(rule).includes('"*"') && JSON.stringify(rule).length > 150);
    const least = shrunk(each!, ({ rule, document }) => JSON.stringify(rule).includes('"*"') && typeof document === 'object');
    expect(JSON.stringify(least.rule)).toMatch(/^\{"\*":(\[\]|\[[^,]*\]|true)\}$/);
    expect([least.document, least.removals, least.schema]).toEqual([{}, [], {}]);
  });

  it('notice a thread that hangs, and where', async () => {
    const thread = (source: string) => {
      const shared = new SharedArrayBuffer(PULSE_BYTES);
      return watched<string>(new Worker(`const { parentPort, workerData } = require('node:worker_threads'); const cells = new Int32Array(workerData); ${source}`, { eval: true, workerData: shared }), pulseOf(shared), 1_500);
    };
    expect(await thread('Atomics.store(cells, 0, 42); Atomics.add(cells, 1, 1); for (;;);')).toEqual({ kind: 'hangs', run: 42 });
    expect(await thread('let n = 0; const timer = setInterval(() => { Atomics.add(cells, 1, 1); if ((n += 1) === 30) { clearInterval(timer); parentPort.postMessage("done"); } }, 100);')).toEqual({ kind: 'done', message: 'done' });
  });

  it('are run by one command', () => {
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'test/fuzz/run.ts'), ...args], { cwd: root, encoding: 'utf8' });
    const { status, stdout, stderr } = run('--runs', '200', '--seed', '5');
    expect([status, stderr, stdout]).toEqual([0, '', expect.stringMatching(/\n200 runs of seed 5 .*\nno disagreement\n$/)]);
    expect(run('--runs', 'many')).toMatchObject({ status: 2, stderr: '`--runs` needs a whole number, not `many`\n' });
  });
});
