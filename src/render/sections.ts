import type { Explanation, Reason } from '../explain/types.js';
import { findingText } from './findings.js';
import type { ExplanationPart } from './locales/words.js';
import { quantityOf } from './numbers.js';
import { againstPhrase, failurePhrase, openedScore, reasonPhrase, scoreOf, scorePhrase } from './reasons.js';
import { missingName } from './missing.js';
import { summaryOf } from './summary.js';
import { asLine, fill, wordFor } from './text.js';
import { nameOf, segmentName, valueText, type Wording } from './wording.js';

/** All reasons are kept; so many are shown to whoever is in a hurry. */
const SHOWN = 4;

/** The lines of a section, the first few where not all are wanted. */
function shown({ words, numbers }: Wording, lines: readonly string[], all: boolean): readonly string[] {
  if (all || lines.length <= SHOWN + 1) return lines;
  return [...lines.slice(0, SHOWN), fill(words, words.more, { count: numbers.number(lines.length - SHOWN, 'count') })];
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

/** One segment that was not given: what failed, and what is not known. */
function segmentLine(wording: Wording, segment: string, failed: readonly Reason[], missing: readonly string[]): string {
  const { words, style } = wording;
  const lacks = [...new Set(missing.map((path) => missingName(wording, path)))];
  const unknown = lacks.length === 0 ? [] : [fill(words, words.notKnown, { list: lacks.join(words.listSeparator) })];
  const phrases = [...failed.map((reason) => failurePhrase(wording, reason)), ...unknown];
  const why = phrases.length === 0 ? words.noObstacle : phrases.join(words.clauseSeparator);
  return `${style.strong(segmentName(wording, segment))}${words.colon}${why}`;
}

/** The number or text of a fact in a counterfactual, in the unit in which the explanation has it elsewhere. */
function changedValue(wording: Wording, explanation: Explanation, fact: string, value: Reason['actual']): string {
  const reasons = [explanation.because, ...explanation.passedOver.map((one) => one.reasons), ...explanation.whyNot.map((one) => one.failed)].flat();
  const known = reasons.find((reason) => reason.fact === fact);
  if (typeof value !== 'number') return valueText(wording, fact, known?.type ?? 'text', value);
  return wording.numbers.number(value, quantityOf(known?.type ?? 'number', fact, known?.unit));
}

function counterfactualLines(wording: Wording, explanation: Explanation): readonly string[] {
  const { words, numbers, style } = wording;
  return explanation.counterfactuals.map(({ to, kind, by, changes }) => {
    const each = changes.map(({ fact, from, to: wanted }) =>
      fill(words, words.change, {
        fact: nameOf(wording, fact),
        from: changedValue(wording, explanation, fact, from),
        to: changedValue(wording, explanation, fact, wanted),
      }),
    );
    const deadline = by === undefined ? '' : fill(words, words.by, { date: style.plain(numbers.date(by)) });
    const template = kind === 'hindsight' ? words.hindsight : words.counterfactual;
    return fill(words, template, { segment: segmentName(wording, to), changes: each.join(words.listSeparator), by: deadline });
  });
}

function validityLines(wording: Wording, { validity }: Explanation): readonly string[] {
  const { words, numbers, style } = wording;
  if (validity === null) return [];
  if (validity.lastDay === null) return [words.validity.open];
  const date = style.plain(numbers.date(validity.lastDay));
  if (validity.becomes === null) return [fill(words, words.validity.lastDay, { date })];
  return [fill(words, words.validity.becomes, { date, segment: segmentName(wording, validity.becomes) })];
}

function findingLines(wording: Wording, { findings }: Explanation): readonly string[] {
  const { style, showsCodes } = wording;
  const lines = findings.map((finding) => {
    const text = findingText(wording, finding);
    return showsCodes ? `${text} ${style.code(`${finding.code} ${finding.pointer ?? ''}`.trim())}` : text;
  });
  return [...new Set(lines)];
}

/** Findings that the section of scores has told already are left out, save where everything is shown. */
function untold(lines: readonly string[], told: readonly string[], all: boolean): readonly string[] {
  return all ? lines : lines.filter((line) => !told.includes(line));
}

function linesOf(wording: Wording, explanation: Explanation, part: ExplanationPart): readonly string[] {
  switch (part) {
    case 'because':
      return becauseLines(wording, explanation.because);
    case 'against':
      return explanation.against.map((reason) => againstPhrase(wording, reason));
    case 'whyNot':
      return explanation.whyNot.map(({ segment, failed, missing }) => segmentLine(wording, segment, failed, missing));
    case 'passedOver':
      return explanation.passedOver.map(({ segment, reasons, missing }) => segmentLine(wording, segment, reasons, missing));
    case 'counterfactuals':
      return counterfactualLines(wording, explanation);
    case 'validity':
      return validityLines(wording, explanation);
    case 'findings':
      return findingLines(wording, explanation);
  }
}

/** The text for the host's own people, section by section; sections without a line are left out. */
export function sectionsOf(wording: Wording, explanation: Explanation, isWanted: (part: ExplanationPart) => boolean, all: boolean): readonly string[] {
  const { words, style } = wording;
  const { because, computed, omitted } = explanation;
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [style.section(heading, lines.map(asLine), words.colon)];
  const part = (name: ExplanationPart): readonly string[] => (isWanted(name) ? linesOf(wording, explanation, name) : []);

  const reasonHeading = computed === undefined ? words.headings.because : fill(words, words.headings.computed, { segment: segmentName(wording, computed.segment) });
  // Where no rule won, the scores themselves are what there is to say.
  const scores = isWanted('because') && (all || because.length === 0) ? otherScores(wording, because) : [];
  const notMade = omitted.map((name) => wordFor(words.headings, name) ?? style.plain(name));
  return [
    summaryOf(wording, explanation, all),
    ...section(reasonHeading, shown(wording, part('because'), all)),
    ...section(words.headings.scores, scores),
    ...section(words.headings.against, shown(wording, part('against'), all)),
    ...section(words.headings.whyNot, part('whyNot')),
    ...section(words.headings.passedOver, part('passedOver')),
    ...section(words.headings.counterfactuals, part('counterfactuals')),
    ...section(words.headings.validity, part('validity')),
    ...section(words.headings.findings, shown(wording, untold(part('findings'), scores, all), all)),
    ...(all ? section(words.headings.omitted, notMade) : []),
  ];
}
