import { requireCalibration, scoreRecord, type Engine } from '../../classify/engine.js';
import type { AsOfMoment } from '../../facts/as-of.js';
import { childPointer } from '../../internal/pointer.js';
import { conditionsOf } from '../../rules/conditions.js';
import type { RuleNode, Slots } from '../../rules/types.js';
import { isStated, recordOf, statedFor, type Setting } from './setting.js';
import { createValues, type Values } from './values.js';

/** A rule, a yes/no measure, or a rule that a score asks: something made of conditions. */
export interface BenchRule {
  /** What it is called in the name of a case. */
  readonly name: string;
  readonly tree: RuleNode;
  readonly conditions: readonly RuleNode[];
}

/** Where settings are tried: on what the classifier itself makes of the record that says them. */
export interface Bench {
  readonly engine: Engine;
  readonly asOf: AsOfMoment;
  /** The rules that give segments, in order of trying. */
  readonly rules: readonly BenchRule[];
  /** The yes/no measures; their names are their ids. */
  readonly measures: readonly BenchRule[];
  /** The rules that scores ask; their names are the ids of the scores. */
  readonly asked: readonly BenchRule[];
  readonly values: Values;
  /** Facts, fields and scores of the record that says a setting. */
  readonly slotsOf: (setting: Setting) => Slots;
}

const benchRule = (name: string, tree: RuleNode): BenchRule => ({ name, tree, conditions: conditionsOf(tree) });

/** The name of a rule: its own id where it has one, or the segment that it gives. */
function nameOf({ plan }: Engine, index: number): string {
  return plan.policy.rules?.[index]?.id ?? plan.rules[index]?.segment ?? '';
}

export function createBench(engine: Engine, asOf: AsOfMoment): Bench {
  requireCalibration(engine);
  const { plan } = engine;
  const rules = plan.rules.map(({ tree }, index) => benchRule(nameOf(engine, index), tree));
  // What stands in a `where` is about single events: no fact states it.
  const measures = Object.keys(plan.policy.measures ?? {}).flatMap((id): readonly BenchRule[] => {
    const tree = isStated(plan, id) ? plan.trees.get(`${childPointer('/measures', id)}/when`) : undefined;
    return tree === undefined ? [] : [benchRule(id, tree)];
  });
  const asked = plan.scores.flatMap(({ id, conditions }) => conditions.map(({ tree }) => benchRule(id, tree)));
  const slotsOf = (setting: Setting): Slots => scoreRecord(engine, { ...recordOf(plan, setting, asOf) }, asOf).slots;
  const conditions = [...rules, ...measures, ...asked].flatMap((rule) => rule.conditions);
  return { engine, asOf, rules, measures, asked, slotsOf, values: createValues(engine, asOf, conditions, (paths) => statedFor(plan, paths, new Set())) };
}
