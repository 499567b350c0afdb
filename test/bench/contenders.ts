// Everybody who decides the policy of the bench: each is made from the same rules and must give the same segment for every customer.
import { ZenEngine } from '@gorules/zen-engine';
import { createClassifier, type Policy } from 'clientele';
import { parseRule, type RuleSchema } from 'clientele/rules';
import jsonLogic from 'json-logic-js';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { byHand, FACTS, OTHERWISE, SEGMENTS, type BenchRecord, type Logic } from './policy.js';

export const AS_OF = { asOf: '2026-06-30' } as const;

/** A document as the peers like it best: facts at the root. */
export interface Flat {
  readonly [fact: string]: unknown;
}

export const flatOf = ({ customer, facts }: BenchRecord): Flat => fresh({ ...facts, customer });

/** Objects that were put together key by key are slow to read: these are as if they had been written as literals. */
function fresh<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The policy; with `declared`, over facts that only the host knows. */
export function policyOf(declared = false): Policy {
  const segments = SEGMENTS.map(({ id, when }) => ({ id, ...(when === undefined ? {} : { when: declared ? renamed(when) : when }) }));
  return {
    schema: 'clientele.policy/1', id: 'bench', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', segments: segments as Policy['segments'], otherwise: OTHERWISE,
    ...(declared ? { facts: Object.fromEntries(FACTS.map((id) => [hostName(id), { type: 'number' as const }])) } : {}),
  };
}

export const hostName = (id: string): string => `our_${id}`;

/** The rules of the policy over the facts of the host. */
function renamed(logic: Logic): Logic {
  const text = JSON.stringify(logic).replace(/\{"var":"([^".]+)"\}/g, (_, id: string) => JSON.stringify({ var: hostName(id) }));
  return JSON.parse(text) as Logic;
}

export const withHostNames = (record: BenchRecord): BenchRecord => fresh({ ...record, facts: Object.fromEntries(Object.entries(record.facts).map(([id, value]) => [hostName(id), value])) });

const rules = SEGMENTS.flatMap(({ id, when }) => (when === undefined ? [] : [{ id, when }]));

function firstOf<Document>(tests: readonly { readonly id: string; readonly holds: (document: Document) => boolean }[]): (document: Document) => string {
  return (document) => {
    for (const { id, holds } of tests) if (holds(document)) return id;
    return OTHERWISE;
  };
}

export const schema: RuleSchema = {
  ...Object.fromEntries(FACTS.map((id) => [id, { type: 'number' as const }])),
  'customer.kind': { type: 'enum', values: ['person', 'business', 'government'] },
  'customer.region.country': { type: 'text' },
};

/** Decides one customer at a time. */
export interface Contender {
  readonly name: string;
  /** Customers that it is given: the slowest are given fewer. */
  readonly count: number;
  readonly make: () => (record: BenchRecord, flat: Flat, declared: BenchRecord) => string | Promise<string>;
}

const MANY = 4_000;

export const contenders: readonly Contender[] = [
  { name: 'clientele: assign, facts of the catalogue', count: MANY, make: () => { const classifier = createClassifier(policyOf()); return (record) => classifier.assign(record, AS_OF); } },
  { name: 'clientele: assign, facts of the host', count: MANY, make: () => { const classifier = createClassifier(policyOf(true)); return (_, __, declared) => classifier.assign(declared, AS_OF); } },
  {
    name: 'clientele/rules: test, 12 rules', count: MANY,
    make: () => {
      const decide = firstOf<Flat>(rules.map(({ id, when }) => { const rule = parseRule(when, { schema }); return { id, holds: (document) => rule.test(document) === 'true' }; }));
      return (_, flat) => decide(flat);
    },
  },
  {
    name: 'json-logic-engine: build(), 12 functions', count: MANY,
    make: () => {
      const engine = new LogicEngine();
      const decide = firstOf<Flat>(rules.map(({ id, when }) => { const built = engine.build(when) as (document: Flat) => unknown; return { id, holds: (document) => Boolean(built(document)) }; }));
      return (_, flat) => decide(flat);
    },
  },
  {
    name: 'json-logic-engine: run(), 12 rules', count: MANY,
    make: () => {
      const engine = new LogicEngine();
      const decide = firstOf<Flat>(rules.map(({ id, when }) => ({ id, holds: (document) => Boolean(engine.run(when, document)) })));
      return (_, flat) => decide(flat);
    },
  },
  {
    name: 'json-logic-js: apply(), 12 rules', count: MANY,
    make: () => {
      const decide = firstOf<Flat>(rules.map(({ id, when }) => ({ id, holds: (document) => Boolean(jsonLogic.apply(when as Parameters<typeof jsonLogic.apply>[0], document)) })));
      return (_, flat) => decide(flat);
    },
  },
  { name: 'json-rules-engine: run(), stops at the first', count: 1_000, make: rulesEngine },
  { name: '@gorules/zen-engine: decision table', count: 1_000, make: zenEngine },
];

