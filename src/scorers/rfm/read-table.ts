import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../errors/json.js';
import { isBlank } from '../../internal/blank.js';
import { childPointer } from '../../internal/pointer.js';
import { member, memberOr, readObject } from '../options.js';
import type { ReportOption } from '../scorer.js';
import { allCells, codeOf, takes, takesTheRest } from './cells.js';
import { bandsOf, reachOf } from './reach.js';
import { STANDARD_TABLE } from './standard-table.js';
import { RFM_AXES, type RfmGrid, type RfmRange, type RfmRow, type RfmTable } from './types.js';

const MOST_ROWS = 200;
const RANGES = [...RFM_AXES, 'frequencyMonetary'] as const;
/** So many cells are named where some are wrong. */
const NAMED_CELLS = 3;

/** The range of an axis that has classes in the grid; null for anything else. */
function readRange(json: Json, name: (typeof RANGES)[number], { sizes, countFrom }: RfmGrid): RfmRange | null {
  if (!isJsonList(json) || json.length !== 2) return null;
  const [low, high] = json;
  const isMean = name === 'frequencyMonetary';
  const isBound = (bound: Json | undefined): bound is number =>
    typeof bound === 'number' && Number.isSafeInteger(isMean ? bound * 2 : bound) && bound >= 0;
  if (!isBound(low) || !isBound(high) || low > high) return null;
  const size = isMean ? Math.max(sizes.frequency, sizes.monetary) : sizes[name];
  return low < size + countFrom && high >= countFrom ? [low, high] : null;
}

function readCodes(json: Json, pointer: string, codes: ReadonlySet<string>, report: ReportOption): readonly string[] {
  const example = [...codes].at(-1) ?? '';
  if (!isJsonList(json) || json.length === 0) {
    report(pointer, `\`codes\` must be a list of codes, such as ["${example}"]`);
    return [];
  }
  return json.flatMap((code, index) => {
    if (typeof code === 'string' && codes.has(code)) return [code];
    report(childPointer(pointer, index), `a code must have a class of each axis, such as \`${example}\``);
    return [];
  });
}

function readRow(json: Json, pointer: string, grid: RfmGrid, codes: ReadonlySet<string>, report: ReportOption): RfmRow {
  const object = readObject(json, ['band', ...RANGES, 'codes'], pointer, report);
  const band = member(object, 'band');
  if (isJsonObject(json) && (typeof band !== 'string' || isBlank(band))) report(`${pointer}/band`, `\`band\` must be the name of a class${band === undefined ? ': add it' : ''}`);
  const ranges = RANGES.flatMap((name) => {
    const range = member(object, name);
    if (range === undefined) return [];
    const read = readRange(range, name, grid);
    if (read === null) report(`${pointer}/${name}`, rangeProblem(name, grid));
    return read === null ? [] : [[name, read] as const];
  });
  const list = member(object, 'codes');
  if (list !== undefined && ranges.length > 0) report(`${pointer}/codes`, 'a row has either ranges or `codes`: remove one of them');
  return {
    band: typeof band === 'string' ? band : '',
    ...Object.fromEntries(ranges),
    ...(list === undefined ? {} : { codes: readCodes(list, `${pointer}/codes`, codes, report) }),
  };
}

function rangeProblem(name: (typeof RANGES)[number], { sizes, countFrom }: RfmGrid): string {
  const size = name === 'frequencyMonetary' ? Math.max(sizes.frequency, sizes.monetary) : sizes[name];
  return `\`${name}\` must be two classes, the lower first, such as [${countFrom}, ${size - 1 + countFrom}]`;
}

function readRows(json: Json, grid: RfmGrid, report: ReportOption): readonly RfmRow[] {
  if (!isJsonList(json) || json.length === 0 || json.length > MOST_ROWS) {
    report('/table', `\`table\` must be \`standard\`, \`none\` or a list of 1 to ${MOST_ROWS} rows such as { "band": "best", "recency": [4, 5] }`);
    return [];
  }
  const codes = new Set(allCells(grid).map((classes) => codeOf(grid, classes)));
  return json.map((row, index) => readRow(row, `/table/${index}`, grid, codes, report));
}

/** The band of every cell; rows that can take none and cells without one are reported. */
function tableOf(rows: readonly RfmRow[], grid: RfmGrid, report: ReportOption): RfmTable {
  const rest = rows.findIndex(takesTheRest);
  if (rest !== -1 && rest < rows.length - 1) report(`/table/${rest}`, 'a row without ranges takes all that are left: put it last');
  const bands = bandsOf(rows);
  const cells = allCells(grid).map((classes) => bands.indexOf(rows.find((row) => takes(row, grid, classes))?.band ?? ''));
  if (cells.includes(-1)) {
    const { uncovered } = reachOf(rows, grid);
    const some = uncovered.slice(0, NAMED_CELLS).join(', ');
    report('/table', `${uncovered.length} of ${cells.length} cells are in no class, such as ${some}: add a last row that has only \`band\``);
  }
  return { bands, rows, cells };
}

/** True for the grid that our own table is made for. */
function isStandard({ sizes, countFrom }: RfmGrid): boolean {
  return countFrom === 1 && RFM_AXES.every((axis) => sizes[axis] === 5);
}

/** Reads the option `table`; undefined for none. What is wrong is reported, the holes of a table only where all of its rows are right. */
export function readTable(object: JsonObject, grid: RfmGrid, report: ReportOption): RfmTable | undefined {
  const json = memberOr(object, 'table', isStandard(grid) ? 'standard' : 'none');
  if (json === 'none') return undefined;
  if (json === 'standard') {
    if (isStandard(grid)) return tableOf(STANDARD_TABLE, grid, report);
    report('/table', '`standard` is for classes 1 to 5 on each axis: write a table for your own classes, or use `none`');
    return undefined;
  }
  const problems: string[] = [];
  const rows = readRows(json, grid, (pointer, message, suggestion) => {
    problems.push(pointer);
    report(pointer, message, suggestion);
  });
  return problems.length === 0 ? tableOf(rows, grid, report) : undefined;
}
