import type { Text } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import type { PolicyPlan } from '../policy/plan.js';
import { scoreOfPath } from '../policy/resolve-scores.js';
import { pathsOf } from '../rules/conditions.js';
import type { Field, RuleNode } from '../rules/types.js';
import { labelOf, unitOf } from './labels.js';

/** What reasons tell of a path beside its value. */
export interface Named {
  readonly slot: number;
  readonly field: Field;
  readonly label: Text | undefined;
  readonly unit: string | undefined;
  /** The rule of a measure that is a yes or no. */
  readonly rule: RuleNode | undefined;
}

/** What does not depend on the customer, looked up once for all explanations of a policy. */
export interface Naming {
  readonly of: (path: string) => Named;
  /** The paths that a part of a rule reads, in the order of the text. */
  readonly pathsOf: (node: RuleNode) => readonly string[];
  /** The scores among them. */
  readonly scoresOf: (node: RuleNode) => readonly string[];
}

function lookedUpOnce(find: (node: RuleNode) => readonly string[]): (node: RuleNode) => readonly string[] {
  const known = new Map<RuleNode, readonly string[]>();
  return (node) => {
    const found = known.get(node) ?? find(node);
    known.set(node, found);
    return found;
  };
}

export function createNaming(plan: PolicyPlan): Naming {
  const byPath = new Map<string, Named>();
  const named = (path: string): Named => {
    const made = { slot: plan.slotOf(path), field: plan.field(path) ?? { type: 'text' }, label: labelOf(plan.policy, path), unit: unitOf(plan, path), rule: plan.trees.get(`${childPointer('/measures', path)}/when`) } as const;
    byPath.set(path, made);
    return made;
  };
  const paths = lookedUpOnce(pathsOf);
  const scoresOf = lookedUpOnce((node) => paths(node).flatMap((path) => scoreOfPath(path) ?? []));
  return { of: (path) => byPath.get(path) ?? named(path), pathsOf: paths, scoresOf };
}
