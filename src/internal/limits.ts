/** How large a policy or rule may be, and how much work asking it. Each limit is a whole number above 0; anything else leaves the default. */
export interface Limits {
  /** Bytes of its JSON text, about. */
  readonly bytes: number;
  /** Levels of nesting; at most 500, whatever is set. */
  readonly depth: number;
  /** Values in all. */
  readonly nodes: number;
  /** Rules of a policy. */
  readonly rules: number;
  /** Elements of one list. */
  readonly listLength: number;
  /**
   * Steps of asking a rule once: what list operators evaluate for the elements of lists, and what is looked through. Beyond it the rest is
   * unknown. The rules of a policy that ask the elements of lists share it for each customer.
   */
  readonly steps: number;
}

export const DEFAULT_LIMITS: Limits = { bytes: 1_000_000, depth: 64, nodes: 100_000, rules: 1_000, listLength: 10_000, steps: 1_000_000 };

/** However a host sets its limits: what is nested deeper could exhaust the call stack. */
export const MAX_DEPTH = 500;

/** The default limits with some of them set by the host. What is no whole number above 0 sets nothing: a limit is never without effect. */
export function withLimits(limits: { readonly [Name in keyof Limits]?: unknown } | undefined): Limits {
  const limit = (name: keyof Limits): number => {
    const set = limits?.[name];
    return typeof set === 'number' && Number.isSafeInteger(set) && set > 0 ? set : DEFAULT_LIMITS[name];
  };
  return {
    bytes: limit('bytes'),
    depth: Math.min(limit('depth'), MAX_DEPTH),
    nodes: limit('nodes'),
    rules: limit('rules'),
    listLength: limit('listLength'),
    steps: limit('steps'),
  };
}
