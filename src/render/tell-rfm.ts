import { isJsonList, isJsonObject, type Json } from '../errors/json.js';
import { RFM_INPUTS } from '../scorers/rfm/read-options.js';
import { RFM_AXES } from '../scorers/rfm/types.js';
import { subjectOfPath } from './policy-wording.js';
import { pathName } from './rule-names.js';
import { listOf, valueText } from './rule-values.js';
import { cutText, namedOption, optionText, type ScoreContext } from './score-options.js';
import { fill } from './text.js';

/** An axis: what it is of, where its lines are in the terms of that, and its weight; undefined where one of them cannot be told. */
function axisTextOf(context: ScoreContext, axis: (typeof RFM_AXES)[number], json: Json): string | undefined {
  if (!isJsonObject(json)) return undefined;
  const { plan, wording } = context;
  const { words } = wording;
  const { of, cut, weight } = json;
  const path = typeof of === 'string' ? of : RFM_INPUTS[axis];
  const told = cut === undefined ? undefined : cutText(context, cut, subjectOfPath(wording, path, plan.field(path)));
  if (cut !== undefined && told === undefined) return undefined;
  const parts = [
    ...(of === undefined ? [] : [pathName(wording, path)]),
    ...(told === undefined ? [] : [fill(words, words.policies.cut, { cut: told })]),
    ...(weight === undefined ? [] : [namedOption(context, 'weight', optionText(context, 'weight', weight, '', 1))]),
  ];
  return parts.length === 0 ? undefined : parts.join(words.clauseSeparator);
}

function rangeText(context: ScoreContext, json: Json): string {
  const { words } = context.wording;
  const [min = '', max = ''] = isJsonList(json) ? json.map((bound: Json) => optionText(context, '', bound, '', 1)) : [];
  return min === max ? min : fill(words, words.policies.range, { min, max });
}

/** A row of a table: the cells of a band. */
function rowText(context: ScoreContext, json: Json): string {
  const { plan, wording, score } = context;
  const { words } = wording;
  const { band = '', codes, ...ranges } = isJsonObject(json) ? json : {};
  const path = `scores.${score.id}.band`;
  const name = valueText(wording, { kind: 'value', pointer: '', type: 'enum', value: band }, subjectOfPath(wording, path, plan.field(path)));
  const cells = isJsonList(codes)
    ? codes.map((code: Json) => (typeof code === 'string' ? wording.style.plain(code) : ''))
    : Object.entries(ranges).map(([axis, range]) => namedOption(context, axis, rangeText(context, range)));
  return cells.length === 0
    ? fill(words, words.policies.restOfCells, { band: name })
    : fill(words, words.policies.cellsOf, { band: name, cells: listOf(wording, cells) });
}

/** The options that only an RFM score has, told as lines; undefined for another option, and for one that cannot be told so. */
export function rfmTexts(context: ScoreContext, name: string, json: Json): readonly string[] | undefined {
  if (context.score.scorer.id !== 'rfm') return undefined;
  const axis = RFM_AXES.find((each) => each === name);
  const text = axis === undefined ? undefined : axisTextOf(context, axis, json);
  if (text !== undefined) return [namedOption(context, name, text)];
  return name === 'table' && isJsonList(json) ? json.map((row: Json) => rowText(context, row)) : undefined;
}
