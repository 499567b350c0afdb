// What the record of a customer says behind an explanation, in words.
import type { Difference, Explanation, IdleOverride, Reason } from '../explain/types.js';
import { quantityOf } from './numbers.js';
import { fill, wordFor } from './text.js';
import { nameOf, segmentName, valueText, type Wording } from './wording.js';

/** After a reason, for whoever checks it: the events behind it. A reason with others beneath leaves it to those. */
export function evidencePhrase({ words, numbers, style, showsCodes }: Wording, { evidence = [], evidenceParts = [], evidenceMore = 0, because = [] }: Reason): string {
  if (!showsCodes || evidence.length === 0 || because.length > 0) return '';
  const parts = evidenceParts.map((part) => wordFor(words.parts, part) ?? style.plain(part)).join(words.listSeparator);
  const list = evidence.map((id) => style.plain(id)).join(words.listSeparator);
  const template = evidenceMore === 0 ? words.record.evidence : words.record.evidenceAndMore;
  return fill(words, words.inBrackets, { text: fill(words, template, { parts, list, count: numbers.number(evidenceMore, 'count') }) });
}

/** A value then and now, in as many digits as tell the two apart. */
function values(wording: Wording, { fact, type, unit, then, now }: Difference): { readonly then: string; readonly now: string } {
  if (typeof then !== 'number' || typeof now !== 'number') return { then: valueText(wording, fact, type, then, unit), now: valueText(wording, fact, type, now, unit) };
  const { actual, required } = wording.numbers.compared(then, [now], quantityOf(type, fact, unit));
  return { then: actual, now: required[0] ?? '' };
}

/** What the record gives otherwise than the classification. */
export function differenceLines(wording: Wording, differs: Explanation['differs']): readonly string[] {
  const { words } = wording;
  return differs.map((each) => fill(words, words.record.differs, { fact: nameOf(wording, each.fact, each.label), ...values(wording, each) }));
}

function idleLine(wording: Wording, { state, segment, actor, reason, from = '', until = '' }: IdleOverride): string {
  const { words, numbers, style } = wording;
  const date = (text: string): string => style.plain(numbers.date(text));
  const quoted = fill(words, words.quoted, { text: style.plain(reason) });
  if (actor === '' && reason === '') {
    const named = segment === '' ? words.withheld.value : segmentName(wording, segment);
    return fill(words, words.record.overridesByHand[state], { segment: named, from: date(from), until: date(until) });
  }
  return fill(words, words.record.overrides[state], { segment: segmentName(wording, segment), actor: style.plain(actor), reason: quoted, from: date(from), until: date(until) });
}

/** What persons have set and is not in force. */
export function idleOverrideLines(wording: Wording, overrides: Explanation['idleOverrides']): readonly string[] {
  return overrides.map((one) => idleLine(wording, one));
}
