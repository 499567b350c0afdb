// Records of every legal form, made at random.
import fc from 'fast-check';

const id = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const two = (value: number): string => String(value).padStart(2, '0');

const moment = fc.date({ min: new Date('1975-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
const when = moment.chain((date) => {
  const iso = date.toISOString();
  return fc.constantFrom<string | Date>(
    date,
    iso,
    iso.slice(0, 10),
    iso.slice(0, 16),
    `${iso.slice(0, 10)} ${iso.slice(11, 19)}`,
    `${iso.slice(0, 19)}+05:30`,
  );
});

/** Amounts in minor units of two digits, written in every way. */
const money = fc.nat(10 ** 9).chain((minor) => {
  const text = `${Math.floor(minor / 100)}.${two(minor % 100)}`;
  return fc.constantFrom<number | string | { minor: number | string }>(minor / 100, text, `${text}00`, { minor }, { minor: String(minor) });
});

const currency = maybe(fc.constantFrom('CNY', 'USD', 'EUR'));
const units = maybe(fc.nat(1000));
const line = fc.record({ sku: id, category: maybe(id), units, amount: maybe(money) });
const unique = <T extends { id: string }>(entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(entry, { selector: (each) => each.id, maxLength: 5 });

const transaction = fc.record({
  id,
  at: when,
  kind: maybe(fc.constantFrom('sale', 'return')),
  amount: money,
  currency,
  cost: maybe(money),
  units,
  lines: maybe(fc.array(line, { maxLength: 3 })),
});
const payment = fc.record({ id, at: when, amount: money, currency, invoice: maybe(id) });
const invoice = fc.record({ id, issued: when, due: when, amount: money, currency });
const target = fc.record({
  period: fc.constantFrom('2026', '2026-Q2', '2026-06', 'FY2026', 'FY2026-Q4'),
  amount: money,
  measure: maybe(fc.constantFrom('sales', 'collections', 'units')),
  actual: maybe(money),
});
const interaction = fc.record({ id, at: when, kind: id, rating: maybe(fc.double({ noNaN: true, noDefaultInfinity: true })) });
const assessment = fc.record({ indicator: id, rating: fc.nat(5), of: fc.constant(5), at: when });
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const name = id.filter((text) => !(text in Object.prototype));
const attributes = fc.dictionary(
  name,
  fc.jsonValue().filter((value) => ![...forbidden].some((each) => JSON.stringify(value).includes(`"${each}"`))),
);
const fact = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);

/** Values that `parseRecord` takes. Members that are undefined stand for absent ones. */
export const anyRecord = fc.record({
  customer: fc.record({
    id,
    name: maybe(fc.string()),
    kind: maybe(fc.constantFrom('person', 'business', 'government', null)),
    birthday: maybe(fc.oneof(when, fc.constant(null))),
    creditLimit: maybe(money),
    size: maybe(fc.record({ employees: maybe(fc.nat()), annualRevenue: maybe(money) })),
    attributes: maybe(attributes),
  }),
  transactions: maybe(unique(transaction)),
  invoices: maybe(unique(invoice)),
  payments: maybe(unique(payment)),
  targets: maybe(fc.array(target, { maxLength: 3 })),
  interactions: maybe(unique(interaction)),
  assessments: maybe(fc.array(assessment, { maxLength: 3 })),
  facts: maybe(fc.dictionary(name, fact)),
  coverage: maybe(fc.record({ transactions: fc.record({ from: when }) })),
  previous: maybe(
    fc.oneof(
      fc.constant(null),
      fc.record({ asOf: fc.constant('2026-03-31'), segment: id, scores: fc.constant({ rank: { band: 'high' } }) }),
    ),
  ),
  override: maybe(fc.record({ segment: id, actor: id, reason: id, from: maybe(when) })),
});

/** The object and all within it, frozen. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(Object.prototype.toString.call(value) === '[object Date]')) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
