import type { ReasonCode } from '../explain/reason-codes.js';
import type { Reason } from '../explain/types.js';
import type { FactValue } from '../model/types.js';
import { quantityOf } from './numbers.js';
import { evidencePhrase } from './record-lines.js';
import { fill, fillWhole, wordFor } from './text.js';
import { nameOf, segmentName, valueText, type Wording } from './wording.js';

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

/** One of a single value is that value. */
function asOne({ code, required }: Reason): ReasonCode {
  if (typeof required !== 'object' || required === null || required.length !== 1) return code;
  return code === 'reason/one-of' ? 'reason/equal' : code === 'reason/none-of' ? 'reason/not-equal' : code;
}

function phraseFrom(wording: Wording, reason: Reason, texts: ReasonTexts): string {
  const { words } = wording;
  const { facts } = reason;
  const code = asOne(reason);
  const template = code === 'reason/present' && facts !== undefined ? words.allKnown : (wordFor(words.reasons, code) ?? words.is);
  return fillWhole(words, template, texts) ?? fill(words, words.is, texts);
}

/** A phrase with what an auditor sees beside it: the code, the pointer, and the events behind it. */
export function withCode(wording: Wording, phrase: string, reason: Reason): string {
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
function neededInstead(reason: Reason): NeedCode | undefined {
  const { comparator = '' } = reason;
  const code = asOne(reason);
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