/** Written by hand: what all are measured against. */
export const baseline = byHand;

type Operands = readonly [unknown, unknown, unknown?];
const pathOf = (operand: unknown): string | undefined => (typeof operand === 'object' && operand !== null && 'var' in operand ? String(operand.var) : undefined);

function operatorOf(logic: Logic): readonly [string, unknown] {
  const [entry] = Object.entries(logic as object);
  return entry ?? ['', undefined];
}

const COMPARATORS: Readonly<Record<string, string>> = { '>=': 'greaterThanInclusive', '<=': 'lessThanInclusive', '<': 'lessThan', in: 'in', '!=': 'notEqual', '!==': 'notEqual' };

/** The same condition in the words of json-rules-engine. */
function conditionOf(logic: Logic): object {
  const [operator, value] = operatorOf(logic);
  if (operator === 'and' || operator === 'or') return { [operator === 'and' ? 'all' : 'any']: (value as readonly Logic[]).map(conditionOf) };
  if (operator === '!') return { not: conditionOf(value as Logic) };
  const [first, second, third] = value as Operands;
  const about = (path = ''): object => (path.startsWith('customer.') ? { fact: 'customer', path: `$.${path.slice('customer.'.length)}` } : { fact: path });
  if (third !== undefined) return { all: [{ ...about(pathOf(second)), operator: 'greaterThanInclusive', value: first }, { ...about(pathOf(second)), operator: 'lessThanInclusive', value: third }] };
  return { ...about(pathOf(first)), operator: COMPARATORS[operator], value: second };
}

function rulesEngine(): (record: BenchRecord, flat: Flat) => Promise<string> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  rules.forEach(({ id, when }, index) => {
    const condition = conditionOf(when);
    const conditions = 'all' in condition || 'any' in condition ? condition : { all: [condition] };
    engine.addRule({ conditions: conditions as never, priority: rules.length - index, event: { type: id }, onSuccess: () => { engine.stop(); } });
  });
  return async (_, flat) => (await engine.run(flat)).events[0]?.type ?? OTHERWISE;
}

/** The same condition as an expression of ZEN. */
function expressionOf(logic: Logic): string {
  const [operator, value] = operatorOf(logic);
  if (operator === 'and' || operator === 'or') return `(${(value as readonly Logic[]).map(expressionOf).join(` ${operator} `)})`;
  if (operator === '!') return `not (${expressionOf(value as Logic)})`;
  const [first, second, third] = value as Operands;
  const text = (operand: unknown): string => pathOf(operand) ?? JSON.stringify(operand);
  if (third !== undefined) return `(${text(second)} >= ${text(first)} and ${text(second)} <= ${text(third)})`;
  const path = text(first);
  // A comparison with null is an error there, and an error is no match of the whole row: null is asked about first.
  const guard = operator === '>=' || operator === '<' || operator === '<=' ? `${path} != null and ` : '';
  return `(${guard}${path} ${operator === '!==' ? '!=' : operator} ${text(second)})`;
}

function zenEngine(): (record: BenchRecord, flat: Flat) => Promise<string> {
  const table = {
    hitPolicy: 'first',
    inputs: [{ id: 'when', name: 'when', type: 'expression' }],
    outputs: [{ id: 'segment', name: 'segment', field: 'segment', type: 'expression' }],
    rules: [...rules.map(({ id, when }) => ({ _id: id, when: expressionOf(when), segment: JSON.stringify(id) })), { _id: OTHERWISE, when: '', segment: JSON.stringify(OTHERWISE) }],
  };
  const node = (id: string, type: string, content?: object): object => ({ id, type, name: id, position: { x: 0, y: 0 }, ...(content === undefined ? {} : { content }) });
  const graph = { nodes: [node('in', 'inputNode'), node('table', 'decisionTableNode', table), node('out', 'outputNode')], edges: [{ id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' }, { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' }] };
  const decision = new ZenEngine().createDecision(graph);
  return async (_, flat) => ((await decision.evaluate(flat)).result as { readonly segment: string }).segment;
}
