import { requireMade } from '../errors/refuse-argument.js';
import type { Explanation } from '../explain/types.js';
import { readAudience } from './audience.js';
import { formatForCustomer } from './for-customer.js';
import { wholeExplanation } from './kept.js';
import type { ExplanationPart, Locale } from './locales/words.js';
import { createNumbers } from './numbers.js';
import { sectionsOf } from './sections.js';
import { markdownStyle, textStyle } from './style.js';
import { wordsOf } from './text.js';
import type { Wording } from './wording.js';

/** How an explanation is written. */
export interface FormatOptions {
  /** English where absent. Import another from `clientele/locales/…`. */
  readonly locale?: Locale;
  /**
   * Who reads it. `sales` (default): the segment, at most four reasons, and what is missing to the next three better segments.
   * `auditor`: everything, with codes, pointers and the version of the policy. `customer`: only the public name of the segment and the
   * customer's own figures; no scores, ranks, ratings, thresholds or internal names.
   */
  readonly audience?: 'sales' | 'auditor' | 'customer';
  /** `text` where absent. */
  readonly style?: 'text' | 'markdown';
  /**
   * Which parts are written; their order is fixed. Without it those that the audience needs. `counterfactuals` and
   * `validity` write nothing where the explanation was made without the record.
   */
  readonly parts?: readonly ExplanationPart[];
}

const EVERY_PART: readonly ExplanationPart[] = ['because', 'against', 'whyNot', 'passedOver', 'counterfactuals', 'validity', 'differs', 'overrides', 'findings'];
const FOR_SALES = EVERY_PART.filter((part) => part !== 'passedOver');

/**
 * Why a customer has its segment, in words.
 *
 * Made from the explanation alone: no policy, clock or network. The same explanation and options always give the same text. Money is in the
 * currency of the explanation, ratios are percentages, differences of ratios are percentage points; digits are added until a figure cannot
 * contradict the verdict. A missing value is told as not known. Never throws for what is in an explanation; of parts that an earlier version
 * did not make there is none.
 *
 * A customer is told nothing (an empty text) where the segment has no public name and no figure of the customer's own is among the reasons.
 *
 * @example
 * import { createClassifier, definePolicy, formatExplanation } from 'clientele';
 * const classifier = createClassifier(definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'USD', timeZone: 'America/New_York',
 *   segments: [{ id: 'gold', label: 'Gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard', label: 'Standard' }],
 *   otherwise: 'standard',
 * }));
 * const result = classifier.classify({ customer: { id: '42' }, facts: { netSpend: 6200 } }, { asOf: '2026-06-30' });
 * formatExplanation(classifier.explain(result)).split('\n');
 * // => ['Gold: 42, as of 30 June 2026.', 'Because:', '- Net spend is $6,200, at least $5,000']
 */
export function formatExplanation(explanation: Explanation, options: FormatOptions = {}): string {
  requireMade('explanation', explanation, 'explanation', 'explain');
  const whole = wholeExplanation(explanation);
  const { parts } = options;
  const audience = readAudience(options.audience);
  const words = wordsOf(options.locale);
  const wording: Wording = {
    words,
    numbers: createNumbers(words, whole.currency),
    style: options.style === 'markdown' ? markdownStyle : textStyle,
    labels: whole.labels,
    scores: whole.scores,
    showsCodes: audience === 'auditor',
  };
  const isWanted = (part: ExplanationPart): boolean => (parts ?? (audience === 'sales' ? FOR_SALES : EVERY_PART)).includes(part);
  if (audience === 'customer') return formatForCustomer(wording, whole, { facts: isWanted('because'), changes: isWanted('counterfactuals'), validity: isWanted('validity') });
  return wording.style.page(sectionsOf(wording, whole, isWanted, audience === 'auditor'));
}
