import type { Finding } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { scoreReasonText } from './reasons.js';
import { fill, wordFor } from './text.js';
import { nameOf, segmentName, type Wording } from './wording.js';

/** A parameter of a finding in words, by its name. */
function parameterText(wording: Wording, name: string, value: Json): string {
  const { words, style, numbers } = wording;
  if (typeof value === 'number') return numbers.number(value, 'count');
  if (typeof value !== 'string') return style.plain(JSON.stringify(value));
  switch (name) {
    case 'part':
      return wordFor(words.parts, value) ?? style.plain(value);
    case 'expected':
      return wordFor(words.types, value) ?? style.plain(value);
    case 'problem':
      return wordFor(words.problems, value) ?? style.plain(value);
    case 'score':
      return nameOf(wording, `scores.${value}`);
    case 'reason':
      return scoreReasonText(wording, value);
    case 'segment':
      return segmentName(wording, value);
    case 'from':
    case 'until':
      return style.plain(numbers.date(value));
    case 'id':
    case 'invoice':
    case 'policy':
      return fill(words, words.quoted, { text: style.plain(value) });
    default:
      return style.plain(value);
  }
}

/** The template of a finding: the one of a parameter that is true, before the one of the code. */
function templateOf({ words }: Wording, { code, params }: Finding): string | undefined {
  const flag = Object.keys(params).find((name) => params[name] === true);
  return (flag === undefined ? undefined : wordFor(words.findings, `${code}:${flag}`)) ?? wordFor(words.findings, code);
}

/** The path of what a finding points at in a record, where that has a name of its own. */
function pathOf({ words, labels }: Wording, pointer: string | undefined): string | undefined {
  const path = pointer?.slice(1).replaceAll('/', '.');
  return path !== undefined && (Object.hasOwn(labels, path) || Object.hasOwn(words.fields, path) || path.startsWith('assessments.')) && !/^assessments\.\d+/.test(path)
    ? path
    : undefined;
}

/** A finding in words. One whose code is not known is told by its code and parameters. */
export function findingText(wording: Wording, finding: Finding): string {
  const { words, style } = wording;
  const { code, params } = finding;
  const template = templateOf(wording, finding);
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, parameterText(wording, name, value)]));
  const isComplete = template !== undefined && [...template.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(values, name));
  const given = Object.entries(values).map(([name, value]) => `${style.plain(name)} ${value}`).join(words.listSeparator);
  const text = isComplete ? fill(words, template, values) : [style.plain(code), given].filter((each) => each !== '').join(words.colon);
  const subject = finding.fact ?? pathOf(wording, finding.pointer);
  return subject === undefined ? text : `${nameOf(wording, subject)}${words.colon}${text}`;
}
