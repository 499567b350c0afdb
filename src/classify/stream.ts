import { ClassifierError } from '../errors/classifier-error.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { refuseArgument } from '../errors/refuse-argument.js';
import type { AsOfMoment } from '../facts/as-of.js';
import { isIterable } from '../internal/iterable.js';
import { createPopulation } from './calibrate.js';
import type { Engine } from './engine.js';
import type { Calibration } from './types.js';

/** Records as they arrive. `for await` takes ordinary lists as well, so they are let through. */
type Arriving = AsyncIterable<unknown> | Iterable<unknown>;

function isArriving(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && typeof value[Symbol.asyncIterator] === 'function';
}

const RECORDS = 'a list or another iterable; await a promise first, and give a stream to `classifyStream`, `explainStream` or `calibrateStream`';

/** Throws at once for what cannot be read record by record: the mistake is of the program, and told where it was made. */
export function requireRecords(records: unknown): Arriving {
  if (isArriving(records) || isIterable(records)) return records;
  throw new ClassifierError([referenceIssue('option/not-a-stream', '/records')]);
}

/** As `requireRecords`, for who reads records that are all there. */
export function requireIterable(records: unknown): Iterable<unknown> {
  return isIterable(records) ? records : refuseArgument('records', RECORDS);
}

/**
 * Classifies records as they arrive. One record is asked for each result that is asked for; who stops early closes the source, and what
 * the source throws is passed on. Whoever calls this calls `requireReady` first.
 */
export async function* classifyArriving<Outcome>(records: Arriving, classify: (record: unknown) => Outcome, onProgress: ((done: number) => void) | undefined): AsyncGenerator<Outcome, void, undefined> {
  let done = 0;
  for await (const record of records) {
    yield classify(record);
    done += 1;
    onProgress?.(done);
  }
}

/** As `calibrateEngine`, over records as they arrive: none of them is kept. */
export async function calibrateArriving(engine: Engine, records: Arriving, asOf: AsOfMoment): Promise<Calibration> {
  const population = createPopulation(engine, asOf);
  for await (const record of records) population.add(record);
  return population.fit();
}
