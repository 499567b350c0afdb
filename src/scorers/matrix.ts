import { isJsonList, type Json, type JsonObject } from '../errors/json.js';
import { axisInputs, axisInputTypes, classCount, fitAxes, isFitOfAxes, isFittedAxis, placesOn, wordsOfAxes, type AxesFit, type AxisOptions, type AxisReasons } from './axes.js';
import type { Cut } from './cut.js';
import { noScore } from './inputs.js';
import { member, readObject } from './options.js';
import { comparisonOf, readPeers, type PeerFit, type Peers, type PeersSpec } from './peers.js';
import { readAxis, type MatrixAxisSpec } from './read-axis.js';
import type { ReportOption, Score, ScoreInputs, ScorerImplementation } from './scorer.js';

/** The cell in which two axes meet. Options as a policy writes them. */
export interface MatrixSpec {
  readonly scorer: 'matrix';
  /** The axis that chooses the row. */
  readonly rows: MatrixAxisSpec;
  /** The axis that chooses the place in the row. */
  readonly columns: MatrixAxisSpec;
  /** The name of each cell: a list for each class of `rows`, the lowest first, with a name for each class of `columns`, the lowest first. */
  readonly cells: readonly (readonly string[])[];
  readonly peers?: PeersSpec;
}

interface MatrixOptions {
  readonly axes: readonly AxisOptions[];
  readonly cells: readonly (readonly string[])[];
  readonly peers: Peers | undefined;
}

const REASONS: AxisReasons = {
  missing: { rows: 'matrix/no-row', columns: 'matrix/no-column' },
  tooFew: 'matrix/too-few',
  noClass: 'matrix/no-class',
};
const UNREAD: Cut = { fixed: [0] };

function isName(json: Json | undefined): json is string {
  return typeof json === 'string' && json.trim() !== '';
}

/** The names of the cells, in the shape of the axes as far as these are known. */
function readCells(object: JsonObject, axes: readonly (AxisOptions | undefined)[], report: ReportOption): readonly (readonly string[])[] {
  const json = member(object, 'cells');
  const lists = isJsonList(json) ? json.map((row) => (isJsonList(row) ? row.filter((name) => isName(name)) : [])) : [];
  const isWhole = isJsonList(json) && json.every((row, i) => isJsonList(row) && row.length > 0 && lists[i]?.length === row.length);
  if (!isWhole || lists.length === 0) {
    report('/cells', '`cells` must be a list of rows, the lowest first, each a list of names, such as [["C", "B"], ["B", "A"]]');
    return [];
  }
  const [rows, columns] = axes;
  if (rows === undefined || columns === undefined) return lists;
  const [height, width] = [classCount(rows), classCount(columns)];
  if (lists.length === height && lists.every((row) => row.length === width)) return lists;
  report('/cells', `\`cells\` must have ${height} rows of ${width} names each: a row for each class of \`rows\`, a name for each class of \`columns\``);
  return lists;
}

function readMatrixOptions(json: Json, report: ReportOption): MatrixOptions {
  const object = readObject(json, ['rows', 'columns', 'cells', 'peers'], '', report);
  const axes = [readAxis(object, 'rows', report), readAxis(object, 'columns', report)];
  const cells = readCells(object, axes, report);
  const read = axes.map((axis, i): AxisOptions => axis ?? { id: i === 0 ? 'rows' : 'columns', input: '', cut: UNREAD });
  const isFitted = axes.some((axis) => axis === undefined || isFittedAxis(axis));
  return { axes: read, cells, peers: readPeers(object, isFitted, report) };
}

function judge(inputs: ScoreInputs, { axes, cells, peers }: MatrixOptions, fitted: PeerFit<AxesFit> | null): Score {
  const places = placesOn(inputs, axes, peers, fitted, REASONS);
  if (typeof places === 'string') return noScore(places);
  const [row, column] = places;
  const band = cells[row?.class ?? -1]?.[column?.class ?? -1] ?? null;
  return { value: null, band, axes: places.map(({ axis }) => axis), ...comparisonOf(peers, fitted, inputs) };
}

export const matrix: ScorerImplementation<MatrixOptions, PeerFit<AxesFit>> = {
  kind: 'scorer',
  id: 'matrix',
  version: '1',
  result: 'nominal',
  readOptions: readMatrixOptions,
  inputs: ({ axes, peers }) => axisInputs(axes, peers),
  peersBy: ({ peers }) => peers?.by,
  inputTypes: ({ axes }) => axisInputTypes(axes),
  inputValues: ({ axes }) => wordsOfAxes(axes),
  bands: ({ cells }) => [...new Set(cells.flat())],
  fit: ({ axes, peers }) => (axes.some(isFittedAxis) ? (columns, find) => fitAxes(axes, peers, columns, find) : null),
  readFitted: (json, { axes, peers }): json is PeerFit<AxesFit> | null => isFitOfAxes(json, axes, peers),
  score: judge,
};
