import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayText } from '../../src/internal/days.js';
import { dayIn, instantIn, momentText, readMoment } from '../../src/internal/when.js';
import { createZone } from '../../src/internal/zone.js';

const shanghai = createZone('Asia/Shanghai');
const textOf = (value: unknown): string | null => {
  const moment = readMoment(value);
  return moment === null ? null : momentText(shanghai, moment);
};

describe('readMoment', () => {
  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2026-06-30T18:00', '2026-06-30T18:00:00+08:00'],
    ['2026-06-30 18:00:05', '2026-06-30T18:00:05+08:00'],
    ['2026-06-30T18:00:05.120Z', '2026-07-01T02:00:05.120+08:00'],
    ['2026-06-30T18:00:05+0530', '2026-06-30T20:30:05+08:00'],
    ['2026-06-30T18:00:05-05', '2026-07-01T07:00:05+08:00'],
    ['2026-06-30 18:00:05 +08:00', '2026-06-30T18:00:05+08:00'],
    ['2026-06-30T18:00:05.123456789Z', '2026-07-01T02:00:05.123+08:00'],
  ])('reads %s', (given, expected) => expect(textOf(given)).toBe(expected));

  it.each([
    '',
    ' ',
    '2026',
    '2026-06',
    '2026-6-30',
    '2026/06/30',
    '30.06.2026',
    '2026-02-29',
    '2026-13-01',
    '2026-06-30T25:00',
    '2026-06-30T12:60',
    '2026-06-30T',
    '2026-06-30X12:00',
    '2026-06-30T12:00:00+8',
    '２０２６-06-30',
    '+002026-06-30',
    20_260_630,
    1_782_000_000_000,
    null,
    undefined,
    true,
    {},
    [],
    new Date(Number.NaN),
    new Date(8.64e15),
    new Date(-8.64e15),
    '0001-01-01T00:00+01:00',
    { getTime: () => 0 },
    Symbol('2026'),
    10n,
  ])('refuses %o', (value) => expect(readMoment(value)).toBeNull());

  it('reads dates of this and of another realm', () => {
    const foreign: unknown = vm.runInNewContext('new Date("2026-06-30T10:00:00Z")');
    expect(foreign instanceof Date).toBe(false);
    expect(textOf(foreign)).toBe('2026-06-30T18:00:00+08:00');
    expect(textOf(new Date('2026-06-30T10:00:00Z'))).toBe('2026-06-30T18:00:00+08:00');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string()), (value) => {
        expect(() => readMoment(value)).not.toThrow();
      }),
    );
  });
});

describe('the day of a moment', () => {
  it('is the same in every zone for a date, and that of the wall clock for a local time', () => {
    for (const name of ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia']) {
      const zone = createZone(name);
      expect(dayText(dayIn(zone, readMoment('2026-06-30')!))).toBe('2026-06-30');
      expect(dayText(dayIn(zone, readMoment('2026-06-30T23:59')!))).toBe('2026-06-30');
    }
  });

  it('depends on the zone for an instant', () => {
    const moment = readMoment('2026-06-30T23:30:00Z')!;
    expect(['Asia/Shanghai', 'UTC', 'America/New_York'].map((name) => dayText(dayIn(createZone(name), moment)))).toEqual([
      '2026-07-01',
      '2026-06-30',
      '2026-06-30',
    ]);
  });
});

describe('momentText', () => {
  it.each([
    // The clocks of long ago were off by seconds: +08:05:43, -04:56:02.
    ['Asia/Shanghai', '1850-06-30T00:00:00Z', '1850-06-30T08:06:00+08:06'],
    ['America/New_York', '1850-06-30T12:00:00Z', '1850-06-30T07:04:00-04:56'],
    ['Asia/Shanghai', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59+00:00'],
    ['America/New_York', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00+00:00'],
  ])('has whole minutes and four digits in %s at %s', (name, given, expected) => {
    const zone = createZone(name);
    expect(momentText(zone, readMoment(given)!)).toBe(expected);
    expect(instantIn(zone, readMoment(expected)!)).toBe(Date.parse(given));
  });

  it('is read as the same moment again, however long ago', () => {
    const instants = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'), instants, (name, date) => {
        const zone = createZone(name);
        expect(instantIn(zone, readMoment(momentText(zone, readMoment(date)!))!)).toBe(date.getTime());
      }),
    );
  });

  it('is read as the same moment again', () => {
    const instants = fc.date({ min: new Date('1975-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'), instants, (name, date) => {
        const zone = createZone(name);
        const text = momentText(zone, readMoment(date)!);
        const again = readMoment(text)!;
        expect(instantIn(zone, again)).toBe(date.getTime());
        expect(momentText(zone, again)).toBe(text);
        expect(text.slice(0, 10)).toBe(dayText(dayIn(zone, again)));
      }),
    );
  });
});
