import { childPointer } from '../../internal/pointer.js';
import type { PolicyPlan } from '../../policy/plan.js';

/** A figure of money as the product of what drives it. */
export interface Product {
  readonly fact: string;
  /** The facts that it is a product of; the one in money among them. */
  readonly drivers: readonly string[];
  readonly money: string;
  /** True where something may be left beside them that is a factor too: what came back of what was spent, the margin of what was sold. */
  readonly hasRest: boolean;
}

const PER_ORDER = { drivers: ['purchases', 'meanOrderValue'], money: 'meanOrderValue', hasRest: true } as const;

/** The ready facts that are products of others. */
const READY: readonly Product[] = [
  { fact: 'netSpend', ...PER_ORDER },
  { fact: 'grossMargin', ...PER_ORDER },
];

/** A measure that multiplies facts, by each other and by fixed numbers, to money; undefined for any other. */
function measuredProduct({ trees, field }: PolicyPlan, fact: string): Product | undefined {
  const tree = trees.get(`${childPointer('/measures', fact)}/calculate`);
  if (tree?.kind !== 'call' || tree.operator.id !== '*' || field(fact)?.type !== 'money') return undefined;
  const isFactors = tree.operands.every((operand) => operand.kind === 'path' || operand.kind === 'literal');
  const drivers = tree.operands.flatMap((operand) => (operand.kind === 'path' ? [operand.path] : []));
  const money = drivers.find((driver) => field(driver)?.type === 'money');
  return isFactors && money !== undefined && drivers.length > 1 && new Set(drivers).size === drivers.length ? { fact, drivers, money, hasRest: false } : undefined;
}

/** The figures of money in a policy that are products. */
export function productsOf(plan: PolicyPlan): readonly Product[] {
  return [...READY, ...plan.facts.flatMap(({ id }) => measuredProduct(plan, id) ?? [])];
}
