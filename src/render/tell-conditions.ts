// The words of what is made of conditions: on one line, or line by line.
import type { Block } from './outline.js';
import { fill, joined } from './text.js';
import { asCondition, condition, inTermsOf, leadOf, subjectOf, twoSided, type Teller } from './tell-parts.js';
import { isValue, WEIGHT, within, type RuleWording, type Told } from './told.js';

/** What stands before, between and after the operands of an operator that takes any number of them. */
export function chain({ words }: RuleWording, template: string, texts: readonly string[]): string {
  const [before = '', between = '', after = ''] = template.split(/\{[12]\}/);
  return joined(words, [before, ...texts.flatMap((text, index) => (index === 0 ? [text] : [between, text])), after]);
}

/** What follows a colon: as it is where it is a line above others, else in brackets where it weighs more. */
function afterColon(wording: RuleWording, told: Told): string {
  return told.items.length > 0 ? told.text : within(wording, told, WEIGHT.condition);
}

export function connective(id: 'and' | 'or'): Teller {
  return (call) => {
    const { wording, isOutline } = call;
    const { operators, headings, names } = wording.words.rules;
    const conditions = call.operands.map((operand) => asCondition(wording, operand));
    const [first, second] = conditions;
    if (first === undefined) return condition(call, names.nothing);
    if (second === undefined) return { ...first, phrase: call.phrase };
    if (!isOutline) {
      const texts = conditions.map((each) => within(wording, each, WEIGHT.condition));
      return condition(call, chain(wording, operators[id], texts), WEIGHT.several);
    }
    const items: readonly Block[] = conditions.map(({ text, items: below }) => ({ head: text, items: below }));
    const say = (heading: string): Told => condition(call, heading, WEIGHT.several, items);
    const told = say(id === 'and' ? headings.all : headings.any);
    return { ...told, opposite: () => ({ ...say(id === 'and' ? headings.notAll : headings.none), opposite: () => told }) };
  };
}

export const not: Teller = (call) => {
  const { wording } = call;
  const [operand] = call.operands;
  if (operand === undefined) return condition(call, '');
  const told = asCondition(wording, operand);
  if (told.opposite !== undefined) return { ...told.opposite(), phrase: call.phrase };
  const text = fill(wording.words, wording.words.rules.operators['!'], { 1: afterColon(wording, told) });
  return condition(call, text, WEIGHT.several, told.items);
};

export const notNot: Teller = (call) => {
  const { wording } = call;
  const [operand] = call.operands;
  if (operand === undefined) return condition(call, '');
  const told = asCondition(wording, operand);
  return condition(call, fill(wording.words, wording.words.rules.operators['!!'], { 1: afterColon(wording, told) }), WEIGHT.several, told.items);
};

/** `some`, `all` and `none`: a condition on the elements of a list. */
export function quantifier(id: 'some' | 'all' | 'none'): Teller {
  return (call) => {
    const { wording } = call;
    const { operators, opposites } = wording.words.rules;
    const [list, asked] = call.operands;
    if (list === undefined || asked === undefined) return condition(call, '');
    const of = within(wording, list, WEIGHT.term);
    if (asked.phrase.kind === 'value' && asked.phrase.value === true && asked.phrase.path === undefined) {
      const say = (form: 'empty' | 'notEmpty'): Told => condition(call, fill(wording.words, wording.words.rules.forms[form], { 1: of }), WEIGHT.condition);
      return id === 'none' ? twoSided(say('empty'), say('notEmpty')) : twoSided(say('notEmpty'), say('empty'));
    }
    const told = asCondition(wording, asked);
    const say = (template: string): Told => condition(call, fill(wording.words, template, { 1: of, 2: afterColon(wording, told) }), WEIGHT.several, told.items);
    const plain = say(operators[id]);
    return id === 'all' ? plain : { ...plain, opposite: () => ({ ...say(opposites[id]), opposite: () => plain }) };
  };
}

interface Case {
  readonly when: Told | undefined;
  readonly then: Told;
}

/** The cases of `if`: the last has no condition where there is one left over. */
function casesOf(operands: readonly Told[]): readonly Case[] {
  const cases: Case[] = [];
  for (let at = 0; at < operands.length; at += 2) {
    const [first, second] = operands.slice(at, at + 2);
    if (first !== undefined) cases.push(second === undefined ? { when: undefined, then: first } : { when: first, then: second });
  }
  return cases;
}

/** `if` and its older name: the first case that applies gives the value, or decides. */
export function choice(id: 'if' | '?:'): Teller {
  return (call) => {
    const { wording, isOutline, phrase } = call;
    const { words } = wording;
    const { operators, forms, headings, names } = words.rules;
    const isOfConditions = phrase.type === 'boolean';
    const cases = casesOf(call.operands);
    const subject = leadOf(cases.map(({ then }) => then))?.subject;
    // A plain `true` is said as yes: "in every case" would be no case of its own.
    const outcome = (told: Told): Told => (isOfConditions && !isValue(told) ? asCondition(wording, told) : inTermsOf(wording, told, subject));
    const [only] = call.operands;
    if (only !== undefined && call.operands.length === 1) return { ...outcome(only), phrase };
    const blocks = cases.map(({ when, then }): Block => {
      const { text, items, weight } = outcome(then);
      const value = items.length > 0 || weight <= WEIGHT.condition ? text : fill(words, forms.brackets, { 1: text });
      const head =
        when === undefined
          ? fill(words, forms.otherwise, { 1: value })
          : fill(words, operators[id], { 1: within(wording, asCondition(wording, when), WEIGHT.condition), 2: value });
      return { head, items };
    });
    const told = (text: string, items: readonly Block[] = []): Told => ({
      phrase, text, items, weight: WEIGHT.several, isCondition: isOfConditions, subject: isOfConditions ? subjectOf('boolean') : (subject ?? subjectOf(phrase.type)),
    });
    if (blocks.length === 0) return told(names.nothing);
    if (isOutline && isOfConditions && blocks.length > 1) return told(headings.cases, blocks);
    return told(joined(words, blocks.flatMap(({ head }, index) => (index === 0 ? [head] : [words.clauseSeparator, head]))));
  };
}
