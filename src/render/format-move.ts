import { requireMade } from '../errors/refuse-argument.js';
import type { Driver, FactDrivers, Move, MovePart, MoveReason } from '../explain/moves/types.js';
import type { FactValue } from '../model/types.js';
import { readAudience } from './audience.js';
import type { FormatOptions } from './format-explanation.js';
import { wholeMove } from './kept.js';
import { createNumbers, quantityOf } from './numbers.js';
import { reasonPhrase } from './reasons.js';
import { markdownStyle, textStyle } from './style.js';
import { customerName } from './summary.js';
import { asLine, fill, wordFor, wordsOf } from './text.js';
import { nameOf, publicSegmentName, segmentName, valueText, type Wording } from './wording.js';

/** What is the case, and in brackets what was before. */
function reasonLine(wording: Wording, reason: MoveReason): string {
  const { words } = wording;
  const { fact, type, unit, before, requiredBefore } = reason;
  const earlier = [
    ...(before === undefined ? [] : [before === null ? words.moves.unknownBefore : fill(words, words.moves.before, { value: valueText(wording, fact, type, before, unit) })]),
    ...(requiredBefore === undefined ? [] : [fill(words, words.moves.lineBefore, { line: valueText(wording, fact, type, requiredBefore, unit) })]),
  ];
  const phrase = reasonPhrase(wording, reason);
  return earlier.length === 0 ? phrase : phrase + fill(words, words.inBrackets, { text: earlier.join(words.listSeparator) });
}

function partSection(wording: Wording, { cause, segment, reasons }: MovePart): string {
  const { words, style } = wording;
  const heading = fill(words, words.moves.causes[cause], { segment: segmentName(wording, segment) });
  return style.section(heading, reasons.map((reason) => asLine(reasonLine(wording, reason))), words.colon);
}

/** A factor of a figure, and what it did to it. What is left beside the others has a name for each figure. */
function driverLine(wording: Wording, of: string, { fact, label, type, unit, before, after, change }: Driver): string {
  const { words, numbers } = wording;
  const quantity = quantityOf(type, fact, unit);
  const { actual, required } = numbers.compared(before, [after], quantity);
  const name = fact === 'rest' && label === undefined ? (wordFor(words.moves.rest, of) ?? nameOf(wording, fact)) : nameOf(wording, fact, label);
  return fill(words, words.moves.drivers.line, { fact: name, before: actual, after: required[0] ?? '', change: numbers.signed(change, 'money') });
}

/** The change of a figure, split among what it is a product of. */
function driverSection(wording: Wording, { fact, label, type, before, after, change, by, notSplit }: FactDrivers): string {
  const { words, numbers, style } = wording;
  const name = nameOf(wording, fact, label);
  if (change !== undefined && notSplit === undefined) {
    const heading = fill(words, words.moves.drivers.heading, { fact: name, change: numbers.signed(change, 'money') });
    return style.section(heading, by.map((driver) => asLine(driverLine(wording, fact, driver))), words.colon);
  }
  const value = (of: FactValue): string => (typeof of === 'number' ? numbers.number(of, 'money') : valueText(wording, fact, type, of));
  return asLine(fill(words, words.moves.drivers[notSplit ?? 'missing'], { fact: name, before: value(before), after: value(after) }));
}

/** What a customer may be told: the public names of both classes, where both have one. */
function forCustomer(wording: Wording, { from, to, asOf }: Move): string {
  const { words, numbers, style } = wording;
  const [before, after] = [publicSegmentName(wording, from), publicSegmentName(wording, to)];
  if (before === undefined || after === undefined) return '';
  const date = (text: string): string => style.plain(numbers.date(text));
  return fill(words, words.moves.customer, { from: style.strong(before), to: style.strong(after), before: date(asOf.before), after: date(asOf.after) });
}

/**
 * Why a customer is in another segment than before, in words: cause by cause, with what is the case and what was before.
 *
 * Made from the move alone. `audience: 'customer'` tells the public names of the two segments and nothing else: an empty text where one has
 * none. `auditor` also has codes and pointers.
 *
 * @example
 * import { createClassifier, definePolicy, formatMove } from 'clientele';
 * const classifier = createClassifier(definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
 *   segments: [{ id: 'active', when: { '<=': [{ var: 'daysSinceLastPurchase' }, 90] } }, { id: 'quiet' }],
 *   ranking: ['active', 'quiet'], otherwise: 'quiet',
 * }));
 * const record = { customer: { id: '42' }, transactions: [{ at: '2026-06-01', amount: 50 }] };
 * const before = classifier.classify(record, { asOf: '2026-06-30' });
 * const after = classifier.classify(record, { asOf: '2026-12-31' });
 * formatMove(classifier.explainMove(before, after, { record })).split('\n');
 * // => [
 * //   '42 moved down from active (30 June 2026) to quiet (31 December 2026).',
 * //   'Time alone led to quiet:',
 * //   '- Time since the last purchase is 213 days, above 90 days (29 days before)',
 * // ]
 */
export function formatMove(kept: Move, options: Omit<FormatOptions, 'parts'> = {}): string {
  requireMade('move', kept, 'move', 'explainMove');
  const move = wholeMove(kept);
  const audience = readAudience(options.audience);
  const words = wordsOf(options.locale);
  const style = options.style === 'markdown' ? markdownStyle : textStyle;
  const wording: Wording = { words, numbers: createNumbers(words, move.currency), style, labels: move.labels, scores: [], showsCodes: audience === 'auditor' };
  if (audience === 'customer') return forCustomer(wording, move);
  const date = (text: string): string => style.plain(wording.numbers.date(text));
  const summary = fill(words, words.moves.summary[move.direction], {
    customer: customerName(wording, move),
    from: style.strong(segmentName(wording, move.from)),
    to: style.strong(segmentName(wording, move.to)),
    before: date(move.asOf.before),
    after: date(move.asOf.after),
  });
  // An id is told as it is; words that stand for one begin a sentence.
  const first = move.redacted?.includes('ids') === true ? asLine(summary) : summary;
  return style.page([first, ...move.parts.map((part) => partSection(wording, part)), ...move.drivers.map((each) => driverSection(wording, each))]);
}
