import { isJsonObject, type Json, type JsonObject } from '../../errors/json.js';
import { childPointer } from '../../internal/pointer.js';
import { lineCount, statedLines, type Cut } from '../cut.js';
import { member, memberOr, readObject, readPath, readWhole, readWord } from '../options.js';
import { readPeers } from '../peers.js';
import { readCut } from '../read-cut.js';
import type { ReportOption } from '../scorer.js';
import { readTable } from './read-table.js';
import { byAxis, RFM_AXES, type ByAxis, type RfmAxis, type RfmAxisOptions, type RfmGrid, type RfmOptions } from './types.js';

const OPTIONS = [...RFM_AXES, 'cut', 'binning', 'countFrom', 'table', 'minimumFrequency', 'minimumCustomers', 'peers'];
/** The facts of the axes where the policy names no others. */
export const RFM_INPUTS: ByAxis<string> = { recency: 'daysSinceLastPurchase', frequency: 'purchases', monetary: 'netSpend' };
const FIFTHS: Json = { quantile: { classes: 5 } };
const MOST_CLASSES = 10;
/** A weight beyond it would say nothing that a smaller one does not. */
const LARGEST_WEIGHT = 1_000_000;

/** The cut of an axis. A cut that is not right has been reported: anything usable stands for it. */
function readAxisCut(json: Json, axis: RfmAxis, pointer: string, report: ReportOption): Cut {
  const isTurned = axis === 'recency' && isJsonObject(json) && member(json, 'better') === undefined;
  const cut = readCut(isTurned ? { ...json, better: 'lower' } : json, pointer, report);
  if (cut === undefined) return { mean: true };
  const classes = lineCount(cut) + 1;
  if (classes > MOST_CLASSES) report(pointer, `an axis has 2 to ${MOST_CLASSES} classes: this cut gives ${classes}`);
  return cut;
}

function readWeight(object: JsonObject, pointer: string, report: ReportOption): number {
  const weight = memberOr(object, 'weight', 1);
  if (typeof weight === 'number' && weight >= 0 && weight <= LARGEST_WEIGHT) return weight + 0;
  report(`${pointer}/weight`, `\`weight\` must be a number from 0 to ${LARGEST_WEIGHT}`);
  return 1;
}

function readAxis(object: JsonObject, axis: RfmAxis, common: Json | undefined, report: ReportOption, reportCut: ReportOption): RfmAxisOptions {
  const pointer = childPointer('', axis);
  const own = readObject(memberOr(object, axis, {}), ['of', 'cut', 'weight'], pointer, report);
  const cut = member(own, 'cut');
  return {
    input: readPath(own, 'of', pointer, report, RFM_INPUTS[axis]),
    cut: cut === undefined ? readAxisCut(common ?? FIFTHS, axis, '/cut', () => undefined) : readAxisCut(cut, axis, `${pointer}/cut`, reportCut),
    weight: readWeight(own, pointer, report),
  };
}

/** The cut of all axes is read once to report what is wrong with it, whichever axes use it. */
function checkCommonCut(json: Json, report: ReportOption): void {
  const cut = readAxisCut(json, 'frequency', '/cut', report);
  if (statedLines(cut) !== null) report('/cut', '`fixed` lines are in the unit of one axis: give the axis its own `cut`');
}

function gridOf(axes: RfmOptions['axes'], countFrom: number): RfmGrid {
  // A cut of more classes has been reported.
  return { sizes: byAxis((axis) => Math.min(MOST_CLASSES, lineCount(axes[axis].cut) + 1)), countFrom };
}

function readCountFrom(object: JsonObject, report: ReportOption): number {
  const number = memberOr(object, 'countFrom', 1);
  if (number === 0 || number === 1) return number;
  report('/countFrom', '`countFrom` must be 0 or 1');
  return 1;
}

/** Reads the options of an RFM score; what is wrong is reported. */
export function readRfmOptions(json: Json, report: ReportOption): RfmOptions {
  const object = readObject(json, OPTIONS, '', report);
  const common = member(object, 'cut');
  // Without its cuts nobody knows which cells a table may name.
  const wrongCuts: string[] = [];
  const reportCut: ReportOption = (pointer, ...problem) => {
    wrongCuts.push(pointer);
    report(pointer, ...problem);
  };
  if (common !== undefined) checkCommonCut(common, reportCut);
  const axes = byAxis((axis) => readAxis(object, axis, common, report, reportCut));
  if (RFM_AXES.every((axis) => axes[axis].weight === 0)) report('', 'one `weight` must be more than 0');
  const grid = gridOf(axes, readCountFrom(object, report));
  const fitted = RFM_AXES.filter((axis) => statedLines(axes[axis].cut) === null);
  const least = Math.max(1, ...fitted.map((axis) => grid.sizes[axis]));
  const isAbsent = (name: string): boolean => member(object, name) === undefined;
  return {
    axes,
    grid,
    isNested: readWord(object, 'binning', ['independent', 'nested'], 'independent', '', report) === 'nested',
    table: wrongCuts.length === 0 ? readTable(object, grid, report) : undefined,
    minimumFrequency: isAbsent('minimumFrequency') ? undefined : readWhole(object, 'minimumFrequency', 'purchases', '', report),
    minimumCustomers: readWhole(object, 'minimumCustomers', 'customers', '', report, least) ?? least,
    peers: readPeers(object, fitted.length > 0, report),
  };
}
