import { describe, expect, it } from 'vitest';
import { dayOf, dayText } from '../../src/internal/days.js';
import { periodDays, readPeriod } from '../../src/model/period.js';
import { hasShared, noteShared } from '../shared.js';
import { oracleCases } from '../internal/oracle.js';

const daysOf = (name: string, fiscalStart?: number): string => {
  const { from, to } = periodDays(readPeriod(name)!, fiscalStart);
  return `${dayText(from)} to ${dayText(to - 1)}`;
};

describe('periods', () => {
  it.each([
    ['2026', undefined, '2026-01-01 to 2026-12-31'],
    ['2026-Q2', undefined, '2026-04-01 to 2026-06-30'],
    ['2024-02', undefined, '2024-02-01 to 2024-02-29'],
    ['FY2026', undefined, '2026-01-01 to 2026-12-31'],
    ['FY2026', 4, '2025-04-01 to 2026-03-31'],
    ['FY2026-Q1', 4, '2025-04-01 to 2025-06-30'],
    ['FY2026-Q4', 10, '2026-07-01 to 2026-09-30'],
    ['2026-Q1', 4, '2026-01-01 to 2026-03-31'],
  ])('%s with fiscal years from month %s is %s', (name, fiscalStart, days) => expect(daysOf(name, fiscalStart)).toBe(days));

  it.each([
    '',
    'Q2',
    '2026-Q5',
    '2026-Q0',
    '2026-13',
    '2026-00',
    '2026-6',
    '26',
    'fy2026',
    'FY2026-06',
    '2026-Q2 ',
    '2026/Q2',
    '0000',
    '2026-06-01',
    '2026Q2',
  ])('`%s` is none', (name) => expect(readPeriod(name)).toBeNull());
});

describe.runIf(hasShared)('fiscal quarters, by the oracle', () => {
  it.each(
    oracleCases<{ date: string; fiscal_year_start_month: number }, { fiscal_quarter: string; month: readonly [string, string] }>(
      'calendar/cases.json',
      'period_of_date',
    ),
  )('$id', ({ inputs, expected }) => {
    const { from, to } = periodDays(readPeriod(expected.fiscal_quarter)!, inputs.fiscal_year_start_month);
    const day = dayOf(Number(inputs.date.slice(0, 4)), Number(inputs.date.slice(5, 7)), Number(inputs.date.slice(8, 10)))!;
    expect(day).toBeGreaterThanOrEqual(from);
    expect(day).toBeLessThan(to);
    expect(daysOf(inputs.date.slice(0, 7))).toBe(expected.month.join(' to '));
  });
});

noteShared('the oracle of periods', 'oracles/calendar/cases.json');
