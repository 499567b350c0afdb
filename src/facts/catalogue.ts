import { sinceDay, tenureDays } from './activity-facts.js';
import { BUYING } from './catalogue-buying.js';
import { PAYING } from './catalogue-paying.js';
import { RELATIONS } from './catalogue-relations.js';
import { COUNT, DAYS, IN_WINDOW, MONEY, SALES, WHOLE_LIFE, type FactDefinition } from './fact-definition.js';
import { afterDue, EVENLY } from './movement.js';
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
import { targetCompletion, targetCompletionChange } from './target-facts.js';
import { turnsOn } from './timeline.js';

const PLANS = { type: 'ratio', nullable: true, takesWindow: false, parts: ['targets', 'transactions', 'invoices', 'payments'] } as const;

/** The facts that most policies use. */
export const COMMON = {
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
  overdueAmount: { ...MONEY, ...WHOLE_LIFE, parts: ['invoices', 'payments'], moves: afterDue(1), of: overdueAmount, description: 'What is unpaid of invoices that were due before the day.' },
  daysSinceLastPurchase: { ...DAYS, ...WHOLE_LIFE, ...SALES, moves: EVENLY, of: (history, _range, fact) => daysSinceLastPurchase(history, fact), description: 'Days since the last purchase.' },
  daysSinceFirstPurchase: { ...DAYS, ...WHOLE_LIFE, ...SALES, moves: EVENLY, of: daysSinceFirstPurchase, description: 'Days since the first purchase.' },
  lastGapDays: { ...DAYS, ...WHOLE_LIFE, ...SALES, of: (history, _range, fact) => lastGapDays(history, fact), description: 'Days between the last two days with a purchase.' },
  medianGapDays: { ...DAYS, ...IN_WINDOW, ...SALES, of: medianGapDays, description: 'Median of the days between one day with a purchase and the next.' },
  tenureDays: { ...DAYS, ...WHOLE_LIFE, parts: [], customer: ['since'], moves: { ...EVENLY, turns: ({ history }) => [turnsOn(sinceDay(history))] }, of: tenureDays, description: 'Days since the `since` of the customer.' },
  maxDaysOverdue: { ...DAYS, nullable: false, ...WHOLE_LIFE, parts: ['invoices', 'payments'], moves: { ...afterDue(0), ...EVENLY }, of: maxDaysOverdue, description: 'Days by which the oldest unpaid invoice is overdue; 0 if none is.' },
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
    moves: afterDue(1),
    of: onTimePaymentRatio,
    description: 'Share, by amount, of what was invoiced that was paid by its due day; open invoices not yet due are left out.',
  },
} as const satisfies { readonly [id: string]: FactDefinition };

/** The ready facts. Their words in every language are in `src/render/locales`. */
export const CATALOGUE = { ...COMMON, ...BUYING, ...PAYING, ...RELATIONS } as const satisfies { readonly [id: string]: FactDefinition };

/** The ids of the ready facts. */
export type CatalogueFact = keyof typeof CATALOGUE;

export function isCatalogueFact(id: string): id is CatalogueFact {
  return Object.hasOwn(CATALOGUE, id);
}

/** The definition of a ready fact; undefined if there is none of that id. */
export function catalogueFact(id: string): FactDefinition | undefined {
  return isCatalogueFact(id) ? CATALOGUE[id] : undefined;
}
