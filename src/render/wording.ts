import type { Text } from '../errors/json.js';
import type { FactValue } from '../model/types.js';
import type { ValueType } from '../rules/types.js';
import type { ExplainedScore } from '../explain/types.js';
import type { LocaleWords } from './locales/words.js';
import { quantityOf, type Numbers } from './numbers.js';
import type { Style } from './style.js';
import { fill, textIn, wordFor } from './text.js';

/** Everything that words are made with, for one text. */
export interface Wording {
  readonly words: LocaleWords;
  readonly numbers: Numbers;
  readonly style: Style;
  /** The policy's own labels, by path. */
  readonly labels: { readonly [path: string]: Text };
  readonly scores: readonly ExplainedScore[];
  /** True where codes and pointers are shown. */
  readonly showsCodes: boolean;
}

/** The id of the score that a path reads. */
export function scoreIdOf(path: string): string | undefined {
  return /^scores\.([^.]+)/.exec(path)?.[1];
}

function labelOf({ words, style, labels }: Wording, path: string): string | undefined {
  const label = Object.hasOwn(labels, path) ? labels[path] : undefined;
  return label === undefined ? undefined : style.plain(textIn(words, label));
}

/** The name of a path: the policy's label, else the words of the language, else the path as it is. */
export function nameOf(wording: Wording, path: string, label?: Text): string {
  const { words, style } = wording;
  if (path === '') return words.noFact;
  if (label !== undefined) return style.plain(textIn(words, label));
  const score = scoreIdOf(path);
  const before = /^previous\.(scores\..+)\.band$/.exec(path)?.[1];
  if (before !== undefined) return fill(words, words.previousBand, { score: nameOf(wording, before) });
  const own = labelOf(wording, path) ?? (score === undefined ? undefined : labelOf(wording, `scores.${score}`));
  const known = own ?? wordFor(words.facts, path) ?? wordFor(words.fields, path);
  if (known !== undefined) return known;
  if (path.startsWith('assessments.')) return fill(words, words.assessment, { indicator: style.plain(path.slice('assessments.'.length)) });
  return style.plain(score ?? path.replace(/^customer\.attributes\./, ''));
}

/** The name of a segment: its label, else its id. */
export function segmentName(wording: Wording, segment: string): string {
  return labelOf(wording, `segments.${segment}`) ?? wording.style.plain(segment);
}

/** The name that a customer may be told; undefined where there is none. */
export function publicSegmentName(wording: Wording, segment: string): string | undefined {
  return labelOf(wording, `segments.${segment}.public`);
}

/** A value out of a closed list, in words where there are any. */
export function valueName(wording: Wording, path: string, value: string): string | undefined {
  const { words } = wording;
  // A score had the bands before that it has today.
  const label = labelOf(wording, `${path.replace(/^previous\.(?=scores\.)/, '')}=${value}`);
  if (label !== undefined) return label;
  if (path === 'previous.segment') return segmentName(wording, value);
  if (path === 'customer.kind') return wordFor(words.kinds, value);
  if (path === 'generation') return wordFor(words.generations, value);
  return /^(?:previous\.)?scores\.[^.]+\.band$/.test(path) ? wordFor(words.bands, value) : undefined;
}

function textValue(wording: Wording, path: string, type: string, value: string): string {
  const { words, style, numbers } = wording;
  if (type === 'date') return style.plain(numbers.date(value));
  const known = valueName(wording, path, value);
  if (known !== undefined) return known;
  const plain = style.plain(value);
  return type === 'enum' || scoreIdOf(path) !== undefined ? plain : fill(words, words.quoted, { text: plain });
}

/** A value by itself, with nothing that it is compared with: in the unit of its type where it is a number. */
export function valueText(wording: Wording, path: string, type: ValueType, value: FactValue, unit?: string): string {
  const { words, numbers } = wording;
  if (value === null) return words.unknown;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numbers.number(value, quantityOf(type, path, unit));
  if (typeof value === 'string') return textValue(wording, path, type, value);
  if (value.length === 0) return '[]';
  return value.map((element) => valueText(wording, path, type, element)).join(words.listSeparator);
}
