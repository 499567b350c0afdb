// The shapes of a record, one for each type of types.ts. Unknown fields are refused everywhere but in attributes, facts and previous
// classifications. Null stands for absent wherever a field may be absent, as databases write it.
import { isBlank } from '../internal/blank.js';
import * as z from 'zod/mini';
import { readMinor } from '../internal/money.js';
import { readWhen } from './moments.js';
import { readPeriod } from './period.js';
import type { FactValue, Money, When } from './types.js';

/** What the values that are checked by hand are: it says which issue a wrong one is. */
export type LeafKind = 'text' | 'when' | 'money' | 'fact' | 'period';

function isBlankText(value: unknown): boolean {
  return typeof value === 'string' && isBlank(value);
}

function isWhen(value: unknown): value is When {
  return readWhen(value) !== null;
}

/** An amount as such: whether its digits fit is known only with its currency. */
function isMoney(value: unknown): value is Money {
  if (typeof value === 'object' && value !== null && Object.keys(value).join() !== 'minor') return false;
  return readMinor(value, 0) !== 'not-money';
}

function isFactElement(value: unknown): value is number | string {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function isFactValue(value: unknown): value is FactValue {
  if (value === null || value === undefined || typeof value === 'boolean' || isFactElement(value)) return true;
  return Array.isArray(value) && value.every(isFactElement);
}

/** A value checked by hand. */
function leaf<T>(kind: LeafKind, is: (value: unknown) => boolean) {
  return z.custom<T>(is, { params: { kind } });
}

/** A text that must be there and must say something. */
const requiredText = leaf<string>('text', (value) => typeof value === 'string' && !isBlank(value));
const when = leaf<When>('when', isWhen);
const money = leaf<Money>('money', isMoney);
const text = z.nullish(z.string());
const number = z.nullish(z.number());
/** A blank text where a day or an amount may be absent is the absent one: exports write it so. */
const optionalWhen = z.nullish(leaf<When>('when', (value) => isBlankText(value) || isWhen(value)));
const optionalMoney = z.nullish(leaf<Money>('money', (value) => isBlankText(value) || isMoney(value)));

const customer = z.strictObject({
  id: requiredText,
  name: text,
  kind: z.nullish(z.enum(['person', 'business', 'government'])),
  type: text,
  industry: text,
  parent: text,
  region: z.nullish(z.strictObject({ country: text, province: text, city: text })),
  size: z.nullish(z.strictObject({ employees: number, annualRevenue: optionalMoney })),
  birthday: optionalWhen,
  since: optionalWhen,
  creditLimit: optionalMoney,
  attributes: z.nullish(z.record(z.string(), z.unknown())),
});

const transaction = z.strictObject({
  id: text,
  at: when,
  kind: z.nullish(z.enum(['sale', 'return'])),
  returnOf: text,
  amount: money,
  currency: text,
  cost: optionalMoney,
  discount: optionalMoney,
  channel: text,
  units: number,
  lines: z.nullish(z.array(z.strictObject({ sku: text, category: text, group: text, units: number, amount: optionalMoney }))),
});

const payment = z.strictObject({ id: text, at: when, amount: money, currency: text, invoice: text });

const invoice = z.strictObject({
  id: text,
  issued: when,
  due: when,
  amount: money,
  currency: text,
  payments: z.nullish(z.array(payment)),
});

const target = z.strictObject({
  period: z.union([
    leaf<string>('period', (value) => typeof value === 'string' && readPeriod(value) !== null),
    z.strictObject({ from: when, to: when }),
  ]),
  amount: money,
  measure: z.nullish(z.enum(['sales', 'collections', 'units'])),
  actual: optionalMoney,
});

const interaction = z.strictObject({ id: text, at: when, kind: requiredText, channel: text, rating: number });

const opportunity = z.strictObject({
  id: text,
  at: when,
  stage: requiredText,
  amount: optionalMoney,
  status: z.nullish(z.enum(['open', 'won', 'lost'])),
});

const assessment = z.strictObject({ indicator: requiredText, rating: z.number(), of: z.number(), by: text, at: when });
const survey = z.strictObject({ instrument: requiredText, score: z.number(), of: number, at: when });
const cost = z.strictObject({ id: text, at: when, amount: money, currency: text, kind: text });
const covered = z.nullish(z.strictObject({ from: when, to: optionalWhen }));

export const recordSchema = z.strictObject({
  customer,
  transactions: z.nullish(z.array(transaction)),
  invoices: z.nullish(z.array(invoice)),
  payments: z.nullish(z.array(payment)),
  targets: z.nullish(z.array(target)),
  interactions: z.nullish(z.array(interaction)),
  opportunities: z.nullish(z.array(opportunity)),
  assessments: z.nullish(z.array(assessment)),
  surveys: z.nullish(z.array(survey)),
  costs: z.nullish(z.array(cost)),
  facts: z.nullish(z.record(z.string(), leaf<FactValue>('fact', isFactValue))),
  coverage: z.nullish(
    z.strictObject({ transactions: covered, invoices: covered, payments: covered, interactions: covered, opportunities: covered }),
  ),
  previous: z.nullish(
    z.looseObject({
      asOf: when,
      segment: requiredText,
      policy: z.nullish(z.looseObject({ id: requiredText })),
      scores: z.nullish(z.record(z.string(), z.looseObject({ band: text }))),
    }),
  ),
  override: z.nullish(
    z.strictObject({ segment: requiredText, actor: requiredText, reason: requiredText, from: optionalWhen, until: optionalWhen }),
  ),
});

/** The schema as the writer of a record walks it: absence and null are looked through. */
export type SchemaNode =
  | { readonly kind: 'object'; readonly fields: { readonly [name: string]: SchemaNode } }
  | { readonly kind: 'list'; readonly element: SchemaNode }
  | { readonly kind: 'choice'; readonly options: readonly SchemaNode[] }
  | { readonly kind: LeafKind | 'plain' };

function nodeOf(schema: z.core.$ZodType): SchemaNode {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return nodeOf(def.innerType);
    case 'object':
      return { kind: 'object', fields: Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, nodeOf(field)])) };
    case 'array':
      return { kind: 'list', element: nodeOf(def.element) };
    case 'union':
      return { kind: 'choice', options: def.options.map(nodeOf) };
    case 'custom':
      return { kind: leafKind(def) };
    default:
      return { kind: 'plain' };
  }
}

/** The kind that `leaf` wrote into a schema or an issue of one. */
export function leafKind(of: { readonly params?: { readonly [name: string]: unknown } | undefined }): LeafKind | 'plain' {
  const kind = of.params?.['kind'];
  return kind === 'text' || kind === 'when' || kind === 'money' || kind === 'fact' || kind === 'period' ? kind : 'plain';
}

export const recordNode: SchemaNode = nodeOf(recordSchema);
