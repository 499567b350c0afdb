import type { Json } from '../errors/json.js';
import { shiftDecimal } from '../internal/decimal.js';
import { times } from '../internal/fraction.js';
import { nearestNumber } from '../internal/nearest.js';
import type { Cut, FittedCut } from './cut.js';
import { HUNDRED } from './card/exact.js';
import { partOf, type MarkBy } from './card/marks.js';
import { numericScorer, type NumericOptions } from './numeric-scorer.js';
import { member, readMode, readObject, readWhole } from './options.js';
import { ageing } from './payment-ageing.js';
import type { PeerFit, PeersSpec } from './peers.js';
import type { ScoreReason } from './reason-codes.js';
import type { ReportOption, ScorerImplementation } from './scorer.js';

/** What of a customer's paying is looked at. */
export type PaymentMode = 'ratio' | 'days' | 'index' | 'ageing' | 'trend' | 'credit-use';

/** How a customer pays, mostly from 0 to 100. Options as a policy writes them. */
export interface PaymentTimelinessSpec {
  readonly scorer: 'payment-timeliness';
  /** `ratio` by default. */
  readonly mode?: PaymentMode;
  /** The path of the fact that is looked at, where it is not the usual one of the mode. A `trend` has none that is usual, `ageing` always looks at its own. */
  readonly of?: string;
  /** In the mode `days`: so many days late give 0 points; 90 by default. */
  readonly zeroFromDays?: number;
  /** In points: `{ fixed: [80] }` is 80 %. */
  readonly cut?: Cut;
  /** One name for each class, the lowest first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

type Numeric = ScorerImplementation<NumericOptions, PeerFit<FittedCut>>;

export interface PaymentOptions {
  readonly by: Numeric;
  readonly options: NumericOptions;
}

const ID = 'payment-timeliness';

/** Days late, by the amount, and points for them; evenly in between. Below 0 days is before the due day. */
const INDEX: MarkBy = { steps: [[-30, 100], [0, 80], [15, 70], [22, 60], [30, 50], [60, 40], [90, 30], [120, 20]], even: true };

function marksOf(by: MarkBy, value: number): number | ScoreReason {
  const part = partOf({ by, better: 'higher' }, value, null);
  return part === null ? 'score/out-of-range' : nearestNumber(times(part, HUNDRED));
}

function byFact(input: string, valueOf: (fact: number) => number | ScoreReason, isLessBetter?: true): Numeric {
  return numericScorer({ id: ID, version: '1', input, inputIsOption: true, valueType: 'number', valueOf, ...(isLessBetter === undefined ? {} : { isFalling: isLessBetter }) });
}

function inRange(value: number, least: number, most: number, points: (value: number) => number): number | ScoreReason {
  return value >= least && value <= most ? points(value) : 'score/out-of-range';
}

const ratio = byFact('onTimePaymentRatio', (value) => inRange(value, 0, 1, (share) => shiftDecimal(share, 2)));
const index = byFact('daysBeyondTerms', (days) => marksOf(INDEX, days), true);
const trend = byFact('', (change) => inRange(change, -1, 1, (share) => shiftDecimal(share, 2)));
const creditUse = byFact('creditUse', (use) => (use < 0 ? 'score/out-of-range' : marksOf({ steps: [[0, 100], [1, 0]], even: true }, use)), true);

/** Points that fall evenly from 100 in time to 0 from so many days on. */
function days(zeroFrom: number): Numeric {
  return byFact('daysBeyondTerms', (late) => marksOf({ steps: [[0, 100], [zeroFrom, 0]], even: true }, late), true);
}

const MODES: readonly PaymentMode[] = ['ratio', 'days', 'index', 'ageing', 'trend', 'credit-use'];

/** The options that are the same in every mode, and the one that only some have. */
const COMMON = ['cut', 'bands', 'peers'];

function readPayment(json: Json, all: ReportOption): PaymentOptions {
  const { mode, report } = readMode(json, MODES, 'ratio', all);
  const own = mode === 'ageing' ? COMMON : ['of', ...COMMON];
  const object = readObject(json, ['mode', ...(mode === 'days' ? ['zeroFromDays'] : []), ...own], '', report);
  const zeroFrom = mode === 'days' ? readWhole(object, 'zeroFromDays', 'days', '', report, 90) : undefined;
  const by = { ratio, days: days(zeroFrom ?? 90), index, ageing, trend, 'credit-use': creditUse }[mode];
  if (mode === 'trend' && member(object, 'of') === undefined) {
    report('/of', '`of` must be the path of a change, such as a measure { "change": { "of": "onTimePaymentRatio" } }: add it');
  }
  const shared = Object.fromEntries(Object.entries(object).filter(([name]) => own.includes(name)));
  return { by, options: by.readOptions(shared, report) };
}

export const paymentTimeliness: ScorerImplementation<PaymentOptions, PeerFit<FittedCut>> = {
  kind: 'scorer',
  id: 'payment-timeliness',
  version: '1',
  result: 'numeric',
  readOptions: readPayment,
  inputs: ({ by, options }) => by.inputs(options),
  inputTypes: ({ by, options }) => by.inputTypes?.(options) ?? {},
  bands: ({ options }) => options.bands,
  peersBy: ({ by, options }) => by.peersBy?.(options),
  monotone: ({ by, options }) => by.monotone?.(options) ?? {},
  valueType: () => 'number',
  fit: ({ by, options }) => by.fit(options),
  readFitted: (json, { by, options }): json is PeerFit<FittedCut> | null => by.readFitted(json, options),
  score: (inputs, { by, options }, fitted) => by.score(inputs, options, fitted),
};
