/** So many ids are looked through where they have to be; of more there is a map. */
const FEW = 64;

/** Gives the place under which an id was met first; -1 for one that was not, which is kept with its place. */
export type FirstPlace = (id: string, place: number) => number;

/** A number from 0 to 255 by the end of an id, where ids differ most. */
function markOf(id: string): number {
  const { length } = id;
  const last = id.charCodeAt(length - 1);
  if (length < 3) return (last * 31 + length) & 255;
  return ((last * 31 + id.charCodeAt(length - 2)) * 31 + id.charCodeAt(length - 3) + length) & 255;
}

/** Looks for ids of one record that were met before. Nearly all are new, which 256 marks show without a map of them all. */
export function createFirstPlace(): FirstPlace {
  const ids: string[] = [];
  const places: number[] = [];
  const marks = [0, 0, 0, 0, 0, 0, 0, 0];
  let all: Map<string, number> | undefined;
  return (id, place) => {
    if (all === undefined && ids.length >= FEW) all = new Map(ids.map((each, index) => [each, places[index] ?? 0]));
    if (all !== undefined) {
      const known = all.get(id);
      if (known !== undefined) return known;
      all.set(id, place);
      return -1;
    }
    const mark = markOf(id);
    const bit = 1 << (mark & 31);
    const word = marks[mark >> 5] ?? 0;
    if ((word & bit) !== 0) {
      const index = ids.indexOf(id);
      if (index !== -1) return places[index] ?? -1;
    } else marks[mark >> 5] = word | bit;
    ids.push(id);
    places.push(place);
    return -1;
  };
}
