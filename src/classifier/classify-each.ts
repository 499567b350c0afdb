import { classifyOne } from '../classify/classify.js';
import type { Engine } from '../classify/engine.js';
import { parseClassification } from '../classify/read-results.js';
import type { Classification } from '../classify/types.js';
import { ClassifierError } from '../errors/classifier-error.js';
import { createAgain } from '../explain/again.js';
import type { Validity } from '../explain/types.js';
import { readHorizon, requireValidity, type FindValidity } from '../explain/validity.js';
import type { AsOfMoment } from '../facts/as-of.js';
import type { CustomerRecord } from '../model/types.js';

/** A classification that may say until when it holds. */
export interface LastingClassification<G extends string = string, S extends string = string> extends Classification<G, S> {
  /** Of those that were asked for it. */
  readonly validity?: Validity<G>;
}

/** What it is told by until when a class holds. */
export interface ValidityOptions {
  /** The record that was classified. Of it only what was known then counts. */
  readonly record: CustomerRecord;
  /** How far ahead is looked: `P12M` where absent, ten years at most. */
  readonly horizon?: string;
}

/** Makes what classifies each of many records, if it is wanted with the time that the class holds. */
export function classifyEach(engine: Engine, find: FindValidity, asOf: AsOfMoment, wanted: { readonly validity?: boolean; readonly horizon?: string }): (record: unknown) => LastingClassification {
  const span = readHorizon(wanted.horizon);
  if (wanted.validity !== true) return (record) => classifyOne(engine, record, asOf);
  return (record) => {
    const result = classifyOne(engine, record, asOf);
    // A record of nobody has no class that could last.
    const validity = result.customerId === '' ? undefined : find(createAgain(engine, result, record), result.segment, span);
    return validity === undefined ? result : { ...result, validity };
  };
}

export function* classifyMany<Outcome>(records: Iterable<unknown>, classify: (record: unknown) => Outcome, onProgress: ((done: number) => void) | undefined): Iterable<Outcome> {
  let done = 0;
  for (const record of records) {
    yield classify(record);
    done += 1;
    onProgress?.(done);
  }
}

/** Until when a class holds. What cannot be read is read strictly, so that the program is told what is wrong with it. */
export function validityOf(engine: Engine, find: FindValidity, result: Classification, options: Partial<ValidityOptions> | undefined): Validity {
  try {
    return requireValidity(engine, find, result, options?.record, options?.horizon);
  } catch (error) {
    if (!ClassifierError.is(error)) parseClassification(result, engine.plan.policy);
    throw error;
  }
}
