import type { Finding } from '../errors/issue.js';
import type { Explanation, Reason } from '../explain/types.js';
import { changeLines } from './changes.js';
import { findingText } from './findings.js';
import type { ExplanationPart } from './locales/words.js';
import { againstPhrase, openedScore, scoreOf, scorePhrase } from './opened-scores.js';
import { failurePhrase, reasonPhrase } from './reasons.js';
import { missingName } from './missing.js';
import { differenceLines, idleOverrideLines } from './record-lines.js';
import { summaryOf } from './summary.js';
import { asLine, fill, wordFor } from './text.js';
import { validityLines } from './validity.js';
import { segmentName, type Wording } from './wording.js';

/** All reasons are kept; so many are shown to whoever is in a hurry. */
const SHOWN = 4;
/** And so many of the better segments, those next in the ranking. */
const NEXT_BETTER = 3;

function andMore({ words, numbers }: Wording, count: number): string {
  return fill(words, words.more, { count: numbers.number(count, 'count') });
}

/** The lines of a section, the first few where not all are wanted. */
function shown(wording: Wording, lines: readonly string[], all: boolean): readonly string[] {
  if (all || lines.length <= SHOWN + 1) return lines;
  return [...lines.slice(0, SHOWN), andMore(wording, lines.length - SHOWN)];
}

/** Better segments come the best first, so that the nearest are the last. Those that were asked for are all told. */
function whyNotLines(wording: Wording, explanation: Explanation, all: boolean): readonly string[] {
  const { whyNot } = explanation;
  const others = whyNot.filter(({ isAsked }) => isAsked !== true);
  const near = all ? others : others.slice(-NEXT_BETTER);
  const lines = whyNot
    .filter((one) => one.isAsked === true || near.includes(one))
    .map(({ segment, failed, missing, hasNoRule = false }) => obstacleLine(wording, segment, failed, missing, hasNoRule ? wording.words.hasNoRule : withoutObstacle(wording, explanation, segment)));
  return near.length === others.length ? lines : [...lines, andMore(wording, others.length - near.length)];
}

/** The scores that the reasons of `because` are about, each to be opened once. */
function becauseLines(wording: Wording, reasons: readonly Reason[]): readonly string[] {
  const { words } = wording;
  return reasons.map((reason, index) => {
    const phrase = reasonPhrase(wording, reason);
    const score = scoreOf(wording, reason.fact);
    const isFirst = reasons.findIndex((other) => scoreOf(wording, other.fact) === score) === index;
    const opened = score === undefined || !isFirst ? '' : openedScore(wording, score);
    return opened === '' ? phrase : `${phrase}${words.colon}${opened}`;
  });
}

/** Scores that are not opened among the reasons. */
function otherScores(wording: Wording, reasons: readonly Reason[]): readonly string[] {
  const opened = new Set(reasons.map((reason) => scoreOf(wording, reason.fact)));
  return wording.scores.filter((score) => !opened.has(score)).map((score) => scorePhrase(wording, score));
}

function segmentLine(wording: Wording, segment: string, text: string): string {
  const name = wording.style.strong(segmentName(wording, segment));
  // A rule that is fixed has no reasons.
  return text === '' ? name : `${name}${wording.words.colon}${text}`;
}

/** Why a segment was not given although its conditions hold. */
function withoutObstacle({ words: { noObstacle } }: Wording, { status, holding }: Explanation, segment: string): string {
  if (status === 'overridden') return noObstacle.byHand;
  if (status === 'ambiguous') return noObstacle.several;
  return segment === holding ? noObstacle.unsure : noObstacle.earlier;
}

/** One segment that was not given: what failed, and what is not known; where nothing is, what else is the reason. */
function obstacleLine(wording: Wording, segment: string, failed: readonly Reason[], missing: readonly string[], nothing: string): string {
  const { words } = wording;
  const lacks = [...new Set(missing.map((path) => missingName(wording, path)))];
  const unknown = lacks.length === 0 ? [] : [fill(words, words.notKnown, { list: lacks.join(words.listSeparator) })];
  const phrases = [...failed.map((reason) => failurePhrase(wording, reason)), ...unknown];
  const why = phrases.length === 0 ? nothing : phrases.join(words.clauseSeparator);
  return segmentLine(wording, segment, why);
}

