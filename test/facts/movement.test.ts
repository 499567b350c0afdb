import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMoving } from '../../src/classify/moving.js';
import { readAsOf, wholeDay } from '../../src/facts/as-of.js';
import { CATALOGUE } from '../../src/facts/catalogue.js';
import { fillSlots } from '../../src/facts/compute.js';
import { createHistory, type History } from '../../src/facts/history.js';
import { knownRecord } from '../../src/facts/known-record.js';
import { createReading, type Entry } from '../../src/facts/reading.js';
import { createTimeline } from '../../src/facts/timeline.js';
import { createZone } from '../../src/internal/zone.js';
import { planPolicy } from '../../src/policy/parse-policy.js';
import type { RuleValue } from '../../src/rules/types.js';
import { anyRecord, MEASURES, policyOf } from '../classify/kit.js';

const v = (path: string) => ({ var: path });
const MORE = {
  streak: { streak: { of: 'sales', per: 'week' } },
  quarterStreak: { streak: { of: 'sales', per: 'quarter' } },
  slope: { trend: { of: 'transactions.amount', per: 'quarter', periods: 3 } },
  fading: { count: { of: 'interactions', decay: { halfLifeDays: 30 } } },
  fadingSpend: { sum: { of: 'sales.amount', decay: { linearDays: 90 } } },
  lastSpring: { sum: { of: 'sales.amount', window: { last: 'P1M', yearsBack: 1 } } },
  firstHalf: { count: { of: 'sales', window: { from: '2026-05-10', to: '2026-07-20' } } },
  recently: { daysSinceLast: { of: 'sales', window: { last: 'P45D' } } },
  recentlyChanged: { change: { of: 'recently' } },
  plans: { sum: { of: 'targets.amount', window: { calendar: 'year' } } },
  fiscal: { count: { of: 'sales', window: { calendar: 'fiscalYear' } } },
  weekly: { mean: { of: 'sales.amount', window: { calendar: 'week', back: 2 } } },
  monthChange: { change: { of: 'spendOfMonth', back: 2 } },
  spendOfMonth: { sum: { of: 'sales.amount', window: { last: 'P1M' }, where: { '>': [v('amount'), 5] } } },
  onTimeOfMonths: { change: { of: 'onTimePaymentRatio' } },
  activeShareChange: { change: { of: 'activeMonthShare' } },
};

const read = planPolicy(policyOf([{ or: [...Object.keys(CATALOGUE), ...Object.keys(MEASURES), ...Object.keys(MORE)].map((id) => ({ present: v(id) })) }], { measures: { ...MEASURES, ...MORE }, fiscalYearStart: 4 }));
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const { facts } = read.value;
const zone = createZone('Asia/Shanghai');
const settings = { zone, currency: 'CNY', exponent: 2, fiscalYearStart: 4, convert: () => null };
const counted = facts.filter(({ movement }) => movement !== undefined);

/** The slots of all facts as of a day, worked out from nothing. */
function slotsOn(record: Entry, day: number): (RuleValue | undefined)[] {
  const slots = new Array<RuleValue | undefined>(400).fill(undefined);
  fillSlots(createHistory(createReading(record, settings, wholeDay(day))), [], facts, slots);
  return slots;
}

const dated = fc.tuple(anyRecord, fc.constantFrom('1975-07-09', '2004-02-29', '2026-08-01'), fc.constantFrom('2026-07-15', '2025-11-30', undefined), fc.array(fc.record({ amount: fc.nat(9), at: fc.constantFrom('2026-02-03', '2026-06-01'), kind: fc.constant('visit') })))
  .map(([record, birthday, since, costs]) => ({ ...record, costs, customer: { id: '1', birthday, ...(since === undefined ? {} : { since }) } }));

describe('how facts move although nothing happens', () => {
  it('is said by every fact that is counted from a record', () => {
    const ready = Object.entries(CATALOGUE).filter(([, { of }]) => typeof of === 'function').map(([id]) => id);
    expect(ready.filter((id) => !counted.some((fact) => fact.id === id))).toEqual([]);
    expect(counted.length).toBeGreaterThan(60);
  });

  it('gives on every day what working it out again gives', () => {
    fc.assert(
      fc.property(dated, fc.constantFrom('2026-06-30', '2026-01-31', '2025-10-07'), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (any, asOf, steps) => {
        const from = readAsOf(asOf, zone);
        if (from === null) throw new Error('no date');
        const record = knownRecord(any, from, zone);
        const last = from.day + 320;
        const base = { ...createReading(record, settings, wholeDay(last)), find: () => undefined };
        const whole = createHistory(base);
        const on = (day: number): History => ({ ...whole, reading: { ...base, asOf: wholeDay(day) } });
        const timeline = createTimeline(whole);
        const slots = slotsOn(record, from.day);
        const moving = counted.map((fact) => createMoving(fact, timeline, on, from.day, slots));
        // Those who look at it skip days, but never one on which it turns.
        for (let [day, at] = [from.day + 1, 0]; day <= last; at += 1) {
          const now = slotsOn(record, day);
          for (const { move } of moving) move(day, slots);
          const wrong = counted.filter(({ slot }) => !Object.is(slots[slot], now[slot])).map(({ id, slot }) => [id, slots[slot], now[slot]]);
          expect({ day, wrong }).toEqual({ day, wrong: [] });
          day = Math.min(day + (steps[at % steps.length] ?? 1), ...moving.map(({ turnsOn }) => turnsOn()));
        }
      }),
      { numRuns: 25 },
    );
  });
});
