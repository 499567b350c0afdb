import { isJsonObject, type Json } from '../errors/json.js';
import type { PolicyPlan } from '../policy/plan.js';
import { line, type Block } from './outline.js';
import { idsOf, subjectOfPath, withId } from './policy-wording.js';
import { pathName } from './rule-names.js';
import { listOf, valueText } from './rule-values.js';
import { rfmTexts } from './tell-rfm.js';
import { stageTexts } from './tell-stages.js';
import { taxonomyTexts } from './tell-taxonomy.js';
import { axisText, cutText, namedOption, optionPointer, optionText, peersText, subjectOfValue, type ScoreContext } from './score-options.js';
import { fill, wordFor } from './text.js';
import type { RuleWording } from './told.js';

/** What is told by itself: the scorer and the label, and what the inputs and the bands of the plan say better. */
const TOLD: readonly string[] = ['scorer', 'label', 'bandLabels', 'note', 'of', 'bands'];

/** An option that names an axis is a path, and a cut has lines in the terms of what it cuts. */
function optionTexts(context: ScoreContext, name: string, json: Json): readonly string[] {
  const { plan, wording, score } = context;
  const { words } = wording;
  const one = (text: string | undefined): readonly string[] => [text ?? namedOption(context, name, optionText(context, name, json, optionPointer(context, name)))];
  if (name === 'stages') return stageTexts(context, json) ?? one(undefined);
  if (name === 'taxonomy') return taxonomyTexts(context, json) ?? one(undefined);
  const ofRfm = rfmTexts(context, name, json);
  if (ofRfm !== undefined) return ofRfm;
  if (name === 'peers') return one(peersText(context, json));
  if (name === 'potential') return potentialTexts(context, json);
  const axis = axisText(context, json);
  if (axis !== undefined) return [namedOption(context, name, axis)];
  if (name === 'shares') return one(wrapCut(context, cutText(context, { pareto: json }, subjectOfValue(context))));
  if (name !== 'cut') return one(undefined);
  const cut = cutText(context, usualEnd(context, json), subjectOfValue(context));
  const axes = isJsonObject(json) && cut === undefined ? Object.keys(json).sort() : [];
  const cuts = axes.flatMap((axis) => {
    const path = optionOf(context, axis);
    const input = score.inputs.find((each) => each.path === path);
    const text = isJsonObject(json) && input !== undefined ? cutText(context, json[axis] ?? null, subjectOfPath(wording, input.path, plan.field(input.path))) : undefined;
    return input === undefined || text === undefined ? [] : [fill(words, words.policies.option, { name: pathName(wording, input.path), value: text })];
  });
  const text = cut ?? (cuts.length > 0 && cuts.length === axes.length ? cuts.join(words.clauseSeparator) : undefined);
  return text === undefined ? one(undefined) : [fill(words, words.policies.cut, { cut: text })];
}

/** A cut in its sentence. */
function wrapCut({ wording: { words } }: ScoreContext, cut: string | undefined): string | undefined {
  return cut === undefined ? undefined : fill(words, words.policies.cut, { cut });
}

/** A cut that says which end is better, where its scorer takes it as said: of days since, fewer are. */
function usualEnd({ score }: ScoreContext, json: Json): Json {
  return score.scorer.id === 'recency' && isJsonObject(json) ? { better: 'lower', ...json } : json;
}

/** A potential beside a value: its path, and its cut on a line of its own. */
function potentialTexts(context: ScoreContext, json: Json): readonly string[] {
  const { plan, wording } = context;
  const { of, cut } = isJsonObject(json) ? json : {};
  if (typeof of !== 'string') return [];
  const name = pathName(wording, of);
  const named = namedOption(context, 'potential', name);
  const lines = cut === undefined ? undefined : wrapCut(context, cutText(context, cut, subjectOfPath(wording, of, plan.field(of))));
  return lines === undefined ? [named] : [[named, lines].join(wording.words.clauseSeparator)];
}

function specOf({ plan, score }: ScoreContext): { readonly [option: string]: Json } {
  const spec: Json | undefined = plan.policy.scores?.[score.id] as Json | undefined;
  return isJsonObject(spec) ? spec : {};
}

function optionOf(context: ScoreContext, name: string): Json | undefined {
  const spec = specOf(context);
  return Object.hasOwn(spec, name) ? spec[name] : undefined;
}

function bandsText({ plan, wording, score }: ScoreContext): readonly string[] {
  const { words } = wording;
  const path = `scores.${score.id}.band`;
  const bands = (plan.field(path)?.values ?? []).map((value) => valueText(wording, { kind: 'value', pointer: '', type: 'enum', value }, subjectOfPath(wording, path, plan.field(path))));
  if (bands.length === 0) return [];
  return [fill(words, score.result === 'nominal' ? words.policies.bandsWithoutOrder : words.policies.bands, { list: listOf(wording, bands) })];
}

/** The options that are told one by one: first those that are one value, such as a path, each kind by name. */
function optionNames(context: ScoreContext): readonly string[] {
  const names = Object.keys(specOf(context)).filter((name) => !TOLD.includes(name)).sort();
  const isOne = (name: string): boolean => typeof optionOf(context, name) === 'string';
  return [...names.filter(isOne), ...names.filter((name) => !isOne(name))];
}

/** The inputs that no option names. */
function unnamedInputs(context: ScoreContext, options: readonly string[]): readonly string[] {
  // Peers and axes are objects that name a path.
  const named = options.map((name) => optionOf(context, name)).flatMap((option) => (isJsonObject(option) ? [option['by'], option['of']] : [option]));
  return context.score.inputs.map(({ path }) => path).filter((path) => !named.includes(path));
}

function scoreBlock(context: ScoreContext): Block {
  const { wording, score } = context;
  const { words, style } = wording;
  const { policies } = words;
  const spec = specOf(context);
  const scorer = fill(words, policies.scorer, { id: style.plain(score.scorer.id) });
  const about = wordFor(policies.scorers, score.scorer.id);
  const options = optionNames(context);
  const inputs = unnamedInputs(context, options).map((path) => pathName(wording, path));
  const lines = [
    ...(inputs.length === 0 ? [] : [fill(words, policies.reads, { list: listOf(wording, inputs) })]),
    ...options.flatMap((name) => optionTexts(context, name, spec[name] ?? null)),
    // A tree tells all of its classes.
    ...(score.scorer.id === 'category' && options.includes('taxonomy') ? [] : bandsText(context)),
    ...(score.isFitted ? [policies.needsCalibration] : []),
  ];
  const name = withId(wording, pathName(wording, `scores.${score.id}`), score.id);
  return { head: `${name}${words.colon}${[...(about === undefined ? [] : [about]), scorer].join(words.clauseSeparator)}`, items: lines.map(line) };
}

/** The scores: by which scorer, of what, with which options, and the bands that they give. */
export function scoreBlocks(plan: PolicyPlan, wording: RuleWording): readonly Block[] {
  const byId = new Map(plan.scores.map((score) => [score.id, score]));
  return idsOf(plan.policy.scores).flatMap((id) => {
    const score = byId.get(id);
    return score === undefined ? [] : [scoreBlock({ plan, wording, score })];
  });
}
