import type { Json } from '../errors/json.js';
import { fractionOf, times } from '../internal/fraction.js';
import { NUMERIC_TYPES } from '../rules/types.js';
import { tell, type Told } from './card/lines.js';
import { axisOf, classOf, statedLines, type FittedCut, type Line } from './cut.js';
import { noScore, numberOf } from './inputs.js';
import { monotoneIn, turned, type Monotone, type Way } from './monotone.js';
import { comparisonOf, fitOf, isPeerFit, type PeerFit } from './peers.js';
import type { ScoreReason } from './reason-codes.js';
import { cellIndex, codeOf, type Classes } from './rfm/cells.js';
import { fitRfm, isRfmFit, needsNoFit, type AxisFit, type RfmFit } from './rfm/fit.js';
import { readRfmOptions } from './rfm/read-options.js';
import { byAxis, RFM_AXES, type ByAxis, type RfmAxis, type RfmOptions } from './rfm/types.js';
import type { Axis, Score, ScoreInputs, ScorerImplementation } from './scorer.js';

/** An axis of a customer with the number of its class. */
type Judged = Axis & { readonly class: number };

/** The three values of a customer, or why it has no score. Who never bought has no last purchase: that is no lack of data. */
function valuesOf(inputs: ScoreInputs, { axes, minimumFrequency }: RfmOptions): ByAxis<number> | ScoreReason {
  const { recency, frequency, monetary } = byAxis((axis) => numberOf(inputs, axes[axis].input));
  if (recency === null) return frequency === 0 ? 'rfm/no-purchases' : 'rfm/no-recency';
  if (frequency === null) return 'rfm/no-frequency';
  if (monetary === null) return 'rfm/no-monetary';
  if (minimumFrequency !== undefined && frequency < minimumFrequency) return 'rfm/too-few-purchases';
  return { recency, frequency, monetary };
}

/** The lines of an axis, with the population that gave them; of a nested axis those within one part of the population. */
function linesOf(axisFit: AxisFit, part: number): { readonly lines: readonly Line[]; readonly fit: FittedCut | null } | null {
  if (axisFit === null) return null;
  if ('lines' in axisFit) return { lines: axisFit.lines, fit: axisFit };
  const within = axisFit[part];
  return within === undefined || within.population === 0 ? null : { lines: within.lines, fit: null };
}

/** Where a customer is on each axis; null where nobody of the population was in a class that an axis is nested in. */
function judgedOf(values: ByAxis<number>, { axes, grid }: RfmOptions, fit: RfmFit | null): readonly [Judged, Judged, Judged] | null {
  const judgedOn = (axis: RfmAxis, part: number): Judged | null => {
    const { input, cut } = axes[axis];
    const stated = statedLines(cut);
    const found = stated === null ? linesOf(fit?.[axis] ?? null, part) : { lines: stated, fit: null };
    if (found === null) return null;
    const own = classOf(cut, found.lines, values[axis]) + grid.countFrom;
    return { ...axisOf(axis, input, values[axis], cut, found.lines, found.fit), class: own, classes: grid.sizes[axis] };
  };
  const recency = judgedOn('recency', 0);
  if (recency === null) return null;
  const part = recency.class - grid.countFrom;
  const frequency = judgedOn('frequency', part);
  if (frequency === null) return null;
  const monetary = judgedOn('monetary', part * grid.sizes.frequency + frequency.class - grid.countFrom);
  return monetary === null ? null : [recency, frequency, monetary];
}

/** The weighted sum of the classes, exact in decimals: with weights 0.05, 0.25 and 0.7 a customer of class 3 on each axis has 3, and not less. */
function weighed({ axes }: RfmOptions, classes: Classes): Told {
  const weights = RFM_AXES.map((axis) => axes[axis].weight);
  if (!weights.every((weight) => Number.isInteger(weight))) {
    return tell(RFM_AXES.map((axis, index) => ({ id: axes[axis].input, points: times(fractionOf(axes[axis].weight), fractionOf(classes[index] ?? 0)) })));
  }
  const contributions = RFM_AXES.map((axis, index) => ({ id: axes[axis].input, points: axes[axis].weight * (classes[index] ?? 0) }));
  return { value: contributions.reduce((sum, { points }) => sum + points, 0), contributions };
}

/** The score of a customer whose class on each axis is known. */
function scoreOf(judged: readonly [Judged, Judged, Judged], options: RfmOptions): Score {
  const { grid, table } = options;
  const [recency, frequency, monetary] = judged;
  const classes: Classes = [recency.class, frequency.class, monetary.class];
  const band = table?.bands[table.cells[cellIndex(grid, classes)] ?? -1] ?? null;
  const { value, contributions } = weighed(options, classes);
  return { value, band, code: codeOf(grid, classes), contributions, axes: judged };
}

function judge(inputs: ScoreInputs, options: RfmOptions, fitted: PeerFit<RfmFit> | null): Score {
  const { peers, minimumCustomers } = options;
  const values = valuesOf(inputs, options);
  if (typeof values === 'string') return noScore(values);
  if (fitted === null && !needsNoFit(options)) return noScore('score/not-calibrated');
  const found = fitted === null ? null : fitOf(peers, fitted, peers === undefined ? undefined : inputs[peers.by]);
  if (found !== null && 'reason' in found) return noScore(found.reason);
  if (found?.fit.population === 0) return noScore('score/no-population');
  if (found !== null && found.fit.population < minimumCustomers) return noScore('rfm/too-few-customers');
  const judged = judgedOf(values, options, found?.fit ?? null);
  return judged === null ? noScore('score/no-population') : { ...scoreOf(judged, options), ...comparisonOf(peers, fitted, inputs) };
}

/** Which way each axis goes. A table may give any band to any cell; and within nested classes, one class more begins a new count of those below. */
function monotone({ axes, isNested, table, peers }: RfmOptions): Monotone {
  if (table !== undefined) return {};
  const wayOf = (axis: RfmAxis): Way => {
    const { input, cut } = axes[axis];
    return [input, isNested && axis !== 'monetary' ? undefined : turned('up', cut.better === 'lower')];
  };
  return monotoneIn([...RFM_AXES.map(wayOf), ...(peers === undefined ? [] : [[peers.by, undefined] as const])]);
}

export const rfm: ScorerImplementation<RfmOptions, PeerFit<RfmFit>> = {
  kind: 'scorer',
  id: 'rfm',
  version: '1',
  result: 'numeric',
  readOptions: readRfmOptions,
  inputs: ({ axes, peers }) => [...new Set([...RFM_AXES.map((axis) => axes[axis].input), ...(peers === undefined ? [] : [peers.by])])],
  peersBy: ({ peers }) => peers?.by,
  inputTypes: ({ axes }) => Object.fromEntries(RFM_AXES.map((axis) => [axes[axis].input, NUMERIC_TYPES])),
  // A table is written from the best to the worst.
  bands: ({ table }) => [...(table?.bands ?? [])].reverse(),
  monotone,
  valueType: () => 'number',
  fit: (options) => (needsNoFit(options) ? null : (columns, find) => fitRfm(options, columns, find)),
  readFitted: (json, options): json is PeerFit<RfmFit> | null =>
    needsNoFit(options) ? json === null : isPeerFit(json, options.peers, (each: Json): each is RfmFit => isRfmFit(each, options)),
  score: judge,
};
