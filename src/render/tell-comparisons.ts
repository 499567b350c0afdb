// The words of comparisons, and of what asks whether something is in something.
import { isJsonList } from '../errors/json.js';
import type { ValuePhrase } from '../rules/describe.js';
import type { Opposable } from './locales/rule-words.js';
import { tellValue } from './rule-values.js';
import { fill } from './text.js';
import { condition, inTermsOf, leadOf, subjectOf, twoSided, type OperatorCall, type Teller } from './tell-parts.js';
import { isValue, WEIGHT, within, type Subject, type Told } from './told.js';

type Order = '<' | '<=' | '>' | '>=';
type Equality = '==' | '!=' | '===' | '!==';

const MIRRORED: { readonly [O in Order]: Order } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

interface Comparison {
  /** What is a text already stands as it is. */
  readonly operands: readonly (Told | string)[];
  readonly template: string;
  /** The template of the opposite, where there is one. */
  readonly opposite?: string;
  /** What values are written in the terms of; where absent, of the first operand that is no value. */
  readonly subject?: Subject;
}

function compare(call: OperatorCall, { operands, template, opposite, subject = leadOf(call.operands)?.subject }: Comparison): Told {
  const { wording } = call;
  const [first = '', second = '', third = ''] = operands.map((operand) =>
    typeof operand === 'string' ? operand : within(wording, inTermsOf(wording, operand, subject), WEIGHT.term),
  );
  const say = (words: string): Told => condition(call, fill(wording.words, words, { 1: first, 2: second, 3: third }));
  return opposite === undefined ? say(template) : twoSided(say(template), say(opposite));
}

/** Values come second: "5 is less than a" is told as "a is more than 5". */
function valueLast(operands: readonly Told[]): { readonly operands: readonly Told[]; readonly isTurned: boolean } {
  const [first, second] = operands;
  const isTurned = operands.length === 2 && first !== undefined && second !== undefined && isValue(first) && !isValue(second);
  return { operands: isTurned ? [second, first] : operands, isTurned };
}

function isNull(told: Told): boolean {
  return isValue(told) && told.phrase.value === null;
}

/** `true` or `false` as it is written; undefined for anything else. */
function plainYes(told: Told | undefined): boolean | undefined {
  if (told === undefined || !isValue(told) || told.phrase.path !== undefined) return undefined;
  return typeof told.phrase.value === 'boolean' ? told.phrase.value : undefined;
}

/** The two templates, turned round where the first is not the one that is meant. */
function either(isFirst: boolean, first: string, second: string): Pick<Comparison, 'template' | 'opposite'> {
  return isFirst ? { template: first, opposite: second } : { template: second, opposite: first };
}

export function equality(id: Equality): Teller {
  const wantsEqual = id === '==' || id === '===';
  return (call) => {
    const { operators, opposites, forms } = call.wording.words.rules;
    const { operands } = valueLast(call.operands);
    const [first, second] = operands;
    if (operands.some(isNull)) {
      const asked = operands.find((operand) => !isNull(operand)) ?? first;
      return compare(call, { operands: asked === undefined ? [] : [asked], ...either(wantsEqual, forms.unknown, forms.known) });
    }
    const yes = plainYes(second);
    // Of what is declared to be yes or no, not yes is no.
    if (yes !== undefined && first?.phrase.kind === 'path' && first.phrase.type === 'boolean') {
      return compare(call, { operands: [first], ...either(yes === wantsEqual, forms.yes, forms.no) });
    }
    const isOfTwo = !operands.some(isValue) && (id === '==' || id === '!=');
    if (isOfTwo) return compare(call, { operands, ...either(wantsEqual, forms.same, forms.different) });
    return compare(call, { operands, template: operators[id], opposite: opposites[id] });
  };
}

export function ordering(id: Order): Teller {
  return (call) => {
    const { operators, forms, dates, counts } = call.wording.words.rules;
    const { operands, isTurned } = valueLast(call.operands);
    if (operands.length > 2) return compare(call, { operands, template: id === '<' ? forms.inside : forms.within });
    const type = leadOf(operands)?.subject.type;
    const table = type === 'date' ? dates : type === 'days' || type === 'count' ? counts : operators;
    return compare(call, { operands, template: table[isTurned ? MIRRORED[id] : id] });
  };
}

export const between: Teller = (call) => compare(call, { operands: call.operands, template: call.wording.words.rules.operators.between });

/** `before` and `after` compare days, whatever their operands are declared to be. */
export function dated(id: 'before' | 'after'): Teller {
  return (call) => {
    const { operators, opposites } = call.wording.words.rules;
    const { operands, isTurned } = valueLast(call.operands);
    const said = isTurned === (id === 'after') ? 'before' : 'after';
    return compare(call, { operands, template: operators[said], opposite: opposites[said], subject: subjectOf('date') });
  };
}

/** A condition on two operands in their order, with an opposite. */
export function plainly(id: Opposable): Teller {
  return (call) => compare(call, { operands: call.operands, template: call.wording.words.rules.operators[id], opposite: call.wording.words.rules.opposites[id] });
}

/** True for a list that is written out in the rule, with something in it. */
function isWrittenOut({ phrase }: Told): boolean {
  if (phrase.kind === 'operator') return phrase.operator === 'list' && phrase.operands.length > 0;
  return phrase.kind === 'value' && isJsonList(phrase.value) && phrase.value.length > 0;
}

/** The elements of a list that is written out, as they stand after "one of". */
function elementsOf({ wording }: OperatorCall, list: Told, subject: Subject): string {
  return inTermsOf(wording, list, subject).text;
}

/** The one element of a list of one. */
function onlyElement({ phrase }: Told): ValuePhrase | undefined {
  if (phrase.kind !== 'value' || !isJsonList(phrase.value) || phrase.value.length !== 1) return undefined;
  return phrase.elements?.[0] ?? { kind: 'value', pointer: phrase.pointer, type: 'any', value: phrase.value[0] ?? null };
}

export const includedIn: Teller = (call) => {
  const { operators, opposites, forms } = call.wording.words.rules;
  const [needle, list] = call.operands;
  if (needle === undefined || list === undefined || !isWrittenOut(list)) {
    const { subject } = list ?? {};
    return compare(call, { operands: call.operands, template: forms.amongst, opposite: forms.notAmongst, ...(subject === undefined ? {} : { subject }) });
  }
  const only = onlyElement(list);
  if (only !== undefined) {
    return compare(call, { operands: [needle, tellValue(call.wording, only)], template: operators['=='], opposite: opposites['=='] });
  }
  return compare(call, { operands: [needle, elementsOf(call, list, needle.subject)], template: operators.in, opposite: opposites.in });
};

export const overlaps: Teller = (call) => {
  const { operators, opposites, forms } = call.wording.words.rules;
  const [first, second] = call.operands;
  const isFirst = first !== undefined && isWrittenOut(first);
  const written = isFirst ? first : second;
  const other = isFirst ? second : first;
  if (written === undefined || other === undefined || !isWrittenOut(written)) {
    return compare(call, { operands: call.operands, template: operators.overlaps, opposite: opposites.overlaps });
  }
  const only = onlyElement(written);
  if (only !== undefined) return compare(call, { operands: [other, tellValue(call.wording, only)], template: operators.contains, opposite: opposites.contains });
  return compare(call, { operands: [other, elementsOf(call, written, other.subject)], template: forms.containsOne, opposite: forms.containsNone });
};
