import { ClassifierError } from '../errors/classifier-error.js';
import type { Text } from '../errors/json.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { en } from './locales/en.js';
import type { Locale, LocaleWords } from './locales/words.js';

function isWords(locale: Locale): locale is LocaleWords {
  return 'reasons' in locale && 'findings' in locale && 'rules' in locale && 'policies' in locale;
}

/** The words of a locale. What is none of the package's locales is taken as English. */
export function wordsOf(locale: Locale = en): LocaleWords {
  // A program without types may give a name, such as `zh-CN`.
  if (typeof locale !== 'object' || (locale as Locale | null) === null) throw new ClassifierError([referenceIssue('option/not-a-locale', '/locale')]);
  return isWords(locale) ? locale : wordsOf(en);
}

/** The word of a table for a name that came from outside; undefined where it has none. */
export function wordFor(table: { readonly [name: string]: string }, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A policy's text in the language of the words. */
export function textIn(words: LocaleWords, text: Text): string {
  return typeof text === 'string' ? text : (text[words.text] ?? text.en);
}

const OWN_SCRIPT = /\p{Script=Han}$/u;
const OWN_SCRIPT_FIRST = /^\p{Script=Han}/u;
const FIGURE_LAST = /[\p{Script=Latin}\p{Nd}%$€£¥]$/u;
const FIGURE_FIRST = /^[\p{Script=Latin}\p{Nd}+\-$€£¥]/u;

/** The pieces of a sentence put together, with a space between Chinese and a figure or Latin letters. */
export function joined(words: LocaleWords, pieces: readonly string[]): string {
  if (!words.spacesFigures) return pieces.join('');
  const spaced: string[] = [];
  let last = '';
  for (const given of pieces) {
    // Wide brackets bring their own room.
    const piece = last.endsWith('）') ? given.replace(/^ /, '') : given;
    if (piece === '') continue;
    if (piece.startsWith('（') && last.endsWith(' ')) spaced.push((spaced.pop() ?? '').slice(0, -1));
    const meets = (OWN_SCRIPT.test(last) && FIGURE_FIRST.test(piece)) || (FIGURE_LAST.test(last) && OWN_SCRIPT_FIRST.test(piece));
    spaced.push(meets ? ` ${piece}` : piece);
    // Two units of the text hold its last character, whatever it is.
    last = piece.slice(-2);
  }
  return spaced.join('');
}

/** Fills the places of a template, each once: what is filled in is never read as a template. */
export function fill(words: LocaleWords, template: string, values: { readonly [name: string]: string }): string {
  const pieces = template.split(/(\{\w+\})/).map((piece) => (/^\{\w+\}$/.test(piece) ? (wordFor(values, piece.slice(1, -1)) ?? piece) : piece));
  return joined(words, pieces);
}

/** Fills a template; undefined where a value for one of its places is missing. */
export function fillWhole(words: LocaleWords, template: string, values: { readonly [name: string]: string }): string | undefined {
  const places = template.match(/\{\w+\}/g) ?? [];
  return places.every((place) => Object.hasOwn(values, place.slice(1, -1))) ? fill(words, template, values) : undefined;
}

/** A phrase as a line of its own: with a capital, unless its first word has a spelling of its own such as `iPhone`. */
export function asLine(phrase: string): string {
  return /^[a-z](?:[a-z]| )/.test(phrase) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase;
}

/** Text from outside on one line: what would break it, is not seen, or would turn round what stands behind it, becomes a space. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
