// 24 dealers of a medicine maker, written by hand, as the tables of a CRM would hold them. Names and figures are invented.
import type { FlatTables } from 'clientele';

/** One dealer. Amounts are in thousand yuan; the lists of three are the quarters 2025-Q4, 2026-Q1 and 2026-Q2; null: there is none. */
interface Dealer {
  readonly id: string;
  readonly name: string;
  readonly province: string;
  readonly since?: string;
  readonly plan: readonly (number | null)[];
  readonly sold: readonly number[];
  /** Days from the invoice to its payment, for the four invoices that have fallen due; 60 is on time, null is not paid. */
  readonly paidAfter?: readonly (number | null)[];
  /** Out of 5: strength, credit, capability, cooperation. */
  readonly rated?: readonly (number | null)[];
}

const dealers: readonly Dealer[] = [
  // Stars, and what can keep a star from being a key account.
  { id: 'D01', name: '康达医药', province: '江苏', since: '2014-03-01', plan: [900, 950, 1000], sold: [830, 900, 1120], paidAfter: [45, 52, 58, 60], rated: [5, 5, 4, 4] },
  { id: 'D02', name: '仁和堂药业', province: '浙江', since: '2016-07-15', plan: [600, 600, 650], sold: [540, 576, 702], paidAfter: [30, 60, 60, 40], rated: [4, 4, 4, 5] },
  { id: 'D03', name: '华北医药配送', province: '河北', since: '2012-01-10', plan: [1500, 1500, 1600], sold: [1350, 1380, 1680], paidAfter: [85, 60, 97, 74], rated: [5, 3, 4, 3] },
  { id: 'D04', name: '博济药品', province: '广东', since: '2017-11-20', plan: [400, 400, 420], sold: [372, 380, 441], paidAfter: [60, 58, 59, 55], rated: [4, 1, 3, 4] },
  { id: 'D05', name: '益民医药', province: '江苏', since: '2018-05-08', plan: [300, 320, 320], sold: [270, 304, 336], paidAfter: [55, 60, 60, 48] }, // nobody has rated it
  { id: 'D06', name: '同盛药业', province: '山东', since: '2015-09-01', plan: [800, 800, 850], sold: [736, 760, 884], rated: [4, 4, 4, 4] }, // its payments are not recorded
  // Cash cows.
  { id: 'D07', name: '国泰医药', province: '上海', since: '2010-06-01', plan: [2000, 2000, 2000], sold: [2080, 2100, 2040], paidAfter: [60, 60, 55, 60], rated: [5, 5, 5, 3] },
  { id: 'D08', name: '天一药房连锁', province: '浙江', since: '2013-04-12', plan: [700, 720, 720], sold: [721, 756, 720], paidAfter: [40, 45, 50, 44], rated: [4, 5, 4, 4] },
  { id: 'D09', name: '济生医药', province: '四川', since: '2011-08-30', plan: [500, 500, 500], sold: [520, 510, 490], paidAfter: [70, 62, 60, 60], rated: [3, 4, 3, 3] },
  // Two ties at the line of the completion: 490 of 500, and 588 of 600. Who ties is never parted.
  { id: 'D10', name: '长江药业', province: '湖北', since: '2016-02-18', plan: [600, 600, 600], sold: [600, 600, 588], paidAfter: [60, 60, 60, 60], rated: [3, 3, 4, 3] },
  // Question marks.
  { id: 'D11', name: '新康源', province: '四川', since: '2023-03-01', plan: [300, 300, 320], sold: [150, 180, 240], paidAfter: [60, 50, 60, 60], rated: [3, 4, 4, 5] },
  { id: 'D12', name: '民生第三终端', province: '河南', since: '2024-01-15', plan: [200, 220, 240], sold: [90, 121, 168], paidAfter: [60, 90, 60, 60] }, // nobody has rated it
  { id: 'D13', name: '康泰快批', province: '安徽', since: '2022-10-10', plan: [400, 400, 400], sold: [240, 232, 300], paidAfter: [60, 60, 60, 45], rated: [3, 3, 1, 4] }, // rated poor in capability
  // Dogs.
  { id: 'D14', name: '惠民药业', province: '江西', since: '2015-12-01', plan: [300, 300, 300], sold: [270, 246, 231], paidAfter: [60, 88, 92, 120], rated: [1, 2, 1, 1] }, // rated poor in all that counts
  { id: 'D15', name: '安泰医药', province: '湖南', since: '2014-05-20', plan: [600, 600, 600], sold: [540, 516, 480], paidAfter: [60, 60, 75, 60], rated: [4, 4, 3, 4] },
  { id: 'D16', name: '德善堂', province: '广西', since: '2019-09-09', plan: [250, 250, 250], sold: [200, 190, 175], paidAfter: [60, 60, null, null] }, // nobody has rated it, and two invoices are unpaid
  // The awkward ones.
  { id: 'D17', name: '瑞康医疗', province: '北京', since: '2013-07-01', plan: [null, null, null], sold: [420, 450, 480], paidAfter: [60, 60, 60, 60], rated: [4, 4, 4, 4] }, // no plan at all
  { id: 'D18', name: '宏济药品', province: '天津', since: '2017-03-03', plan: [300, 300, 0], sold: [280, 290, 310], paidAfter: [60, 60, 60, 60], rated: [3, 3, 3, 3] }, // a plan of 0
  { id: 'D19', name: '普惠医药', province: '福建', since: '2016-06-16', plan: [400, 400, 400], sold: [360, 380, 420], paidAfter: [60, 60, 60, 60], rated: [3, 4, 3, 4] }, // two plans overlap, see below
  { id: 'D20', name: '北辰药业', province: '辽宁', since: '2018-08-08', plan: [200, 200, 200], sold: [0, 0, 0], rated: [2, 2, 2, 2] }, // has only sent goods back, see below
  { id: 'D21', name: '启明医药', province: '重庆', since: '2026-05-06', plan: [null, null, 150], sold: [0, 0, 96] }, // brand new
  { id: 'D22', name: '晨光药业', province: '云南', plan: [null, null, 180], sold: [0, 0, 150] }, // nobody wrote down since when
  { id: 'D23', name: '金桥医药', province: '陕西', since: '2012-12-12', plan: [700, 700, 700], sold: [560, 546, 525], paidAfter: [60, 60, 60, 60], rated: [4, 4, 4, 4] }, // an override holds
  { id: 'D24', name: '海王星辰', province: '海南', since: '2015-10-01', plan: [500, 500, 520], sold: [350, 375, 442], paidAfter: [60, 60, 60, 58], rated: [4, 4, 3, 4] }, // its override has run out
];

