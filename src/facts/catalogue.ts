import type { JsonObject } from '../errors/json.js';
import type { RuleValue, ValueType } from '../rules/types.js';
import { tenureDays } from './activity-facts.js';
import { maxDaysOverdue, onTimePaymentRatio, overdueAmount } from './payment-facts.js';
import {
  activeMonths,
  daysSinceFirstPurchase,
  daysSinceLastPurchase,
  distinctCategories,
  lastGapDays,
  meanOrderValue,
  medianGapDays,
  purchases,
  sumSales,
  sumUnits,
} from './purchase-facts.js';
import type { History } from './history.js';
import type { PartName } from './reading.js';
import { targetCompletion, targetCompletionChange } from './target-facts.js';
import type { DayRange } from './window.js';

/** Computes a fact over a range of days; undefined where it is missing. `fact` is its id, for findings. */
export type Windowed = (history: History, range: DayRange, fact: string) => RuleValue | undefined;

/** A fact that is ready to be used by its id. */
export interface FactDefinition {
  readonly type: ValueType;
  /** True if it can be missing although everything it needs is known: there is no mean of nothing. */
  readonly nullable: boolean;
  /** The range outside of which a threshold is probably a mistake. */
  readonly min?: number;
  readonly max?: number;
  /** All values of an enum. */
  readonly values?: readonly string[];
  /** True for what a person must not be judged by: a rule that uses it gets a warning. */
  readonly protected?: boolean;
  /** True if it looks at the policy's window; else at the whole life, or at the periods of plans. */
  readonly takesWindow: boolean;
  readonly parts: readonly PartName[];
  /** The fields of entries that it reads beyond those of every fact over the part. */
  readonly fields?: readonly string[];
  readonly description: string;
  /** How it is made: a measure, a function where the language of measures cannot say it, or by the host alone. */
  readonly of: Windowed | { readonly measure: JsonObject } | 'given';
}

const COUNT = { type: 'count', nullable: false, min: 0, max: 1_000_000 } as const;
const MONEY = { type: 'money', nullable: false } as const;
const DAYS = { type: 'days', nullable: true, min: 0, max: 36_500 } as const;
const SALES = { parts: ['transactions'] } as const;
const PLANS = { type: 'ratio', nullable: true, takesWindow: false, parts: ['targets', 'transactions', 'invoices', 'payments'] } as const;
const IN_WINDOW = { takesWindow: true } as const;
const WHOLE_LIFE = { takesWindow: false } as const;

