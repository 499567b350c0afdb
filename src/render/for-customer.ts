import { isCatalogueFact, type CatalogueFact } from '../facts/catalogue.js';
import type { Explanation, Reason } from '../explain/types.js';
import { changesForCustomer } from './changes.js';
import { quantityOf } from './numbers.js';
import { fill, wordFor } from './text.js';
import { publicSegmentName, type Wording } from './wording.js';

/** Facts that a customer knows of anyway: what they bought and paid. Plans, complaints and ratings are the seller's own. */
const OWN_FACTS: readonly CatalogueFact[] = [
  'purchases', 'lifetimePurchases', 'units', 'activeMonths', 'distinctCategories', 'grossSpend', 'refunds', 'netSpend', 'meanOrderValue',
  'daysSinceLastPurchase', 'daysSinceFirstPurchase', 'lastGapDays', 'medianGapDays', 'tenureDays',
  'purchaseDays', 'lifetimePurchaseDays', 'meanGapDays', 'minOrderValue', 'maxOrderValue', 'distinctProducts', 'distinctChannels', 'discounts', 'returnRate',
  'activeMonthShare', 'purchaseStreakMonths', 'spendInFirst90Days', 'repeatPurchaseDays', 'lifetimeSpanDays', 'meanRepeatDaySpend',
  'onTimePaymentRatio', 'overdueAmount', 'maxDaysOverdue', 'invoiced', 'collections', 'onTimeInvoiceRatio', 'daysBeyondTerms', 'openReceivables',
  'overdue1To30', 'overdue31To60', 'overdue61To90', 'overdueOver90',
];

/** Facts whose name is a clause about the customer, such as 成为客户的时间: in some languages nobody has those. */
const DOINGS: readonly CatalogueFact[] = ['daysSinceLastPurchase', 'daysSinceFirstPurchase', 'tenureDays', 'activeMonths', 'purchaseDays', 'activeMonthShare'];

/** False for a ready fact that is the seller's own. What a measure of a policy is made of is not known here: of it only purchases and payments are told. */
function mayTell(fact: string): boolean {
  return !isCatalogueFact(fact) || OWN_FACTS.includes(fact);
}

/** One own fact in the language's own words: a policy's label may be meant for other eyes. */
function factSentence({ words, numbers }: Wording, { fact, actual, type }: Reason): string | undefined {
  const name = OWN_FACTS.some((own) => own === fact) ? wordFor(words.facts, fact) : undefined;
  if (name === undefined || typeof actual !== 'number') return undefined;
  const template = DOINGS.some((doing) => doing === fact) ? words.customer.doing : words.customer.fact;
  return fill(words, template, { fact: name, actual: numbers.number(actual, quantityOf(type, fact, undefined)) });
}

/** What a customer may be told: built up from what is allowed, never cut down from what is known. */
export function formatForCustomer(wording: Wording, explanation: Explanation, tells: { readonly facts: boolean; readonly changes: boolean; readonly validity: boolean }): string {
  const { words, numbers, style } = wording;
  const segment = publicSegmentName(wording, explanation.segment);
  const date = style.plain(numbers.date(explanation.asOf));
  const first = segment === undefined ? [] : [fill(words, words.customer.segment, { date, segment: style.strong(segment) })];
  // Under an override the reasons are those of another segment.
  const isOwn = tells.facts && explanation.status === 'matched';
  const sentences = isOwn ? explanation.because.flatMap((reason) => factSentence(wording, reason) ?? []) : [];
  const changes = tells.changes && explanation.override === undefined ? changesForCustomer(wording, explanation, mayTell) : [];
  // Until when a person's decision holds is that person's to tell.
  const isDecided = explanation.override !== undefined || explanation.validity?.because?.fact === 'override';
  const last = tells.validity && segment !== undefined && !isDecided ? (explanation.validity?.lastDay ?? undefined) : undefined;
  const until = last === undefined ? [] : [fill(words, words.customer.validity, { last: style.plain(numbers.date(last)) })];
  return [...first, ...new Set(sentences), ...changes, ...until].join(words.sentenceGap);
}
