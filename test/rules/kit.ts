// What the tests of rules share: a schema with a path of each type, and short ways to ask.
import { parseRule, safeParseRule, type Issue, type RuleSchema, type Truth } from '../../src/rules/index.js';

export const schema: RuleSchema = {
  purchases: { type: 'count', min: 0 },
  other: { type: 'number' },
  third: { type: 'number' },
  netSpend: { type: 'money', min: 0 },
  refunds: { type: 'money' },
  daysSinceLastPurchase: { type: 'days', min: 0, max: 36_500 },
  onTimePaymentRatio: { type: 'ratio', min: 0, max: 1 },
  since: { type: 'date' },
  birthday: { type: 'date' },
  vip: { type: 'boolean' },
  blocked: { type: 'boolean' },
  name: { type: 'text' },
  tier: { type: 'enum', values: ['gold', 'silver', 'bronze'] },
  tags: { type: 'list' },
  tiers: { type: 'list', values: ['gold', 'silver', 'bronze'] },
  scores: { type: 'list' },
  orders: {
    type: 'list',
    element: { amount: { type: 'money' }, units: { type: 'count' }, kind: { type: 'enum', values: ['web', 'shop'] } },
  },
  'size.employees': { type: 'count' },
};

/** What a typed rule decides of a document. */
export function ask(rule: unknown, document: unknown = {}): Truth {
  return parseRule(rule, { schema }).test(document);
}

export function valueOf(rule: unknown, document: unknown = {}): unknown {
  return parseRule(rule, { schema }).evaluate(document);
}

/** The issues of a typed rule. */
export function issuesOf(rule: unknown): readonly Issue[] {
  return safeParseRule(rule, { schema }).issues;
}

/** `code pointer`, for each issue. */
export function problems(rule: unknown): readonly string[] {
  return issuesOf(rule).map((issue) => `${issue.code} ${issue.pointer}`);
}

export const v = (path: string): { readonly var: string } => ({ var: path });
