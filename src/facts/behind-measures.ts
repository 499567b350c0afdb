import { weightiest, type Behind, type Shows, type Weighed } from './behind.js';
import type { History } from './history.js';
import { figureOf, instantOf, meantRows, type Selection } from './rows.js';
import { GAP, type Row } from './sources.js';
import type { DayRange } from './window.js';

/** The rows for which a figure is the largest, all of them where several are. */
function foremost(rows: readonly Row[], figure: (row: Row) => number): readonly Row[] {
  let most = -Infinity;
  for (const row of rows) most = Math.max(most, figure(row));
  return rows.filter((row) => figure(row) === most);
}

function shown(history: History, rows: readonly Row[], { of }: Selection, shows: Shows): readonly Row[] {
  const figure = (row: Row): number => (of === undefined ? undefined : figureOf(row, of)) ?? NaN;
  switch (shows) {
    case 'all':
      return rows;
    case 'least':
      return foremost(rows, (row) => -figure(row));
    case 'most':
      return foremost(rows, figure);
    case 'last':
      return foremost(foremost(rows, ({ day }) => day), (row) => instantOf(history, row));
    case 'first':
      return foremost(foremost(rows, ({ day }) => -day), (row) => -instantOf(history, row));
  }
}

/** By what a figure says, lines of one transaction together; by recency where there is none. */
function weighed(rows: readonly Row[], { of }: Selection): readonly Weighed[] {
  if (of === undefined || of === GAP) return rows.map(({ pointer, day }) => ({ pointer, day, weight: day }));
  const weights = new Map<string, number>();
  for (const row of rows) weights.set(row.pointer, (weights.get(row.pointer) ?? 0) + Math.abs(figureOf(row, of) ?? 0));
  return rows.map(({ pointer, day }) => ({ pointer, day, weight: weights.get(pointer) ?? 0 }));
}

/** The events behind a measure: those that it is about, before the others of the whole that they are a share of. */
export function behindMeasure(part: Selection, whole: Selection, shows: Shows, daysOf: (history: History, range: DayRange) => DayRange): Behind {
  return (history, range) => {
    const days = daysOf(history, range);
    const of = (selection: Selection): readonly string[] => weightiest(weighed(shown(history, meantRows(history, selection, days), selection, shows), selection));
    return [...new Set([...of(part), ...(whole.key === part.key ? [] : of(whole))])];
  };
}
