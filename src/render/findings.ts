import type { Finding } from '../errors/issue.js';
import { isJsonList, type Json, type Text } from '../errors/json.js';
import { fill, fillWhole, wordFor } from './text.js';
import { nameOf, segmentName, type Wording } from './wording.js';

/** The label of a line of a score, where the explanation has it. */
function itemLabel({ scores }: Wording, score: Json | undefined, item: string): Text | undefined {
  return scores.find(({ id }) => id === score)?.contributions?.find(({ id }) => id === item)?.label;
}

/** A parameter of a finding in words, by its name. */
function parameterText(wording: Wording, params: Finding['params'], name: string, value: Json): string {
  const { words, style, numbers } = wording;
  if (value === null) return words.withheld.value;
  if (isJsonList(value)) return value.map((element) => parameterText(wording, params, name, element)).join(words.listSeparator);
  // Points may have the noise of the sum that they are part of.
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : numbers.number(value, 'number');
  if (typeof value !== 'string') return style.plain(JSON.stringify(value));
  const tables: { readonly [name: string]: { readonly [value: string]: string } } = {
    part: words.parts,
    expected: words.types,
    problem: words.problems,
    reason: words.scoreReasons,
  };
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (table !== undefined) return wordFor(table, value) ?? style.plain(value);
  switch (name) {
    case 'score':
      return nameOf(wording, `scores.${value}`) + groupText(wording, params['group']);
    case 'axis':
      return wordFor(words.policies.options, value) ?? style.plain(value);
    case 'item':
      return nameOf(wording, value, itemLabel(wording, params['score'], value));
    case 'segment':
    case 'segments':
      return segmentName(wording, value);
    case 'id':
    case 'invoice':
    case 'policy':
      return fill(words, words.quoted, { text: style.plain(value) });
    default:
      return style.plain(numbers.date(value));
  }
}

/** The group of peers that a finding is about, after the name of the score. */
function groupText({ words, style }: Wording, group: Json | undefined): string {
  return group === undefined ? '' : fill(words, words.inBrackets, { text: style.plain(typeof group === 'string' ? group : JSON.stringify(group)) });
}

/** The template of a finding: the one of a parameter that it has, before the one of the code. */
function templateOf({ words }: Wording, { code, params }: Finding): string | undefined {
  const [special] = Object.keys(params).flatMap((name) => (params[name] === false ? [] : (wordFor(words.findings, `${code}:${name}`) ?? [])));
  return special ?? wordFor(words.findings, code);
}

/** The path of what a finding points at in a record, where that has a name of its own. */
function pathOf({ words, labels }: Wording, pointer: string | undefined): string | undefined {
  const path = pointer?.slice(1).replaceAll('/', '.') ?? '';
  const isNamed = Object.hasOwn(labels, path) || Object.hasOwn(words.fields, path) || /^assessments\.(?!\d)/.test(path);
  return isNamed ? path : undefined;
}

/** A finding in words. One whose code is not known is told by its code and parameters. */
export function findingText(wording: Wording, finding: Finding): string {
  const { words, style } = wording;
  const { code, params } = finding;
  const template = templateOf(wording, finding);
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, parameterText(wording, params, name, value)]));
  const given = Object.entries(values)
    .map(([name, value]) => `${style.plain(name)} ${value}`)
    .join(words.listSeparator);
  const filled = template === undefined ? undefined : fillWhole(words, template, values);
  const text = filled ?? [style.plain(code), given].filter((each) => each !== '').join(words.colon);
  const subject = finding.fact ?? pathOf(wording, finding.pointer);
  return subject === undefined ? text : `${nameOf(wording, subject)}${words.colon}${text}`;
}
