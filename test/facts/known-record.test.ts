import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsOf, type AsOfMoment } from '../../src/facts/as-of.js';
import { knownRecord } from '../../src/facts/known-record.js';
import { createZone } from '../../src/internal/zone.js';
import { anyRecord, asRecord, deepFreeze, everything } from '../classify/kit.js';

const zone = createZone('Asia/Shanghai');
const on = (text: string): AsOfMoment => {
  const moment = readAsOf(text, zone);
  if (moment === null) throw new Error('no date');
  return moment;
};

describe('what was known of a customer', () => {
  const record = deepFreeze({
    customer: { id: '1' },
    transactions: [{ at: '2026-06-30', amount: 1 }, { at: '2026-07-01', amount: 2 }, 'no entry', { at: 'no date', amount: 3 }],
    invoices: [{ issued: '2026-06-01', due: '2026-09-01', amount: 5, payments: [{ at: '2026-06-02', amount: 1 }, { at: '2026-07-02', amount: 2 }] }, { issued: '2026-07-01', due: '2026-06-01', amount: 5 }],
    targets: [{ period: '2027', amount: 9 }],
    interactions: [{ at: '2026-06-30T20:00:00+08:00', kind: 'visit' }],
    previous: { asOf: '2026-07-01', segment: 'a' },
    override: { segment: 'a', actor: 'b', reason: 'c', from: '2026-09-01' },
  });

  it('is the record without later events, payments inside of invoices too', () => {
    expect(knownRecord(record, on('2026-06-30'), zone)).toEqual({
      ...record,
      transactions: [{ at: '2026-06-30', amount: 1 }, 'no entry', { at: 'no date', amount: 3 }],
      invoices: [{ issued: '2026-06-01', due: '2026-09-01', amount: 5, payments: [{ at: '2026-06-02', amount: 1 }] }],
      previous: null,
    });
  });

  it('goes by the instant where one is given, and shares what needs no cutting', () => {
    const known = knownRecord(record, on('2026-06-30T19:00:00+08:00'), zone);
    expect(known['interactions']).toEqual([]);
    expect(knownRecord(record, on('2026-06-30T20:00:00+08:00'), zone)['interactions']).toBe(record.interactions);
    expect(known['targets']).toBe(record.targets);
  });

  it('gives the same facts as the whole record on that day', () => {
    const classifier = everything();
    fc.assert(
      fc.property(anyRecord, fc.constantFrom('2025-11-30', '2026-03-15', '2026-06-30T12:00:00+08:00'), (any, asOf) => {
        const cut = knownRecord(deepFreeze(any), on(asOf), zone);
        expect(classifier.score(asRecord(cut), { asOf }).facts).toEqual(classifier.score(asRecord(any), { asOf }).facts);
      }),
      { numRuns: 200 },
    );
  });
});
