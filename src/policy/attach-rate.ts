import type { ShareOptions } from './measure.js';
import type { RuleObject } from './rule.js';

/** What a rule over one line of a sale may name. */
export type LinePath = 'sku' | 'category' | 'group' | 'units';

/**
 * How often one thing is bought together with another: of the sales with a line of the first kind, the part that has a line of the second.
 *
 * Both are rules over one line of a sale. It gives a measure as plain JSON: a ratio, 0.3 where three of ten sales with a printer had ink
 * too. It counts sales that returns have not undone, over the policy's window. It is missing where no sale has a line of the first kind, and
 * where a sale does not say what was bought. For another window or a label spread it: `{ ...attachRate(a, b), label }`.
 *
 * @example
 * import { attachRate, createClassifier, definePolicy } from 'clientele';
 * const category = (id: string) => ({ '==': [{ var: 'category' }, id] }) as const;
 * const classifier = createClassifier(definePolicy({
 *   schema: 'clientele.policy/1', id: 'attach', version: '1', currency: 'EUR', timeZone: 'Europe/Berlin',
 *   measures: { inkWithPrinter: attachRate(category('printer'), category('ink')) },
 *   segments: [],
 * }));
 * const transactions = [
 *   { at: '2026-03-02', amount: 240, lines: [{ sku: 'P1', category: 'printer' }, { sku: 'I1', category: 'ink' }] },
 *   { at: '2026-04-09', amount: 199, lines: [{ sku: 'P2', category: 'printer' }] },
 * ];
 * classifier.score({ customer: { id: 'C-1' }, transactions }, { asOf: '2026-06-30' }).facts.inkWithPrinter; // => 0.5
 */
export function attachRate(a: RuleObject<LinePath>, b: RuleObject<LinePath>): { readonly share: ShareOptions } {
  return { share: { of: 'sales', among: { some: [{ var: 'lines' }, a] }, where: { some: [{ var: 'lines' }, b] } } };
}
