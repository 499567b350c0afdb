import type { Actionable } from '../facts/actionable.js';
import type { CatalogueFact } from '../facts/catalogue.js';
import type { Measure } from './measure.js';
import type { ScoreSpec } from './score-spec.js';
import type { Declared, HitPolicy, Path, Policy, PolicyHead, Segment, SegmentRule } from './types.js';

/**
 * A policy as it is written in a program: its names are inferred where they are declared and checked where they are used.
 *
 * `G` segments, `S` scores, `M` measures, `H` facts that the host gives, `A` attributes, `P` parameters.
 */
export interface PolicyLiteral<G extends string, S extends string, M extends string, H extends string, A extends string, P extends string>
  extends PolicyHead {
  readonly parameters?: { readonly [K in P]: number | string | boolean };
  readonly attributes?: { readonly [K in A]: Declared };
  readonly facts?: { readonly [K in H]: Declared };
  readonly measures?: { readonly [K in M]: Measure<Path<NoInfer<M | H>, NoInfer<S>, NoInfer<A>, NoInfer<P>>> };
  readonly scores?: { readonly [K in S]: ScoreSpec<Path<NoInfer<M | H>, NoInfer<S>, NoInfer<A>, NoInfer<P>>> };
  readonly actionable?: { readonly [K in CatalogueFact | NoInfer<M | H>]?: false | Actionable };
  readonly hitPolicy?: HitPolicy;
  readonly segments: readonly Segment<G, Path<NoInfer<M | H>, NoInfer<S>, NoInfer<A>, NoInfer<P>>>[];
  readonly rules?: readonly SegmentRule<NoInfer<G>, Path<NoInfer<M | H>, NoInfer<S>, NoInfer<A>, NoInfer<P>>>[];
  readonly ranking?: readonly NoInfer<G>[];
  readonly otherwise?: NoInfer<G>;
  readonly undetermined?: NoInfer<G>;
}

/**
 * Writes a policy in a program, with every name checked by the compiler.
 *
 * The names of segments, scores, measures, facts, attributes and parameters are inferred from the literal; a name, path, operator or
 * option that is wrong does not compile. At run time it gives back what it was given, unchecked: `createClassifier` checks it. It is for
 * literals: a policy that is already typed is spread straight into `createClassifier`.
 *
 * @example
 * import { definePolicy } from 'clientele';
 * const policy = definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
 *   segments: [
 *     { id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } },
 *     { id: 'standard' },
 *   ],
 *   otherwise: 'standard',
 * });
 * policy.segments.map((segment) => segment.id); // => ['gold', 'standard']
 */
export function definePolicy<
  G extends string = never,
  S extends string = never,
  M extends string = never,
  H extends string = never,
  A extends string = never,
  P extends string = never,
>(policy: PolicyLiteral<G, S, M, H, A, P>): Policy<G, S, CatalogueFact | M | H, A, P>;
export function definePolicy(policy: Policy): Policy {
  return policy;
}