const quarters = [
  { period: '2025-Q4', days: ['2025-11-10', '2025-12-15'] },
  { period: '2026-Q1', days: ['2026-02-10', '2026-03-15'] },
  { period: '2026-Q2', days: ['2026-05-10', '2026-06-15'] },
] as const;

/** Two sales a quarter, the first of 40 % of it, each with its invoice. */
const orders = dealers.flatMap(({ id, sold, paidAfter }) =>
  quarters.flatMap(({ days }, quarter) =>
    days.map((at, half) => {
      const yuan = (sold[quarter] ?? 0) * 10 * (half === 0 ? 40 : 60);
      return { customerId: id, id: `${id}-${at}`, at, amount: `${yuan}.00`, days: paidAfter?.[quarter * 2 + half], billed: paidAfter !== undefined };
    }),
  ),
).filter(({ amount }) => amount !== '0.00');

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A CRM gives tables like these: one row for each customer, sale, invoice, payment, plan and rating. */
export const tables: FlatTables = {
  customers: dealers.map(({ id, name, province, since }) => ({ id, name, kind: 'business', region: { country: 'CN', province }, since: since ?? null })),
  transactions: [
    ...orders.map(({ customerId, id, at, amount }) => ({ customerId, id, at, amount })),
    { customerId: 'D20', at: '2025-12-03', kind: 'return', amount: '8000.00' },
    { customerId: 'D20', at: '2026-04-20', kind: 'return', amount: '2500.00' },
    { customerId: 'D24', at: '2026-07-02', amount: '90000.00' }, // after the day we classify as of
  ],
  invoices: orders.filter(({ billed }) => billed).map(({ customerId, id, at, amount }) => ({ customerId, id, issued: at, due: daysAfter(at, 60), amount })),
  payments: orders.flatMap(({ customerId, id, at, amount, days }) =>
    typeof days === 'number' ? [{ customerId, invoice: id, at: daysAfter(at, days), amount }] : [],
  ),
  targets: [
    ...dealers.flatMap(({ id, plan }) =>
      quarters.flatMap(({ period }, quarter) => {
        const thousands = plan[quarter] ?? null;
        return thousands === null ? [] : [{ customerId: id, period, amount: thousands * 1000 }];
      }),
    ),
    { customerId: 'D19', period: '2026-06', amount: 150000 }, // overlaps its plan of the quarter
  ],
  assessments: dealers.flatMap(({ id, rated = [] }) =>
    ['strength', 'credit', 'capability', 'cooperation'].flatMap((indicator, i) => {
      const rating = rated[i] ?? null;
      return rating === null ? [] : [{ customerId: id, indicator, rating, of: 5, by: 'regional manager', at: '2026-04-15' }];
    }),
  ),
  overrides: [
    { customerId: 'D23', segment: 'key-account', actor: 'sales director', reason: 'won the tender of the province', from: '2026-06-01', until: '2026-12-31' },
    { customerId: 'D24', segment: 'phase-out', actor: 'regional manager', reason: 'dispute, since settled', from: '2025-07-01', until: '2026-03-31' },
  ],
};
