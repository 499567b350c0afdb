/**
 * Edits (insert, delete, replace, swap of neighbours) between two names: optimal string alignment distance.
 *
 * Gives infinity for more than `most`: cells further than that from the diagonal are left out, and it ends as soon as no later row can
 * have a value within it, for each row is made of the two before it, and a swap costs one.
 */
function distance(a: string, b: string, most: number): number {
  const width = Math.floor(most);
  let before: number[] = [];
  let last = Array.from({ length: Math.min(b.length, width) + 1 }, (_, j) => j);
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i += 1) {
    const from = Math.max(1, i - width);
    const row: number[] = [];
    let left = from === 1 ? i : Infinity;
    row[from - 1] = left;
    let least = left;
    for (let j = from; j <= Math.min(b.length, i + width); j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min((last[j] ?? Infinity) + 1, left + 1, (last[j - 1] ?? Infinity) + (same ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) best = Math.min(best, (before[j - 2] ?? Infinity) + 1);
      row[j] = best;
      left = best;
      least = Math.min(least, best);
    }
    if (Math.min(least, leastBefore + 1) > most) return Infinity;
    leastBefore = least;
    before = last;
    last = row;
  }
  const edits = last[b.length] ?? Infinity;
  return edits > most ? Infinity : edits;
}

const LONGEST_NAME = 60;
/** So many names can be read at a glance. */
const SHORT_LIST = 8;

/** The known name nearest to a misspelt one, if it is near enough to be meant (at most a third of its letters differ, capitals apart). */
export function closestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 0.5;
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    if (Math.abs(lower.length - wanted.length) > least) continue;
    const edits = distance(wanted, lower, least);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** What to suggest for an unknown name: the closest one, else all of a short list. Of a long one nothing: none of it is nearer than others. */
export function suggestName(name: string, known: readonly string[]): string | undefined {
  return closestName(name, known) ?? (known.length > 0 && known.length <= SHORT_LIST ? known.join(', ') : undefined);
}

/** Known names for a message: the first of them and how many more there are, in no language. */
export function listNames(known: readonly string[]): string {
  const [first, ...others] = known.slice(0, SHORT_LIST);
  if (first === undefined) return 'none';
  return [first, ...others, ...(known.length > SHORT_LIST ? [`… (+${String(known.length - SHORT_LIST)})`] : [])].join(', ');
}
