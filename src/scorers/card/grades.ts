import { isJsonList, type JsonObject } from '../../errors/json.js';
import { isBlank } from '../../internal/blank.js';
import { axisOf, classOf, lineCount, statedLines, type Cut, type FittedCut } from '../cut.js';
import { member } from '../options.js';
import { readCut } from '../read-cut.js';
import { TOTAL, type ReportOption, type Score, type ScoreInputs } from '../scorer.js';
import { limitedClass } from './gates.js';
import type { Told } from './lines.js';
import type { Card } from './types.js';

/** Grades by how many lines divide them, the lowest first. */
const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'];

export interface Grades {
  readonly cut: Cut | undefined;
  readonly bands: readonly string[];
}

function readNames(object: JsonObject, cut: Cut | undefined, report: ReportOption): readonly string[] {
  const json = member(object, 'bands');
  const names = isJsonList(json) ? json.filter((band) => typeof band === 'string').filter((band) => !isBlank(band)) : [];
  if (cut === undefined) {
    const isCut = member(object, 'cut') !== undefined;
    if (!isCut && json !== undefined) report('/bands', '`bands` name the classes of a cut: add `cut`');
    return isCut ? names : [];
  }
  const classes = lineCount(cut) + 1;
  if (json === undefined) {
    if (classes > GRADES.length) report('/bands', `a cut into ${classes} classes needs \`bands\`: add ${classes} names, the lowest first`);
    return GRADES.slice(0, classes).reverse();
  }
  const isProper = isJsonList(json) && names.length === json.length && new Set(names).size === names.length;
  if (!isProper || names.length !== classes) report('/bands', `\`bands\` must be ${classes} different names, the lowest class first`);
  return names;
}

/** Reads the cut of a card and the names of its classes: A is the best where they have no others. */
export function readGrades(object: JsonObject, report: ReportOption): Grades {
  const json = member(object, 'cut');
  const cut = json === undefined ? undefined : readCut(json, '/cut', report);
  return { cut, bands: readNames(object, cut, report) };
}

/** The grade of a value, with gates on the grade. */
export function graded(card: Card, told: Told, inputs: ScoreInputs, fit: FittedCut | null): Score {
  const { cut, bands, gates } = card;
  const measured = { value: told.value, band: null, contributions: told.contributions };
  if (cut === undefined) return measured;
  const lines = statedLines(cut) ?? fit?.lines;
  if (lines === undefined) return { ...measured, reason: 'score/not-calibrated' };
  if (fit?.population === 0) return { ...measured, reason: 'score/no-population' };
  const axes = [axisOf(TOTAL, TOTAL, told.value, cut, lines, fit)];
  const reached = limitedClass(gates, bands, classOf(cut, lines, told.value), inputs);
  if (reached === null) return { ...measured, axes, reason: 'score/condition-unknown' };
  return { ...measured, band: bands[reached] ?? null, axes };
}
