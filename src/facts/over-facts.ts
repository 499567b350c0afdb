import { collect, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { suggestName } from '../internal/closest.js';
import { pathsOf } from '../rules/conditions.js';
import { evaluate } from '../rules/evaluate.js';
import { NUMERIC_TYPES, VALUE_TYPES, type Field, type RuleNode, type RuleScope, type RuleValue, type Slots, type ValueType } from '../rules/types.js';
import { interleaved } from './behind.js';
import type { Definition } from './definition.js';
import type { History } from './history.js';
import { movementOfChange } from './movement.js';
import { measureIssue, readOptions, wrongOption } from './options.js';
import { quotient } from './rows.js';
import type { Need } from './requirements.js';
import { isRunning } from './window.js';

/** Measures over other facts. */
export const FACT_TAKES = ['ratio', 'change', 'when', 'calculate'] as const;
export type FactTake = (typeof FACT_TAKES)[number];

/** What measures over facts are read with. */
export interface OverFacts {
  readonly definition: (id: string) => Definition | undefined;
  readonly scope: RuleScope;
  readonly readRule: (rule: Json, expect: 'boolean' | 'value', pointer: string) => RuleNode | undefined;
  readonly issues: Issue[];
}

const MOST_WINDOWS = 100;

function missingFact(fact: Json | undefined, pointer: string, { scope, issues }: OverFacts): undefined {
  const id = typeof fact === 'string' ? fact : JSON.stringify(fact ?? null);
  collect(issues, () => measureIssue('measure/unknown-fact', pointer, { fact: id }, { suggestion: suggestName(id, scope.names()) }));
}

interface Base {
  readonly id: string;
  readonly definition: Definition;
}

function readBase(fact: Json | undefined, pointer: string, reading: OverFacts): Base | undefined {
  const definition = typeof fact === 'string' ? reading.definition(fact) : undefined;
  return typeof fact === 'string' && definition !== undefined ? { id: fact, definition } : missingFact(fact, pointer, reading);
}

const unbounded = ({ type, exponent }: Field): Field => ({ type, ...(exponent === undefined ? {} : { exponent }) });

/** The change of a fact against the same fact some windows earlier. */
function readChange(id: string, json: Json, pointer: string, reading: OverFacts): Definition | undefined {
  const { issues } = reading;
  const options = readOptions(json, 'change', ['of', 'back', 'as'], pointer, issues);
  const base = options === undefined ? undefined : readBase(options['of'], `${pointer}/of`, reading);
  if (options === undefined || base === undefined) return undefined;
  const { back = 1, as = 'difference' } = options;
  const periods = typeof back === 'number' && Number.isInteger(back) && back >= 1 && back <= MOST_WINDOWS ? back : undefined;
  if (periods === undefined) wrongOption('back', back, `1 to ${MOST_WINDOWS} windows`, pointer, issues);
  if (as !== 'difference' && as !== 'rate') wrongOption('as', as, '`difference`, `rate`', pointer, issues);
  const { windowed, field, needs, movement } = base.definition;
  if (windowed === undefined || isRunning(windowed.window) || !NUMERIC_TYPES.includes(field.type)) {
    collect(issues, () => measureIssue('measure/no-earlier-window', `${pointer}/of`, { fact: base.id }));
    return undefined;
  }
  const compute = (history: History): RuleValue | undefined => {
    const at = (earlier: number) => windowed.of(history, history.reading.asOf.range(windowed.window, earlier), id);
    const [now, before] = [at(0), at(periods ?? 1)];
    if (typeof now !== 'number' || typeof before !== 'number') return undefined;
    if (as !== 'rate') return now - before;
    return before === 0 ? undefined : quotient(now - before, Math.abs(before));
  };
  const behind = (history: History): readonly string[] => {
    return interleaved([0, periods ?? 1].map((back) => windowed.behind?.(history, history.reading.asOf.range(windowed.window, back)) ?? []));
  };
  const earlier = needs.map((need): Need => ({ ...need, reach: { window: windowed.window, earlier: periods ?? 1 } }));
  return { field: as === 'rate' ? { type: 'ratio' } : unbounded(field), needs: earlier, inputs: [base.id], compute, movement: movement === undefined ? undefined : movementOfChange(movement, periods ?? 1), behind };
}

function readRatio(json: Json, pointer: string, reading: OverFacts): Definition | undefined {
  const options = readOptions(json, 'ratio', ['of', 'to'], pointer, reading.issues);
  if (options === undefined) return undefined;
  const above = readBase(options['of'], `${pointer}/of`, reading);
  const below = readBase(options['to'], `${pointer}/to`, reading);
  if (above === undefined || below === undefined) return undefined;
  const [ofType, toType] = [above.definition.field.type, below.definition.field.type];
  if (ofType !== toType || !NUMERIC_TYPES.includes(ofType)) {
    collect(reading.issues, () => measureIssue('measure/type-mismatch', pointer, { of: above.id, ofType, to: below.id, toType }));
    return undefined;
  }
  const [numerator, denominator] = [reading.scope.slot(above.id), reading.scope.slot(below.id)];
  const compute = (_history: History, slots: Slots): RuleValue | undefined => {
    const [a, b] = [slots[numerator], slots[denominator]];
    return typeof a !== 'number' || typeof b !== 'number' || b === 0 ? undefined : quotient(a, b);
  };
  return { field: { type: 'ratio' }, needs: [], inputs: [above.id, below.id], compute };
}

const computing = (tree: RuleNode) => (_history: History, slots: Slots): RuleValue | undefined => evaluate(tree, slots);

function readWhen(rule: Json, pointer: string, { readRule }: OverFacts): Definition | undefined {
  const tree = readRule(rule, 'boolean', pointer);
  return tree === undefined ? undefined : { field: { type: 'boolean' }, needs: [], inputs: pathsOf(tree), compute: computing(tree) };
}

const isValueType = (type: string): type is ValueType => VALUE_TYPES.some((each) => each === type);

/** Arithmetic over facts, with the type that it comes to: money by a number is money, money by money a number. */
function readCalculate(rule: Json, pointer: string, { readRule }: OverFacts): Definition | undefined {
  const tree = readRule(rule, 'value', pointer);
  if (tree === undefined || !isValueType(tree.type) || tree.type === 'list') return undefined;
  const field: Field = { type: tree.type, ...(tree.field?.exponent === undefined ? {} : { exponent: tree.field.exponent }), ...(tree.field?.values === undefined ? {} : { values: tree.field.values }) };
  return { field, needs: [], inputs: pathsOf(tree), compute: computing(tree) };
}

/** Reads a measure over other facts; undefined, with issues, where it cannot be read. */
export function readFactMeasure(id: string, take: FactTake, json: Json, pointer: string, reading: OverFacts): Definition | undefined {
  switch (take) {
    case 'change':
      return readChange(id, json, pointer, reading);
    case 'ratio':
      return readRatio(json, pointer, reading);
    case 'when':
      return readWhen(json, pointer, reading);
    case 'calculate':
      return readCalculate(json, pointer, reading);
  }
}
