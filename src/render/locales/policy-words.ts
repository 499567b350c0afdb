import type { Take } from '../../facts/take.js';
import type { CalendarUnit } from '../../facts/window.js';
import type { PeriodUnit } from '../../internal/periods.js';
import type { EventPath, EventSource } from '../../policy/measure.js';
import type { Goal, HitPolicy } from '../../policy/types.js';
import type { BuiltInScorerId } from '../../scorers/built-in.js';
import type { QuantileMode, Ties } from '../../scorers/cuts/types.js';
import type { UnitWords } from './unit-words.js';

/** The words of a policy as a whole. */
export interface PolicyWords {
  /** The first lines. `title` has the policy's label, `bareTitle` none. */
  readonly title: string;
  readonly bareTitle: string;
  readonly place: string;
  readonly window: string;
  readonly fiscalYear: string;
  /** A name with the id that data and rules have for it. */
  readonly named: string;
  readonly headings: {
    readonly [
      H in 'parameters' | 'attributes' | 'facts' | 'measures' | 'scores' | 'segments' | 'rules' | 'result' | 'publicLabels' | 'actions'
    ]: string;
  };

  /** What is declared of a fact or an attribute. */
  readonly oneOf: string;
  readonly range: string;
  readonly from: string;
  readonly upTo: string;
  readonly unit: string;
  readonly isProtected: string;

  readonly months: UnitWords;
  readonly life: string;
  /** The last months or days. */
  readonly last: string;
  /** As many months or days, so many times before the last ones. */
  readonly beforeLast: UnitWords;
  /** A window, so many years earlier. */
  readonly yearsEarlier: UnitWords;
  /** Days that are named, both inside. */
  readonly between: string;
  /** A calendar period to date, the one before, and the one so many before. */
  readonly periods: { readonly [U in CalendarUnit]: { readonly now: string; readonly before: string; readonly earlier: string } };

  /** How a value is taken; `shareOfEvents` and `trendOfEvents` have no figure. */
  readonly takes: { readonly [T in Exclude<Take, 'when' | 'change' | 'calculate'> | 'difference' | 'rate' | 'shareOfEvents' | 'trendOfEvents']: string };
  readonly among: string;
  readonly decay: { readonly halfLife: string; readonly linear: string };
  /** Periods in which events are counted together. */
  readonly periodUnits: { readonly [U in PeriodUnit]: UnitWords };
  /** What several of them are called without their number. */
  readonly periodNames: { readonly [U in PeriodUnit]: string };
  readonly where: string;
  readonly over: string;
  /** How many windows before. */
  readonly back: UnitWords;
  readonly sources: { readonly [S in EventSource]: string };
  readonly eventFields: { readonly [F in Exclude<EventPath, `parameters.${string}`> | 'gap']: string };
  readonly eventValues: { readonly [V in 'status=open' | 'status=won' | 'status=lost']: string };

  readonly scorers: { readonly [S in BuiltInScorerId]: string };
  readonly scorer: string;
  readonly reads: string;
  /** Options of scorers that have a better name than their own. */
  readonly options: { readonly [option: string]: string };
  /** Words that an option is one of, as `<option>=<word>`. */
  readonly optionWords: { readonly [choice: string]: string };
  readonly option: string;
  /** A stage with the condition that leads to it, and with the one that keeps somebody in it. */
  readonly stage: string;
  readonly stageKept: string;
  /** Which cells of a table of classes are one band, and that all others are. */
  readonly cellsOf: string;
  readonly restOfCells: string;
  /** The bands, from the lowest where they have an order. */
  readonly bands: string;
  readonly bandsWithoutOrder: string;
  readonly cut: string;
  readonly cuts: {
    readonly [C in 'fixed' | 'quantile' | 'classes' | 'type' | 'mean' | 'median' | 'topHalf' | 'top' | 'share' | 'pareto' | 'natural' | 'equalWidth' | 'lower']: string;
  };
  /** A cut by quantiles with what it says of equal values, and as another program takes them. */
  readonly ties: { readonly [T in Exclude<Ties, 'together'>]: string };
  readonly modes: { readonly [M in QuantileMode]: string };
  readonly peers: { readonly [P in 'all' | 'none']: string };
  readonly needsCalibration: string;

  /** A segment with its condition, and a rule of its own that leads to one. */
  readonly segment: string;
  readonly rule: string;
  readonly noSegments: string;
  readonly hitPolicies: { readonly [H in HitPolicy]: string };
  readonly ranking: string;
  readonly unranked: string;
  readonly otherwise: string;
  readonly undetermined: string;
  readonly stands: string;
  readonly byHand: string;
  readonly missingData: string;
  readonly actionDetails: string;
  readonly goal: string;
  readonly goals: { readonly [G in Goal]: string };

  /** Names of the two values of a score, beside each other. */
  readonly bandOf: string;
  readonly valueOf: string;
}
