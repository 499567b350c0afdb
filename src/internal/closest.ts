/** Edits (insert, delete, replace, swap of neighbours) between two names: optimal string alignment distance. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const LONGEST_NAME = 100;

/** The known name nearest to a misspelt one, if it is near enough to be meant (at most a third of its letters differ, capitals apart). */
export function closestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 0.5;
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    if (Math.abs(lower.length - wanted.length) > least) continue;
    const edits = distance(wanted, lower);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** What to suggest for an unknown name: the closest one, else all of a short list. */
export function suggestName(name: string, known: readonly string[]): string | undefined {
  return closestName(name, known) ?? (known.length > 0 && known.length <= 12 ? known.join(', ') : undefined);
}
