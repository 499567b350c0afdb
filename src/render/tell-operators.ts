// The words of every operator: a table of tellers, of which none can be left out.
import { isJsonList } from '../errors/json.js';
import type { ToldOperator } from './locales/rule-words.js';
import { listOf } from './rule-values.js';
import { pathName, parameterName } from './rule-names.js';
import { between, dated, equality, includedIn, ordering, overlaps, plainly } from './tell-comparisons.js';
import { chain, choice, connective, not, notNot, quantifier } from './tell-conditions.js';
import { asCondition, condition, leadOf, subjectOf, term, textsOf, twoSided, type OperatorCall, type Teller } from './tell-parts.js';
import { fill, fillWhole } from './text.js';
import { isValue, WEIGHT, within, type RuleWording, type Subject, type Told } from './told.js';

/** Some values stay what they are, whatever they stand beside: factors, divisors, parts of texts. */
const NO_SUBJECT: Subject = subjectOf('number');

/** The places of a template, by the operands in their order; `{list}` is those from `from` on. */
function places(wording: RuleWording, texts: readonly string[], from = 0): { readonly [place: string]: string } {
  return { 1: texts[0] ?? '', 2: texts[1] ?? '', 3: texts[2] ?? '', list: listOf(wording, texts.slice(from)) };
}

/** A value made of operands, none of which is in the terms of another. */
function made(id: ToldOperator, most: number = WEIGHT.name): Teller {
  return (call) => term(call, fill(call.wording.words, call.wording.words.rules.operators[id], places(call.wording, textsOf(call, most, NO_SUBJECT))));
}

/** A value made of one operand, or of several in a row; with one operand `alone` says it. */
function inARow(id: '+' | '*', alone: 'asNumber' | undefined): Teller {
  return (call) => {
    const { wording } = call;
    const { operators, forms } = wording.words.rules;
    const texts = textsOf(call, WEIGHT.name, id === '*' ? NO_SUBJECT : undefined);
    const [first] = call.operands;
    if (call.operands.length === 1 && first !== undefined) {
      return alone === undefined ? first : term(call, fill(wording.words, forms[alone], places(wording, texts)), first.subject);
    }
    return term(call, chain(wording, operators[id], texts), id === '+' ? reckoned(call) : undefined);
  };
}

/** Of what a sum is: what all its operands are, where they are one thing. */
function reckoned({ phrase, operands }: OperatorCall): Subject {
  const units = new Set(operands.filter((operand) => !isValue(operand)).map(({ subject }) => subject.unit));
  const [unit] = units;
  return { type: phrase.type, path: '', unit: units.size === 1 ? unit : undefined };
}

/** The difference of two ratios is told in percentage points. */
const subtract: Teller = (call) => {
  const { wording, phrase, operands } = call;
  const { operators, forms } = wording.words.rules;
  const isOfTwo = operands.length > 1;
  const texts = textsOf(call, WEIGHT.name);
  const unit = isOfTwo && phrase.type === 'ratio' ? 'points' : reckoned(call).unit;
  return term(call, fill(wording.words, isOfTwo ? operators['-'] : forms.negative, places(wording, texts)), { type: phrase.type, path: '', unit });
};

/** `/` and `%`: of two operands, with plain numbers. */
function quotient(id: '/' | '%'): Teller {
  return (call) => term(call, fill(call.wording.words, call.wording.words.rules.operators[id], places(call.wording, textsOf(call, WEIGHT.name, NO_SUBJECT))));
}

function extreme(id: 'min' | 'max'): Teller {
  return (call) => {
    const { wording, operands } = call;
    const text = fill(wording.words, wording.words.rules.operators[id], places(wording, textsOf(call, WEIGHT.term)));
    return term(call, text, leadOf(operands)?.subject ?? subjectOf(call.phrase.type));
  };
}

/** The value, or another where it is missing. The value may be a condition. */
const orDefault: Teller = (call) => {
  const { wording, operands } = call;
  const [first] = operands;
  if (first === undefined) return term(call, '');
  const text = fill(wording.words, wording.words.rules.operators.default, places(wording, textsOf(call, first.isCondition ? WEIGHT.condition : WEIGHT.name)));
  return first.isCondition ? condition(call, text, WEIGHT.several) : term(call, text, first.subject);
};

/** The names of paths: against a schema they are paths, without one texts. */
function namesOf(wording: RuleWording, operands: readonly Told[]): readonly string[] {
  return operands.flatMap((operand) => {
    const { phrase } = operand;
    if (phrase.kind !== 'value') return [within(wording, operand, WEIGHT.term)];
    if (phrase.path !== undefined) return [fill(wording.words, wording.words.rules.names.parameter, { 1: parameterName(wording, phrase.path) })];
    const names = isJsonList(phrase.value) ? phrase.value : [phrase.value];
    return names.map((name) => (typeof name === 'string' ? pathName(wording, name) : operand.text));
  });
}

