// Scores in words: what speaks against them, and their lines and axes opened.
import type { Text } from '../errors/json.js';
import type { ExplainedScore, Reason } from '../explain/types.js';
import { wholeLines } from '../explain/whole-lines.js';
import { decimalDistance } from '../internal/decimal.js';
import { KEPT_VALUES } from '../scorers/cut.js';
import { TOTAL } from '../scorers/scorer.js';
import { quantityOf } from './numbers.js';
import { reasonPhrase, withCode } from './reasons.js';
import { fill, wordFor } from './text.js';
import { nameOf, scoreIdOf, valueText, type Wording } from './wording.js';

/** What is called by a path or by the policy, and the whole of a score. */
function partName(wording: Wording, id: string, label: Text | undefined): string {
  return id === TOTAL && label === undefined ? wording.words.total : nameOf(wording, id, label);
}

/** The points that a score loses; a share of 1 loses percentage points. */
function lossText(wording: Wording, { fact, type, actual }: Reason): string {
  const { numbers } = wording;
  if (typeof actual !== 'number') return valueText(wording, fact, type, actual);
  const loss = Math.abs(actual);
  const asPoints = type === 'ratio' ? numbers.compared(0, [], 'percent', loss).distance : undefined;
  return asPoints ?? numbers.number(loss, 'number');
}

/** A contribution that pulls a score down. */
export function againstPhrase(wording: Wording, reason: Reason): string {
  const { words } = wording;
  if (reason.code === 'reason/withheld') return reasonPhrase(wording, reason);
  const { fact, label } = reason;
  return withCode(wording, fill(words, words.reasons['reason/lowers'], { fact: partName(wording, fact, label), actual: lossText(wording, reason) }), reason);
}

type Line = NonNullable<ExplainedScore['contributions']>[number];
type ExplainedAxis = NonNullable<ExplainedScore['axes']>[number];

/** Why a score has no value or no band. */
export function scoreReasonText({ words, style }: Wording, reason: string): string {
  return wordFor(words.scoreReasons, reason) ?? style.plain(reason);
}

function axisPhrase(wording: Wording, score: ExplainedScore, axis: ExplainedAxis): string {
  const { words, numbers } = wording;
  const { input, label, value, band, line, rank, class: own } = axis;
  if (band !== undefined) return fill(words, words.is, { fact: nameOf(wording, input, label), actual: valueText(wording, input, 'enum', band) });
  // The one axis of a score that has a value is that value, which need not be in the unit of its input.
  const isValue = score.axes?.length === 1 && score.value === value;
  const quantity = isValue ? quantityOf(score.type, `scores.${score.id}.value`, undefined) : quantityOf(axis.type, input, undefined);
  const compared = numbers.compared(value, line === null ? [] : [line], quantity, line === null ? undefined : decimalDistance(value, line));
  const place = line === null ? 'noLine' : value < line ? 'below' : value > line ? 'above' : 'at';
  const texts = { fact: partName(wording, input, label), actual: compared.actual, line: compared.required[0] ?? '', distance: compared.distance ?? '' };
  // A figure that is compared with nothing has no line, and nobody was above or below.
  const phrase = fill(words, (line ?? rank ?? own) === undefined ? words.is : words.axis[place], texts);
  const places = placesOf(wording, score, axis);
  return places.length === 0 ? phrase : phrase + fill(words, words.inBrackets, { text: places.join(words.comma) });
}

/** Whom a rank is among: all customers that were compared, or those of the own group. */
function amongWhom(wording: Wording, peers: ExplainedScore['peers'], of: number): string {
  const { words, numbers } = wording;
  const count = numbers.number(of, 'count');
  if (peers === undefined) return fill(words, of === 1 ? (words.rank.all.one ?? words.rank.all.other) : words.rank.all.other, { n: count });
  if (peers.value === null) return fill(words, words.rank.samePeers, { of: count });
  return fill(words, words.rank.peers, { of: count, by: nameOf(wording, peers.by), value: valueText(wording, peers.by, 'enum', peers.value) });
}

