import { fractionOf, times, type Fraction } from '../internal/fraction.js';
import { HUNDRED, over } from './card/exact.js';
import { tell, type Line, type Told } from './card/lines.js';
import type { FittedCut } from './cut.js';
import { asNumber, columnOf, noScore, numberOf } from './inputs.js';
import { monotoneIn, turned, type Way } from './monotone.js';
import { numericScorer, type NumericOptions } from './numeric-scorer.js';
import type { PeerFit } from './peers.js';
import type { ScoreColumns, ScoreInputs, ScorerImplementation } from './scorer.js';

const OPEN = 'openReceivables';
/** Amounts that are late, with the part of their points that is lost. */
const LATE: readonly (readonly [string, number])[] = [
  ['overdue1To30', 0.25],
  ['overdue31To60', 0.5],
  ['overdue61To90', 0.75],
  ['overdueOver90', 1],
];
const PATHS = [OPEN, ...LATE.map(([path]) => path)];
/** The name under which the value goes to the scorer that cuts it. No path has it. */
const VALUE = 'ageing value';

const cutOf = numericScorer({ id: 'payment-timeliness', version: '1', input: VALUE, inputIsOption: false, valueType: 'number', valueOf: (value) => value });

/** 100 points for what is open, less those of what is late; null where an amount is missing, or nothing is open. */
function toldOf(amountOf: (path: string) => number | null): Told | null {
  const open = amountOf(OPEN);
  if (open === null || open <= 0) return null;
  const part = (amount: number, lost: number): Fraction => times(times(over(fractionOf(amount), fractionOf(open)), fractionOf(-lost)), HUNDRED);
  const late = LATE.flatMap(([id, lost]): readonly Line[] => {
    const amount = amountOf(id);
    return amount === null || amount < 0 ? [] : [{ id, points: part(amount, lost) }];
  });
  return late.length < LATE.length ? null : tell([{ id: OPEN, points: HUNDRED }, ...late]);
}

function withValues(columns: ScoreColumns): ScoreColumns {
  const known = PATHS.map((path) => [path, columnOf(columns, path)] as const);
  const byPath = new Map(known);
  const values = columnOf(columns, OPEN).map((_, row) => toldOf((path) => asNumber(byPath.get(path)?.[row]))?.value ?? null);
  return { ...columns, [VALUE]: values };
}

/** What is open, and how much of it is how late: the shares of ageing buckets. */
export const ageing: ScorerImplementation<NumericOptions, PeerFit<FittedCut>> = {
  ...cutOf,
  inputs: ({ peers }) => (peers === undefined ? PATHS : [...PATHS, peers.by]),
  inputTypes: () => Object.fromEntries(PATHS.map((path) => [path, ['money', 'number'] as const])),
  monotone: ({ cut, peers }) => {
    const way = (usual: 'up' | 'down') => turned(usual, cut?.better === 'lower');
    const late = LATE.map(([path]): Way => [path, way('down')]);
    return monotoneIn([[OPEN, way('up')], ...late, ...(peers === undefined ? [] : [[peers.by, undefined] as const])]);
  },
  fit: (options) => {
    const fit = cutOf.fit(options);
    return fit === null ? null : (columns, find) => fit(withValues(columns), find);
  },
  score: (inputs: ScoreInputs, options, fitted) => {
    const told = toldOf((path) => numberOf(inputs, path));
    if (told === null) return noScore('score/missing-fact');
    if (!Number.isFinite(told.value)) return noScore('score/out-of-range');
    const { axes = [], ...score } = cutOf.score({ ...inputs, [VALUE]: told.value }, options, fitted);
    const named = axes.map((axis) => ({ ...axis, id: 'total', input: 'total' }));
    return { ...score, contributions: told.contributions, ...(named.length === 0 ? {} : { axes: named }) };
  },
};
