import { collect, isFull, type Issue } from '../errors/issue.js';
import { isJsonList, isJsonObject, type Json } from '../errors/json.js';
import { cycleText, dependencyOrder } from '../internal/dependency-order.js';
import { childPointer } from '../internal/pointer.js';
import type { Field, RuleNode, RuleScope } from '../rules/types.js';
import { catalogueFact, isCatalogueFact } from './catalogue.js';
import type { Behind } from './behind.js';
import { BEHIND } from './behind-facts.js';
import type { Compute, Definition } from './definition.js';
import type { FactDefinition, Windowed } from './fact-definition.js';
import { readEventMeasure, type EventMeasure, type EventMeasureSettings } from './measure.js';
import { movementOver, type Moves } from './movement.js';
import { measureIssue } from './options.js';
import { FACT_TAKES, readFactMeasure, type FactTake, type OverFacts } from './over-facts.js';
import type { PartName } from './reading.js';
import type { Need, Reach } from './requirements.js';
import { readTake, type Take } from './take.js';
import { fromTallies } from './tallied-facts.js';
import { EVENT_TAKES } from './takes.js';
import { WHOLE_LIFE, type Window } from './window.js';

export interface PlannedFact extends Pick<Definition, 'field' | 'compute' | 'needs' | 'movement' | 'behind'> {
  readonly id: string;
  readonly slot: number;
}

export interface FactsRequest extends EventMeasureSettings {
  readonly measures: { readonly [id: string]: Json };
  /** Facts that only the host can give. */
  readonly given: { readonly [id: string]: Field };
  /** The paths beside facts that rules of measures may read. */
  readonly scope: RuleScope;
  readonly readRule: (rule: Json, scope: RuleScope, pointer: string, issues: Issue[], expect: 'boolean' | 'value') => RuleNode | undefined;
}

/** The facts that a policy may read. */
export interface FactsPlan {
  /** The type of a ready fact, of a measure or of a given fact. */
  readonly field: (id: string) => Field | undefined;
  /** The facts needed to know these, each after those that it needs itself. */
  readonly resolve: (ids: Iterable<string>) => readonly PlannedFact[];
  /** The paths that a fact reads. */
  readonly inputs: (id: string) => readonly string[];
}

/** What is computed over a window, and the events behind it. */
interface OverWindow {
  readonly of: Windowed;
  readonly behind: Behind | undefined;
  readonly window: Window;
}

function windowedDefinition(id: string, field: Field, windowed: OverWindow, needs: readonly Need[], moves: Moves | undefined): Definition {
  const { of, behind, window } = windowed;
  const compute: Compute = (history) => of(history, history.reading.asOf.range(window), id);
  return { field, needs, inputs: [], compute, movement: movementOver(needs.map(({ part }) => part), window, moves), windowed, behind: behind && ((history) => behind(history, history.reading.asOf.range(window))) };
}

function eventDefinition(id: string, { field, windowed, behind, window, part, fields, isOfPeriods, moves }: EventMeasure): Definition {
  const reach: Reach = { window, earlier: 0 };
  // Payments stand inside invoices too.
  const inside: readonly Need[] = part === 'payments' ? [{ part: 'invoices', reach, fields: [] }] : [];
  const made = windowedDefinition(id, field, { of: windowed, behind, window }, [{ part, reach, fields }, ...inside], moves);
  return isOfPeriods ? { ...made, windowed: undefined } : made;
}

function isFactTake(take: Take): take is FactTake {
  return FACT_TAKES.some((each) => each === take);
}

/** The definition of a ready fact that is a function of the events. */
function functionDefinition(id: string, { parts, fields = [], takesWindow, readsWholeLife = false, readsRunningPlan = false, moves }: FactDefinition, of: Windowed, field: Field, standard: Window): Definition {
  const window = takesWindow ? standard : WHOLE_LIFE;
  const reach: Reach = readsRunningPlan ? 'running plan' : parts.includes('targets') ? 'plans' : { window, earlier: 0 };
  // An invoice of the window may have been paid long before.
  const reachOf = (part: PartName): Reach => (part === 'payments' || readsWholeLife ? { window: WHOLE_LIFE, earlier: 0 } : reach);
  // A plan may be one of units.
  const fieldsOf = (part: PartName): readonly string[] => (part === 'transactions' && reach === 'plans' ? [...fields, 'units', 'lines'] : fields);
  return windowedDefinition(id, field, { of: fromTallies(id, of), behind: Object.hasOwn(BEHIND, id) ? BEHIND[id] : undefined, window }, parts.map((part): Need => ({ part, reach: reachOf(part), fields: fieldsOf(part) })), moves);
}

