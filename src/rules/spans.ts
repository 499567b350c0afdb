/**
 * A set of figures, as the places where it begins and ends, in ascending order: from the first up to the second, which is outside, from
 * the third up to the fourth, and so on. One that begins and does not end goes on for ever.
 */
export type Spans = readonly number[];

export const NOTHING: Spans = Object.freeze([]);
export const EVERYTHING: Spans = Object.freeze([-Infinity]);

export function isNothing([first]: Spans): boolean {
  return first === undefined || first === Infinity;
}

export function isIn(figure: number, spans: Spans): boolean {
  return spans.filter((place) => place <= figure).length % 2 === 1;
}

/** All figures that are not in a set. */
export function outside(spans: Spans): Spans {
  return spans[0] === -Infinity ? spans.slice(1) : [-Infinity, ...spans];
}

/** The figures that are in both sets. */
export function inBoth(one: Spans, other: Spans): Spans {
  if (one === EVERYTHING) return other;
  if (other === EVERYTHING) return one;
  const found: number[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    const place = Math.min(one[i] ?? Infinity, other[j] ?? Infinity);
    if (one[i] === place) i += 1;
    if (other[j] === place) j += 1;
    const isInside = i % 2 === 1 && j % 2 === 1;
    if (isInside !== (found.length % 2 === 1)) found.push(place);
  }
  return found;
}

/** The figures that are in at least so many of the sets: one sweep over all places, however many sets there are. */
function inAtLeast(count: number, sets: readonly Spans[]): Spans {
  const begins = Float64Array.from(sets.flatMap((set) => set.filter((_, index) => index % 2 === 0))).sort();
  const ends = Float64Array.from(sets.flatMap((set) => set.filter((_, index) => index % 2 === 1))).sort();
  const found: number[] = [];
  for (let begun = 0, ended = 0; begun < begins.length || ended < ends.length; ) {
    const place = Math.min(begins[begun] ?? Infinity, ends[ended] ?? Infinity);
    while (begins[begun] === place) begun += 1;
    while (ends[ended] === place) ended += 1;
    const isInside = begun - ended >= count;
    if (isInside !== (found.length % 2 === 1)) found.push(place);
  }
  return found;
}

/** The figures that are in every set. */
export function inAll(sets: readonly Spans[]): Spans {
  return inAtLeast(sets.length, sets);
}

/** The figures that are in one set or another. */
export function inAny(sets: readonly Spans[]): Spans {
  return inAtLeast(1, sets);
}

/** Whether some of the sets that were laid over each other have a figure in common: those among `isAmong`, so many. */
export type Overlay = (isAmong: (index: number) => boolean, count: number) => boolean;

/** Lays sets over each other, so that it can be asked of many choices of them: the places are sorted once. */
export function overlay(sets: readonly Spans[]): Overlay {
  const changes = sets
    .flatMap((set, of) => set.map((place, index) => ({ place, by: index % 2 === 0 ? 1 : -1, of })))
    .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0));
  return (isAmong, count) => {
    let depth = 0;
    return changes.some(({ place, by, of }, index) => {
      if (isAmong(of)) depth += by;
      return depth === count && place < Infinity && changes[index + 1]?.place !== place;
    });
  };
}
