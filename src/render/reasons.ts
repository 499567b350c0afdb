import type { ReasonCode } from '../explain/reason-codes.js';
import type { ExplainedScore, Reason } from '../explain/types.js';
import type { Text } from '../errors/json.js';
import type { FactValue } from '../model/types.js';
import { decimalDistance } from '../internal/decimal.js';
import { TOTAL } from '../scorers/scorer.js';
import { quantityOf } from './numbers.js';
import { evidencePhrase } from './record-lines.js';
import { fill, fillWhole, wordFor } from './text.js';
import { nameOf, scoreIdOf, segmentName, valueText, type Wording } from './wording.js';

type NeedCode = keyof Wording['words']['needs'];

/** What would have to be the case where a condition failed, by what is. */
const OPPOSITES: { readonly [C in ReasonCode]?: NeedCode } = {
  'reason/at-least': 'reason/below',
  'reason/above': 'reason/at-most',
  'reason/at-most': 'reason/above',
  'reason/below': 'reason/at-least',
  'reason/between': 'reason/outside',
  'reason/outside': 'reason/between',
  'reason/inside': 'reason/not-inside',
  'reason/not-inside': 'reason/inside',
  'reason/equal': 'reason/not-equal',
  'reason/not-equal': 'reason/equal',
  'reason/one-of': 'reason/none-of',
  'reason/none-of': 'reason/one-of',
  'reason/before': 'reason/not-before',
  'reason/after': 'reason/not-after',
  'reason/not-before': 'reason/before',
  'reason/not-after': 'reason/after',
  'reason/contains': 'reason/lacks',
  'reason/lacks': 'reason/contains',
  'reason/present': 'reason/absent',
  'reason/absent': 'reason/present',
};

/** Conditions about an end of a text have no code for what is the case where they fail. */
const NEEDED_BY_COMPARATOR: { readonly [comparator: string]: NeedCode } = {
  startsWith: 'reason/starts-with',
  endsWith: 'reason/ends-with',
};

/** How a value lies to what is needed of it. One that must be another, or outside of a range, is not far from anything. */
const WAYS: { readonly [C in NeedCode]?: 'short' | 'over' | 'off' } = {
  'reason/at-least': 'short',
  'reason/above': 'short',
  'reason/at-most': 'over',
  'reason/below': 'over',
  'reason/between': 'over',
  'reason/inside': 'over',
  'reason/equal': 'off',
};

/** A condition of which it is enough to say what is the case. */
const SAYS_ALL: readonly ReasonCode[] = ['reason/yes', 'reason/no', 'reason/missing', 'reason/holds', 'reason/fails', 'reason/lowers', 'reason/changed', 'reason/overridden', 'reason/override-ended', 'reason/withheld'];

/** The values of a reason as texts, by the names that templates use; those that it has. */
interface ReasonTexts {
  readonly [name: string]: string;
}

function numbersIn(value: FactValue | undefined): readonly number[] | undefined {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return undefined;
  const numbers = value.filter((element) => typeof element === 'number');
  return numbers.length > 0 && numbers.length === value.length ? numbers : undefined;
}

/** Codes that say one thing of all facts that a condition reads. */
const OF_ALL_FACTS: readonly ReasonCode[] = ['reason/holds', 'reason/fails', 'reason/present', 'reason/withheld'];

/** What a condition is about: one fact, or all that it reads where it is told as a whole. */
function subjectOf(wording: Wording, { code, fact, facts, label }: Reason): string {
  return OF_ALL_FACTS.includes(code) && facts !== undefined ? facts.map((each) => nameOf(wording, each)).join(wording.words.listSeparator) : nameOf(wording, fact, label);
}

function textsOf(wording: Wording, reason: Reason): ReasonTexts {
  const { words, numbers, style } = wording;
  const { fact: path, type, actual, required, requiredFact, distance, unit } = reason;
  const fact = subjectOf(wording, reason);
  const withThresholds = (of: string, thresholds: readonly string[]): ReasonTexts => {
    const [low, high = ''] = thresholds;
    if (low === undefined) return { fact, actual: of };
    const value = thresholds.join(words.listSeparator);
    const other = requiredFact === undefined ? value : fill(words, words.comparedWith, { fact: nameOf(wording, requiredFact), value });
    return { fact, actual: of, required: other, low, high };
  };
  const limits = required === undefined ? [] : numbersIn(required);
  if (typeof actual === 'number' && limits !== undefined) {
    const quantity = quantityOf(type, path, unit);
    const isPlain = quantity === 'number' || quantity === 'count';
    const show = (figure: string): string => (unit === undefined || !isPlain ? figure : `${figure} ${style.plain(unit)}`);
    const compared = numbers.compared(actual, limits, quantity, distance);
    const texts = withThresholds(show(compared.actual), compared.required.map(show));
    return compared.distance === undefined ? texts : { ...texts, distance: show(compared.distance) };
  }
  const elements = required === undefined ? [] : typeof required === 'object' && required !== null ? required : [required];
  return withThresholds(valueText(wording, path, type, actual), elements.map((element) => valueText(wording, path, type, element)));
}

