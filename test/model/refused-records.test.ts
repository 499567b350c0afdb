import { describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { parseRecord, safeParseRecord } from '../../src/model/parse-record.js';

const options = { timeZone: 'Asia/Shanghai', currency: 'CNY' } as const;
const customer = { id: 'C-1' };
const sale = { at: '2026-06-30', amount: 5 };
const issuesOf = (input: unknown, given = options): readonly string[] =>
  safeParseRecord(input, given).issues.map((issue) => `${issue.pointer} ${issue.code}`);

describe('what is refused', () => {
  const transaction = (change: object): unknown => ({ customer, transactions: [{ ...sale, ...change }] });

  it.each<[unknown, ...string[]]>([
    [null, ' record/missing-field'],
    [undefined, ' record/missing-field'],
    [5, ' record/wrong-type'],
    ['{}', ' record/wrong-type'],
    [[], ' record/wrong-type'],
    [new Map(), ' document/not-json'],
    [{}, '/customer record/missing-field'],
    [{ customer: {} }, '/customer/id record/missing-field'],
    [{ customer: { id: ' ' } }, '/customer/id record/missing-field'],
    [{ customer: { id: 17 } }, '/customer/id record/wrong-type'],
    [{ customer: { id: 17n } }, '/customer/id record/wrong-type'],
    [{ customer: { id: 'a', kind: 'busines' } }, '/customer/kind record/wrong-value'],
    [{ customer: { id: 'a', kind: 1 } }, '/customer/kind record/wrong-type'],
    [{ customer: { id: 'a', size: { employees: Number.NaN } } }, '/customer/size/employees record/not-finite'],
    [{ customer: { id: 'a', birthday: '31.12.1990' } }, '/customer/birthday time/not-a-date'],
    [{ customer: { id: 'a', attributes: { n: Number.NaN } } }, '/customer/attributes/n record/not-finite'],
    [
      { customer: { id: 'a', attributes: { f: () => 1, m: new Map() } } },
      '/customer/attributes/m document/not-json',
      '/customer/attributes/f document/not-json',
    ],
    [{ customer, transaction: [] }, '/transaction record/unknown-field'],
    [{ customer, transactions: {} }, '/transactions record/wrong-type'],
    [{ customer, transactions: [null, 5] }, '/transactions/0 record/missing-field', '/transactions/1 record/wrong-type'],
    [transaction({ at: undefined }), '/transactions/0/at record/missing-field'],
    [transaction({ at: '2026-02-30' }), '/transactions/0/at time/not-a-date'],
    [transaction({ at: 1_782_000_000_000 }), '/transactions/0/at time/not-a-date'],
    [transaction({ at: new Date(Number.NaN) }), '/transactions/0/at time/not-a-date'],
    [transaction({ at: new Date(8.64e15) }), '/transactions/0/at time/not-a-date'],
    [transaction({ amount: undefined }), '/transactions/0/amount record/missing-field'],
    [transaction({ amount: '1,250' }), '/transactions/0/amount money/not-money'],
    [transaction({ amount: { minor: 1, currency: 'JPY' } }), '/transactions/0/amount money/not-money'],
    [transaction({ amount: Number.POSITIVE_INFINITY }), '/transactions/0/amount record/not-finite'],
    [transaction({ amount: '1.005' }), '/transactions/0/amount money/excess-precision'],
    [transaction({ amount: 1.5, currency: 'JPY' }), '/transactions/0/amount money/excess-precision'],
    [transaction({ amount: 1e15 }), '/transactions/0/amount money/too-large'],
    [transaction({ currency: 'RMB' }), '/transactions/0/currency money/unknown-currency'],
    [transaction({ amount: -5 }), '/transactions/0/amount record/negative-sale'],
    [transaction({ amount: '-5.00' }), '/transactions/0/amount record/negative-sale'],
    [transaction({ amount: { minor: -5 } }), '/transactions/0/amount record/negative-sale'],
    [transaction({ amount: -5, kind: 'return' }), '/transactions/0/amount record/negative-amount'],
    [transaction({ returnOf: 't1' }), '/transactions/0/returnOf record/return-of-on-sale'],
    [transaction({ units: '2' }), '/transactions/0/units record/wrong-type'],
    [transaction({ lines: [{ amount: '1.001' }] }), '/transactions/0/lines/0/amount money/excess-precision'],
    [transaction({ lines: [{ skuu: 'x' }] }), '/transactions/0/lines/0/skuu record/unknown-field'],
    [
      {
        customer,
        transactions: [
          { ...sale, id: 'a' },
          { ...sale, id: 'a' },
        ],
      },
      '/transactions/1/id record/duplicate-id',
    ],
    [
      {
        customer,
        payments: [{ ...sale, id: 'a' }],
        invoices: [{ issued: '2026-01-01', due: '2026-02-01', amount: 1, payments: [{ ...sale, id: 'a' }] }],
      },
      '/invoices/0/payments/0/id record/duplicate-id',
    ],
    [{ customer, payments: [{ ...sale, amount: -1 }] }, '/payments/0/amount record/negative-amount'],
    [{ customer, targets: [{ amount: 1 }] }, '/targets/0/period record/missing-field'],
    [{ customer, targets: [{ period: 'Q2', amount: 1 }] }, '/targets/0/period record/period-not-understood'],
    [{ customer, targets: [{ period: 2026, amount: 1 }] }, '/targets/0/period record/period-not-understood'],
    [{ customer, targets: [{ period: { from: '2026-01-01' }, amount: 1 }] }, '/targets/0/period/to record/missing-field'],
    [
      { customer, targets: [{ period: { from: '2026-01-01', to: '2026-03-31', till: 1 }, amount: 1 }] },
      '/targets/0/period/till record/unknown-field',
    ],
    [
      { customer, targets: [{ period: { from: '2026-03-31', to: '2026-01-01' }, amount: 1 }] },
      '/targets/0/period/to record/until-before-from',
    ],
    [
      { customer, assessments: [{ indicator: 'x', rating: 6, of: 5, at: '2026-01-01' }] },
      '/assessments/0/rating record/rating-out-of-scale',
    ],
    [{ customer, assessments: [{ indicator: 'x', rating: 0, of: 0, at: '2026-01-01' }] }, '/assessments/0/of record/scale-not-positive'],
    [{ customer, surveys: [{ instrument: 'csat', score: 11, of: 10, at: '2026-01-01' }] }, '/surveys/0/score record/rating-out-of-scale'],
    [{ customer, interactions: [{ at: '2026-01-01', kind: '' }] }, '/interactions/0/kind record/missing-field'],
    [
      { customer, facts: { a: Number.NaN, b: [1, Number.NaN], c: {} } },
      '/facts/c record/wrong-type',
      '/facts/a record/not-finite',
      '/facts/b/1 record/not-finite',
    ],
    [{ customer, facts: { toString: 1 } }, '/facts/toString document/forbidden-name'],
    [
      { customer, coverage: { transactions: { from: 'ever' }, targets: { from: '2026-01-01' } } },
      '/coverage/transactions/from time/not-a-date',
      '/coverage/targets record/unknown-field',
    ],
    [{ customer, previous: { segment: 'a' } }, '/previous/asOf record/missing-field'],
    [{ customer, previous: { asOf: '2026-01-01', segment: 'a', scores: { x: { band: 5 } } } }, '/previous/scores/x/band record/wrong-type'],
    [{ customer, override: { segment: 'a', actor: 'b', reason: '' } }, '/override/reason record/missing-field'],
    [
      { customer, override: { segment: 'a', actor: 'b', reason: 'c', from: '2026-02-01', until: '2026-01-31' } },
      '/override/until record/until-before-from',
    ],
  ])('%o', (input, ...expected) => {
    expect(issuesOf(input)).toEqual(expected);
    expect(safeParseRecord(input, options).ok).toBe(false);
  });

  it('is told all at once, also within one entry', () => {
    expect(
      issuesOf({
        customer: { id: 1 },
        transactions: [
          { at: 'x', amount: '1.005', currency: 'cny', knd: 'sale' },
          { at: '2026-01-01', amount: '1.005' },
        ],
      }),
    ).toEqual([
      '/customer/id record/wrong-type',
      '/transactions/0/at time/not-a-date',
      '/transactions/0/knd record/unknown-field',
      '/transactions/0/currency money/unknown-currency',
      '/transactions/1/amount money/excess-precision',
    ]);
  });

  it('says how to mend it', () => {
    const input = {
      customer: { id: 17, birthday: '1990/5/1', regon: {} },
      transactions: [{ at: '2026-01-01', amount: -5, currency: 'cny' }],
    };
    expect(safeParseRecord(input, options).issues.map(({ pointer, suggestion }) => [pointer, suggestion])).toEqual([
      ['/customer/id', '"17"'],
      ['/customer/birthday', '1990-05-01'],
      ['/customer/regon', 'region'],
      ['/transactions/0/amount', 'kind: "return"'],
      ['/transactions/0/currency', 'CNY'],
    ]);
    expect(safeParseRecord({ customer, transactions: [{ at: '2026-01-01', amount: '-5.00' }] }, options).issues[0]?.fix).toEqual([
      { op: 'add', path: '/transactions/0/kind', value: 'return' },
      { op: 'replace', path: '/transactions/0/amount', value: '5.00' },
    ]);
  });

  it('is told in one lower-case line without the words of the schema library', () => {
    const { issues } = safeParseRecord(
      { customer: { id: 1, kind: 'x', name: {} }, extra: 1, targets: [{ period: 5, amount: [] }] },
      options,
    );
    expect(issues.map(({ message }) => message)).toEqual([
      '`id` is a number: give a text',
      '`name` is an object: give a text',
      '`x` is no `kind`: use one of person, business, government',
      '`5` is no period: write `2026-Q2`, `2026-06`, `2026`, `FY2026-Q1`, `FY2026`, or give `from` and `to`',
      '`a list` is no amount: give a number, a decimal text such as `12.50`, or whole minor units as `{ "minor": 1250 }`',
      'there is no field `extra` here: correct its name or remove it (what else you know of a customer goes into `customer.attributes`)',
    ]);
  });

  it('is thrown by parseRecord as one error', () => {
    let thrown: unknown;
    try {
      parseRecord({ customer: {}, extra: 1 }, options);
    } catch (error) {
      thrown = error;
    }
    expect(ClassifierError.is(thrown) && thrown.issues.map((issue) => issue.code)).toEqual([
      'record/missing-field',
      'record/unknown-field',
    ]);
  });

  it('is an option, and the record is read with it all the same', () => {
    const codes = (given: unknown): readonly string[] =>
      safeParseRecord({ customer: {} }, given as never).issues.map((issue) => `${issue.code} ${issue.pointer}`);
    expect(codes({ timeZone: 'Mars/Olympus' })).toEqual(['time/unknown-zone ', 'record/missing-field /customer/id']);
    expect(codes({ timeZone: 'UTC', currency: 'RMB' })).toEqual(['record/missing-field /customer/id', 'money/unknown-currency ']);
    expect(codes({})).toEqual(['time/unknown-zone ', 'record/missing-field /customer/id']);
    expect(safeParseRecord({ customer }, {} as never).issues[0]?.message).toBe('`undefined` is no time zone: give `timeZone` as an IANA name such as `Asia/Shanghai`');
    expect(codes(undefined)).toEqual(['time/unknown-zone ', 'record/missing-field /customer/id']);
  });
});
