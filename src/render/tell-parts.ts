// What all words of operators are made with.
import type { OperatorPhrase } from '../rules/describe.js';
import type { NodeType } from '../rules/types.js';
import type { Block } from './outline.js';
import { tellValue } from './rule-values.js';
import { fill } from './text.js';
import { isValue, WEIGHT, within, type RuleWording, type Subject, type Told } from './told.js';
import { parameterName } from './rule-names.js';

/** An operator whose operands are told. */
export interface OperatorCall {
  readonly wording: RuleWording;
  readonly phrase: OperatorPhrase;
  readonly operands: readonly Told[];
  /** True where conditions may follow line by line. */
  readonly isOutline: boolean;
}

export type Teller = (call: OperatorCall) => Told;

export function subjectOf(type: NodeType): Subject {
  return { type, path: '', unit: undefined };
}

/** What says that something is the case. */
export function condition({ phrase }: OperatorCall, text: string, weight: number = WEIGHT.condition, items: readonly Block[] = []): Told {
  return { phrase, text, items, weight, isCondition: true, subject: subjectOf('boolean') };
}

/** What is a value. */
export function term({ phrase }: OperatorCall, text: string, subject: Subject = subjectOf(phrase.type)): Told {
  return { phrase, text, items: [], weight: WEIGHT.term, isCondition: false, subject };
}

/** The first operand that is no value: the others are written in its terms. */
export function leadOf(operands: readonly Told[]): Told | undefined {
  return operands.find((operand) => !isValue(operand));
}

/** A value in the terms of what it stands beside; anything else as it is. */
export function inTermsOf(wording: RuleWording, told: Told, subject: Subject | undefined): Told {
  return isValue(told) && subject !== undefined ? tellValue(wording, told.phrase, subject) : told;
}

/** The texts of operands in the terms of the first that is no value, in brackets where they weigh more. */
export function textsOf({ wording, operands }: OperatorCall, most: number, subject = leadOf(operands)?.subject): readonly string[] {
  return operands.map((operand) => within(wording, inTermsOf(wording, operand, subject), most));
}

/** A condition with the words for it, and for its opposite. */
export function twoSided(told: Told, opposite: Told): Told {
  return { ...told, opposite: () => ({ ...opposite, opposite: () => told }) };
}

/** A value as a condition: what is declared to be yes or no is; anything else counts as one. */
function valueAsCondition(wording: RuleWording, told: Told): Told {
  const { words } = wording;
  const { yes, no, truthy, falsy, always, never } = words.rules.forms;
  const { phrase } = told;
  const say = (template: string, text = within(wording, told, WEIGHT.term)): Told => ({
    ...told, text: fill(words, template, { 1: text }), items: [], weight: WEIGHT.condition, isCondition: true, subject: subjectOf('boolean'), opposite: undefined, condition: undefined,
  });
  if (phrase.kind === 'value' && typeof phrase.value === 'boolean') {
    const [is, isNot] = phrase.value ? [true, false] : [false, true];
    if (phrase.path === undefined) return twoSided(say(is ? always : never), say(isNot ? always : never));
    const name = fill(words, words.rules.names.parameter, { 1: parameterName(wording, phrase.path) });
    return twoSided(say(is ? yes : no, name), say(isNot ? yes : no, name));
  }
  return phrase.type === 'boolean' ? twoSided(say(yes), say(no)) : twoSided(say(truthy), say(falsy));
}

/** Whatever stands where a condition is asked for. */
export function asCondition(wording: RuleWording, told: Told): Told {
  if (told.isCondition) return told;
  return told.condition === undefined ? valueAsCondition(wording, told) : told.condition();
}
