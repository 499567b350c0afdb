// Records that arrive one by one: the same results as for a list, at the pace of who asks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';
import { defineScorer } from '../../src/scorers/define-scorer.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { anyRecord, asRecord, classifierOf, everything, FITTED_SCORES, policyOf, TODAY as asOf } from './kit.js';

type AnyRecord = ReturnType<typeof asRecord>;

const reader = everything();
const bought = (id: string, amount: number): AnyRecord => asRecord({ customer: { id }, transactions: [{ at: '2026-06-01', amount }] });
const RECORDS = ['a', 'b', 'c', 'd'].map((id, index) => bought(id, index * 30));

interface Source {
  readonly records: AsyncIterable<AnyRecord>;
  readonly log: string[];
}

/** A source that writes down what it is asked. */
function sourceOf(records: readonly unknown[], failure?: Error): Source {
  const log: string[] = [];
  async function* read(): AsyncGenerator<AnyRecord> {
    try {
      for (const [index, record] of records.entries()) {
        log.push(`gives ${String(index)}`);
        await Promise.resolve();
        yield asRecord(record);
      }
      if (failure !== undefined) throw failure;
      log.push('ends');
    } finally {
      log.push('closed');
    }
  }
  return { records: read(), log };
}

async function listOf<T>(arriving: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of arriving) list.push(one);
  return list;
}

function codesOf(error: unknown): readonly string[] {
  if (!ClassifierError.is(error)) throw error;
  return error.issues.map(({ code }) => code);
}

/** Codes of what a call throws at once. */
function thrownBy(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    return codesOf(error);
  }
  return [];
}

/** Codes of what a promise is rejected with. */
async function rejectedBy(promise: Promise<unknown>): Promise<readonly string[]> {
  return promise.then(() => [], codesOf);
}

/** A scorer fitted over the value and the band of an earlier score. */
const relative = defineScorer<null, number>({
  id: 'test:relative', version: '1', result: 'numeric',
  readOptions: () => null,
  inputs: () => ['scores.spend.value', 'scores.spend.band', 'netSpend'],
  fit: (columns) => Math.max(0, ...Object.values(columns).flat().filter((value) => typeof value === 'number')),
  score: (inputs, _, highest) => ({ value: Number(inputs['scores.spend.value'] ?? 0) / (highest === 0 ? 1 : highest), band: null }),
});
const fitted = () => classifierOf([{ '==': [{ var: 'scores.spend.band' }, 'high'] }], { scores: FITTED_SCORES });

