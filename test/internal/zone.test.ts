import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayText } from '../../src/internal/days.js';
import { createZone, isTimeZone } from '../../src/internal/zone.js';
import { hasShared, noteShared } from '../shared.js';
import { oracleCases } from './oracle.js';

const HOUR = 3_600_000;
const ms = (text: string): number => Date.parse(text);

describe('zones', () => {
  it.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Apia'])('knows %s', (name) => expect(isTimeZone(name)).toBe(true));
  it.each(['', 'Mars/Olympus', '+08:00', '-05:00', 'Asia/Shanghai; drop'])('refuses `%s`', (name) => expect(isTimeZone(name)).toBe(false));

  it('reads a time in a gap with the old offset', () => {
    expect(createZone('America/New_York').instantOf(ms('2024-03-10T02:30:00Z'))).toBe(ms('2024-03-10T07:30:00Z'));
    expect(createZone('Pacific/Apia').instantOf(ms('2011-12-30T10:00:00Z'))).toBe(ms('2011-12-30T20:00:00Z'));
  });

  it('reads a time that comes twice as the first', () => {
    expect(createZone('America/New_York').instantOf(ms('2024-11-03T01:30:00Z'))).toBe(ms('2024-11-03T05:30:00Z'));
  });

  it('has two offsets on a day on which the clocks change', () => {
    const zone = createZone('Europe/Berlin');
    expect([zone.offsetAt(ms('2024-03-31T00:59:59Z')), zone.offsetAt(ms('2024-03-31T01:00:00Z'))]).toEqual([60, 120]);
  });

  it('gives back each instant by its wall clock, or the earlier one of the same reading', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'].map(createZone);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: ms('1975-01-01'), max: ms('2037-12-31') }), (zone, instant) => {
        const wall = (at: number): number => at + zone.offsetAt(at) * 60_000;
        const found = zone.instantOf(wall(instant));
        expect(wall(found)).toBe(wall(instant));
        expect(instant - found).toBeGreaterThanOrEqual(0);
        expect(instant - found).toBeLessThanOrEqual(HOUR * 24);
        expect(dayText(zone.dayOf(instant))).toBe(new Date(wall(instant)).toISOString().slice(0, 10));
      }),
    );
  });
});

interface Civil {
  readonly date: string;
  readonly utc_offset_minutes: number;
}
interface Between {
  readonly calendar_days_in_zone: number;
}

describe.runIf(hasShared)('zones, by the oracle', () => {
  it.each(oracleCases<{ instant: string; time_zone: string }, Civil>('calendar/cases.json', 'civil_date_parts'))(
    '$id: $inputs.instant in $inputs.time_zone',
    ({ inputs, expected }) => {
      const zone = createZone(inputs.time_zone);
      expect(dayText(zone.dayOf(ms(inputs.instant)))).toBe(expected.date);
      expect(zone.offsetAt(ms(inputs.instant))).toBe(expected.utc_offset_minutes);
    },
  );

  it.each(oracleCases<{ from: string; to: string; time_zone: string }, Between>('calendar/cases.json', 'days_between'))(
    '$id: $inputs.from to $inputs.to in $inputs.time_zone',
    ({ inputs, expected }) => {
      const zone = createZone(inputs.time_zone);
      expect(zone.dayOf(ms(inputs.to)) - zone.dayOf(ms(inputs.from))).toBe(expected.calendar_days_in_zone);
    },
  );
});

noteShared('the oracle of time zones', 'oracles/calendar/cases.json');
