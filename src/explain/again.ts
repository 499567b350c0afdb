import { classifyRecord } from '../classify/classify.js';
import type { Engine } from '../classify/engine.js';
import { customerId, overPlainRecord, readSafely } from '../classify/plain-record.js';
import type { Classification } from '../classify/types.js';
import { ClassifierError } from '../errors/classifier-error.js';
import { referenceIssue } from '../errors/reference-issue.js';
import type { AsOfMoment } from '../facts/as-of.js';
import { knownRecord } from '../facts/known-record.js';
import type { Entry } from '../facts/reading.js';
import type { When } from '../model/types.js';

/** What the parts of an explanation that need the record are made with: the customer can be classified again, changed or on another day. */
export interface Again {
  readonly engine: Engine;
  /** The day or the instant that the classification is of. */
  readonly asOf: AsOfMoment;
  /** What was known of the customer then: the record without later events. It is never changed; a changed one is a copy. */
  readonly record: Entry;
  /** The record as it was given, with all that it holds. */
  readonly stated: Entry;
  /** Classifies as the classifier itself does. */
  readonly classifyAt: (record: unknown, asOf: When) => Classification;
}

/** Throws a `ClassifierError` for a classification of another policy, or of another version of it. */
export function requireOwn({ plan }: Engine, result: Classification): void {
  if (result.policy.hash === plan.hashes.policy) return;
  throw new ClassifierError([referenceIssue('classification/not-understood', '/policy/hash', { problem: 'it was made by another policy, or another version of it' })]);
}

/** True where a classification was made with the lines that the classifier has now: with other ones it may have given another class. */
export function hasSameLines({ plan, calibration }: Engine, result: Classification): boolean {
  return result.calibration?.hash === calibration?.hash || plan.scores.every(({ isFitted }) => !isFitted);
}

/** Throws a `ClassifierError` for a record that is not of the customer who was classified. */
export function createAgain(engine: Engine, result: Classification, record: unknown): Again {
  const asOf = engine.asOf(result.asOf);
  return overPlainRecord(record, (plain) => {
    const id = customerId(plain);
    if (plain === undefined || id === undefined) throw new ClassifierError([referenceIssue('record/no-customer-id', '/customer/id')]);
    if (id !== result.customerId) throw new ClassifierError([referenceIssue('classification/not-understood', '/customerId', { problem: 'it is of another customer than the record' })]);
    return {
      engine,
      asOf,
      stated: plain,
      record: readSafely(plain, (readable) => knownRecord(readable, asOf, engine.settings.zone)),
      classifyAt: (changed, when) => classifyRecord(engine, changed, engine.asOf(when)),
    };
  });
}
