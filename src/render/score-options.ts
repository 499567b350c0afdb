import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import type { PlannedScore, PolicyPlan } from '../policy/plan.js';
import { describeRule } from '../rules/describe.js';
import { subjectOfPath } from './policy-wording.js';
import { pathName } from './rule-names.js';
import { listOf, valueText } from './rule-values.js';
import { tellRule } from './tell-rule.js';
import { fill, textIn, wordFor } from './text.js';
import type { RuleWording, Subject } from './told.js';

/** What the options of a score are told with. */
export interface ScoreContext {
  readonly plan: PolicyPlan;
  readonly wording: RuleWording;
  readonly score: PlannedScore;
}

/** Options within options, deeper than anyone would write them. */
const DEEPEST = 20;
const DAYS: Subject = { type: 'days', path: '', unit: undefined };
const PLAIN: Subject = { type: 'any', path: '', unit: undefined };
const SHARE: Subject = { type: 'ratio', path: '', unit: undefined };

function parameterOf(json: Json): string | undefined {
  if (!isJsonObject(json) || Object.keys(json).length !== 1) return undefined;
  const { var: path } = json;
  return typeof path === 'string' && path.startsWith('parameters.') ? path : undefined;
}

/** A single value in the terms of a subject, with the parameter that gives it; undefined for a list or an object. */
function valueIn({ plan, wording }: ScoreContext, json: Json, subject: Subject): string | undefined {
  const path = parameterOf(json);
  const constant = path === undefined ? undefined : plan.field(path)?.constant;
  if (path !== undefined && constant !== undefined) return valueText(wording, { kind: 'value', pointer: '', type: 'any', value: constant, path }, subject);
  return isJsonList(json) || isJsonObject(json) ? undefined : valueText(wording, { kind: 'value', pointer: '', type: 'any', value: json }, subject);
}

/** Where an option of a score stands in the policy. */
export function optionPointer({ score }: ScoreContext, ...names: readonly string[]): string {
  return names.reduce((pointer, name) => childPointer(pointer, name), childPointer('/scores', score.id));
}

/** A band that the score gives, by its label; undefined for anything else. */
function bandIn({ plan, wording, score }: ScoreContext, json: Json): string | undefined {
  const path = `scores.${score.id}.band`;
  const field = plan.field(path);
  if (typeof json !== 'string' || field?.values?.includes(json) !== true) return undefined;
  return valueText(wording, { kind: 'value', pointer: '', type: 'enum', value: json }, subjectOfPath(wording, path, field));
}

/** An axis of a matrix: what it is of, and its cut or its classes; undefined for anything else. */
export function axisText(context: ScoreContext, json: Json): string | undefined {
  const { plan, wording, score } = context;
  const { words } = wording;
  const { of, cut, classes } = isJsonObject(json) ? json : {};
  if (typeof of !== 'string' || !score.inputs.some(({ path }) => path === of)) return undefined;
  const subject = subjectOfPath(wording, of, plan.field(of));
  const split = classes === undefined ? cutText(context, cut ?? null, subject) : classesText(context, classes, subject);
  return split === undefined ? undefined : pathName(wording, of) + fill(words, words.inBrackets, { text: split });
}

function classesText(context: ScoreContext, json: Json, subject: Subject): string | undefined {
  if (!isJsonList(json)) return undefined;
  const { wording } = context;
  const { words } = wording;
  const word = (value: Json): string => valueText(wording, { kind: 'value', pointer: '', type: 'enum', value }, subject);
  const texts = json.map((each) => (isJsonList(each) ? fill(words, words.rules.forms.brackets, { 1: listOf(wording, each.map(word)) }) : word(each)));
  return namedOption(context, 'classes', listOf(wording, texts));
}

/** An option as it stands: paths by their names, rules in words, figures of days as days. */
export function optionText(context: ScoreContext, name: string, json: Json, pointer: string, depth = 0): string {
  const { plan, wording, score } = context;
  const rule = plan.trees.get(pointer);
  if (rule !== undefined) return tellRule(wording, describeRule(rule), 'line').text;
  const { words } = wording;
  if (typeof json === 'string' && score.inputs.some(({ path }) => path === json)) return pathName(wording, json);
  const chosen = typeof json === 'string' ? wordFor(words.policies.optionWords, `${name}=${json}`) : undefined;
  if (chosen !== undefined) return chosen;
  const band = bandIn(context, json);
  if (band !== undefined) return band;
  const value = valueIn(context, json, name.endsWith('Days') ? DAYS : PLAIN);
  if (value !== undefined) return value;
  if (depth > DEEPEST) return words.rules.names.more;
  const texts = isJsonList(json) ? json.map((element, index) => optionText(context, name, element, childPointer(pointer, index), depth + 1)) : memberTexts(context, json, pointer, depth);
  if (texts.length === 0) return words.rules.names.emptyList;
  const list = listOf(wording, texts);
  return depth === 0 ? list : fill(words, words.rules.forms.brackets, { 1: list });
}

/** The label of a part of a score, in the language of the words; undefined for what is no text. */
function labelText({ words, style }: RuleWording, json: Json): string | undefined {
  if (typeof json === 'string') return style.plain(json);
  const { en, 'zh-CN': chinese } = isJsonObject(json) ? json : {};
  if (typeof en !== 'string') return undefined;
  return style.plain(textIn(words, typeof chinese === 'string' ? { en, 'zh-CN': chinese } : { en }));
}

