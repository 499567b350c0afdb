import { isJsonList, type Json } from '../errors/json.js';
import type { ValuePhrase } from '../rules/describe.js';
import { VALUE_TYPES, type NodeType, type ValueType } from '../rules/types.js';
import { quantityOf } from './numbers.js';
import { parameterName } from './rule-names.js';
import { fill, joined } from './text.js';
import { WEIGHT, type RuleWording, type Subject, type Told } from './told.js';
import { scoreIdOf, valueName, type Wording } from './wording.js';

/** Lists within lists, deeper than anyone would write them. */
const DEEPEST_LIST = 20;
/** Signs that part the values of a list, or a clause from the next. */
const PARTING = /[,;:()，；：、（）“”]/;

const NOTHING: Subject = { type: 'any', path: '', unit: undefined };

function valueTypeOf(type: NodeType): ValueType {
  return VALUE_TYPES.find((each) => each === type) ?? 'number';
}

function quoted({ words }: Wording, text: string): string {
  return fill(words, words.quoted, { text });
}

/** A name as an element of a list: quoted where it would part the list itself. */
export function asElement(wording: Wording, name: string): string {
  return PARTING.test(name) ? quoted(wording, name) : name;
}

function textInWords(wording: RuleWording, text: string, type: NodeType, { path }: Subject): string {
  const { words, style, numbers } = wording;
  // Without a schema any text may stand where a day is meant.
  if (type === 'date') return style.plain(numbers.date(text)) || words.rules.names.emptyText;
  const name = valueName(wording, path, text);
  const isOneOfFew = name !== undefined || type === 'enum' || scoreIdOf(path) !== undefined;
  const plain = name ?? style.plain(text);
  if (plain === '') return words.rules.names.emptyText;
  return isOneOfFew ? asElement(wording, plain) : quoted(wording, plain);
}

function figureInWords({ words, style, numbers }: RuleWording, figure: number, type: NodeType, { path, unit }: Subject): string {
  const quantity = quantityOf(valueTypeOf(type), path, unit);
  const text = numbers.exact(figure, quantity);
  const isPlain = quantity === 'number' || quantity === 'count';
  return unit === undefined || !isPlain ? text : fill(words, words.rules.names.withUnit, { 1: text, 2: style.plain(unit) });
}

function jsonInWords(wording: RuleWording, value: Json, type: NodeType, subject: Subject, depth: number): string {
  const { words, style } = wording;
  const { names, forms } = words.rules;
  if (value === null) return names.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return figureInWords(wording, value, type, subject);
  if (typeof value === 'string') return textInWords(wording, value, type, subject);
  if (depth > DEEPEST_LIST) return names.more;
  if (!isJsonList(value)) return style.plain(Object.keys(value).join(words.listSeparator));
  if (value.length === 0) return names.emptyList;
  const list = listOf(wording, value.map((element: Json) => jsonInWords(wording, element, type, subject, depth + 1)));
  return depth === 0 ? list : fill(words, forms.brackets, { 1: list });
}

/** Texts as a list on one line. */
export function listOf({ words }: Wording, texts: readonly string[]): string {
  return joined(words, texts.flatMap((text, index) => (index === 0 ? [text] : [words.listSeparator, text])));
}

/** The type that a value is written in: its own where that says more than that it is a number, a text or a list. */
function writtenType({ type }: ValuePhrase, subject: Subject): NodeType {
  return type === 'number' || type === 'text' || type === 'list' || type === 'any' ? subject.type : type;
}

/** A value written in a rule, in the terms of what it stands beside, with the parameter that it comes from. */
export function valueText(wording: RuleWording, phrase: ValuePhrase, subject: Subject = NOTHING): string {
  const { words } = wording;
  const { names } = words.rules;
  const { value, path, reckoned, elements } = phrase;
  const own =
    elements === undefined
      ? jsonInWords(wording, value, writtenType(phrase, subject), subject, 0)
      : listOf(wording, elements.map((element) => valueText(wording, element, subject)));
  if (path === undefined) return own;
  return fill(words, reckoned === true ? names.fromParameter : names.ofParameter, { 1: own, 2: parameterName(wording, path) });
}

/** A value as a part of a rule. */
export function tellValue(wording: RuleWording, phrase: ValuePhrase, subject?: Subject): Told {
  const isList = isJsonList(phrase.value) && phrase.value.length > 0;
  return {
    phrase,
    text: valueText(wording, phrase, subject),
    items: [],
    weight: isList ? WEIGHT.several : WEIGHT.name,
    isCondition: false,
    subject: { type: phrase.type, path: '', unit: undefined },
  };
}
