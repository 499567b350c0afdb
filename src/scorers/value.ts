import { isJsonObject } from '../errors/json.js';
import type { FittedCut } from './cut.js';
import type { Cut } from './cuts/types.js';
import { numberOf } from './inputs.js';
import { numericScorer, type NumericOptions } from './numeric-scorer.js';
import { member } from './options.js';
import type { PeerFit, PeersSpec } from './peers.js';
import type { Axis, Score, ScoreInputs, ScorerImplementation } from './scorer.js';

/** How much a customer is worth: one amount, cut into bands. Options as a policy writes them. */
export interface ValueSpec {
  readonly scorer: 'value';
  /** The path of the fact that is the value: revenue (`grossSpend`), net (`netSpend`, the default), margin, or any other. */
  readonly of?: string;
  readonly cut?: Cut;
  /** One name for each class, the lowest first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
  /** What the customer could be worth, as a second axis beside the value. It changes neither value nor band. */
  readonly potential?: PotentialSpec;
}

/** What a customer could be worth. */
export interface PotentialSpec {
  /** The path of the fact that is the potential. */
  readonly of: string;
  /** Where its classes are divided. The peers are those of the value. */
  readonly cut?: Cut;
}

interface ValueOptions {
  readonly own: NumericOptions;
  readonly potential: NumericOptions | undefined;
}

/** What a calibration keeps of a value: its own fit, or that and the fit of the potential. */
type ValueFit = PeerFit<FittedCut> | { readonly value: PeerFit<FittedCut> | null; readonly potential: PeerFit<FittedCut> | null };

const own = numericScorer({
  id: 'value',
  version: '1',
  input: 'netSpend',
  inputIsOption: true,
  alsoKnown: ['potential'],
  alsoFits: (object) => {
    const potential = member(object, 'potential');
    const cut = isJsonObject(potential) ? member(potential, 'cut') : undefined;
    return isJsonObject(cut) && member(cut, 'fixed') === undefined;
  },
  valueType: 'input',
  valueOf: (fact) => fact,
});
// Its classes are shown by their numbers, so that they need no names.
const second = numericScorer({
  id: 'potential',
  version: '1',
  input: undefined,
  inputIsOption: true,
  areBandsNumbered: true,
  valueType: 'input',
  valueOf: (fact) => fact,
});

function partsOf(fitted: ValueFit | null): { readonly value: PeerFit<FittedCut> | null; readonly potential: PeerFit<FittedCut> | null } {
  if (fitted === null) return { value: null, potential: null };
  return 'potential' in fitted ? fitted : { value: fitted, potential: null };
}

/** The potential as an axis; none where it is not known. */
function potentialAxis(inputs: ScoreInputs, options: NumericOptions, fitted: PeerFit<FittedCut> | null): readonly Axis[] {
  const { input, bands } = options;
  const value = numberOf(inputs, input);
  if (value === null) return [];
  const { band, axes } = second.score(inputs, options, fitted);
  const [axis] = axes ?? [];
  const classes = band === null ? {} : { class: bands.indexOf(band) + 1, classes: bands.length };
  return [{ ...(axis ?? { input, value, line: null, distance: null, above: false }), id: 'potential', ...classes }];
}

export const value: ScorerImplementation<ValueOptions, ValueFit> = {
  kind: 'scorer',
  id: 'value',
  version: '1',
  result: 'numeric',
  readOptions: (json, report) => {
    const potential = isJsonObject(json) ? member(json, 'potential') : undefined;
    const read = own.readOptions(json, report);
    if (potential === undefined) return { own: read, potential: undefined };
    const numeric = second.readOptions(potential, (pointer, message, suggestion) => report(`/potential${pointer}`, message, suggestion));
    return { own: read, potential: { ...numeric, peers: read.peers } };
  },
  inputs: ({ own: { input, peers }, potential }) => [...new Set([input, ...(potential === undefined ? [] : [potential.input]), ...(peers === undefined ? [] : [peers.by])])],
  inputTypes: ({ own: options, potential }) => ({ ...own.inputTypes?.(options), ...(potential === undefined ? {} : second.inputTypes?.(potential)) }),
  bands: ({ own: options }) => own.bands(options),
  peersBy: ({ own: options }) => own.peersBy?.(options),
  monotone: ({ own: options }) => own.monotone?.(options) ?? {},
  valueType: () => 'input',
  fit: ({ own: options, potential }) => {
    const fit = own.fit(options);
    const fitPotential = potential === undefined ? null : second.fit(potential);
    if (fitPotential === null) return fit;
    return (columns, find) => ({ value: fit?.(columns, find) ?? null, potential: fitPotential(columns, (code, params) => find?.(code, { axis: 'potential', ...params })) });
  },
  readFitted: (json, { own: options, potential }): json is ValueFit | null => {
    if (potential === undefined || second.fit(potential) === null) return own.readFitted(json, options);
    if (!isJsonObject(json) || Object.keys(json).length !== 2) return false;
    const [value_, potentialFit] = [member(json, 'value'), member(json, 'potential')];
    return value_ !== undefined && potentialFit !== undefined && own.readFitted(value_, options) && second.readFitted(potentialFit, potential);
  },
  score: (inputs, { own: options, potential }, fitted): Score => {
    const fits = partsOf(fitted);
    const score = own.score(inputs, options, fits.value);
    if (potential === undefined || score.value === null) return score;
    const axes = [...(score.axes ?? []), ...potentialAxis(inputs, potential, fits.potential)];
    return axes.length === 0 ? score : { ...score, axes };
  },
};