describe('classifyStream', () => {
  it('gives what classifyAll gives, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 4 }), async (records) => {
        const list = [...reader.classifyAll(records.map(asRecord), { asOf })];
        const arrived = await listOf(reader.classifyStream(sourceOf(records).records, { asOf }));
        expect(JSON.stringify(arrived)).toBe(JSON.stringify(list));
      }),
      { numRuns: 40 },
    );
  });

  it('takes an ordinary list as well', async () => {
    const list = RECORDS as unknown as AsyncIterable<AnyRecord>;
    expect(await listOf(reader.classifyStream(list, { asOf }))).toEqual([...reader.classifyAll(RECORDS, { asOf })]);
  });

  it('is not stopped by a record that cannot be read', async () => {
    // What a source yields is asked for `then`, by the language itself.
    const trap = new Proxy({}, { get: (_, name) => { if (name !== 'then') throw new Error('no'); }, getOwnPropertyDescriptor: () => { throw new Error('no'); }, ownKeys: () => { throw new Error('no'); } });
    const hostile = { customer: { id: 'h' }, get transactions() { throw new Error('no'); } };
    const odd = [null, 7, 'text', {}, { customer: { id: '  ' } }, hostile, { customer: { id: 'x' }, transactions: [null, { at: 'never' }] }];
    const results = await listOf(reader.classifyStream(sourceOf([...odd, trap, RECORDS[1]]).records, { asOf }));
    expect(results.map(({ customerId }) => customerId)).toEqual(['', '', '', '', '', 'h', 'x', '', 'b']);
    expect(results[0]?.findings[0]?.code).toBe('record/no-customer-id');
  });

  it('takes one record for each result asked for, and none before the first', async () => {
    const { records, log } = sourceOf(RECORDS);
    const results = reader.classifyStream(records, { asOf })[Symbol.asyncIterator]();
    expect(log).toEqual([]);
    await results.next();
    await Promise.resolve();
    expect(log).toEqual(['gives 0']);
    await results.next();
    expect(log).toEqual(['gives 0', 'gives 1']);
  });

  it('closes the source of who stops early', async () => {
    const { records, log } = sourceOf(RECORDS);
    for await (const { customerId } of reader.classifyStream(records, { asOf })) if (customerId === 'b') break;
    expect(log).toEqual(['gives 0', 'gives 1', 'closed']);
  });

  it('tells after each record how many are done', async () => {
    const progress: number[] = [];
    await listOf(reader.classifyStream(sourceOf(RECORDS).records, { asOf, onProgress: (done) => progress.push(done) }));
    expect(progress).toEqual([1, 2, 3, 4]);
  });

  it('closes the source where onProgress throws', async () => {
    const { records, log } = sourceOf(RECORDS);
    const stop = new Error('stop');
    const all = listOf(reader.classifyStream(records, { asOf, onProgress: () => { throw stop; } }));
    await expect(all).rejects.toBe(stop);
    expect(log).toEqual(['gives 0', 'closed']);
  });

  it('passes the error of the source on, after the results before it', async () => {
    const failure = new Error('connection lost');
    const seen: string[] = [];
    const all = (async () => {
      for await (const { customerId } of reader.classifyStream(sourceOf(RECORDS.slice(0, 2), failure).records, { asOf })) seen.push(customerId);
    })();
    await expect(all).rejects.toBe(failure);
    expect(seen).toEqual(['a', 'b']);
  });

  it('throws at the call what would stop all', () => {
    const { records, log } = sourceOf(RECORDS);
    expect(thrownBy(() => reader.classifyStream(records, { asOf: 'soon' }))).toEqual(['option/not-a-date']);
    expect(thrownBy(() => fitted().classifyStream(records, { asOf }))).toEqual(['calibration/missing', 'calibration/missing']);
    const none = classifierOf([], { segments: [], otherwise: undefined });
    expect(thrownBy(() => none.classifyStream(records, { asOf }))).toEqual(['policy/no-segments']);
    for (const wrong of [undefined, null, 7, 'text', {}, { [Symbol.asyncIterator]: 1 }]) {
      expect(thrownBy(() => reader.classifyStream(wrong as unknown as AsyncIterable<AnyRecord>, { asOf }))).toEqual(['option/not-a-stream']);
    }
    expect(log).toEqual([]);
  });
});

describe('calibrateStream', () => {
  it('gives what calibrate gives, byte for byte', async () => {
    const classifier = fitted();
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 6 }), async (records) => {
        const arrived = await classifier.calibrateStream(sourceOf([...records, null]).records, { asOf });
        expect(JSON.stringify(arrived)).toBe(JSON.stringify(classifier.calibrate([...records.map(asRecord), asRecord(null)], { asOf })));
        expect(arrived.population).toBe(records.length);
      }),
      { numRuns: 40 },
    );
  });

  it('fits scores over scores, and leaves out those that are not fitted', async () => {
    const scores = { ...FITTED_SCORES, relative: { scorer: 'test:relative', options: null }, stage: { scorer: 'lifecycle-stage', atRiskFromDays: 90, lapsedFromDays: 180 } };
    const classifier = createClassifier(parsePolicy(policyOf([], { scores }), { scorers: [relative] }), { scorers: [relative] });
    const calibration = await classifier.calibrateStream(sourceOf(RECORDS).records, { asOf });
    expect(calibration).toEqual(classifier.calibrate(RECORDS, { asOf }));
    expect(Object.keys(calibration.scores)).toEqual(['often', 'relative', 'spend']);
    expect(calibration.scores['relative']).toBe(90);
  });

  it('rejects with what would stop it, and with the error of the source', async () => {
    const classifier = fitted();
    const failure = new Error('connection lost');
    await expect(classifier.calibrateStream(sourceOf(RECORDS, failure).records, { asOf })).rejects.toBe(failure);
    expect(await rejectedBy(classifier.calibrateStream(sourceOf(RECORDS).records, { asOf: 'soon' }))).toEqual(['option/not-a-date']);
    expect(await rejectedBy(classifier.calibrateStream(undefined as unknown as AsyncIterable<AnyRecord>, { asOf }))).toEqual(['option/not-a-stream']);
  });
});
