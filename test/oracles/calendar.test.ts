// Windows and the periods of plans, against calendars that another program computed.
import { describe, expect, it } from 'vitest';
import { readPlanPeriod } from '../../src/facts/period.js';
import { rangeOf } from '../../src/facts/window.js';
import { dayText } from '../../src/internal/days.js';
import { createZone } from '../../src/internal/zone.js';
import { oracleCases } from '../internal/oracle.js';
import { hasShared, noteShared } from '../shared.js';
import { dayNamed, windowNamed } from '../facts/windows.js';

interface Periods {
  readonly month: readonly [string, string];
  readonly fiscal_quarter: string;
}

const utc = createZone('UTC');

const cases = oracleCases<{ date: string; fiscal_year_start_month: number }, Periods>('calendar/cases.json', 'period_of_date');

describe.runIf(hasShared)('the periods of a date', () => {
  it.each(cases)('$id: the month of $inputs.date', ({ inputs, expected }) => {
    const [first, last] = expected.month;
    const running = rangeOf(windowNamed({ calendar: 'month' }), dayNamed(inputs.date));
    expect([dayText(running.from ?? 0), dayText(running.to - 1)]).toEqual([first, inputs.date]);
    // Seen from the next month it is the whole month before.
    const whole = rangeOf(windowNamed({ calendar: 'month', back: 1 }), dayNamed(last) + 1);
    expect([dayText(whole.from ?? 0), dayText(whole.to - 1)]).toEqual([first, last]);
    expect(readPlanPeriod(inputs.date.slice(0, 7), 1, utc)).toEqual({ first: dayNamed(first), last: dayNamed(last) });
  });

  it.each(cases)('$id: the fiscal quarter of $inputs.date', ({ inputs, expected }) => {
    const start = inputs.fiscal_year_start_month;
    const plan = readPlanPeriod(expected.fiscal_quarter, start, utc);
    const running = rangeOf(windowNamed({ calendar: 'quarter' }, start), dayNamed(inputs.date));
    expect(plan?.first).toBe(running.from);
    expect((plan?.last ?? 0) >= dayNamed(inputs.date)).toBe(true);
    const whole = rangeOf(windowNamed({ calendar: 'quarter', back: 1 }, start), (plan?.last ?? 0) + 1);
    expect(whole).toEqual({ from: plan?.first, to: (plan?.last ?? 0) + 1 });
  });
});

describe.runIf(hasShared)('months back from a date', () => {
  const back = oracleCases<{ date: string; months: number }, string>('calendar/cases.json', 'add_months').filter(({ inputs }) => inputs.months < 0);

  it('has such cases', () => expect(back.length).toBeGreaterThan(5));

  it.each(back)('$id: $inputs.months months from $inputs.date', ({ inputs, expected }) => {
    // A window that ends the day before starts where the date was so many months ago.
    const { from } = rangeOf(windowNamed({ last: `P${String(-inputs.months)}M` }), dayNamed(inputs.date) - 1);
    expect(dayText(from ?? 0)).toBe(expected);
  });
});

noteShared('the oracle of periods', 'oracles/calendar/cases.json');