function findingLines(wording: Wording, findings: Explanation['findings']): readonly string[] {
  const { style, showsCodes } = wording;
  // What a person has set and is not in force is told before what is wrong with the data, so that it is never among what is cut off.
  const isOverride = ({ code }: Finding): boolean => code.startsWith('override/');
  const told = [...findings.filter(isOverride), ...findings.filter((finding) => !isOverride(finding))];
  const lines = told.map((finding) => {
    const text = findingText(wording, finding);
    return showsCodes ? `${text} ${style.code(`${finding.code} ${finding.pointer ?? ''}`.trim())}` : text;
  });
  return [...new Set(lines)];
}

/** Findings that the section of scores has told already are left out, save where everything is shown. */
function untold(lines: readonly string[], told: readonly string[], all: boolean): readonly string[] {
  return all ? lines : lines.filter((line) => !told.includes(line));
}

/** The text for the host's own people, section by section; sections without a line are left out. */
export function sectionsOf(
  wording: Wording,
  explanation: Explanation,
  isWanted: (part: ExplanationPart) => boolean,
  all: boolean,
): readonly string[] {
  const { words, style } = wording;
  const { headings } = words;
  const { because, against, passedOver, alsoHolding, computed, holding, omitted } = explanation;
  // Overrides that have a section of their own are not told twice, save where everything is shown.
  const isTold = ({ code, params }: Finding): boolean => explanation.idleOverrides.some(({ state, segment }) => code === `override/${state}` && params['segment'] === segment);
  const findings = all || !isWanted('overrides') ? explanation.findings : explanation.findings.filter((finding) => !isTold(finding));
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [style.section(heading, lines.map(asLine), words.colon)];
  const part = (name: ExplanationPart, lines: () => readonly string[]): readonly string[] => (isWanted(name) ? lines() : []);
  const few = (name: ExplanationPart, lines: () => readonly string[]): readonly string[] => shown(wording, part(name, lines), all);

  const isAbout = holding ?? computed?.segment;
  const whyHeading = isAbout === undefined ? headings.because : fill(words, holding === undefined ? headings.computed : headings.holding, { segment: segmentName(wording, isAbout) });
  // Where no rule won, the scores themselves are what there is to say.
  const scores = isWanted('because') && (all || because.length === 0) ? otherScores(wording, because) : [];
  return [
    summaryOf(wording, explanation, all),
    ...section(whyHeading, few('because', () => becauseLines(wording, because))),
    ...section(headings.scores, scores),
    ...section(headings.against, few('against', () => against.map((reason) => againstPhrase(wording, reason)))),
    ...section(headings.whyNot, part('whyNot', () => whyNotLines(wording, explanation, all))),
    ...section(headings.passedOver, part('passedOver', () => passedOver.map((one) => obstacleLine(wording, one.segment, one.reasons, one.missing, '')))),
    ...section(headings.alsoHolding, part('passedOver', () => alsoHolding.map(({ segment, reasons }) => segmentLine(wording, segment, reasons.map((reason) => reasonPhrase(wording, reason)).join(wording.words.clauseSeparator))))),
    ...section(headings.counterfactuals, part('counterfactuals', () => changeLines(wording, explanation))),
    ...section(headings.validity, part('validity', () => validityLines(wording, explanation))),
    ...section(headings.differs, part('differs', () => differenceLines(wording, explanation.differs))),
    ...section(headings.overrides, part('overrides', () => idleOverrideLines(wording, explanation.idleOverrides))),
    ...section(headings.findings, few('findings', () => untold(findingLines(wording, findings), scores, all))),
    ...section(headings.omitted, all ? omitted.map((name) => wordFor(headings, name) ?? style.plain(name)) : []),
  ];
}