function phraseFrom(wording: Wording, { code, facts }: Reason, texts: ReasonTexts): string {
  const { words } = wording;
  const template = code === 'reason/present' && facts !== undefined ? words.allKnown : (wordFor(words.reasons, code) ?? words.is);
  return fillWhole(words, template, texts) ?? fill(words, words.is, texts);
}

/** A phrase with what an auditor sees beside it: the code, the pointer, and the events behind it. */
function withCode(wording: Wording, phrase: string, reason: Reason): string {
  const { code, pointer } = reason;
  return wording.showsCodes ? `${phrase} ${wording.style.code(`${code} ${pointer}`.trim())}${evidencePhrase(wording, reason)}` : phrase;
}

/** A yes or no with the reasons of its own. */
function withBeneath(wording: Wording, phrase: string, { because = [] }: Reason): string {
  if (because.length === 0) return phrase;
  const beneath = because.map((reason) => reasonPhrase(wording, reason)).join(wording.words.listSeparator);
  return phrase + fill(wording.words, wording.words.inBrackets, { text: beneath });
}

/** An override is about a person and a segment, not about a fact. */
function overridePhrase(wording: Wording, { code, actual, required }: Reason): string {
  const { words, style } = wording;
  const text = (value: FactValue | undefined): string => (typeof value === 'string' ? value : '');
  if (code === 'reason/override-ended') return fill(words, words.reasons[code], { actual: segmentName(wording, text(actual)) });
  return fill(words, words.reasons['reason/overridden'], { actual: style.plain(text(actual)), required: fill(words, words.quoted, { text: style.plain(text(required)) }) });
}

/** What is the case, as part of a sentence. */
export function reasonPhrase(wording: Wording, reason: Reason): string {
  const isOverride = reason.code === 'reason/overridden' || reason.code === 'reason/override-ended';
  const said = isOverride ? overridePhrase(wording, reason) : phraseFrom(wording, reason, textsOf(wording, reason));
  return withBeneath(wording, withCode(wording, said, reason), reason);
}

function distancePhrase({ words }: Wording, needed: NeedCode, { actual, required }: Reason, distance: string | undefined): string {
  const [low] = numbersIn(required) ?? [];
  const isRange = needed === 'reason/between' || needed === 'reason/inside';
  const isBelowRange = isRange && typeof actual === 'number' && low !== undefined && actual < low;
  const way = isBelowRange ? 'short' : WAYS[needed];
  if (distance === undefined || way === undefined) return '';
  return fill(words, words.inBrackets, { text: fill(words, words.distance[way], { distance }) });
}

/** What would have to be the case instead. The code comes from a document, and need not be one of ours. */
function neededInstead({ code, comparator = '' }: Reason): NeedCode | undefined {
  if (Object.hasOwn(OPPOSITES, code)) return OPPOSITES[code];
  return code === 'reason/fails' && Object.hasOwn(NEEDED_BY_COMPARATOR, comparator) ? NEEDED_BY_COMPARATOR[comparator] : undefined;
}

function needPhrase(wording: Wording, reason: Reason, texts: ReasonTexts): string {
  const { words } = wording;
  const needed = neededInstead(reason);
  if (needed === undefined) {
    const phrase = phraseFrom(wording, reason, texts);
    return SAYS_ALL.includes(reason.code) ? phrase : `${phrase}${words.comma}${words.mustNot}`;
  }
  const isPresence = needed === 'reason/present' || needed === 'reason/absent';
  const isSaid = isPresence ? phraseFrom(wording, reason, texts) : fill(words, words.is, texts);
  const need = fillWhole(words, words.needs[needed], texts);
  if (need === undefined) return phraseFrom(wording, reason, texts);
  return `${isSaid}${words.comma}${need}${distancePhrase(wording, needed, reason, texts['distance'])}`;
}

/** A condition that failed: what is the case, what the rule needs, and how far it is from it. */
export function failurePhrase(wording: Wording, reason: Reason): string {
  const phrase = withCode(wording, needPhrase(wording, reason, textsOf(wording, reason)), reason);
  return withBeneath(wording, phrase, reason);
}

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
  const { input, label, value, band, line } = axis;
  if (band !== undefined) return fill(words, words.is, { fact: nameOf(wording, input, label), actual: valueText(wording, input, 'enum', band) });
  // The one axis of a score that has a value is that value, which need not be in the unit of its input.
  const isValue = score.axes?.length === 1 && score.value === value;
  const quantity = isValue ? quantityOf(score.type, `scores.${score.id}.value`, undefined) : quantityOf(axis.type, input, undefined);
  const compared = numbers.compared(value, line === null ? [] : [line], quantity, line === null ? undefined : decimalDistance(value, line));
  const place = line === null ? 'noLine' : value < line ? 'below' : value > line ? 'above' : 'at';
  const texts = { fact: partName(wording, input, label), actual: compared.actual, line: compared.required[0] ?? '', distance: compared.distance ?? '' };
  const phrase = fill(words, words.axis[place], texts);
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
    ...(rank === undefined || of === undefined ? [] : [fill(words, words.rank.place, { rank: count(rank), among: amongWhom(wording, peers, of), order })]),
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
  const lines = saysClassesAgain(score) ? [] : (score.contributions ?? []);
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
