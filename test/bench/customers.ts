// Customers of a fixed seed: object literals of one shape, a twelfth of the figures missing.
import type { BenchRecord, Facts } from './policy.js';

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MISSING = 1 / 12;

export function customersOf(count: number, seed = 7): readonly BenchRecord[] {
  const random = randomOf(seed);
  const figure = (most: number, digits = 0): number | null => (random() < MISSING ? null : Math.round(random() ** 2 * most * 10 ** digits) / 10 ** digits);
  const one = <T>(...choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  return Array.from({ length: count }, (_, index): BenchRecord => {
    const facts: Facts = {
      targetCompletion: figure(1.4, 3), onTimePaymentRatio: random() < MISSING ? null : 1 - (figure(0.6, 3) ?? 0), netSpend: figure(400_000, 2), targetCompletionChange: figure(0.2, 3), activeMonths: figure(12),
      purchases: figure(80), maxDaysOverdue: figure(150), overdueAmount: figure(52_000, 2), complaints: figure(5), daysSinceLastPurchase: figure(700),
      meanOrderValue: figure(6_000, 2), distinctCategories: figure(12), units: figure(1_200), refunds: figure(9_000, 2), grossSpend: figure(450_000, 2),
      daysSinceFirstPurchase: figure(2_000), lifetimePurchases: figure(200), tenureDays: figure(3_000), openOpportunities: figure(5), medianGapDays: figure(120),
      interactions: figure(30), targetCompletionBefore: figure(1.4, 3),
    };
    return { customer: { id: String(index), kind: one('person', 'business', 'business', 'government'), region: { country: one('CN', 'CN', 'SG', 'CH', 'DE') } }, facts };
  });
}