/** The ready facts. Their words in every language are in `src/render/locales`. */
export const CATALOGUE = {
  purchases: { ...COUNT, ...IN_WINDOW, ...SALES, of: purchases, description: 'Number of purchases: sales of a positive amount that linked returns have not undone.' },
  lifetimePurchases: { ...COUNT, ...WHOLE_LIFE, ...SALES, of: purchases, description: 'Number of purchases in the whole life of the customer.' },
  units: { ...COUNT, ...IN_WINDOW, ...SALES, fields: ['units', 'lines'], of: sumUnits, description: 'Units of all purchases; missing if one of them states none.' },
  activeMonths: { ...COUNT, max: 1_200, ...IN_WINDOW, ...SALES, of: activeMonths, description: 'Number of calendar months with a purchase.' },
  distinctCategories: { ...COUNT, ...IN_WINDOW, ...SALES, fields: ['lines'], of: distinctCategories, description: 'Number of different categories bought; missing if a purchase has a line without one.' },
  interactions: { ...COUNT, ...IN_WINDOW, parts: ['interactions'], of: { measure: { count: { of: 'interactions' } } }, description: 'Number of interactions of any kind.' },
  complaints: {
    ...COUNT,
    ...IN_WINDOW,
    parts: ['interactions'],
    of: { measure: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'complaint'] } } } },
    description: 'Number of interactions of the kind `complaint`.',
  },
  openOpportunities: {
    ...COUNT,
    ...WHOLE_LIFE,
    parts: ['opportunities'],
    of: { measure: { count: { of: 'opportunities', where: { '==': [{ var: 'status' }, 'open'] } } } },
    description: 'Number of opportunities that are open; one without a status is open.',
  },
  grossSpend: { ...MONEY, ...IN_WINDOW, ...SALES, of: (history, range, fact) => sumSales(history, range, fact, 'gross'), description: 'Sum of sales, before returns.' },
  refunds: { ...MONEY, ...IN_WINDOW, ...SALES, of: (history, range, fact) => sumSales(history, range, fact, 'refunds'), description: 'Sum of returns, each at its own date.' },
  netSpend: { ...MONEY, ...IN_WINDOW, ...SALES, of: (history, range, fact) => sumSales(history, range, fact, 'net'), description: 'Sales less returns.' },
  meanOrderValue: { ...MONEY, nullable: true, ...IN_WINDOW, ...SALES, of: meanOrderValue, description: 'Mean amount of a purchase, rounded half to even to the minor unit.' },
  overdueAmount: { ...MONEY, ...WHOLE_LIFE, parts: ['invoices', 'payments'], of: overdueAmount, description: 'What is unpaid of invoices that were due before the day.' },
  daysSinceLastPurchase: { ...DAYS, ...WHOLE_LIFE, ...SALES, of: (history, _range, fact) => daysSinceLastPurchase(history, fact), description: 'Days since the last purchase.' },
  daysSinceFirstPurchase: { ...DAYS, ...WHOLE_LIFE, ...SALES, of: daysSinceFirstPurchase, description: 'Days since the first purchase.' },
  lastGapDays: { ...DAYS, ...WHOLE_LIFE, ...SALES, of: (history, _range, fact) => lastGapDays(history, fact), description: 'Days between the last two days with a purchase.' },
  medianGapDays: { ...DAYS, ...IN_WINDOW, ...SALES, of: medianGapDays, description: 'Median of the days between one day with a purchase and the next.' },
  tenureDays: { ...DAYS, ...WHOLE_LIFE, parts: [], of: tenureDays, description: 'Days since the `since` of the customer.' },
  maxDaysOverdue: { ...DAYS, nullable: false, ...WHOLE_LIFE, parts: ['invoices', 'payments'], of: maxDaysOverdue, description: 'Days by which the oldest unpaid invoice is overdue; 0 if none is.' },
  targetCompletion: { ...PLANS, min: 0, max: 10, of: (history, _range, fact) => targetCompletion(history, 0, fact), description: 'Actual divided by plan, of the latest plan that has ended; 1 is 100 %.' },
  targetCompletionBefore: { ...PLANS, min: 0, max: 10, of: (history, _range, fact) => targetCompletion(history, 1, fact), description: 'Actual divided by plan, of the plan just before that one.' },
  targetCompletionChange: { ...PLANS, min: -10, max: 10, of: (history, _range, fact) => targetCompletionChange(history, fact), description: 'The difference of the last two completions; 0.07 is 7 percentage points.' },
  onTimePaymentRatio: {
    type: 'ratio',
    nullable: true,
    min: 0,
    max: 1,
    ...IN_WINDOW,
    parts: ['invoices', 'payments'],
    of: onTimePaymentRatio,
    description: 'Share, by amount, of what was invoiced that was paid by its due day; open invoices not yet due are left out.',
  },
} as const satisfies { readonly [id: string]: FactDefinition };

/** The ids of the ready facts. */
export type CatalogueFact = keyof typeof CATALOGUE;

export function isCatalogueFact(id: string): id is CatalogueFact {
  return Object.hasOwn(CATALOGUE, id);
}

/** The definition of a ready fact; undefined if there is none of that id. */
export function catalogueFact(id: string): FactDefinition | undefined {
  return isCatalogueFact(id) ? CATALOGUE[id] : undefined;
}
