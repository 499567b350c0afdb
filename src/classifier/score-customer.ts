import { factsOf, scoreRecord, type Engine } from '../classify/engine.js';
import { customerId, overPlainRecord } from '../classify/plain-record.js';
import { ClassifierError } from '../errors/classifier-error.js';
import type { Finding } from '../errors/issue.js';
import { referenceIssue } from '../errors/reference-issue.js';
import type { AsOfMoment } from '../facts/as-of.js';
import type { FactValue } from '../model/types.js';
import type { Score } from '../scorers/scorer.js';

/** Facts and scores of one customer, without a segment. */
export interface ScoredCustomer<S extends string = string> {
  /** Money in major units, null for missing. They can be given back in a record under `facts`. */
  readonly facts: { readonly [id: string]: FactValue };
  readonly scores: { readonly [K in S]: Score };
  readonly findings: readonly Finding[];
}

/** Scores one record; throws for one without a customer id. */
export function scoreCustomer(engine: Engine, record: unknown, asOf: AsOfMoment): ScoredCustomer {
  return overPlainRecord(record, (plain) => {
    if (plain === undefined || customerId(plain) === undefined) throw new ClassifierError([referenceIssue('record/no-customer-id', '/customer/id')]);
    const { slots, reading, scores } = scoreRecord(engine, plain, asOf);
    return { facts: factsOf(engine.plan, slots), scores, findings: reading.findings() };
  });
}
