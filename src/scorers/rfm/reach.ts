import { allCells, cellIndex, codeOf, takes, takesTheRest, type Classes } from './cells.js';
import type { RfmGrid, RfmRow } from './types.js';

/** What a table of classes covers, and where it contradicts itself. Cells are told by their codes. */
export interface RfmReach {
  readonly cells: number;
  /** Cells that no row names. A last row without ranges takes them. */
  readonly uncovered: readonly string[];
  /** Cells that rows of more than one band name: the first of the rows decides. */
  readonly shared: readonly string[];
  /** Bands that no customer can get, for rows above take all of their cells. */
  readonly unreachable: readonly string[];
  /** Pairs of cells where one class more on one axis gives a band further down in the table. */
  readonly falls: readonly { readonly from: string; readonly to: string; readonly band: string; readonly next: string }[];
}

/** The bands of a table in its order, each once. */
export function bandsOf(rows: readonly RfmRow[]): readonly string[] {
  return [...new Set(rows.map(({ band }) => band))];
}

/** One class more on one axis at a time, where there is one. */
function stepsUp({ sizes, countFrom }: RfmGrid, [recency, frequency, monetary]: Classes): readonly Classes[] {
  const steps: readonly Classes[] = [
    [recency + 1, frequency, monetary],
    [recency, frequency + 1, monetary],
    [recency, frequency, monetary + 1],
  ];
  return steps.filter(([r, f, m]) => r < sizes.recency + countFrom && f < sizes.frequency + countFrom && m < sizes.monetary + countFrom);
}

/** Works out the reach of the rows of a table over a grid. A row that takes the rest names no cells. */
export function reachOf(rows: readonly RfmRow[], grid: RfmGrid): RfmReach {
  const named = rows.filter((row) => !takesTheRest(row));
  const order = bandsOf(named);
  const cells = allCells(grid).map((classes) => ({
    classes,
    code: codeOf(grid, classes),
    bands: bandsOf(named.filter((row) => takes(row, grid, classes))),
  }));
  const reached = new Set(cells.map(({ bands }) => bands[0]));
  const falls = cells.flatMap(({ classes, code, bands: [band] }) =>
    stepsUp(grid, classes).flatMap((step) => {
      const above = cells[cellIndex(grid, step)];
      const next = above?.bands[0];
      if (above === undefined || band === undefined || next === undefined || order.indexOf(next) <= order.indexOf(band)) return [];
      return [{ from: code, to: above.code, band, next }];
    }),
  );
  return {
    cells: cells.length,
    uncovered: cells.filter(({ bands }) => bands.length === 0).map(({ code }) => code),
    shared: cells.filter(({ bands }) => bands.length > 1).map(({ code }) => code),
    unreachable: order.filter((band) => !reached.has(band)),
    falls,
  };
}
