import type { When } from '../model/types.js';
import type { Explanation } from '../explain/types.js';
import { missingName } from './missing.js';
import { fill } from './text.js';
import { segmentName, type Wording } from './wording.js';

function isDate(when: When): when is Date {
  return typeof when !== 'string';
}

/** A date as the text of its day. */
function dayOf(when: When): string {
  if (!isDate(when)) return when;
  return Number.isNaN(when.getTime()) ? '' : when.toISOString().slice(0, 10);
}

/** How the segment came about, and what is missing where that is the reason. */
function statusSentence(wording: Wording, { passedOver }: Explanation, status: Explanation['status']): string {
  const { words } = wording;
  if (status === 'overridden') return '';
  const missing = status === 'undetermined' ? passedOver.flatMap((one) => one.missing) : [];
  if (missing.length === 0) return words.statuses[status];
  const names = [...new Set(missing.map((path) => missingName(wording, path)))].join(words.listSeparator);
  return fill(words, words.statuses.undeterminedMissing, { list: names });
}

function overrideSentences(wording: Wording, explanation: Explanation): readonly string[] {
  const { words, numbers, style } = wording;
  const { override, computed } = explanation;
  if (override === undefined) return [];
  const { actor, reason, until: last } = override;
  const until = last === undefined ? '' : fill(words, words.overrideUntil, { date: style.plain(numbers.date(dayOf(last))) });
  const quoted = fill(words, words.quoted, { text: style.plain(reason) });
  const isWithheld = explanation.redacted?.includes('personal') === true;
  const set = isWithheld ? fill(words, words.withheld.override, { until }) : fill(words, words.override, { actor: style.plain(actor), until, reason: quoted });
  if (computed === undefined) return [set];
  const alone = fill(words, words.computed, { segment: segmentName(wording, computed.segment) });
  return [set, alone, statusSentence(wording, explanation, computed.status)];
}

/** Of whom something is told. */
export function customerName({ words, style }: Wording, { customerId, redacted = [] }: Pick<Explanation, 'customerId' | 'redacted'>): string {
  if (redacted.includes('ids')) return words.withheld.customer;
  return customerId === '' ? words.noCustomer : style.plain(customerId);
}

/** The first line: which segment, of whom, as of when, and how it came about. */
export function summaryOf(wording: Wording, explanation: Explanation, namesPolicy: boolean): string {
  const { words, numbers, style } = wording;
  const { asOf, segment, status, policy } = explanation;
  const first = fill(words, words.summary, {
    segment: style.strong(segmentName(wording, segment)),
    customer: customerName(wording, explanation),
    date: style.plain(numbers.date(asOf)),
  });
  const of = namesPolicy && policy.id !== '' ? fill(words, words.policy, { id: style.plain(policy.id), version: style.plain(policy.version) }) : '';
  const how = status === 'overridden' ? overrideSentences(wording, explanation) : [statusSentence(wording, explanation, status)];
  return [first, of, ...how].filter((sentence) => sentence !== '').join(words.sentenceGap);
}
