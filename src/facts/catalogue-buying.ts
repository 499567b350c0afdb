// Ready facts about buying: how regularly, how broadly, at which prices, and how that changes.
import { COUNT, DAYS, IN_WINDOW, MONEY, RATE, SALES, SHARE, WHOLE_LIFE, type FactDefinition } from './fact-definition.js';
import { activeMonthShare, FIRST_DAYS, meanRepeatDaySpend, spendInFirst90Days } from './life-facts.js';
import { afterEntries, DAILY } from './movement.js';
import { topShare } from './top-share.js';

const TREND = { type: 'ratio', nullable: true, min: -10, max: 10, ...WHOLE_LIFE, over: 'the six calendar months that ended last', ...SALES } as const;
const v = (path: string) => ({ var: path });

export const BUYING = {
  purchaseDays: { ...COUNT, ...IN_WINDOW, ...SALES, of: { measure: { activePeriods: { of: 'sales', per: 'day' } } }, description: 'Number of days with a purchase.' },
  lifetimePurchaseDays: {
    ...COUNT, ...WHOLE_LIFE, ...SALES,
    of: { measure: { activePeriods: { of: 'sales', per: 'day', window: { life: true } } } },
    description: 'Number of days with a purchase in the whole life of the customer.',
  },
  meanGapDays: { ...DAYS, ...IN_WINDOW, ...SALES, of: { measure: { mean: { of: 'sales.gap' } } }, description: 'Mean of the days between one day with a purchase and the next.' },
  lifetimeMedianGapDays: {
    ...DAYS, ...WHOLE_LIFE, ...SALES,
    of: { measure: { medianGap: { of: 'sales', window: { life: true } } } },
    description: 'Median of the days between one day with a purchase and the next, in the whole life of the customer.',
  },
  lifetimeGapVariation: {
    type: 'number', nullable: true, min: 0, max: 100, ...WHOLE_LIFE, ...SALES,
    of: { measure: { variation: { of: 'sales.gap', window: { life: true } } } },
    description: 'Coefficient of variation of those gaps in the whole life of the customer; missing for fewer than two.',
  },
  gapVariation: {
    type: 'number', nullable: true, min: 0, max: 100, ...IN_WINDOW, ...SALES,
    of: { measure: { variation: { of: 'sales.gap' } } },
    description: 'Coefficient of variation of those gaps: their sample standard deviation divided by their mean; missing for fewer than two gaps. 0 is perfectly regular, 1 is as at random.',
  },
  purchaseRegularity: {
    type: 'number', nullable: true, min: 0, max: 1_000, ...IN_WINDOW, ...SALES,
    // Divided by nothing it is missing: where there are too few gaps, and where all are equal, for which no k is large enough.
    of: { measure: { calculate: { '/': [1, { if: [{ '>=': [v('purchaseDays'), 4] }, { '*': [v('gapVariation'), v('gapVariation')] }, 0] }] } } },
    description: 'Shape k of an Erlang distribution of the gaps, 1 ÷ `gapVariation`² (Wu & Chen 2000): 1 is as at random, more is more regular; missing for fewer than three gaps, and where all are equal.',
  },
  unitsVariation: {
    type: 'number', nullable: true, min: 0, max: 100, ...IN_WINDOW, ...SALES, fields: ['units', 'lines'],
    of: { measure: { variation: { of: 'sales.units' } } },
    description: 'Coefficient of variation of the units of purchases: 0 is always the same quantity; missing for fewer than two purchases, and if one states no units.',
  },
  minOrderValue: { ...MONEY, nullable: true, ...IN_WINDOW, ...SALES, of: { measure: { min: { of: 'sales.amount' } } }, description: 'Amount of the smallest purchase.' },
  maxOrderValue: { ...MONEY, nullable: true, ...IN_WINDOW, ...SALES, of: { measure: { max: { of: 'sales.amount' } } }, description: 'Amount of the largest purchase.' },
  grossMargin: {
    ...MONEY, ...IN_WINDOW, ...SALES, fields: ['cost'],
    of: { measure: { sum: { of: 'transactions.margin' } } },
    description: 'Sales less their `cost`, and less the margin of returns; missing if a transaction states no cost.',
  },
  costsToServe: { ...MONEY, ...IN_WINDOW, parts: ['costs'], of: { measure: { sum: { of: 'costs.amount' } } }, description: 'Sum of what serving the customer cost.' },
  marginAfterCosts: {
    ...MONEY, ...IN_WINDOW, parts: ['transactions', 'costs'], fields: ['cost'],
    of: { measure: { calculate: { '-': [v('grossMargin'), v('costsToServe')] } } },
    description: '`grossMargin` less `costsToServe`: what is left of the customer.',
  },
  distinctProducts: { ...COUNT, ...IN_WINDOW, ...SALES, fields: ['lines'], of: { measure: { distinct: { of: 'lines.sku' } } }, description: 'Number of different products bought; missing if a line states no `sku`.' },
  distinctChannels: { ...COUNT, ...IN_WINDOW, ...SALES, fields: ['channel'], of: { measure: { distinct: { of: 'sales.channel' } } }, description: 'Number of different channels of purchases; missing if one states none.' },
  topCategoryShare: {
    ...SHARE, ...IN_WINDOW, ...SALES, fields: ['lines'],
    of: topShare('lines', 'category'),
    description: 'Share, by the amount of lines, of the category that was bought most; missing if a line lacks its category or its amount.',
  },
  topChannelShare: {
    ...SHARE, ...IN_WINDOW, ...SALES, fields: ['channel'],
    of: topShare('sales', 'channel'),
    description: 'Share, by amount, of the channel that purchases were made by most; missing if a purchase states none.',
  },
  discounts: { ...MONEY, ...IN_WINDOW, ...SALES, fields: ['discount'], of: { measure: { sum: { of: 'sales.discount' } } }, description: 'Sum of the discounts of sales; missing if a sale states none, be it 0.' },
  discountShare: {
    ...SHARE, ...IN_WINDOW, ...SALES, fields: ['discount'],
    of: { measure: { calculate: { '/': [v('discounts'), { '+': [v('grossSpend'), v('discounts')] }] } } },
    description: '`discounts` ÷ (`grossSpend` + `discounts`): what was let off the price before discounts.',
  },
  returnRate: { ...RATE, ...IN_WINDOW, ...SALES, of: { measure: { ratio: { of: 'refunds', to: 'grossSpend' } } }, description: '`refunds` ÷ `grossSpend`; more than 1 if more came back in the window than was sold in it.' },
  activeMonthShare: {
    ...SHARE, ...IN_WINDOW, ...SALES, readsWholeLife: true, moves: DAILY,
    of: activeMonthShare,
    description: 'Calendar months with a purchase ÷ calendar months from the first purchase ever, or from the start of the window if that is later; missing before the first purchase.',
  },
  purchaseStreakMonths: {
    ...COUNT, max: 1_200, ...WHOLE_LIFE, ...SALES,
    of: { measure: { streak: { of: 'sales', per: 'month' } } },
    description: 'Number of calendar months with a purchase, one after the other, up to now; the month that runs breaks no streak.',
  },
  spendTrend: {
    ...TREND,
    of: { measure: { trend: { of: 'transactions.amount', per: 'month', periods: 6 } } },
    description: 'Slope of a straight line through the net spend of each of six months, divided by their mean: 0.1 grows by 10 % of an average month each month; missing without spend.',
  },
  purchaseTrend: { ...TREND, of: { measure: { trend: { of: 'sales', per: 'month', periods: 6 } } }, description: 'The same of the number of purchases.' },
  netSpendGrowth: {
    type: 'ratio', nullable: true, min: -10, max: 100, ...IN_WINDOW, over: 'the window and the one before', ...SALES,
    of: { measure: { change: { of: 'netSpend', as: 'rate' } } },
    description: 'Change of `netSpend` against the window before, divided by that: 0.25 is 25 % more; missing where it was 0, and if the window is the whole life or a period to date.',
  },
  spendInFirst90Days: {
    ...MONEY, nullable: true, ...WHOLE_LIFE, ...SALES, moves: afterEntries('transactions', FIRST_DAYS - 1),
    of: spendInFirst90Days,
    description: 'Sales less returns of the first 90 days from the first purchase on; missing until they are over, so that customers can be compared.',
  },
  repeatPurchaseDays: {
    ...COUNT, ...WHOLE_LIFE, ...SALES,
    of: { measure: { calculate: { max: [0, { '-': [v('lifetimePurchaseDays'), 1] }] } } },
    description: 'Number of days with a purchase after the first such day: the `frequency` of lifetimes.',
  },
  lifetimeSpanDays: {
    ...DAYS, ...WHOLE_LIFE, ...SALES,
    of: { measure: { calculate: { '-': [v('daysSinceFirstPurchase'), v('daysSinceLastPurchase')] } } },
    description: 'Days from the first to the last purchase: what lifetimes calls recency, t_x.',
  },
  meanRepeatDaySpend: {
    ...MONEY, nullable: true, ...WHOLE_LIFE, ...SALES,
    of: meanRepeatDaySpend,
    description: 'Mean of what was bought on each day that `repeatPurchaseDays` counts: the `monetary_value` of lifetimes, rounded half to even to the minor unit.',
  },
} as const satisfies { readonly [id: string]: FactDefinition };
