// Windows and the periods of plans, against calendars that another program computed.
import { describe, expect, it } from 'vitest';
import { readPlanPeriod } from '../../src/facts/period.js';
import { rangeOf } from '../../src/facts/window.js';
import { dayText } from '../../src/internal/days.js';
import { shiftMonths } from '../../src/internal/months.js';
import { completedMonths, firstDayOfPeriod, periodIndex } from '../../src/internal/periods.js';
import { dayOfYear, fiscalQuarter, isoWeek, weekdayOf } from '../internal/calendar-names.js';
import { dayIn, readMoment } from '../../src/internal/when.js';
import { createZone } from '../../src/internal/zone.js';
import { oracleCases } from '../internal/oracle.js';
import { hasShared, noteShared } from '../shared.js';
import { dayNamed, windowNamed } from '../facts/windows.js';

interface Periods {
  readonly week_monday_start: readonly [string, string];
  readonly week_sunday_start: readonly [string, string];
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

describe.runIf(hasShared)('the weeks and quarters of a date', () => {
  it.each(cases)('$id: the week and the fiscal quarter of $inputs.date', ({ inputs, expected }) => {
    const day = dayNamed(inputs.date);
    const monday = firstDayOfPeriod(periodIndex(day, 'week'), 'week');
    expect([dayText(monday), dayText(monday + 6)]).toEqual(expected.week_monday_start);
    const running = rangeOf(windowNamed({ calendar: 'week' }), day);
    expect([dayText(running.from ?? 0), running.to]).toEqual([expected.week_monday_start[0], day + 1]);
    // A week that begins on a Sunday is that of the next day, a day earlier.
    const sunday = firstDayOfPeriod(periodIndex(day + 1, 'week'), 'week') - 1;
    expect([dayText(sunday), dayText(sunday + 6)]).toEqual(expected.week_sunday_start);
    const { year, quarter } = fiscalQuarter(day, inputs.fiscal_year_start_month);
    expect(`FY${String(year)}-Q${String(quarter)}`).toBe(expected.fiscal_quarter);
  });
});

interface CivilDate {
  readonly date: string;
  readonly hour: number;
  readonly weekday_iso: number;
  readonly iso_week: string;
  readonly month: string;
  readonly quarter: string;
  readonly day_of_year: number;
  readonly utc_offset_minutes: number;
}

describe.runIf(hasShared)('the civil date of an instant in a zone', () => {
  it.each(oracleCases<{ instant: string; time_zone: string }, CivilDate>('calendar/cases.json', 'civil_date_parts'))('$id: $inputs.instant in $inputs.time_zone', ({ inputs, expected }) => {
    const zone = createZone(inputs.time_zone);
    const moment = readMoment(inputs.instant);
    if (moment === null) throw new Error(`${inputs.instant} is no moment`);
    const day = dayIn(zone, moment);
    const offset = zone.offsetAt(Date.parse(inputs.instant));
    const hour = Math.floor(Date.parse(inputs.instant) / 3_600_000 + offset / 60) % 24;
    const { year, week } = isoWeek(day);
    const quarter = periodIndex(day, 'quarter');
    expect({
      date: dayText(day), hour: hour < 0 ? hour + 24 : hour, weekday_iso: weekdayOf(day), iso_week: `${String(year)}-W${String(week).padStart(2, '0')}`,
      month: dayText(firstDayOfPeriod(periodIndex(day, 'month'), 'month')).slice(0, 7), quarter: `${String(Math.floor(quarter / 4))}-Q${String((quarter % 4) + 1)}`,
      day_of_year: dayOfYear(day), utc_offset_minutes: offset,
    }).toEqual(expected);
  });
});

interface Between {
  readonly calendar_days_in_zone: number;
  readonly calendar_days_utc: number;
  readonly elapsed_seconds: number;
  readonly completed_months_in_zone: number;
}

describe.runIf(hasShared)('the days and months between two instants', () => {
  it.each(oracleCases<{ from: string; to: string; time_zone: string }, Between>('calendar/cases.json', 'days_between'))('$id: $inputs.from to $inputs.to in $inputs.time_zone', ({ inputs, expected }) => {
    const [from, to] = [readMoment(inputs.from), readMoment(inputs.to)];
    if (from?.kind !== 'instant' || to?.kind !== 'instant') throw new Error('no instants');
    const zone = createZone(inputs.time_zone);
    const local = [dayIn(zone, from), dayIn(zone, to)] as const;
    expect({
      calendar_days_in_zone: local[1] - local[0], calendar_days_utc: dayIn(utc, to) - dayIn(utc, from),
      elapsed_seconds: (to.ms - from.ms) / 1000, completed_months_in_zone: completedMonths(...local),
    }).toEqual(expected);
  });
});

describe.runIf(hasShared)('months back from a date', () => {
  const moves = oracleCases<{ date: string; months: number }, string>('calendar/cases.json', 'add_months');
  const back = moves.filter(({ inputs }) => inputs.months < 0);

  it.each(moves)('$id: the date $inputs.months months from $inputs.date', ({ inputs, expected }) => {
    expect(dayText(shiftMonths(dayNamed(inputs.date), inputs.months))).toBe(expected);
  });

  it('has such cases', () => expect(back.length).toBeGreaterThan(5));

  it.each(back)('$id: $inputs.months months from $inputs.date', ({ inputs, expected }) => {
    // A window that ends the day before starts where the date was so many months ago.
    const { from } = rangeOf(windowNamed({ last: `P${String(-inputs.months)}M` }), dayNamed(inputs.date) - 1);
    expect(dayText(from ?? 0)).toBe(expected);
  });
});

noteShared('the oracle of periods', 'oracles/calendar/cases.json');
