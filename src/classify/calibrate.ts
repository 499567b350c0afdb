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

/** A population while its records are met. Only the figures that scores read are kept of them. */
export interface Population {
  /** Counts a record in; one without a customer id is left out. */
  readonly add: (record: unknown) => void;
  /** What the records met so far give. The population is used up by it. */
  readonly fit: () => Calibration;
}

/** The values of a population by their slots: one list for each, in the order of the records. */
type Columns = ReadonlyMap<number, (RuleValue | undefined)[]>;

function columnsOf({ inputs }: PlannedScore, columns: Columns): { readonly [input: string]: readonly FactValue[] } {
  return Object.fromEntries(inputs.map(({ path, slot, field }) => [path, (columns.get(slot) ?? []).map((value) => publicValue(value, field))]));
}

/** Scores everybody: later scores may be fitted over this one, and a scorer that throws is told of now rather than when customers are classified. */
function scoreColumns(engine: Engine, planned: PlannedScore, fitted: Json, columns: Columns, population: number): void {
  const slots = new Array<RuleValue | undefined>(engine.plan.paths.length).fill(undefined);
  for (let index = 0; index < population; index += 1) {
    for (const slot of planned.slots) slots[slot] = columns.get(slot)?.[index];
    scoreInto(engine, planned, fitted, slots);
    for (const slot of [planned.valueSlot, planned.bandSlot]) columns.get(slot)?.push(slots[slot]);
  }
}

/** An empty population as of a day. */
export function createPopulation(engine: Engine, asOf: AsOfMoment): Population {
  const { scores } = engine.plan;
  const columns: Columns = new Map(scores.flatMap(({ slots }) => slots.map((slot) => [slot, []])));
  // What scores give is known once they are fitted.
  const given = new Set(scores.flatMap(({ valueSlot, bandSlot }) => [valueSlot, bandSlot]));
  const kept = [...columns].filter(([slot]) => !given.has(slot));
  let population = 0;
  return {
    add: (record) => {
      const slots = overPlainRecord(record, (plain) => (customerId(plain) === undefined || plain === undefined ? undefined : readFacts(engine, plain, asOf).slots));
      if (slots === undefined) return;
      population += 1;
      for (const [slot, column] of kept) column.push(slots[slot]);
    },
    fit: () => {
      const fittings: [string, Json][] = [];
      for (const planned of scores) {
        const fit = planned.scorer.fit(planned.options);
        const fitted = fit === null ? null : fit(columnsOf(planned, columns));
        if (fit !== null) fittings.push([planned.id, fitted]);
        scoreColumns(engine, planned, fitted, columns, population);
      }
      return calibrationOf(engine, asOf, population, fittings);
    },
  };
}

function calibrationOf({ plan }: Engine, asOf: AsOfMoment, population: number, fittings: readonly (readonly [string, Json])[]): Calibration {
  const scores = Object.fromEntries([...fittings].sort(([a], [b]) => (a < b ? -1 : 1)));
  const content = { schema: 'clientele.calibration/1' as const, asOf: asOf.text, fit: plan.hashes.fit, population, scores };
  return { schema: content.schema, asOf: content.asOf, hash: hashJson(content), fit: content.fit, population: content.population, scores };
}

/** Computes, over a population, whatever the scores of a policy need it for. */
export function calibrateEngine(engine: Engine, records: Iterable<unknown>, asOf: AsOfMoment): Calibration {
  const population = createPopulation(engine, asOf);
  for (const record of records) population.add(record);
  return population.fit();
}
