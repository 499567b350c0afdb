// The one mechanism behind scorers that add up points: scorecard, composite, engagement.
import { isJsonObject, type Json, type Text } from '../../errors/json.js';
import type { FactValue } from '../../model/types.js';
import { NUMERIC_TYPES, type ValueType } from '../../rules/types.js';
import { fitCut, statedLines, type FittedCut } from '../cut.js';
import { findInCut } from '../cut-findings.js';
import { asNumber, columnOf, noScore } from '../inputs.js';
import { member } from '../options.js';
import { isFittedCut } from '../read-cut.js';
import type { FindInFit, InputValues, ReportOption, Score, ScoreColumns, ScoreCondition, ScoreInputs, ScorerImplementation } from '../scorer.js';
import { add, sumOf } from './exact.js';
import { cardLines, isReason, type ItemFits } from './card-lines.js';
import { gateLine, settingGate } from './gates.js';
import { graded } from './grades.js';
import { tell, type Line, type Told } from './lines.js';
import { monotoneCard } from './monotone.js';
import { fitMarks, isFitted, placesBy, typesFor, type MarkFit } from './marks.js';
import type { Card, CardItem, MarkedItem } from './types.js';

/** What a calibration keeps of a card. (A type alias, because interfaces are no JSON to the compiler.) */
export type CardFit = {
  /** What the marks of each item need, by the id of the item. */
  readonly items: { readonly [id: string]: MarkFit };
  readonly cut: FittedCut | null;
};

function itemsOf({ groups }: Card): readonly CardItem[] {
  return groups.flatMap(({ items }) => items);
}

function fittedItems(card: Card): readonly MarkedItem[] {
  return itemsOf(card).filter((item) => item.kind === 'marked').filter(({ marking }) => isFitted(marking));
}

/** True where the lines of the grades are drawn over a population. */
export function isCutFitted({ cut }: Pick<Card, 'cut'>): boolean {
  return cut !== undefined && statedLines(cut) === null;
}

function pathsOf(item: CardItem): readonly string[] {
  if (item.kind === 'condition') return [];
  const undecayed = item.kind === 'counted' ? item.undecayed : undefined;
  return undecayed === undefined ? [item.input] : [item.input, undecayed];
}

/** The rules of a card, in the order in which they are asked. */
export function conditionsOf(card: Card): readonly ScoreCondition[] {
  return [...itemsOf(card).flatMap((item) => (item.kind === 'condition' ? [item.asked] : [])), ...card.gates.map(({ asked }) => asked)];
}

/** The lines after the gates; a reason where what is not known decides. */
function gatedLines(card: Card, inputs: ScoreInputs, items: ItemFits): readonly Line[] | Score {
  const setting = settingGate(card.gates, inputs);
  const before = cardLines(card, inputs, items);
  if (isReason(before) && setting < 0) return noScore(before.reason);
  // A gate that sets the value does so whatever is not known.
  const lines: Line[] = isReason(before) ? [] : [...before];
  let total = sumOf(lines.map(({ points }) => points));
  for (const [index, gate] of card.gates.entries()) {
    const line = gateLine(gate, total, inputs, index < setting);
    if (line === null) return noScore('score/condition-unknown');
    if (line === undefined) continue;
    lines.push(line);
    total = add(total, line.points);
  }
  return lines;
}

function toldOf(card: Card, inputs: ScoreInputs, items: ItemFits): Told | Score {
  const lines = gatedLines(card, inputs, items);
  if ('reason' in lines || 'value' in lines) return lines;
  const told = tell(lines);
  const isFinite = [told.value, ...told.contributions.map(({ points }) => points)].every((figure) => Number.isFinite(figure));
  return isFinite ? told : noScore('score/out-of-range');
}

function scoreCard(inputs: ScoreInputs, card: Card, fitted: CardFit | null): Score {
  if (fitted === null && (fittedItems(card).length > 0 || isCutFitted(card))) return noScore('score/not-calibrated');
  const told = toldOf(card, inputs, fitted?.items ?? {});
  return 'band' in told ? told : graded(card, told, inputs, fitted?.cut ?? null);
}

