import type { Classification } from '../../classify/types.js';
import { splitByLogarithms } from '../../internal/log-split.js';
import { majorOf, readMinor } from '../../internal/money.js';
import type { FactValue } from '../../model/types.js';
import type { PolicyPlan } from '../../policy/plan.js';
import { labelOf, unitOf } from '../labels.js';
import { isSameValue } from '../recalled.js';
import { productsOf, type Product } from './products.js';
import type { Driver, FactDrivers } from './types.js';

/** What is left of a product beside its drivers. */
const REST = 'rest';

/** The values of a product and of its drivers on one of the two days. */
interface Day {
  /** In minor units. */
  readonly product: number;
  readonly drivers: readonly number[];
  /** The driver in money, as the product has it: a mean is rounded when it is shown. */
  readonly money: number;
  /** What the product is times that of its drivers. */
  readonly rest: number;
  /** True where nothing but the rounding of the driver in money lies between the product and its drivers. */
  readonly isExact: boolean;
}

type NotSplit = NonNullable<FactDrivers['notSplit']>;

function valueIn({ facts, fields }: Classification, path: string): FactValue {
  return (Object.hasOwn(facts, path) ? facts[path] : Object.hasOwn(fields, path) ? fields[path] : undefined) ?? null;
}

function dayOf(result: Classification, { fact, drivers, money }: Product, exponent: number): Day | NotSplit {
  const product = readMinor(valueIn(result, fact), exponent);
  const values = drivers.map((driver) => valueIn(result, driver));
  if (values.some((value) => typeof value === 'number' && value <= 0) || (typeof product === 'number' && product <= 0)) return 'not-positive';
  const known = values.filter((value) => typeof value === 'number');
  const inMoney = readMinor(valueIn(result, money), exponent);
  if (typeof product !== 'number' || typeof inMoney !== 'number' || known.length < values.length) return 'missing';
  const others = drivers.reduce((all, driver, index) => (driver === money ? all : all * (known[index] ?? 1)), 1);
  return { product, drivers: known, money: product / others, rest: product / (others * inMoney), isExact: Math.abs(product - others * inMoney) <= others / 2 };
}

function described(plan: PolicyPlan, fact: string): Pick<Driver, 'fact' | 'label' | 'type' | 'unit'> {
  const [label, unit] = [labelOf(plan.policy, fact), unitOf(plan, fact)];
  return { fact, ...(label === undefined ? {} : { label }), type: plan.field(fact)?.type ?? 'number', ...(unit === undefined ? {} : { unit }) };
}

/** Each driver of a product with what it did to it, in whole minor units that sum to the change. */
function driversOf(plan: PolicyPlan, { drivers, money, hasRest }: Product, before: Day, after: Day): readonly Driver[] {
  const isWithRest = hasRest && !(before.isExact && after.isExact);
  const named = drivers.map((fact, index) => ({ ...described(plan, fact), before: before.drivers[index] ?? 0, after: after.drivers[index] ?? 0 }));
  const factors = isWithRest ? [...named, { fact: REST, type: 'ratio' as const, before: before.rest, after: after.rest }] : named;
  const ratios = factors.map((factor) => (factor.fact === money && !isWithRest ? after.money / before.money : factor.after / factor.before));
  const changes = splitByLogarithms(before.product, after.product, ratios);
  return factors.map((factor, index) => ({ ...factor, change: majorOf(changes[index] ?? 0, plan.exponent) }));
}

function split(plan: PolicyPlan, before: Classification, after: Classification, product: Product): readonly FactDrivers[] {
  const paths = [product.fact, ...product.drivers];
  const isKept = ({ facts, fields }: Classification): boolean => paths.every((path) => Object.hasOwn(facts, path) || Object.hasOwn(fields, path));
  if (!isKept(before) || !isKept(after) || paths.every((path) => isSameValue(valueIn(before, path), valueIn(after, path)))) return [];
  const [first, last] = [dayOf(before, product, plan.exponent), dayOf(after, product, plan.exponent)];
  const told = { ...described(plan, product.fact), before: valueIn(before, product.fact), after: valueIn(after, product.fact) };
  if (typeof first === 'string' || typeof last === 'string') return [{ ...told, by: [], notSplit: first === 'missing' || last === 'missing' ? 'missing' : 'not-positive' }];
  return [{ ...told, change: majorOf(last.product - first.product, plan.exponent), by: driversOf(plan, product, first, last) }];
}

/** For each figure of money that is a product and changed between two results: what each of its drivers did to it. */
export function driversBetween(plan: PolicyPlan, before: Classification, after: Classification): readonly FactDrivers[] {
  return productsOf(plan).flatMap((product) => split(plan, before, after, product));
}
