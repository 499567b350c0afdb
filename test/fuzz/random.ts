/** Random choices of a fixed seed: the same numbers give the same choices, on every machine. */
export interface Random {
  /** A whole number from 0 up to, and without, the limit. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
}

const WORD = 2 ** 32;
const WARM_UP = 12;

/** The choices of one run of one seed (the generator is sfc32). */
export function randomOf(seed: number, run: number): Random {
  let a = seed | 0;
  let b = Math.floor(seed / WORD) ^ 0x9e3779b9;
  let c = run | 0;
  let counter = Math.floor(run / WORD) + 1;
  const next = (): number => {
    const word = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + word;
    return word >>> 0;
  };
  for (let i = 0; i < WARM_UP; i += 1) next();
  const below = (limit: number): number => Math.floor((next() / WORD) * limit);
  return { below, chance: (probability) => next() < probability * WORD, pick: (choices) => choices[below(choices.length)]! };
}

/** The same things in another order. */
export function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const other = random.below(i + 1);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

/** So many things, made one by one. */
export function several<T>(count: number, make: () => T): readonly T[] {
  const made: T[] = [];
  while (made.length < count) made.push(make());
  return made;
}
