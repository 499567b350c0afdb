import type { Contribution } from '../scorers/scorer.js';

/**
 * The lines of a score as they are told. Where no single number leads from a large total down to a small one, a line is kept as two, so that all
 * sum to the value: of what is lost with time, the whole off and what is left on again. Told, it is the one that it is.
 */
export function wholeLines<Line extends Contribution>(contributions: readonly Line[]): readonly Line[] {
  const lines: Line[] = [];
  for (const line of contributions) {
    const last = lines.at(-1);
    if (last === undefined || last.id !== line.id || last.kind !== line.kind) lines.push(line);
    else lines[lines.length - 1] = { ...last, points: last.points + line.points };
  }
  return lines;
}
