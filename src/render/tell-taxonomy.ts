import { isJsonList, isJsonObject, type Json } from '../errors/json.js';
import { listOf, valueText } from './rule-values.js';
import { namedOption, type ScoreContext } from './score-options.js';
import { fill } from './text.js';
import type { Subject } from './told.js';

const TEXT: Subject = { type: 'text', path: '', unit: undefined };

/** A class by its name: with its id where that is another, the words that mean it, and what lies within it. */
function classText(context: ScoreContext, json: Json, isOutermost: boolean): string {
  const { wording, score } = context;
  const { words, style } = wording;
  const { id, values, children } = isJsonObject(json) ? json : {};
  if (typeof id !== 'string') return '';
  const band: Subject = { type: 'enum', path: `scores.${score.id}.band`, unit: undefined };
  const name = valueText(wording, { kind: 'value', pointer: '', type: 'enum', value: id }, band);
  const meant = isJsonList(values) ? values.map((value) => valueText(wording, { kind: 'value', pointer: '', type: 'text', value }, TEXT)) : [];
  const within = isJsonList(children) ? listOf(wording, children.map((child) => classText(context, child, false))) : '';
  const details = [
    ...(name === style.plain(id) ? [] : [style.plain(id)]),
    ...(meant.length === 0 ? [] : [listOf(wording, meant)]),
    ...(within === '' || isOutermost ? [] : [namedOption(context, 'children', within)]),
  ];
  const told = details.length === 0 ? name : name + fill(words, words.inBrackets, { text: details.join(words.clauseSeparator) });
  return isOutermost && within !== '' ? `${told}${words.colon}${within}` : told;
}

/** A tree of classes, a line for each of the outermost; undefined where the score is no category. */
export function taxonomyTexts(context: ScoreContext, json: Json): readonly string[] | undefined {
  return context.score.scorer.id === 'category' && isJsonList(json) ? json.map((each) => classText(context, each, true)) : undefined;
}
