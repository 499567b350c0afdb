// One realistic policy: 12 segments over 20 facts and 2 fields of the customer, first match wins.
import type { CustomerRecord, FactValue } from 'clientele';

export type Logic = boolean | { readonly [operator: string]: unknown };

const v = (path: string): { readonly var: string } => ({ var: path });
const known = (path: string): Logic => ({ '!==': [v(path), null] });
/** A figure that is known and at most, or under, a line: engines that take a missing figure for 0 need to be told. */
const below = (path: string, line: number): Logic => ({ and: [known(path), { '<': [v(path), line] }] });
const atMost = (path: string, line: number): Logic => ({ and: [known(path), { '<=': [v(path), line] }] });
const atLeast = (path: string, line: number): Logic => ({ '>=': [v(path), line] });
const within = (path: string, low: number, high: number): Logic => ({ and: [known(path), { '<=': [low, v(path), high] }] });

/** What the host does with each segment, in order of trying. */
export const SEGMENTS: readonly { readonly id: string; readonly when?: Logic }[] = [
  {
    id: 'key-account',
    when: { and: [atLeast('targetCompletion', 1), atLeast('onTimePaymentRatio', 0.95), atLeast('netSpend', 200_000), { in: [v('customer.kind'), ['business', 'government']] }] },
  },
  {
    id: 'growing',
    when: { and: [atLeast('targetCompletionChange', 0.1), { or: [atLeast('activeMonths', 9), within('purchases', 30, 60)] }, { '!': atLeast('maxDaysOverdue', 30) }, known('maxDaysOverdue')] },
  },
  { id: 'blocked', when: { or: [atLeast('overdueAmount', 50_000), { and: [atLeast('maxDaysOverdue', 120), atLeast('overdueAmount', 10_000)] }] } },
  { id: 'complaining', when: { and: [atLeast('complaints', 4), { '!': { in: [v('customer.region.country'), ['CH', 'LI']] } }, known('customer.region.country')] } },
  { id: 'champion', when: { and: [below('daysSinceLastPurchase', 14), atLeast('purchases', 40), atLeast('meanOrderValue', 2_500)] } },
  { id: 'broad', when: { and: [atLeast('distinctCategories', 9), atLeast('units', 600), { or: [below('refunds', 500), atLeast('grossSpend', 300_000)] }] } },
  { id: 'new', when: { and: [below('daysSinceFirstPurchase', 45), within('lifetimePurchases', 1, 3)] } },
  { id: 'at-risk', when: { and: [atLeast('daysSinceLastPurchase', 200), below('tenureDays', 900), { '!': atLeast('openOpportunities', 2) }, known('openOpportunities')] } },
  { id: 'regular', when: { and: [atMost('medianGapDays', 12), { '!=': [v('customer.kind'), 'person'] }, atLeast('purchases', 20)] } },
  { id: 'courted', when: { and: [atLeast('interactions', 12), { or: [atLeast('openOpportunities', 3), { and: [atLeast('targetCompletion', 0.6), below('targetCompletionBefore', 0.5)] }] }] } },
  { id: 'lapsed', when: { and: [atLeast('daysSinceLastPurchase', 300), atLeast('lifetimePurchases', 2)] } },
  { id: 'small', when: { and: [atMost('netSpend', 4_000), atMost('purchases', 3)] } },
  { id: 'ordinary' },
];

export const OTHERWISE = 'ordinary';

/** The facts that the rules read. */
export const FACTS = [
  'targetCompletion', 'onTimePaymentRatio', 'netSpend', 'targetCompletionChange', 'activeMonths', 'purchases', 'maxDaysOverdue', 'overdueAmount', 'complaints',
  'daysSinceLastPurchase', 'meanOrderValue', 'distinctCategories', 'units', 'refunds', 'grossSpend', 'daysSinceFirstPurchase', 'lifetimePurchases', 'tenureDays',
  'openOpportunities', 'medianGapDays', 'interactions', 'targetCompletionBefore',
] as const;

export type Facts = { readonly [F in (typeof FACTS)[number]]: number | null };

export interface BenchRecord extends CustomerRecord {
  readonly customer: { readonly id: string; readonly kind: 'person' | 'business' | 'government'; readonly region: { readonly country: string } };
  readonly facts: { readonly [id: string]: FactValue };
}

/** What a developer would write by hand: no fact that is missing meets a condition, nor its opposite. */
export function byHand(record: BenchRecord): string {
  const f = record.facts as Facts;
  const { kind, region: { country } } = record.customer;
  if (f.targetCompletion !== null && f.targetCompletion >= 1 && f.onTimePaymentRatio !== null && f.onTimePaymentRatio >= 0.95 && f.netSpend !== null && f.netSpend >= 200_000 && (kind === 'business' || kind === 'government')) return 'key-account';
  if (f.targetCompletionChange !== null && f.targetCompletionChange >= 0.1 && ((f.activeMonths !== null && f.activeMonths >= 9) || (f.purchases !== null && f.purchases >= 30 && f.purchases <= 60)) && f.maxDaysOverdue !== null && f.maxDaysOverdue < 30) return 'growing';
  if ((f.overdueAmount !== null && f.overdueAmount >= 50_000) || (f.maxDaysOverdue !== null && f.maxDaysOverdue >= 120 && f.overdueAmount !== null && f.overdueAmount >= 10_000)) return 'blocked';
  if (f.complaints !== null && f.complaints >= 4 && country !== 'CH' && country !== 'LI') return 'complaining';
  if (f.daysSinceLastPurchase !== null && f.daysSinceLastPurchase < 14 && f.purchases !== null && f.purchases >= 40 && f.meanOrderValue !== null && f.meanOrderValue >= 2_500) return 'champion';
  if (f.distinctCategories !== null && f.distinctCategories >= 9 && f.units !== null && f.units >= 600 && ((f.refunds !== null && f.refunds < 500) || (f.grossSpend !== null && f.grossSpend >= 300_000))) return 'broad';
  if (f.daysSinceFirstPurchase !== null && f.daysSinceFirstPurchase < 45 && f.lifetimePurchases !== null && f.lifetimePurchases >= 1 && f.lifetimePurchases <= 3) return 'new';
  if (f.daysSinceLastPurchase !== null && f.daysSinceLastPurchase >= 200 && f.tenureDays !== null && f.tenureDays < 900 && f.openOpportunities !== null && f.openOpportunities < 2) return 'at-risk';
  if (f.medianGapDays !== null && f.medianGapDays <= 12 && kind !== 'person' && f.purchases !== null && f.purchases >= 20) return 'regular';
  if (f.interactions !== null && f.interactions >= 12 && ((f.openOpportunities !== null && f.openOpportunities >= 3) || (f.targetCompletion !== null && f.targetCompletion >= 0.6 && f.targetCompletionBefore !== null && f.targetCompletionBefore < 0.5))) return 'courted';
  if (f.daysSinceLastPurchase !== null && f.daysSinceLastPurchase >= 300 && f.lifetimePurchases !== null && f.lifetimePurchases >= 2) return 'lapsed';
  if (f.netSpend !== null && f.netSpend <= 4_000 && f.purchases !== null && f.purchases <= 3) return 'small';
  return OTHERWISE;
}
