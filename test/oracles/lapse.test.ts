// Rules that foretell who will not buy again, over the purchases of CDNOW: calibrated to 1997-09-30, held against the time to 1998-06-30.
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { definePolicy } from '../../src/policy/define-policy.js';
import { hasShared, noteShared } from '../shared.js';
import { cell, groupBy, readTable } from './tables.js';

const FILE = 'data/cdnow/cdnow_sample.csv';
const asOf = '1997-09-30';

const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'cdnow', version: '1', currency: 'USD', timeZone: 'UTC',
  scores: {
    in90: { scorer: 'lapse', lapsedFromDays: 91 },
    in182: { scorer: 'lapse', lapsedFromDays: 183 },
    cadence: { scorer: 'lapse', mode: 'cadence', minimumGaps: 2 },
    silence: { scorer: 'lapse', mode: 'silence' },
    quantile: { scorer: 'lapse', mode: 'quantile' },
  },
  segments: [],
});

/** In per cent to one decimal. */
const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;

describe.runIf(hasShared)('CDNOW, 2,357 customers', () => {
  const records = hasShared
    ? [...groupBy(readTable(FILE), 'customer_id')].map(([id, rows]) => ({
        customer: { id },
        // The figures of the source count a day of any amount as a purchase.
        transactions: rows.map((row) => ({ at: cell(row, 'date').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'), amount: Math.max(0.01, Number(cell(row, 'amount'))) })),
      }))
    : [];
  const classifier = createClassifier(policy, { calibration: createClassifier(policy).calibrate(records, { asOf }) });
  const judged = records.map((record) => ({
    cameBack: record.transactions.some(({ at }) => at > asOf && at <= '1998-06-30'),
    ...classifier.score(record, { asOf }),
  }));

  /** How a rule that foretells who will buy again does. */
  function outcome(id: 'in90' | 'in182' | 'cadence' | 'silence' | 'quantile', among: (one: (typeof judged)[number]) => boolean = () => true) {
    const known = judged.filter((one) => one.scores[id].band !== null && among(one));
    const active = known.filter(({ scores }) => scores[id].band !== 'lapsed');
    const right = active.filter(({ cameBack }) => cameBack);
    const came = known.filter(({ cameBack }) => cameBack);
    const hits = known.filter(({ cameBack, scores }) => cameBack === (scores[id].band !== 'lapsed'));
    return { customers: known.length, accuracy: percent(hits.length, known.length), precision: percent(right.length, active.length), recall: percent(right.length, came.length) };
  }

  it('71.0 % of the customers never come back', () => {
    expect([judged.length, percent(judged.filter(({ cameBack }) => !cameBack).length, judged.length)]).toEqual([2357, 71]);
  });

  it('a last purchase within 90 days foretells 77.9 % of them rightly', () => {
    expect(outcome('in90')).toEqual({ customers: 2357, accuracy: 77.9, precision: 69.8, recall: 42 });
  });

  it('one within 182 days 77.1 %', () => expect(outcome('in182')).toEqual({ customers: 2357, accuracy: 77.1, precision: 59.9, recall: 63.7 }));

  it('three times the own usual gap does no better for the 507 customers with two gaps or more', () => {
    expect(outcome('cadence')).toEqual({ customers: 507, accuracy: 65.1, precision: 73.2, recall: 74.3 });
    expect(outcome('in182', ({ scores }) => scores.cadence.band !== null)).toMatchObject({ customers: 507, accuracy: 68.4 });
  });

  it('own gaps and those of all together judge everybody, and nearly as well as a number of days', () => {
    expect(outcome('quantile')).toEqual({ customers: 2357, accuracy: 77.4, precision: 62.1, recall: 56.6 });
    expect(outcome('silence')).toMatchObject({ customers: 293, accuracy: 71 });
  });
});

noteShared('lapse over CDNOW', FILE);
