import type { Json } from '../errors/json.js';
import type { AsOfMoment } from '../facts/as-of.js';
import { publicValue } from '../facts/values.js';
import { hashJson } from '../internal/canonical.js';
import type { FactValue } from '../model/types.js';
import type { PlannedScore } from '../policy/plan.js';
import type { RuleValue } from '../rules/types.js';
import { readFacts, scoreInto, type Engine } from './engine.js';
import { customerId, overPlainRecord } from './plain-record.js';
import type { Calibration } from './types.js';

function columnsOf(planned: PlannedScore, population: readonly (readonly (RuleValue | undefined)[])[]): { readonly [input: string]: readonly FactValue[] } {
  return Object.fromEntries(planned.inputs.map(({ path, slot, field }) => [path, population.map((slots) => publicValue(slots[slot], field))]));
}

/** Computes, over a population, whatever the scores of a policy need it for. */
export function calibrateEngine(engine: Engine, records: Iterable<unknown>, asOf: AsOfMoment): Calibration {
  const population: (RuleValue | undefined)[][] = [];
  for (const record of records) {
    const slots = overPlainRecord(record, (plain) => (customerId(plain) === undefined || plain === undefined ? undefined : readFacts(engine, plain, asOf).slots));
    if (slots !== undefined) population.push(slots);
  }
  const scores: { [id: string]: Json } = {};
  for (const planned of engine.plan.scores) {
    const fit = planned.scorer.fit(planned.options);
    const fitted = fit === null ? null : fit(columnsOf(planned, population));
    if (fit !== null) scores[planned.id] = fitted;
    // Later scores may be fitted over this one.
    for (const slots of population) scoreInto(engine, planned, fitted, slots);
  }
  const sorted = Object.fromEntries(Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1)));
  const content = { schema: 'clientele.calibration/1' as const, asOf: asOf.text, fit: engine.plan.hashes.fit, population: population.length, scores: sorted };
  return { schema: content.schema, asOf: content.asOf, hash: hashJson(content), fit: content.fit, population: content.population, scores: sorted };
}
