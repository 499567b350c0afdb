// Days, zones and what is not known yet.
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRecord, fact, noticed, readerOf, recordOf, sale } from './kit.js';

const inZone = (timeZone: string) => ({ change: { timeZone } });

describe('days since an event', () => {
  it.each([
    ['Asia/Shanghai', '2026-06-29T16:00:00Z', 0],
    ['Asia/Shanghai', '2026-06-29T15:59:59Z', 1],
    ['UTC', '2026-06-29T16:00:00Z', 1],
    ['America/New_York', '2026-06-30T03:59:59Z', 1],
    ['America/New_York', '2026-06-30T04:00:00Z', 0],
  ])('are counted in the zone: %s, %s', (timeZone, at, days) => expect(fact('daysSinceLastPurchase', { transactions: [sale(at)] }, inZone(timeZone))).toBe(days));

  it('are whole days over a change of the clocks', () => {
    // 23 and 25 hours: 10 March and 3 November 2024 in New York.
    for (const [at, asOf] of [['2024-03-10T00:30', '2024-03-11'], ['2024-11-03T00:30', '2024-11-04']] as const) {
      expect(fact('daysSinceLastPurchase', { transactions: [sale(at)] }, { ...inZone('America/New_York'), asOf })).toBe(1);
      expect(fact('daysSinceLastPurchase', { transactions: [sale(at.replace('00:30', '23:30'))] }, { ...inZone('America/New_York'), asOf })).toBe(1);
    }
  });

  it('count the day that Samoa skipped, by the calendar', () => {
    // 29 December 2011 was followed by the 31st.
    const transactions = [sale('2011-12-30T09:59:59Z')];
    expect(fact('daysSinceLastPurchase', { transactions }, { ...inZone('Pacific/Apia'), asOf: '2011-12-31' })).toBe(2);
    expect(fact('daysSinceLastPurchase', { transactions: [sale('2011-12-30T10:00:00Z')] }, { ...inZone('Pacific/Apia'), asOf: '2011-12-31' })).toBe(0);
    expect(fact('daysSinceLastPurchase', { transactions: [sale('2011-12-30')] }, { ...inZone('Pacific/Apia'), asOf: '2011-12-31' })).toBe(1);
  });

  it('are the same in every zone for a date without a time', () => {
    for (const timeZone of ['UTC', 'Pacific/Apia', 'Pacific/Honolulu', 'Asia/Kolkata']) {
      expect(fact('daysSinceLastPurchase', { transactions: [sale('2026-06-01')] }, inZone(timeZone))).toBe(29);
    }
  });

  it('read a local time in the zone of the policy', () => {
    expect(fact('daysSinceLastPurchase', { transactions: [sale('2026-06-30 00:00')] })).toBe(0);
    expect(fact('daysSinceLastPurchase', { transactions: [sale('2026-06-29T23:59:59.999')] })).toBe(1);
  });

  it('read dates of another realm', () => {
    const foreign: unknown = vm.runInNewContext('new Date("2026-06-29T15:59:59Z")');
    expect(fact('daysSinceLastPurchase', { transactions: [{ at: foreign, amount: 1 }] })).toBe(1);
  });
});

describe('what is not known yet', () => {
  const transactions = [sale('2026-06-30T12:00:00+08:00', 1), sale('2026-06-30T12:00:00.001+08:00', 10), sale('2026-06-30', 100), sale('2026-07-01', 1000)];

  it('is what comes after the day, or after the instant', () => {
    expect(fact('netSpend', { transactions })).toBe(111);
    expect(fact('netSpend', { transactions }, { asOf: '2026-06-30T12:00:00+08:00' })).toBe(101);
    expect(fact('netSpend', { transactions }, { asOf: new Date('2026-06-30T04:00:00.001Z') })).toBe(111);
    expect(fact('netSpend', { transactions }, { asOf: '2026-06-29T23:59:59+08:00' })).toBe(0);
  });

  it('is counted in one finding over all parts that are read', () => {
    const later = { transactions: [sale('2026-07-01'), sale('2027-01-01')], interactions: [{ at: '2026-07-02', kind: 'visit' }] };
    const { findings } = readerOf(['netSpend', 'purchases', 'interactions']).score(asRecord(recordOf(later)), { asOf: '2026-06-30' });
    expect(findings).toEqual([{ code: 'event/after-as-of', params: { count: 3 } }]);
    expect(noticed(['netSpend'], { transactions: [] })).toEqual([]);
  });

  it('may be as wrong as it likes', () => {
    expect(noticed(['netSpend'], { transactions: [{ at: '2026-07-01', amount: 'much' }] })).toEqual(['event/after-as-of']);
  });
});

describe('the day of classification', () => {
  const at = fc.oneof(
    fc.date({ min: new Date('2026-06-28T00:00:00Z'), max: new Date('2026-07-02T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('2026-06-29', '2026-06-30', '2026-07-01', '2026-06-30T00:00', '2026-06-30T23:59:59.999'),
  );
  const paths = ['netSpend', 'purchases', 'daysSinceLastPurchase', 'overdueAmount', 'onTimePaymentRatio', 'targetCompletion', 'interactions'];

  it('equals its last instant', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...([['Asia/Shanghai', '+08:00'], ['UTC', 'Z'], ['America/New_York', '-04:00'], ['Pacific/Apia', '+13:00'], ['Asia/Kolkata', '+05:30']] as const)),
        fc.array(at, { maxLength: 6 }),
        ([timeZone, offset], moments) => {
          const reader = readerOf(paths, { timeZone });
          const record = asRecord(
            recordOf({
              transactions: moments.map((moment) => sale(moment)),
              invoices: moments.map((moment) => ({ issued: '2026-06-01', due: moment, amount: 60 })),
              payments: moments.map((moment) => ({ at: moment, amount: 30 })),
              interactions: moments.map((moment) => ({ at: moment, kind: 'visit' })),
              targets: [{ period: '2026-06', amount: 1000 }],
            }),
          );
          expect(reader.score(record, { asOf: '2026-06-30' })).toEqual(reader.score(record, { asOf: `2026-06-30T23:59:59.999${offset}` }));
        },
      ),
      { numRuns: 60 },
    );
  });
});
