// In which of its inputs a score goes one way only.

/** The inputs in which a score goes one way only: `up` where a larger number never gives a lower score, `down` where it never gives a higher one. */
export interface Monotone {
  readonly [input: string]: 'up' | 'down';
}

/** One part of a score: the input that it reads, and which way it goes; undefined where it goes both ways. */
export type Way = readonly [input: string, way: 'up' | 'down' | undefined];

/** The way, or the other one. */
export function turned(way: 'up' | 'down', isTurned: boolean): 'up' | 'down' {
  return (way === 'up') === isTurned ? 'down' : 'up';
}

/** The inputs that go one way in all parts of a score. One that parts read in different ways has none. */
export function monotoneIn(ways: readonly Way[]): Monotone {
  const byInput = new Map<string, 'up' | 'down' | undefined>();
  for (const [input, way] of ways) byInput.set(input, byInput.has(input) && byInput.get(input) !== way ? undefined : way);
  return Object.fromEntries([...byInput].flatMap(([input, way]) => (way === undefined ? [] : [[input, way]])));
}
