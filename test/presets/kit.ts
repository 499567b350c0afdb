import { createClassifier, type Classifier } from '../../src/classifier/create-classifier.js';
import type { CustomerRecord, FactValue } from '../../src/model/types.js';
import { pharmaDealer } from '../../src/presets/pharma-dealer.js';
import { retail } from '../../src/presets/retail.js';
import type { Policy } from '../../src/policy/types.js';

export const asOf = '2026-06-30';

export function given(id: string, facts: { readonly [fact: string]: FactValue }, more: Partial<CustomerRecord> = {}): CustomerRecord {
  return { ...more, customer: { id, ...more.customer }, facts };
}

/** Classifies by lines that were drawn over a population. */
export function calibrated<G extends string, S extends string, F extends string>(
  policy: Policy<G, S, F, string, string>,
  population: readonly CustomerRecord[],
): Classifier<G, S> {
  return createClassifier(policy, { calibration: createClassifier(policy).calibrate(population, { asOf }) });
}

/** Eight dealers by whom the upper half begins at 95 % of plan and at 8 points of change. */
export const dealerPopulation = ([[1.1, 0.15], [0.95, -0.09], [0.95, 0.35], [0.7, 0.3], [0.9, -0.18], [0.65, -0.05], [1.1, 0.08], [0.6, -0.05]] as const)
  .map(([targetCompletion, targetCompletionChange], i) => given(`dealer ${String(i)}`, { targetCompletion, targetCompletionChange }));

/** Ten customers by whom the middle begins at 6 and the best fifth at 9, in hundreds of yuan and in purchases. */
export const customerPopulation = Array.from({ length: 10 }, (_, i) => given(`customer ${String(i)}`, { netSpend: (i + 1) * 100, purchases: i + 1 }));

export const dealers = calibrated(pharmaDealer, dealerPopulation);
export const customers = calibrated(retail, customerPopulation);
