/**
 * The sum of finite numbers as if it were worked out exactly and rounded once, so that their order changes nothing.
 *
 * Shewchuk's partial sums ("Adaptive Precision Floating-Point Arithmetic", 1997), as in Python's `math.fsum`. Not finite where a value is not,
 * or where a partial sum is beyond what a double holds.
 */
export function exactSum(values: ArrayLike<number>): number {
  // Parts that do not overlap, the smallest first: together they are the exact sum so far.
  const partials: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    let high = values[i] ?? Number.NaN;
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(high) < Math.abs(partial) ? [partial, high] : [high, partial];
      high = large + small;
      const low = small - (high - large);
      if (low !== 0) {
        partials[kept] = low;
        kept += 1;
      }
    }
    partials.length = kept;
    partials.push(high);
  }
  return rounded(partials);
}

/** The double that is nearest to the sum of parts that do not overlap. */
function rounded(partials: readonly number[]): number {
  let at = partials.length - 1;
  let high = partials[at] ?? 0;
  while (at > 0) {
    const before = high;
    at -= 1;
    const partial = partials[at] ?? 0;
    high = before + partial;
    const low = partial - (high - before);
    if (low === 0) continue;
    // Halfway between two doubles the parts below decide.
    const next = partials[at - 1] ?? 0;
    const doubled = low * 2;
    const further = high + doubled;
    return ((low < 0 && next < 0) || (low > 0 && next > 0)) && doubled === further - high ? further : high;
  }
  return high;
}