/** The class of an axis among its classes, and the place among the population. */
function placesOf(wording: Wording, { peers }: ExplainedScore, axis: ExplainedAxis): readonly string[] {
  const { words, numbers } = wording;
  const { rank, of, better, class: own, classes } = axis;
  const count = (value: number): string => numbers.number(value, 'count');
  const order = better === 'lower' ? words.rank.lowest : words.rank.highest;
  return [
    ...(own === undefined || classes === undefined ? [] : [fill(words, words.axis.class, { class: count(own), classes: count(classes) })]),
    ...(rank === undefined || of === undefined ? [] : [fill(words, words.rank[of > KEPT_VALUES && rank > 1 ? 'near' : 'place'], { rank: count(rank), among: amongWhom(wording, peers, of), order })]),
  ];
}

/** True where the contributions are nothing but the numbers of the classes, which the axes say. */
function saysClassesAgain({ axes = [], contributions = [] }: ExplainedScore): boolean {
  return contributions.length === axes.length && contributions.every(({ id, points }, index) => axes[index]?.input === id && axes[index].class === points);
}

/** What a line of a score is called: a fact, or what became of its points. */
function lineName(wording: Wording, { id, kind, label }: Line): string {
  const { words } = wording;
  const fact = partName(wording, id, label);
  const template = kind === undefined ? undefined : wordFor(words.lines, kind);
  return template === undefined ? fact : fill(words, template, { fact });
}

/** A line with its points; those of a share are percentage points. */
function linePhrase(wording: Wording, line: Line, isShare: boolean): string {
  const { words, numbers } = wording;
  const points = isShare ? numbers.number(line.points, 'points') : numbers.signed(line.points);
  return fill(words, words.contribution, { fact: lineName(wording, line), points });
}

/** The lines of a score where there is more than one. */
function linesPhrase(wording: Wording, score: ExplainedScore): readonly string[] {
  const { words } = wording;
  const lines = saysClassesAgain(score) ? [] : wholeLines(score.contributions ?? []);
  if (lines.length < 2) return [];
  const isShare = score.type === 'ratio';
  const list = lines.map((line) => linePhrase(wording, line, isShare)).join(words.listSeparator);
  return [isShare ? list : fill(words, words.contributions, { list })];
}

/** A score opened: its axes, its contributions where there is more than one, and why it has no band or value. */
export function openedScore(wording: Wording, score: ExplainedScore): string {
  const { words } = wording;
  const axes = (score.axes ?? []).map((axis) => axisPhrase(wording, score, axis));
  const sum = linesPhrase(wording, score);
  const because = (score.because ?? []).map((reason) => reasonPhrase(wording, reason));
  const kept = score.kept === true ? [words.keptBand] : [];
  const expected = score.expected === undefined ? [] : [fill(words, words.expectedPurchase, { date: wording.style.plain(wording.numbers.date(score.expected.date)) })];
  const lack = score.reason === undefined ? [] : [scoreReasonText(wording, score.reason)];
  return [...axes, ...sum, ...because, ...kept, ...expected, ...lack].join(words.clauseSeparator);
}

/** A score with its band and value, opened. */
export function scorePhrase(wording: Wording, score: ExplainedScore): string {
  const { words, numbers } = wording;
  const fact = nameOf(wording, `scores.${score.id}`, score.label);
  const quantity = quantityOf(score.type, `scores.${score.id}.value`, undefined);
  // The one axis that is the value shows it itself.
  const isShown = score.band !== null && score.axes?.length === 1 && score.axes[0]?.value === score.value;
  const value = score.value === null || isShown ? undefined : numbers.number(score.value, quantity);
  const band = score.band === null ? undefined : valueText(wording, `scores.${score.id}.band`, 'enum', score.band);
  const shown = [band, score.code, value].filter((each) => each !== undefined).join(words.listSeparator);
  const phrase = shown === '' ? fill(words, words.reasons['reason/missing'], { fact }) : fill(words, words.is, { fact, actual: shown });
  const opened = openedScore(wording, score);
  return opened === '' ? phrase : `${phrase}${words.colon}${opened}`;
}

/** The score that a path reads, if the explanation has it. */
export function scoreOf({ scores }: Wording, path: string): ExplainedScore | undefined {
  const id = scoreIdOf(path);
  return id === undefined ? undefined : scores.find((score) => score.id === id);
}
