/** How large a policy or rule may be. */
export interface Limits {
  /** Bytes of its JSON text, about. */
  readonly bytes: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** Values in all. */
  readonly nodes: number;
  /** Rules of a policy. */
  readonly rules: number;
  /** Elements of one list. */
  readonly listLength: number;
}

export const DEFAULT_LIMITS: Limits = { bytes: 1_000_000, depth: 64, nodes: 100_000, rules: 1_000, listLength: 10_000 };

/** The default limits with some of them set by the host. */
export function withLimits(limits: Partial<Limits> | undefined): Limits {
  return { ...DEFAULT_LIMITS, ...limits };
}
