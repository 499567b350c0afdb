import type { NodeType } from '../rules/types.js';
import type { Phrase, ValuePhrase } from '../rules/describe.js';
import type { Block } from './outline.js';
import { fill } from './text.js';
import type { Wording } from './wording.js';

/** What rules are told with: the wording of everything, and what one of each fact is called. */
export interface RuleWording extends Wording {
  readonly units: { readonly [path: string]: string };
}

/** How much a text holds together: what weighs more than its place bears stands in brackets. */
export const WEIGHT = { name: 0, term: 1, condition: 2, several: 3 } as const;

/** What a value is of, so that another beside it is written in the same way. */
export interface Subject {
  readonly type: NodeType;
  /** Empty where it is no path of the document. */
  readonly path: string;
  readonly unit: string | undefined;
}

/** A part of a rule in words. */
export interface Told {
  readonly phrase: Phrase;
  /** All of it on one line; where there are items, the line above them. */
  readonly text: string;
  readonly items: readonly Block[];
  readonly weight: number;
  /** True for what says that something is the case; false for what is a value. */
  readonly isCondition: boolean;
  readonly subject: Subject;
  /** That it is not the case, where there are words for it. */
  readonly opposite?: (() => Told) | undefined;
  /** The same value as a condition, where that has words of its own. */
  readonly condition?: (() => Told) | undefined;
}

export function isValue(told: Told): told is Told & { readonly phrase: ValuePhrase } {
  return told.phrase.kind === 'value';
}

/** The text in brackets where it weighs more than its place bears. */
export function within({ words }: Wording, { text, weight }: Told, most: number): string {
  return weight > most ? fill(words, words.rules.forms.brackets, { 1: text }) : text;
}
