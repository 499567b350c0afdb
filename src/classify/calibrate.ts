import type { Finding } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import type { AsOfMoment } from '../facts/as-of.js';
import { childPointer } from '../internal/pointer.js';
import type { PlannedScore } from '../policy/plan.js';
import type { RuleValue } from '../rules/types.js';
import { builtInScorer } from '../scorers/built-in.js';
import type { FindInFit, ScoreColumns } from '../scorers/scorer.js';
import { createColumn, type Column } from './columns.js';
import { createGivenValues } from './given.js';
import { readFacts, scoreInto, type Engine } from './engine.js';
import { customerId, overPlainRecord } from './plain-record.js';
import { hashCalibration } from './read-results.js';
import type { Calibration } from './types.js';

/** A population while its records are met. Only the figures that scores read are kept of them. */
export interface Population {
  /** Counts a record in; one without a customer id is left out. */
  readonly add: (record: unknown) => void;
  /** What the records met so far give. The population is used up by it. */
  readonly fit: () => Calibration;
}

type Columns = ReadonlyMap<number, Column>;

function columnsOf({ inputs }: PlannedScore, columns: Columns): ScoreColumns {
  return Object.fromEntries(inputs.map(({ path, slot, field }) => [path, columns.get(slot)?.asScored(field) ?? []]));
}

/** Scores everybody, for scores that are fitted over this one; and a scorer of the host's own that throws is told of now rather than when customers are classified. */
function scoreColumns(engine: Engine, planned: PlannedScore, fitted: Json, columns: Columns, population: number): void {
  const slots = new Array<RuleValue | undefined>(engine.plan.paths.length).fill(undefined);
  for (let index = 0; index < population; index += 1) {
    for (const slot of planned.slots) slots[slot] = columns.get(slot)?.at(index);
    scoreInto(engine, planned, fitted, slots);
    for (const slot of [planned.valueSlot, planned.bandSlot]) columns.get(slot)?.push(slots[slot]);
  }
}

/** True where the scores of a population are asked for: by a score that reads them, or of a scorer of the host's own. */
function isScoredAtFit({ scorer, valueSlot, bandSlot }: PlannedScore, columns: Columns): boolean {
  return columns.has(valueSlot) || columns.has(bandSlot) || builtInScorer(scorer.id) === undefined;
}

/** An empty population as of a day. */
export function createPopulation(engine: Engine, asOf: AsOfMoment): Population {
  const { scores, paths, field } = engine.plan;
  const columns: Columns = new Map(scores.flatMap(({ slots }) => slots.map((slot) => [slot, createColumn(field(paths[slot] ?? ''))])));
  // What scores give is known once they are fitted.
  const given = new Set(scores.flatMap(({ valueSlot, bandSlot }) => [valueSlot, bandSlot]));
  const kept = [...columns].filter(([slot]) => !given.has(slot));
  const readGiven = createGivenValues(engine.plan, engine.settings.zone, kept.map(([slot]) => paths[slot] ?? ''));
  let population = 0;
  return {
    add: (record) => {
      const values = readGiven(record);
      if (values !== undefined) {
        population += 1;
        for (let place = 0; place < kept.length; place += 1) kept[place]?.[1].push(values[place]);
        return;
      }
      const slots = overPlainRecord(record, (plain) => (customerId(plain) === undefined || plain === undefined ? undefined : readFacts(engine, plain, asOf).slots));
      if (slots === undefined) return;
      population += 1;
      for (const [slot, column] of kept) column.push(slots[slot]);
    },
    fit: () => {
      const fittings: [string, Json][] = [];
      const findings: Finding[] = [];
      for (const planned of scores) {
        const { id, scorer, options } = planned;
        const fit = scorer.fit(options);
        const find: FindInFit = (code, params) => void findings.push({ code, pointer: childPointer('/scores', id), params: { score: id, ...params } });
        const fitted = fit === null ? null : fit(columnsOf(planned, columns), find);
        if (fit !== null) fittings.push([id, fitted]);
        if (isScoredAtFit(planned, columns)) scoreColumns(engine, planned, fitted, columns, population);
      }
      return calibrationOf(engine, asOf, population, fittings, findings);
    },
  };
}

function calibrationOf(
  { plan }: Engine,
  asOf: AsOfMoment,
  population: number,
  fittings: readonly (readonly [string, Json])[],
  findings: readonly Finding[],
): Calibration {
  const scores = Object.fromEntries([...fittings].sort(([a], [b]) => (a < b ? -1 : 1)));
  const noticed = findings.length === 0 ? {} : { findings: [...findings].sort((a, b) => compareTexts(a.pointer ?? '', b.pointer ?? '')) };
  const content = { schema: 'clientele.calibration/1' as const, asOf: asOf.text, fit: plan.hashes.fit, population, scores, ...noticed };
  return { schema: content.schema, asOf: content.asOf, hash: hashCalibration(content), fit: content.fit, population: content.population, scores, ...noticed };
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Computes, over a population, whatever the scores of a policy need it for. */
export function calibrateEngine(engine: Engine, records: Iterable<unknown>, asOf: AsOfMoment): Calibration {
  const population = createPopulation(engine, asOf);
  for (const record of records) population.add(record);
  return population.fit();
}