/** What rules know of a ready fact. */
function readyField({ type, min, max, values }: FactDefinition, exponent: number): Field {
  return {
    type,
    ...(type === 'money' ? { exponent } : {}),
    ...(values === undefined ? {} : { values }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

/** Parts of a record that a ready measure over events reads beside its own: payments stand inside of invoices, too, whenever those were issued. */
function otherNeeds({ parts }: FactDefinition, { inputs, needs }: Definition): readonly Need[] {
  if (inputs.length > 0) return [];
  return parts.filter((part) => needs.every((need) => need.part !== part)).map((part): Need => ({ part, reach: { window: WHOLE_LIFE, earlier: 0 }, fields: [] }));
}

/** Where a measure over facts names them: paths of rules, and the facts of a ratio or a change. */
const NAMES_A_FACT = ['var', 'of', 'to'];

/** Ids of measures that a measure names: it is read after them, since it may need to know their types. One over events names none. */
function mentioned({ take, options }: TakenMeasure, ids: ReadonlySet<string>): readonly string[] {
  const open: Json[] = isFactTake(take) ? [options] : [];
  const found = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries<Json>(next)) {
      const named = isJsonList(value) ? value[0] : value;
      if (NAMES_A_FACT.includes(key) && typeof named === 'string' && ids.has(named)) found.add(named);
      open.push(value);
    }
  }
  return [...found];
}

/** Reads the measures of a policy; all that is wrong with them goes to `issues`. */
export function planFacts(request: FactsRequest, issues: Issue[]): FactsPlan {
  const definitions = new Map<string, Definition>();
  const ready = new Map<string, Definition>();

  const definition = (id: string): Definition | undefined => {
    const known = definitions.get(id) ?? ready.get(id);
    const fact = known === undefined ? catalogueFact(id) : undefined;
    if (known !== undefined || fact === undefined) return known;
    const made = readyDefinition(id, fact);
    ready.set(id, made);
    return made;
  };
  // To know the type of a ready fact its measure need not be read, which would read other facts, too.
  const fieldOf = (id: string): Field | undefined => {
    const fact = definitions.has(id) ? undefined : catalogueFact(id);
    return fact === undefined ? definitions.get(id)?.field : readyField(fact, request.exponent);
  };
  const scope: RuleScope = { ...request.scope, field: (path) => fieldOf(path) ?? request.scope.field(path) };
  const overFacts: OverFacts = { definition, scope, issues, readRule: (rule, expect, pointer) => request.readRule(rule, scope, pointer, issues, expect) };

  const read = (id: string, take: Take, options: Json, pointer: string, standard: Window, over: OverFacts = overFacts): Definition | undefined => {
    if (isFactTake(take)) return readFactMeasure(id, take, options, pointer, over);
    const measure = readEventMeasure(take, options, pointer, { ...request, window: standard }, over.issues);
    return measure === undefined ? undefined : eventDefinition(id, measure);
  };

  const readyDefinition = (id: string, fact: FactDefinition): Definition => {
    const { of } = fact;
    const field = readyField(fact, request.exponent);
    if (of === 'given') return { field, needs: [], inputs: [], compute: undefined };
    if (typeof of === 'function') return functionDefinition(id, fact, of, field, request.window);
    // What cannot be read here is no mistake of the policy: its window has none before it that a change could be told from.
    const unread: Issue[] = [];
    const over: OverFacts = { ...overFacts, issues: unread, readRule: (rule, expect, pointer) => request.readRule(rule, scope, pointer, unread, expect) };
    const taken = readTake(of.measure, '', unread);
    const made = taken === undefined ? undefined : read(id, taken.take, taken.options, '', fact.takesWindow ? request.window : WHOLE_LIFE, over);
    return made === undefined ? { field, needs: [], inputs: [], compute: () => undefined } : { ...made, field, needs: [...made.needs, ...otherNeeds(fact, made)] };
  };

  for (const [id, field] of Object.entries(request.given)) {
    definitions.set(id, { field, needs: [], inputs: [], compute: undefined });
  }
  const measures = new Map(Object.entries(request.measures).flatMap(([id, json]) => takenMeasure(id, json, request.given, issues)));
  // Every measure has a type before it is read, so that others may name one that cannot be read, which is one issue.
  for (const id of Object.keys(request.measures)) {
    if (!definitions.has(id)) definitions.set(id, { field: placeholder(measures.get(id)?.take), needs: [], inputs: [], compute: () => undefined });
  }
  const ids = new Set(measures.keys());
  const named = (id: string): readonly string[] => {
    const measure = measures.get(id);
    return measure === undefined ? [] : mentioned(measure, ids);
  };
  for (const id of dependencyOrder(ids, named).order) {
    const measure = measures.get(id);
    const made = measure === undefined || isFull(issues) ? undefined : read(id, measure.take, measure.options, measure.pointer, request.window);
    if (made !== undefined) definitions.set(id, made);
  }
  const inputs = (id: string): readonly string[] => definition(id)?.inputs ?? [];
  for (const cycle of dependencyOrder(definitions.keys(), inputs).cycles) {
    collect(issues, () => measureIssue('measure/cycle', childPointer('/measures', cycle[0] ?? ''), { cycle: cycleText(cycle) }));
  }

  const resolve = (wanted: Iterable<string>): readonly PlannedFact[] =>
    dependencyOrder(wanted, inputs).order.flatMap((id): readonly PlannedFact[] => {
      const one = definition(id);
      return one === undefined ? [] : [{ id, field: one.field, slot: scope.slot(id), compute: one.compute, needs: one.needs, movement: one.movement, behind: one.behind }];
    });

  return { field: fieldOf, resolve, inputs };
}

/** The type of a measure that was not read yet, or that cannot be. */
function placeholder(take: Take | undefined): Field {
  if (take === undefined) return { type: 'number' };
  if (take === 'when') return { type: 'boolean' };
  return take === 'ratio' ? { type: 'ratio' } : isFactTake(take) ? { type: 'number' } : EVENT_TAKES[take].field(undefined, { per: 'month', periods: 2, decay: undefined });
}

interface TakenMeasure {
  readonly take: Take;
  readonly options: Json;
  readonly pointer: string;
}

function takenMeasure(id: string, json: Json, given: { readonly [id: string]: Field }, issues: Issue[]): readonly (readonly [string, TakenMeasure])[] {
  const pointer = childPointer('/measures', id);
  if (isCatalogueFact(id)) collect(issues, () => measureIssue('measure/ready-name', pointer, { id }));
  if (Object.hasOwn(given, id)) collect(issues, () => measureIssue('measure/declared-twice', pointer, { id }));
  const taken = isJsonObject(json) ? readTake(json, pointer, issues) : undefined;
  return taken === undefined ? [] : [[id, { ...taken, pointer: `${pointer}/${taken.take}` }]];
}
