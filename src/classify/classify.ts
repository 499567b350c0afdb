import { ClassifierError } from '../errors/classifier-error.js';
import { referenceIssue } from '../errors/reference-issue.js';
import type { AsOfMoment } from '../facts/as-of.js';
import type { Entry } from '../facts/reading.js';
import { classificationOf } from './classification.js';
import { factsOf, fieldsOf, requireCalibration, scoreRecord, type Engine } from './engine.js';
import { readOverride } from './override.js';
import { customerId, overPlainRecord } from './plain-record.js';
import type { Classification } from './types.js';

/** Throws where nobody can be classified. */
export function requireReady(engine: Engine): void {
  requireCalibration(engine);
  if (engine.plan.policy.segments.length === 0) throw new ClassifierError([referenceIssue('policy/no-segments', '/segments')]);
}

function classifyPlain(engine: Engine, record: Entry, id: string, asOf: AsOfMoment): Classification {
  const { plan, calibration } = engine;
  const { slots, reading, scores } = scoreRecord(engine, record, asOf);
  const decision = engine.decide(slots);
  const override = readOverride(reading, plan);
  const kept = { facts: factsOf(plan, slots), fields: fieldsOf(plan, slots), scores, findings: reading.findings() };
  return classificationOf(plan, id, asOf, decision, { ...kept, calibration, override });
}

/** Classifies one record; throws for one without a customer id. */
export function classifyRecord(engine: Engine, record: unknown, asOf: AsOfMoment): Classification {
  requireReady(engine);
  return engine.given.classify(record, asOf) ?? classifyCarefully(engine, record, asOf);
}

function classifyCarefully(engine: Engine, record: unknown, asOf: AsOfMoment): Classification {
  return overPlainRecord(record, (plain) => {
    const id = customerId(plain);
    if (plain === undefined || id === undefined) throw new ClassifierError([referenceIssue('record/no-customer-id', '/customer/id')]);
    return classifyPlain(engine, plain, id, asOf);
  });
}

const NOBODY: Entry = { customer: {} };

/**
 * Classifies one of many: a record without a customer id becomes a classification of nobody, with a finding. Whoever classifies many calls
 * `requireReady` first.
 */
export function classifyOne(engine: Engine, record: unknown, asOf: AsOfMoment): Classification {
  const given = engine.given.classify(record, asOf);
  if (given !== undefined) return given;
  return overPlainRecord(record, (plain) => {
    const id = customerId(plain);
    if (plain !== undefined && id !== undefined) return classifyPlain(engine, plain, id, asOf);
    const nobody = classifyPlain(engine, NOBODY, '', asOf);
    return { ...nobody, findings: [{ code: 'record/no-customer-id', pointer: '/customer/id', params: {} }, ...nobody.findings] };
  });
}

/** The segment alone. */
export function assignRecord(engine: Engine, record: unknown, asOf: AsOfMoment): string {
  requireReady(engine);
  return engine.given.assign(record) ?? assignCarefully(engine, record, asOf);
}

function assignCarefully(engine: Engine, record: unknown, asOf: AsOfMoment): string {
  return overPlainRecord(record, (plain) => {
    if (plain === undefined || customerId(plain) === undefined) throw new ClassifierError([referenceIssue('record/no-customer-id', '/customer/id')]);
    const { slots, reading } = scoreRecord(engine, plain, asOf);
    return readOverride(reading, engine.plan)?.segment ?? engine.decide(slots).segment;
  });
}
