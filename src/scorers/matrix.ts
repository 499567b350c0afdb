import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { axisInputs, axisInputTypes, classCount, fitAxes, isFitOfAxes, isFittedAxis, placesOn, type AxesFit, type AxisOptions, type AxisReasons } from './axes.js';
import type { Cut } from './cut.js';
import { noScore } from './inputs.js';
import { member, readObject, readPath } from './options.js';
import { readPeers, type PeerFit, type Peers, type PeersSpec } from './peers.js';
import { readCut } from './read-cut.js';
import type { InputValues, ReportOption, Score, ScoreInputs, ScorerImplementation } from './scorer.js';

/** One axis of a matrix: a figure with a cut, or a word out of a few. */
export interface MatrixAxisSpec {
  /** The path of the axis: a fact, the value or the band of another score, a field of the customer. */
  readonly of: string;
  /** Where a figure is divided into classes. Instead of `classes`, not beside it. */
  readonly cut?: Cut;
  /** The classes of a word, the lowest first: one word for each, or several that count as one class. */
  readonly classes?: readonly (string | readonly string[])[];
}

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

function namesOf(json: Json): readonly string[] | null {
  if (isName(json)) return [json];
  if (!isJsonList(json) || json.length === 0) return null;
  const names = json.filter((each) => isName(each));
  return names.length === json.length ? names : null;
}

function readClasses(json: Json, pointer: string, report: ReportOption): readonly (readonly string[])[] | undefined {
  const lists = isJsonList(json) ? json.map(namesOf) : [];
  const classes = lists.flatMap((names) => (names === null ? [] : [names]));
  const names = classes.flat();
  if (lists.length >= 2 && classes.length === lists.length && new Set(names).size === names.length) return classes;
  report(pointer, '`classes` must be a list of two or more different words, the lowest class first, such as ["low", "high"]');
  return undefined;
}

function readAxis(object: JsonObject, id: 'rows' | 'columns', report: ReportOption): AxisOptions | undefined {
  const json = member(object, id);
  const pointer = `/${id}`;
  if (json === undefined) {
    report(pointer, `\`${id}\` must be an axis, such as { "of": "netSpend", "cut": { "fixed": [1000] } }: add it`);
    return undefined;
  }
  const axis = readObject(json, ['of', 'cut', 'classes'], pointer, report);
  if (!isJsonObject(json)) return undefined;
  const input = readPath(axis, 'of', pointer, report);
  const [cutJson, classesJson] = [member(axis, 'cut'), member(axis, 'classes')];
  if ((cutJson === undefined) === (classesJson === undefined)) {
    report(pointer, 'an axis has exactly one of `cut`, for figures, and `classes`, for words such as the bands of a score');
    return undefined;
  }
  if (cutJson !== undefined) {
    const cut = readCut(cutJson, `${pointer}/cut`, report);
    return cut === undefined ? undefined : { id, input, cut };
  }
  const classes = readClasses(classesJson ?? null, `${pointer}/classes`, report);
  return classes === undefined ? undefined : { id, input, classes };
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
  const placed = placesOn(inputs, axes, peers, fitted, REASONS);
  if (typeof placed === 'string') return noScore(placed);
  const { places, isFallback } = placed;
  const [row, column] = places;
  const band = cells[row?.class ?? -1]?.[column?.class ?? -1] ?? null;
  return { value: null, band, axes: places.map(({ axis }) => axis), ...(isFallback ? { comparedWith: 'all' } : {}) };
}

/** The words that each axis without a cut takes: where all values of its input are known, each must have a class. */
function wordsOf({ axes }: MatrixOptions): InputValues {
  return Object.fromEntries(axes.flatMap(({ input, classes }) => (classes === undefined ? [] : [[input, classes.flat()]])));
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
  inputValues: wordsOf,
  bands: ({ cells }) => [...new Set(cells.flat())],
  fit: ({ axes, peers }) => (axes.some(isFittedAxis) ? (columns) => fitAxes(axes, peers, columns) : null),
  readFitted: (json, { axes, peers }): json is PeerFit<AxesFit> | null => isFitOfAxes(json, axes, peers),
  score: judge,
};
