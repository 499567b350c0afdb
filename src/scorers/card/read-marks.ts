import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../errors/json.js';
import { childPointer } from '../../internal/pointer.js';
import { closestName } from '../../internal/closest.js';
import { member, readObject, readWord } from '../options.js';
import type { ReportOption } from '../scorer.js';
import type { MarkBy, Marking } from './marks.js';
import { needFigure, readFlag } from './read.js';

const WORDS = ['best', 'min-max', 'rank', 'rating'] as const;
const EXPECTED = '`best`, `min-max`, `rank`, `rating`, or an object with `target`, `steps` or `bands`';
const STEPS = 'rows of a value and its marks with rising values, such as [[0, 0], [1000, 40], [5000, 100]]';
const BANDS = 'an object of bands with their marks, such as { "star": 100, "dog": 0 }';

function isFigure(json: Json | undefined): json is number {
  return typeof json === 'number' && Number.isFinite(json);
}

function rowOf(json: Json): readonly (readonly [number, number])[] {
  if (!isJsonList(json) || json.length !== 2) return [];
  const [from, marks] = json;
  return isFigure(from) && isFigure(marks) ? [[from + 0, marks + 0]] : [];
}

function readSteps(object: JsonObject, pointer: string, report: ReportOption): MarkBy {
  const json = member(object, 'steps');
  const rows = isJsonList(json) ? json.flatMap(rowOf) : [];
  const isRising = rows.every(([from], index) => index === 0 || from > (rows[index - 1]?.[0] ?? from));
  if (!isJsonList(json) || rows.length === 0 || rows.length !== json.length || !isRising) report(childPointer(pointer, 'steps'), `\`steps\` must be ${STEPS}`);
  return { steps: rows, ...(readFlag(object, 'even', pointer, report) ? { even: true } : {}) };
}

function readBands(object: JsonObject, pointer: string, report: ReportOption): MarkBy {
  const json = member(object, 'bands');
  const entries = isJsonObject(json) ? Object.entries(json).filter((entry): entry is [string, number] => isFigure(entry[1])) : [];
  const isWhole = isJsonObject(json) && entries.length > 0 && entries.length === Object.keys(json).length;
  if (!isWhole) report(childPointer(pointer, 'bands'), `\`bands\` must be ${BANDS}`);
  return { bands: Object.fromEntries(entries) };
}

function readTarget(object: JsonObject, pointer: string, report: ReportOption): MarkBy {
  const target = needFigure(object, 'target', 'above 0', pointer, report);
  return { target, ...(readFlag(object, 'uncapped', pointer, report) ? { uncapped: true } : {}) };
}

const KINDS = {
  target: { options: ['target', 'uncapped'], read: readTarget },
  steps: { options: ['steps', 'even'], read: readSteps },
  bands: { options: ['bands'], read: readBands },
} as const;

function readMarkBy(json: Json, pointer: string, report: ReportOption): MarkBy {
  const word = WORDS.find((each) => each === json);
  if (word !== undefined) return word;
  const kinds = isJsonObject(json) ? (['target', 'steps', 'bands'] as const).filter((each) => member(json, each) !== undefined) : [];
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    report(pointer, `\`marks\` must be ${EXPECTED}`, typeof json === 'string' ? closestName(json, WORDS) : undefined);
    return 'rating';
  }
  const { options, read } = KINDS[kind];
  return read(readObject(json, options, pointer, report), pointer, report);
}

/** Reads how an item is marked. Without a fallback it must be there. */
export function readMarking(object: JsonObject, pointer: string, report: ReportOption, fallback?: MarkBy): Marking {
  const json = member(object, 'marks');
  const at = childPointer(pointer, 'marks');
  if (json === undefined && fallback === undefined) report(at, `\`marks\` must be ${EXPECTED}: add it`);
  const by = json === undefined ? (fallback ?? 'rating') : readMarkBy(json, at, report);
  const better = readWord(object, 'better', ['higher', 'lower'], 'higher', pointer, report);
  const isTold = typeof by === 'object' && !('target' in by);
  if (isTold && member(object, 'better') !== undefined) report(childPointer(pointer, 'better'), 'the marks of each row or band say what is better: remove `better`');
  if (better === 'lower' && typeof by === 'object' && 'target' in by && by.uncapped === true) {
    report(childPointer(at, 'uncapped'), 'where less is better, there is no end to what is better than the target: remove `uncapped`');
  }
  return { by, better };
}