/** Values of every customer whom a card without conditions gives one. */
function valuesOver(card: Card, columns: ScoreColumns, items: ItemFits): readonly number[] {
  const paths = [...new Set(itemsOf(card).flatMap(pathsOf))];
  const known = paths.map((path) => [path, columnOf(columns, path)] as const);
  const population = known.reduce((most, [, column]) => Math.max(most, column.length), 0);
  return Array.from({ length: population }, (_, row) => {
    const inputs: { readonly [input: string]: FactValue } = Object.fromEntries(known.map(([path, column]) => [path, column[row] ?? null]));
    const told = toldOf(card, inputs, items);
    return 'band' in told ? [] : [told.value];
  }).flat();
}

function fitCard(card: Card, columns: ScoreColumns, find?: FindInFit): CardFit {
  const items: { readonly [id: string]: MarkFit } = Object.fromEntries(
    fittedItems(card).map(({ id, input, marking }) => [id, fitMarks(marking, columnOf(columns, input).flatMap((value) => asNumber(value) ?? []))]),
  );
  const { cut, bands } = card;
  if (cut === undefined || !isCutFitted(card)) return { items, cut: null };
  const fitted = fitCut(cut, valuesOver(card, columns, items));
  findInCut(find, cut, fitted, bands);
  return { items, cut: fitted };
}

function isMarkFit(json: Json | undefined, { marking }: MarkedItem): boolean {
  if (json === null) return true;
  if (marking.by === 'rank') return json !== undefined && isFittedCut(json, placesBy(marking));
  if (!isJsonObject(json) || Object.keys(json).length !== 2) return false;
  const [low, high] = [member(json, 'low'), member(json, 'high')];
  return typeof low === 'number' && typeof high === 'number' && low <= high;
}

function isCardFit(json: Json, card: Card): json is CardFit {
  if (!isJsonObject(json) || Object.keys(json).length !== 2) return false;
  const [items, cut] = [member(json, 'items'), member(json, 'cut')];
  const fitted = fittedItems(card);
  if (!isJsonObject(items) || Object.keys(items).length !== fitted.length || cut === undefined) return false;
  if (!fitted.every((item) => isMarkFit(member(items, item.id), item))) return false;
  return card.cut !== undefined && isCutFitted(card) ? isFittedCut(cut, card.cut) : cut === null;
}

function typesByPath(card: Card): { readonly [input: string]: readonly ValueType[] } {
  const types = itemsOf(card).flatMap((item) => pathsOf(item).map((path) => [path, item.kind === 'marked' ? typesFor(item.marking) : NUMERIC_TYPES] as const));
  return Object.fromEntries(types);
}

/** The bands or values that have marks, by the path that gives them. */
function markedWords(card: Card): InputValues {
  const words = new Map<string, ReadonlySet<string>>();
  for (const item of itemsOf(card)) {
    if (item.kind !== 'marked' || typeof item.marking.by !== 'object' || !('bands' in item.marking.by)) continue;
    words.set(item.input, new Set([...(words.get(item.input) ?? []), ...Object.keys(item.marking.by.bands)]));
  }
  return Object.fromEntries([...words].map(([input, bands]) => [input, [...bands]]));
}

function labelsOf(card: Card): { readonly [id: string]: Text } {
  const labelled = [...card.groups, ...itemsOf(card), ...card.gates];
  return Object.fromEntries(labelled.flatMap(({ id, label }) => (label === undefined ? [] : [[id, label]])));
}

interface CardScorerDefinition {
  readonly id: string;
  readonly readOptions: (json: Json, report: ReportOption) => Card;
}

/** Makes a scorer that adds up the points of a card. */
export function cardScorer({ id, readOptions }: CardScorerDefinition): ScorerImplementation<Card, CardFit> {
  const needsFit = (card: Card): boolean => fittedItems(card).length > 0 || isCutFitted(card);
  return {
    kind: 'scorer',
    id,
    version: '1',
    result: 'numeric',
    readOptions,
    inputs: (card) => [...new Set(itemsOf(card).flatMap(pathsOf))],
    inputTypes: typesByPath,
    someValues: markedWords,
    conditions: conditionsOf,
    partLabels: labelsOf,
    bands: ({ bands }) => bands,
    monotone: monotoneCard,
    fit: (card) => (needsFit(card) ? (columns, find) => fitCard(card, columns, find) : null),
    readFitted: (json, card): json is CardFit | null => (needsFit(card) ? isCardFit(json, card) : json === null),
    score: scoreCard,
  };
}
