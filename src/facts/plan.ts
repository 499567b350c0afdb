import { collect, isFull, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { suggestName } from '../internal/closest.js';
import { cycleText, dependencyOrder } from '../internal/dependency-order.js';
import { childPointer } from '../internal/pointer.js';
import type { Field, RuleNode, RuleScope, RuleValue, Slots } from '../rules/types.js';
import { evaluate } from '../rules/evaluate.js';
import { pathsOf } from '../rules/conditions.js';
import { catalogueFact, isCatalogueFact, type FactDefinition, type Windowed } from './catalogue.js';
import type { History } from './history.js';
import { isJsonObject, measureIssue, readEventMeasure, readOptions, readTake, type EventMeasure, type EventMeasureSettings, type JsonObject, type Take } from './measure.js';
import type { PartName } from './reading.js';
import type { Need, Reach } from './requirements.js';
import { quotient } from './rows.js';
import { isRunning, WHOLE_LIFE, type Window } from './window.js';

/** Computes a fact; undefined where it is missing. The facts it needs are in their slots. */
export type Compute = (history: History, slots: Slots) => RuleValue | undefined;

export interface PlannedFact {
  readonly id: string;
  readonly field: Field;
  readonly slot: number;
  /** Undefined for a fact that only the host can give. */
  readonly compute: Compute | undefined;
  /** The parts of a record that it reads, and how far back. */
  readonly needs: readonly Need[];
}

export interface FactsRequest extends EventMeasureSettings {
  readonly measures: { readonly [id: string]: Json };
  /** Facts that only the host can give. */
  readonly given: { readonly [id: string]: Field };
  /** The paths beside facts that rules of measures may read. */
  readonly scope: RuleScope;
  readonly readRule: (rule: Json, scope: RuleScope, pointer: string, issues: Issue[]) => RuleNode | undefined;
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

interface Definition {
  readonly field: Field;
  readonly needs: readonly Need[];
  readonly inputs: readonly string[];
  readonly compute: Compute | undefined;
  /** How it is computed over other days; undefined where it has no window. */
  readonly windowed?: { readonly of: Windowed; readonly window: Window } | undefined;
}

const NUMERIC = new Set(['number', 'money', 'ratio', 'count', 'days']);

function windowedDefinition(id: string, field: Field, of: Windowed, window: Window, needs: readonly Need[]): Definition {
  const compute: Compute = (history) => of(history, history.reading.asOf.range(window), id);
  return { field, needs, inputs: [], compute, windowed: { of, window } };
}

function catalogueDefinition(id: string, fact: FactDefinition, request: FactsRequest, issues: Issue[]): Definition | undefined {
  const { type, min, max } = fact;
  const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const field: Field = type === 'money' ? { type, exponent: request.exponent, ...range } : { type, ...range };
  const window = fact.takesWindow ? request.window : WHOLE_LIFE;
  const reach: Reach = fact.parts.includes('targets') ? 'plans' : { window, earlier: 0 };
  // An invoice of the window may have been paid long before.
  const reachOf = (part: PartName): Reach => (part === 'payments' ? { window: WHOLE_LIFE, earlier: 0 } : reach);
  const needs = fact.parts.map((part): Need => ({ part, reach: reachOf(part), fields: fact.fields ?? [] }));
  if (typeof fact.of === 'function') return windowedDefinition(id, field, fact.of, window, needs);
  const count = isJsonObject(fact.of.measure) ? fact.of.measure['count'] : undefined;
  const measure = readEventMeasure('count', count ?? null, '', { ...request, window }, issues);
  return measure === undefined ? undefined : measureDefinition(id, { ...measure, field });
}

function measureDefinition(id: string, { field, windowed, window, part, fields }: EventMeasure): Definition {
  return windowedDefinition(id, field, windowed, window, [{ part, reach: { window, earlier: 0 }, fields }]);
}

/** Reads the measures of a policy; all that is wrong with them goes to `issues`. */
export function planFacts(request: FactsRequest, issues: Issue[]): FactsPlan {
  const definitions = new Map<string, Definition>();
  const ready = new Map<string, Definition | undefined>();

  const definition = (id: string): Definition | undefined => {
    const known = definitions.get(id) ?? ready.get(id);
    const fact = known === undefined ? catalogueFact(id) : undefined;
    if (known !== undefined || fact === undefined) return known;
    const made = catalogueDefinition(id, fact, request, issues);
    ready.set(id, made);
    return made;
  };
  const scope: RuleScope = { ...request.scope, field: (path) => definition(path)?.field ?? request.scope.field(path) };

  const missingFact = (fact: Json | undefined, pointer: string): undefined => {
    const id = typeof fact === 'string' ? fact : JSON.stringify(fact ?? null);
    collect(issues, () => measureIssue('measure/unknown-fact', pointer, { fact: id }, { suggestion: suggestName(id, scope.names()) }));
  };

  const wrongOption = (name: string, value: Json, expected: string, pointer: string): void =>
    collect(issues, () => measureIssue('measure/wrong-value', childPointer(pointer, name), { name, value: JSON.stringify(value), expected }));

  /** The change of a fact against the same fact some windows earlier. */
  const readChange = (id: string, json: Json, pointer: string): Definition | undefined => {
    const options = readOptions(json, 'change', ['of', 'back', 'as'], pointer, issues);
    if (options === undefined) return undefined;
    const { of, back = 1, as = 'difference' } = options;
    const base = typeof of === 'string' ? definition(of) : undefined;
    if (base === undefined || typeof of !== 'string') return missingFact(of, `${pointer}/of`);
    const periods = typeof back === 'number' && Number.isInteger(back) && back >= 1 && back <= 100 ? back : undefined;
    if (periods === undefined) wrongOption('back', back, '1 to 100 windows', pointer);
    if (as !== 'difference' && as !== 'rate') wrongOption('as', as, '`difference`, `rate`', pointer);
    const { windowed } = base;
    if (windowed === undefined || isRunning(windowed.window) || !NUMERIC.has(base.field.type)) {
      collect(issues, () => measureIssue('measure/no-earlier-window', `${pointer}/of`, { fact: of }));
      return undefined;
    }
    const asRate = as === 'rate';
    const unbounded: Field = { type: base.field.type, ...(base.field.exponent === undefined ? {} : { exponent: base.field.exponent }) };
    const compute: Compute = (history) => {
      const at = (earlier: number) => windowed.of(history, history.reading.asOf.range(windowed.window, earlier), id);
      const now = at(0);
      const before = at(periods ?? 1);
      if (typeof now !== 'number' || typeof before !== 'number') return undefined;
      if (!asRate) return now - before;
      return before === 0 ? undefined : quotient(now - before, Math.abs(before));
    };
    const needs = base.needs.map((need): Need => ({ ...need, reach: { window: windowed.window, earlier: periods ?? 1 } }));
    return { field: asRate ? { type: 'ratio' } : unbounded, needs, inputs: [of], compute };
  };

  const readRatio = (json: Json, pointer: string): Definition | undefined => {
    const options = readOptions(json, 'ratio', ['of', 'to'], pointer, issues);
    if (options === undefined) return undefined;
    const { of, to } = options;
    const above = typeof of === 'string' ? definition(of) : undefined;
    const below = typeof to === 'string' ? definition(to) : undefined;
    if (above === undefined || typeof of !== 'string') return missingFact(of, `${pointer}/of`);
    if (below === undefined || typeof to !== 'string') return missingFact(to, `${pointer}/to`);
    if (above.field.type !== below.field.type || !NUMERIC.has(above.field.type)) {
      collect(issues, () => measureIssue('measure/type-mismatch', pointer, { of, ofType: above.field.type, to, toType: below.field.type }));
      return undefined;
    }
    const numerator = scope.slot(of);
    const denominator = scope.slot(to);
    const compute: Compute = (_history, slots) => {
      const a = slots[numerator];
      const b = slots[denominator];
      return typeof a !== 'number' || typeof b !== 'number' || b === 0 ? undefined : quotient(a, b);
    };
    return { field: { type: 'ratio' }, needs: [], inputs: [of, to], compute };
  };

  const readWhen = (rule: Json, pointer: string): Definition | undefined => {
    const tree = request.readRule(rule, scope, pointer, issues);
    return tree === undefined ? undefined : { field: { type: 'boolean' }, needs: [], inputs: pathsOf(tree), compute: (_history, slots) => evaluate(tree, slots) };
  };

  /** Facts over events come first, since the other measures are about facts; rules come last, since they need every type. */
  const read = (id: string, take: Take, options: Json, pointer: string): Definition | undefined => {
    switch (take) {
      case 'count':
      case 'sum':
      case 'share': {
        const measure = readEventMeasure(take, options, pointer, request, issues);
        return measure === undefined ? undefined : measureDefinition(id, measure);
      }
      case 'change':
        return readChange(id, options, pointer);
      case 'ratio':
        return readRatio(options, pointer);
      case 'when':
        return readWhen(options, pointer);
    }
  };

  for (const [id, field] of Object.entries(request.given)) {
    definitions.set(id, { field, needs: [], inputs: [], compute: undefined });
  }
  const measures = Object.entries(request.measures).flatMap(([id, json]) => takeOf(id, json, request.given, issues));
  // Every measure has a type before it is read, so that others may name it in any order, and so that one which cannot be read is one issue.
  const takes = new Map(measures.map(({ id, take }) => [id, take]));
  for (const id of Object.keys(request.measures)) {
    const take = takes.get(id);
    const type = take === 'when' ? 'boolean' : take === 'ratio' || take === 'share' ? 'ratio' : 'number';
    if (!definitions.has(id)) definitions.set(id, { field: { type }, needs: [], inputs: [], compute: () => undefined });
  }
  for (const turn of [['count', 'sum', 'share'], ['change'], ['ratio', 'when']]) {
    for (const { id, take, options, pointer } of measures) {
      const made = turn.includes(take) && !isFull(issues) ? read(id, take, options, pointer) : undefined;
      if (made !== undefined) definitions.set(id, made);
    }
  }
  const inputs = (id: string): readonly string[] => definition(id)?.inputs ?? [];
  for (const cycle of dependencyOrder(definitions.keys(), inputs).cycles) {
    collect(issues, () => measureIssue('measure/cycle', childPointer('/measures', cycle[0] ?? ''), { cycle: cycleText(cycle) }));
  }

  const resolve = (ids: Iterable<string>): readonly PlannedFact[] =>
    dependencyOrder(ids, inputs).order.flatMap((id): readonly PlannedFact[] => {
      const one = definition(id);
      return one === undefined ? [] : [{ id, field: one.field, slot: scope.slot(id), compute: one.compute, needs: one.needs }];
    });

  return { field: (id) => definition(id)?.field, resolve, inputs };
}

interface TakenMeasure {
  readonly id: string;
  readonly take: Take;
  readonly options: Json;
  readonly pointer: string;
}

function takeOf(id: string, json: Json, given: { readonly [id: string]: Field }, issues: Issue[]): readonly TakenMeasure[] {
  const pointer = childPointer('/measures', id);
  if (isCatalogueFact(id)) collect(issues, () => measureIssue('measure/ready-name', pointer, { id }));
  if (Object.hasOwn(given, id)) collect(issues, () => measureIssue('measure/declared-twice', pointer, { id }));
  const taken = isJsonObject(json) ? readTake(json satisfies JsonObject, pointer, issues) : undefined;
  return taken === undefined ? [] : [{ id, ...taken, pointer: `${pointer}/${taken.take}` }];
}
