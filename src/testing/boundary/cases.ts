import { pathsOf } from '../../rules/conditions.js';
import { publicValue } from '../../facts/values.js';
import type { CustomerRecord } from '../../model/types.js';
import type { PlannedScore } from '../../policy/plan.js';
import type { RuleNode, RuleValue } from '../../rules/types.js';
import type { Bench, BenchRule } from './bench.js';
import { waysToDecide, type Goals } from './goals.js';
import { bandTurning, numbersOf } from './lines.js';
import { placeOfNumber } from './places.js';
import { settle, type Surroundings } from './settle.js';
import { recordOf, statedFor, type Setting } from './setting.js';
import { together } from './solve.js';
import { turningOf, turnsAlong, type Point, type Side, type Turn, type Turning } from './turns.js';

/** One record at a threshold of a policy. */
export interface MadeCase {
  readonly name: string;
  readonly side: Side;
  readonly pointer: string;
  readonly record: CustomerRecord;
}

/** So many paths of one condition are turned, of so many that are looked at: both sides of a comparison, both axes of a score. */
const MOST_TURNED = 2;
const MOST_PATHS = 12;
/** So many settings of the other paths of a condition are looked at. */
const MOST_CONTEXTS = 30;
/** So many of those in which it turns, until one is found in which it decides. */
const MOST_TURNING = 5;

const NOTHING_ELSE: readonly Goals[] = [[]];
const NONE: ReadonlySet<string> = new Set();

/** A turn, with all that the record says beside it. */
interface Settled {
  readonly turn: Turn;
  readonly setting: Setting;
}

/** Where something turns along the paths that it is known by, each with what lets it decide where that was found. */
function settled(bench: Bench, paths: readonly string[], turningAt: (path: string) => Turning, around: (turn: Turn, start: Setting) => Surroundings, most = MOST_TURNED): readonly Settled[] {
  const along = (path: string): readonly Settled[] => {
    let undecided: readonly Settled[] = [];
    let contexts = 0;
    let turning = 0;
    for (const values of together(bench, paths.filter((other) => other !== path))) {
      contexts += 1;
      if (contexts > MOST_CONTEXTS || turning >= MOST_TURNING) break;
      const start: Setting = new Map(values);
      const turns = turnsAlong(bench, turningAt(path), path, start);
      if (turns.length === 0) continue;
      turning += 1;
      const found = turns.map((turn) => ({ turn, setting: settle(bench, turn, start, around(turn, start)) }));
      const all = found.map(({ turn, setting }) => ({ turn, setting: setting ?? start }));
      if (found.some(({ setting }) => setting !== undefined)) return all;
      if (undecided.length === 0) undecided = all;
    }
    return undecided;
  };
  const found: (readonly Settled[])[] = [];
  for (const path of paths.slice(0, MOST_PATHS)) {
    const turns = found.length < most ? along(path) : [];
    if (turns.length > 0) found.push(turns);
  }
  return found.flat();
}

function noteOf({ side }: Point, on: string | undefined): string {
  switch (side) {
    case 'on':
      return 'on the line';
    case 'below':
      return `just below ${on ?? 'the line'}`;
    case 'above':
      return `just above ${on ?? 'the line'}`;
    case 'in':
      return 'meets it';
    case 'out':
      return 'does not meet it';
  }
}

function casesOf({ engine: { plan }, asOf }: Bench, name: string, pointer: string, { turn, setting }: Settled): readonly MadeCase[] {
  const field = plan.field(turn.path) ?? { type: 'text' };
  const shown = (value: RuleValue | undefined): string => {
    const known = publicValue(value, field);
    return known === null ? 'missing' : typeof known === 'object' ? JSON.stringify(known) : String(known);
  };
  const on = turn.on === undefined ? undefined : shown(turn.on);
  return turn.points.map((point) => ({
    name: `${name}: ${turn.path} ${shown(point.value)}, ${noteOf(point, on)}`,
    side: point.side,
    pointer,
    // What lies at the threshold comes first.
    record: recordOf(plan, new Map([[turn.path, point.value], ...setting, [turn.path, point.value]]), asOf),
  }));
}

