import type { Fraction } from '../../internal/fraction.js';
import { nearestNumber } from '../../internal/nearest.js';
import type { Contribution, ContributionKind } from '../scorer.js';
import { add, ZERO } from './exact.js';

/** A line of a card with its exact points. */
export interface Line {
  readonly id: string;
  readonly points: Fraction;
  readonly kind?: ContributionKind;
}

/** Doubles that lead from one total to the next when they are added: the points as they are written, where these do. */
function stepsTo(from: number, to: number, points: number): readonly number[] {
  if (from + points === to) return [points];
  const difference = to - from;
  // From a large total down to a small one, no single double may lead.
  return from + difference === to ? [difference] : [-from, to];
}

export interface Told {
  /** The double nearest to the exact total. */
  readonly value: number;
  /** They sum to the value, from left to right. */
  readonly contributions: readonly Contribution[];
}

/** Lines as contributions: whatever rounding their points need is taken where it arises, so that every total on the way is the exact one. */
export function tell(lines: readonly Line[]): Told {
  const contributions: Contribution[] = [];
  let total = ZERO;
  let value = 0;
  for (const { id, kind, points } of lines) {
    total = add(total, points);
    const next = nearestNumber(total);
    for (const step of stepsTo(value, next, nearestNumber(points))) contributions.push({ id, points: step, ...(kind === undefined ? {} : { kind }) });
    value = next;
  }
  return { value, contributions };
}
