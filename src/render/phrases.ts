import type { LocaleWords } from './locales/words.js';
import { fill, wordFor } from './text.js';

/** Phrases are short; what a host wrote may be long, and is not searched. */
const LONGEST_PHRASE = 400;

/** True where a template shows a value as it was written. */
function isQuoted(template: string, name: string): boolean {
  return template.includes(`\`{${name}}\``);
}

/**
 * A value in its place of a template: in the language of the words where the library put it into words. What was written by a host stays
 * as it is: of what stands in backticks only whole phrases are the library's.
 */
export function phraseAt(words: LocaleWords, template: string, name: string, text: string): string {
  if (isQuoted(template, name)) return (text.includes(' ') ? wordFor(words.phrases, text) : undefined) ?? text;
  return wordFor(words.phrases, text) ?? listed(words, text) ?? matched(words, text) ?? text;
}

/** A list of which every element is a phrase. */
function listed(words: LocaleWords, text: string): string | undefined {
  const elements = text.split(', ').map((element) => wordFor(words.phrases, element));
  const known = elements.filter((element) => element !== undefined);
  return known.length > 1 && known.length === elements.length ? known.join(words.listSeparator) : undefined;
}

/** A phrase with values in it, each of which may be a phrase again. */
function matched(words: LocaleWords, text: string): string | undefined {
  if (text.length > LONGEST_PHRASE) return undefined;
  for (const [english, template] of Object.entries(words.phrases)) {
    const found = placesIn(english, text);
    if (found === undefined) continue;
    return fill(words, template, Object.fromEntries(found.map(([name, value]) => [name, phraseAt(words, template, name, value)])));
  }
  return undefined;
}

/** What stands at the places of a phrase in a text; undefined where the text is another one, or the phrase has no places. */
function placesIn(phrase: string, text: string): readonly (readonly [name: string, value: string])[] | undefined {
  const names = [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.length === 0) return undefined;
  const pattern = phrase.split(/\{\w+\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)');
  const values = new RegExp(`^${pattern}$`, 'su').exec(text)?.slice(1);
  return values === undefined ? undefined : names.map((name, index) => [name, values[index] ?? '']);
}