function memberTexts(context: ScoreContext, json: Json, pointer: string, depth: number): readonly string[] {
  if (!isJsonObject(json)) return [];
  const names = Object.keys(json).filter((name) => name !== 'note').sort();
  return names.map((name) => {
    const member = json[name] ?? null;
    const text = name === 'label' ? labelText(context.wording, member) : undefined;
    return namedOption(context, name, text ?? optionText(context, name, member, childPointer(pointer, name), depth + 1));
  });
}

/** An option with its name. */
export function namedOption({ wording: { words, style } }: ScoreContext, name: string, value: string): string {
  const { option, options } = words.policies;
  return fill(words, option, { name: wordFor(options, name) ?? style.plain(name), value });
}

/** A list of values in the terms of a subject; undefined for anything else. */
function valuesIn(context: ScoreContext, json: Json | undefined, subject: Subject): string | undefined {
  if (!isJsonList(json)) return undefined;
  const texts = json.flatMap((each) => valueIn(context, each, subject) ?? []);
  return texts.length < json.length ? undefined : listOf(context.wording, texts);
}

/** So many classes, with the parameter that may give their number; undefined for anything else. */
function classesIn(context: ScoreContext, json: Json | undefined): string | undefined {
  const { classes } = isJsonObject(json) ? json : {};
  return classes === undefined ? undefined : valueIn(context, classes, PLAIN);
}

/** A cut by quantiles with what it says of equal values, or as which program it takes them. */
function quantileText(context: ScoreContext, json: JsonObject): string | undefined {
  const { words } = context.wording;
  const { cuts, ties: tieWords, modes } = words.policies;
  const { quantile, type, ties, mode } = json;
  const list = valuesIn(context, quantile, SHARE);
  const n = classesIn(context, quantile);
  const cut = list !== undefined ? fill(words, cuts.quantile, { list }) : n === undefined ? undefined : fill(words, cuts.classes, { n });
  if (cut === undefined) return undefined;
  const ofTies = typeof ties === 'string' ? wordFor(tieWords, ties) : undefined;
  const ofMode = typeof mode === 'string' ? wordFor(modes, mode) : undefined;
  const template = ofMode ?? ofTies ?? (type === undefined ? undefined : cuts.type);
  return template === undefined ? cut : fill(words, template, { cut, n: type === undefined ? '' : (valueIn(context, type, PLAIN) ?? '') });
}

function rankText(context: ScoreContext, rank: Json | undefined): string | undefined {
  const { words } = context.wording;
  const { cuts } = words.policies;
  if (rank === 'top-half') return cuts.topHalf;
  const { top, share } = isJsonObject(rank) ? rank : {};
  if (top !== undefined) return fill(words, cuts.top, { n: valueIn(context, top, PLAIN) ?? '' });
  return share === undefined ? undefined : fill(words, cuts.share, { share: valueIn(context, share, SHARE) ?? '' });
}

function kindOfCut(context: ScoreContext, json: JsonObject, subject: Subject): string | undefined {
  const { words } = context.wording;
  const { cuts } = words.policies;
  if (json['mean'] === true) return cuts.mean;
  if (json['median'] === true) return cuts.median;
  const filled = (template: string, place: string, text: string | undefined): string | undefined =>
    text === undefined ? undefined : fill(words, template, { [place]: text });
  return (
    filled(cuts.fixed, 'list', valuesIn(context, json['fixed'], subject)) ??
    filled(cuts.pareto, 'list', valuesIn(context, json['pareto'], SHARE)) ??
    filled(cuts.natural, 'n', classesIn(context, json['natural'])) ??
    filled(cuts.equalWidth, 'n', classesIn(context, json['equalWidth'])) ??
    quantileText(context, json) ??
    rankText(context, json['rank'])
  );
}

/** Where a cut has its lines, in the terms of what is cut; undefined for what is no cut. */
export function cutText(context: ScoreContext, json: Json, subject: Subject): string | undefined {
  if (!isJsonObject(json)) return undefined;
  const { words } = context.wording;
  const kind = kindOfCut(context, json, subject);
  return kind === undefined || json['better'] !== 'lower' ? kind : fill(words, words.policies.cuts.lower, { cut: kind });
}

/** What the lines of a score are in the terms of: of its value, and where that is its first input, of that. */
export function subjectOfValue({ plan, wording, score }: ScoreContext): Subject {
  const [first] = score.inputs;
  const isInput = first !== undefined && first.field.type === score.valueField.type;
  const path = isInput ? first.path : `scores.${score.id}.value`;
  return subjectOfPath(wording, path, isInput ? plan.field(path) : score.valueField);
}

/** How peers are compared; undefined for what does not say by what. */
export function peersText(context: ScoreContext, json: Json): string | undefined {
  const { wording } = context;
  const { words } = wording;
  if (!isJsonObject(json) || typeof json['by'] !== 'string') return undefined;
  const { by, minimum = 4, otherwise = 'none' } = json;
  const template = otherwise === 'all' ? words.policies.peers.all : words.policies.peers.none;
  return fill(words, template, { by: pathName(wording, by), minimum: valueIn(context, minimum, PLAIN) ?? '' });
}
