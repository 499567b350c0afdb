import { isJsonList, isJsonObject, type Json } from '../errors/json.js';
import { describeRule } from '../rules/describe.js';
import { optionPointer, type ScoreContext } from './score-options.js';
import { tellRule } from './tell-rule.js';
import { fill } from './text.js';
import { valueText } from './wording.js';

/** The rule at an option of a stage in words; undefined where there is none. */
function ruleText(context: ScoreContext, ...names: readonly string[]): string | undefined {
  const tree = context.plan.trees.get(optionPointer(context, ...names));
  return tree === undefined ? undefined : tellRule(context.wording, describeRule(tree), 'line').text;
}

/** The stages that a score declares, a line for each rule; undefined for what is no list of stages. */
export function stageTexts(context: ScoreContext, json: Json): readonly string[] | undefined {
  if (!isJsonList(json)) return undefined;
  const { wording, score } = context;
  const { words } = wording;
  const { stage: template, stageKept } = words.policies;
  return json.flatMap((entry, index) => {
    const id = isJsonObject(entry) ? entry['id'] : undefined;
    if (typeof id !== 'string') return [];
    const stage = valueText(wording, `scores.${score.id}.band`, 'enum', id);
    const enters = ruleText(context, 'stages', String(index), 'when');
    const stays = ruleText(context, 'stages', String(index), 'stay');
    return [
      ...(enters === undefined ? [] : [fill(words, template, { stage, condition: enters })]),
      ...(stays === undefined ? [] : [fill(words, stageKept, { stage, condition: stays })]),
    ];
  });
}