/** The rules that should not hold for a rule to decide. */
function othersOf({ engine, rules }: Bench, index: number): readonly RuleNode[] {
  const others = engine.plan.hitPolicy === 'first' ? rules.slice(0, index) : rules.filter((_, place) => place !== index);
  // The last first: policies go from the particular to the general, and what fails the general rule fails the particular ones too.
  return others.map(({ tree }) => tree).reverse();
}

function casesOfRule(bench: Bench, { name, tree, conditions }: BenchRule, index: number): readonly MadeCase[] {
  const others = othersOf(bench, index);
  return conditions.flatMap((condition) => {
    const around = { ways: waysToDecide(tree, condition), others, computed: NONE };
    const turning = turningOf(condition);
    const paths = statedFor(bench.engine.plan, pathsOf(condition), NONE);
    return settled(bench, paths, () => turning, () => around).flatMap((each) => casesOf(bench, name, condition.pointer, each));
  });
}

/** The first rule that reads something, with the ways in which that decides it. */
function readerOf(bench: Bench, reads: (condition: RuleNode) => boolean): Omit<Surroundings, 'computed'> {
  for (const [index, { tree, conditions }] of bench.rules.entries()) {
    const condition = conditions.find(reads);
    if (condition !== undefined) return { ways: waysToDecide(tree, condition), others: othersOf(bench, index) };
  }
  return { ways: NOTHING_ELSE, others: [] };
}

/** Cases of what stands below the rules: a yes/no measure, which must be computed then, or a rule that a score asks. */
function casesBelow(bench: Bench, { name, tree, conditions }: BenchRule, computed: ReadonlySet<string>, isReadAs: (path: string) => boolean): readonly MadeCase[] {
  const { ways, others } = readerOf(bench, (condition) => pathsOf(condition).some(isReadAs));
  return conditions.flatMap((condition) => {
    const inside = waysToDecide(tree, condition);
    const around = { ways: [...inside.flatMap((way) => ways.map((outer) => [...way, ...outer])), ...inside], others, computed };
    const turning = turningOf(condition);
    const paths = statedFor(bench.engine.plan, pathsOf(condition), computed);
    return settled(bench, paths, () => turning, () => around).flatMap((each) => casesOf(bench, name, condition.pointer, each));
  });
}

function casesOfScore(bench: Bench, score: PlannedScore): readonly MadeCase[] {
  const { plan } = bench.engine;
  const numbers = numbersOf(plan, score);
  const band = `scores.${score.id}.band`;
  const paths = statedFor(plan, [band], NONE);
  const around = ({ path, apart }: Turn, start: Setting): Surroundings => {
    const [one, other] = apart.map((value) => bench.slotsOf(new Map([...start, [path, value]])));
    const turns = (condition: RuleNode): boolean => {
      const outcome = turningOf(condition).outcome;
      return one !== undefined && other !== undefined && pathsOf(condition).some((each) => each.startsWith(`scores.${score.id}.`)) && outcome(one) !== outcome(other);
    };
    return { ...readerOf(bench, turns), computed: NONE };
  };
  const found = numbers.length === 0 ? [] : settled(bench, paths, (path) => bandTurning(plan, score, path, numbers), around, MOST_PATHS);
  return found.flatMap((each) => {
    const field = plan.field(each.turn.path) ?? { type: 'text' };
    const lines = each.turn.on === undefined ? [] : numbers.filter(({ value }) => placeOfNumber(value, field) === each.turn.on);
    return lines.flatMap(({ pointer }) => casesOf(bench, score.id, pointer, each));
  });
}

/** Cases at every threshold: those of the rules in the order of trying, of yes/no measures, of rules that scores ask, and of what scores are written with. */
export function madeCases(bench: Bench): readonly MadeCase[] {
  return [
    ...bench.rules.flatMap((rule, index) => casesOfRule(bench, rule, index)),
    ...bench.measures.flatMap((measure) => casesBelow(bench, measure, new Set([measure.name]), (path) => path === measure.name)),
    ...bench.asked.flatMap((rule) => casesBelow(bench, rule, NONE, (path) => path.startsWith(`scores.${rule.name}.`))),
    ...bench.engine.plan.scores.flatMap((score) => casesOfScore(bench, score)),
  ];
}
