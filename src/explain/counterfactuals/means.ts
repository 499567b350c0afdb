import type { Engine } from '../../classify/engine.js';
import { factsOverFacts } from '../../classify/redecide.js';
import { readyDirection, usualStep, type Actionable, type Direction } from '../../facts/actionable.js';
import { catalogueFact } from '../../facts/catalogue.js';
import type { PlannedFact } from '../../facts/plan.js';
import type { PartName } from '../../facts/reading.js';
import { scoreOfPath } from '../../policy/resolve-scores.js';
import type { PolicyPlan } from '../../policy/plan.js';
import { isProtected } from '../../policy/protected.js';
import { pathsOf } from '../../rules/conditions.js';

/** By what a fact is brought somewhere: by events, or by saying another value where the host gives it. */
export type Means = 'plan' | 'purchase' | 'payment' | 'given';

/** A fact that something can be done about. */
export interface Changeable {
  readonly fact: PlannedFact;
  readonly means: Means;
  readonly direction: Direction;
  /** In the unit of the fact, or an amount of money where events change it. */
  readonly step: number | undefined;
  readonly options: Actionable;
}

/** The facts of a policy, as far as something can be done about them. */
export interface Changeables {
  /** The facts that a path comes from: the path itself, or what lies behind a score or a fact over facts, in the order of the policy. */
  readonly behind: (path: string) => readonly string[];
  /** Undefined where nothing can be done about a fact. `isGiven` says that the record gives it. */
  readonly of: (id: string, isGiven: boolean) => Changeable | undefined;
}

function own<T>(table: { readonly [id: string]: T } | undefined, id: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;
}

/** Which way a fact can be brought: as the policy says, for a ready fact as the catalogue does, for others both ways. */
function directionOf(id: string, options: Actionable | undefined): Direction | undefined {
  if (options?.direction !== undefined) return options.direction;
  return catalogueFact(id) === undefined ? 'both' : (readyDirection(id) ?? (options === undefined ? undefined : 'both'));
}

/** What of a customer's doing a fact is made of; plans come first, for they are made of purchases too. */
function meansOf({ compute, needs }: PlannedFact, isGiven: boolean): Means | undefined {
  if (isGiven || compute === undefined) return 'given';
  const reads = (part: PartName): boolean => needs.some((need) => need.part === part);
  if (reads('targets')) return 'plan';
  if (reads('transactions')) return 'purchase';
  return reads('invoices') || reads('payments') ? 'payment' : undefined;
}

/** All that a score reads, for itself and for its conditions. */
function scorePaths(plan: PolicyPlan, score: string): readonly string[] {
  const planned = plan.scores.find(({ id }) => id === score);
  return planned === undefined ? [] : [...planned.inputs.map(({ path }) => path), ...planned.conditions.flatMap(({ tree }) => pathsOf(tree))];
}

export function createChangeables(engine: Engine): Changeables {
  const { plan } = engine;
  const { policy } = plan;
  const derived = factsOverFacts(engine);
  const facts = new Map(plan.facts.map((fact) => [fact.id, fact]));
  const known = new Map<string, readonly string[]>();

  const find = (path: string): readonly string[] => {
    const score = scoreOfPath(path);
    if (score !== undefined) return scorePaths(plan, score).flatMap(behind);
    if (derived.has(path)) return plan.inputs(path).flatMap(behind);
    return facts.has(path) ? [path] : [];
  };
  const behind = (path: string): readonly string[] => {
    const found = known.get(path) ?? [...new Set(find(path))];
    known.set(path, found);
    return found;
  };

  return {
    behind,
    of: (id, isGiven) => {
      const fact = facts.get(id);
      const stated: false | Actionable | undefined = own(policy.actionable as { readonly [id: string]: false | Actionable } | undefined, id);
      if (fact === undefined || stated === false || isProtected(plan, id)) return undefined;
      const means = meansOf(fact, isGiven);
      const direction = directionOf(id, stated);
      if (means === undefined || direction === undefined) return undefined;
      const step = stated?.step ?? (means === 'given' ? usualStep(fact.field.type, plan.exponent) : undefined);
      return { fact, means, direction, step, options: stated ?? {} };
    },
  };
}