/** `missing` gives a list, and is most often asked whether that is empty. */
const missing: Teller = (call) => {
  const { wording } = call;
  const { operators, forms } = wording.words.rules;
  const names = namesOf(wording, call.operands);
  const list = names.length === 0 ? wording.words.rules.names.emptyList : listOf(wording, names);
  const isOne = names.length === 1;
  const say = (template: string): Told => condition(call, fill(wording.words, template, { 1: list, list }), isOne ? WEIGHT.condition : WEIGHT.several);
  return {
    ...term(call, fill(wording.words, operators.missing, { list })),
    condition: () => twoSided(say(isOne ? forms.unknown : forms.someUnknown), say(isOne ? forms.known : forms.allKnown)),
  };
};

const missingSome: Teller = (call) => {
  const { wording } = call;
  const { operators, forms } = wording.words.rules;
  const [count, ...paths] = call.operands;
  if (count === undefined) return term(call, '');
  const values = { 1: within(wording, count, WEIGHT.name), list: listOf(wording, namesOf(wording, paths)) };
  const say = (template: string): Told => condition(call, fill(wording.words, template, values), WEIGHT.several);
  return { ...term(call, fill(wording.words, operators.missing_some, values)), condition: () => twoSided(say(forms.tooFewKnown), say(forms.enoughKnown)) };
};

/** A list that is written out, of parts that are read or reckoned. */
const list: Teller = (call) => {
  const { words } = call.wording;
  const { operators, names } = words.rules;
  const text = call.operands.length === 0 ? names.emptyList : fill(words, operators.list, places(call.wording, textsOf(call, WEIGHT.name)));
  return { ...term(call, text), weight: call.operands.length > 0 ? WEIGHT.several : WEIGHT.name };
};

/** Operators that say more with a third operand. */
function withThird(id: 'substr' | 'reduce', form: 'partOfLength' | 'startingWith'): Teller {
  return (call) => {
    const { words } = call.wording;
    const template = call.operands.length > 2 ? words.rules.forms[form] : words.rules.operators[id];
    return term(call, fill(words, template, places(call.wording, textsOf(call, WEIGHT.name, NO_SUBJECT))));
  };
}

/** The elements of a list that meet a condition. */
const filter: Teller = (call) => {
  const { wording } = call;
  const [elements, asked] = call.operands;
  if (elements === undefined || asked === undefined) return term(call, '');
  const values = { 1: within(wording, elements, WEIGHT.name), 2: within(wording, asCondition(wording, asked), WEIGHT.name) };
  return term(call, fill(wording.words, wording.words.rules.operators.filter, values));
};

/** A text so long is told once where the host's words name it twice: words within words would double at every level. */
const LONGEST_REPEATED = 60;

/** An operator of the host's own; where its words do not fit its operands they stand behind its name. */
export const plugIn: Teller = (call) => {
  const { wording, phrase } = call;
  const { words, style } = wording;
  const { forms, names } = words.rules;
  const texts = textsOf(call, WEIGHT.name, subjectOf('any'));
  const given: unknown = phrase.words;
  const template = typeof given === 'string' ? given : wordsIn(given, words.text);
  const values = Object.fromEntries(texts.map((text, index) => [String(index + 1), text]));
  const once = template === undefined ? undefined : style.plain(withoutRepeats(template, values, names.more));
  const text = (once === undefined ? undefined : fillWhole(words, once, values)) ?? fill(words, forms.other, { 1: style.plain(phrase.operator), list: listOf(wording, texts) });
  return phrase.type === 'boolean' ? condition(call, text, WEIGHT.several) : term(call, text);
};

/** The words of a language among those of a host; programs without types may give anything. */
function wordsIn(given: unknown, language: string): string | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const table: { readonly [language: string]: unknown } = { ...given };
  const own = table[language] ?? table['en'];
  return typeof own === 'string' ? own : undefined;
}

/** A template in which every place of a long text stands once. */
function withoutRepeats(template: string, values: { readonly [place: string]: string }, more: string): string {
  const seen = new Set<string>();
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated && (values[name] ?? '').length > LONGEST_REPEATED ? more : place;
  });
}

export const TELLERS: { readonly [O in ToldOperator]: Teller } = {
  '==': equality('=='),
  '!=': equality('!='),
  '===': equality('==='),
  '!==': equality('!=='),
  '<': ordering('<'),
  '<=': ordering('<='),
  '>': ordering('>'),
  '>=': ordering('>='),
  between,
  before: dated('before'),
  after: dated('after'),
  and: connective('and'),
  or: connective('or'),
  '!': not,
  '!!': notNot,
  if: choice('if'),
  '?:': choice('?:'),
  in: includedIn,
  contains: plainly('contains'),
  overlaps,
  some: quantifier('some'),
  all: quantifier('all'),
  none: quantifier('none'),
  startsWith: plainly('startsWith'),
  endsWith: plainly('endsWith'),
  missing,
  missing_some: missingSome,
  present: plainly('present'),
  default: orDefault,
  '+': inARow('+', 'asNumber'),
  '-': subtract,
  '*': inARow('*', undefined),
  '/': quotient('/'),
  '%': quotient('%'),
  min: extreme('min'),
  max: extreme('max'),
  map: made('map'),
  filter,
  reduce: withThird('reduce', 'startingWith'),
  merge: made('merge', WEIGHT.term),
  cat: made('cat', WEIGHT.term),
  substr: withThird('substr', 'partOfLength'),
  list,
  var: made('var'),
};
