// The quick ways of reading say what plain, slow ways say: dates, amounts, and the facts and findings of any sales.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_MINOR, readMinor } from '../../src/internal/money.js';
import { dayIn, instantIn, readDay, readMoment } from '../../src/internal/when.js';
import { createZone } from '../../src/internal/zone.js';
import { readerOf, asRecord, recordOf } from './kit.js';

const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Europe/London'].map(createZone);
const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));
const dates = fc.tuple(fc.oneof(fc.integer({ min: 1960, max: 2030 }), fc.constantFrom(0, 1, 1969, 1970, 1971, 9000, 9999)).map((year) => String(year).padStart(4, '0')), two(0, 13), two(0, 32)).map((parts) => parts.join('-'));
const times = fc.tuple(two(0, 24), two(0, 60), fc.option(two(0, 60))).map(([h, m, s]) => (s === null ? `${h}:${m}` : `${h}:${m}:${s}`));
const offsets = fc.oneof(fc.constantFrom('', 'Z', 'z', ' Z', '.5Z', '+08', '+0800', '-', 'x'), fc.tuple(fc.constantFrom('+', '-'), two(0, 25), fc.constantFrom(':', ''), two(0, 99)).map((parts) => parts.join('')));
const texts = fc.oneof(dates, fc.tuple(dates, fc.constantFrom('T', ' ', 't', '_'), times, offsets).map((parts) => parts.join('')), fc.string());
const whens = fc.oneof({ weight: 6, arbitrary: texts }, fc.date({ noInvalidDate: false }), fc.constantFrom(null, undefined, 5, true, {}, []));

/** Minor units of a decimal text in whole numbers of any size. */
function minorSlowly(text: string, exponent: number): number | string {
  const match = /^\s*([+-]?)(\d+)(?:\.(\d*))?\s*$/.exec(text);
  if (match === null) return 'not-money';
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > exponent) return 'excess-precision';
  const minor = BigInt(`${match[2] ?? ''}${fraction.padEnd(exponent, '0')}`);
  return minor > BigInt(MAX_MINOR) ? 'too-large' : Number(match[1] === '-' ? -minor : minor) + 0;
}

describe('the quick way to read', () => {
  it('a day is the same as by moments', () => {
    fc.assert(fc.property(whens, fc.constantFrom(...zones), (when, zone) => {
      const moment = readMoment(when);
      expect(readDay(zone, when)).toBe(moment === null ? null : dayIn(zone, moment));
    }), { numRuns: 3_000 });
  });

  it('an amount is the same as in whole numbers of any size', () => {
    const digits = (most: number) => fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: most }).map((each) => each.join(''));
    const amounts = fc.tuple(fc.constantFrom('', '', '', '-', '+', ' ', 'x'), digits(17), fc.constantFrom('', '.', '.', '..', ','), digits(6), fc.constantFrom('', '', '00', ' ')).map((parts) => parts.join(''));
    fc.assert(fc.property(amounts, fc.constantFrom(0, 2, 3, 4), (text, exponent) => {
      expect(readMinor(text, exponent)).toBe(minorSlowly(text, exponent));
    }), { numRuns: 3_000 });
  });
});

const AS_OF = '2026-06-30';
const zone = createZone('Asia/Shanghai');
const dayOfText = (when: unknown): number | null => {
  const moment = readMoment(when);
  return moment === null ? null : dayIn(zone, moment);
};
const TODAY = dayOfText(AS_OF) ?? 0;
const FROM = dayOfText('2025-07-01') ?? 0;
const RATES = [{ from: 'USD', to: 'CNY', date: '2026-01-01', rate: 7 }];
const RATE_FROM = dayOfText('2026-01-01') ?? 0;
const instantOfText = (when: unknown): number | null => {
  const moment = readMoment(when);
  return moment === null ? null : instantIn(zone, moment);
};

interface Row { readonly id?: string; readonly at?: unknown; readonly kind?: string; readonly amount?: string; readonly currency?: string; readonly returnOf?: string }
interface Known { readonly row: Row; readonly index: number; readonly day: number; readonly face: number; readonly isForeign: boolean; /** Null where no sum may hold it. */ readonly minor: number | null; counts: boolean }
interface Asked { readonly asOf: string; readonly from: string | null }

/** Everything step by step, with lists for all: which facts and findings a list of transactions must give. */
function slowly(rows: readonly (Row | null)[], { asOf, from: stated }: Asked): { readonly facts: object; readonly findings: readonly string[] } {
  const findings = new Set<string>();
  const lost: (number | null)[] = [];
  const doubtful: string[] = [];
  const kept: Known[] = [];
  const first = new Map<string, Known>();
  const disputed = new Set<Known>();
  let later = 0;
  rows.forEach((row, index) => {
    const note = (place: string, problem: string): void => void findings.add(`data/unreadable-entry /transactions/${index}${place} ${problem}`);
    const day = row === null ? null : dayOfText(row.at);
    if (row === null) return void (note('', 'record/wrong-type'), lost.push(null));
    if (day === null) return void (note('/at', 'time/not-a-date'), lost.push(null));
    const [instant, limit] = [instantOfText(row.at), instantOfText(asOf)];
    if (day > TODAY || (day === TODAY && instant !== null && limit !== null && instant > limit)) return void (later += 1);
    const kind = row.kind ?? 'sale';
    const stated = row.amount === undefined ? 'not-money' : minorSlowly(row.amount, 2);
    const isKind = ['sale', 'return'].includes(kind);
    if (isKind && stated === 'too-large') findings.add(`money/too-large /transactions/${index}/amount `);
    const face = stated === 'too-large' ? Infinity : stated;
    const problem = !isKind ? ['/kind', 'record/wrong-value'] : typeof face === 'string' ? ['/amount', `money/${face}`]
      : face < 0 ? ['/amount', kind === 'sale' ? 'record/negative-sale' : 'record/negative-amount'] : undefined;
    const isForeign = (row.currency ?? 'CNY') !== 'CNY';
    // A rate is looked for before the sign is.
    const isWithoutRate = isForeign && day < RATE_FROM;
    if (isWithoutRate && typeof face === 'number' && face !== Infinity && isKind) findings.add(`money/rate-missing /transactions/${index}/amount `);
    if (problem !== undefined || typeof face === 'string') {
      note(problem?.[0] ?? '', problem?.[1] ?? '');
      if (row.returnOf !== undefined) doubtful.push(row.returnOf);
      return void lost.push(day);
    }
    const one: Known = { row, index, day, face, isForeign, minor: face === Infinity || isWithoutRate ? null : isForeign ? face * 7 : face, counts: kind === 'sale' };
    const twin = row.id === undefined ? undefined : first.get(row.id);
    if (twin === undefined) {
      if (row.id !== undefined) first.set(row.id, one);
      return void kept.push(one);
    }
    findings.add(`data/duplicate-id /transactions/${index}/id `);
    const isSame = twin.day === day && twin.face === face && twin.isForeign === isForeign && twin.row.kind === row.kind && twin.row.returnOf === row.returnOf;
    if (isSame) return;
    lost.push(twin.day, day);
    disputed.add(twin);
    for (const { returnOf } of [twin.row, row]) if (returnOf !== undefined) doubtful.push(returnOf);
  });
  const sales = kept.filter((one) => one.face !== 0 && !disputed.has(one));
  for (const sale of sales) {
    const back = sales.filter(({ row, isForeign }) => row.kind === 'return' && row.returnOf !== undefined && row.returnOf === sale.row.id && isForeign === sale.isForeign);
    if (back.length > 0 && back.reduce((sum, { face }) => sum + face, 0) >= sale.face) sale.counts = false;
    if (sale.row.id !== undefined && doubtful.includes(sale.row.id)) lost.push(sale.day);
  }
  if (later > 0) findings.add('event/after-as-of  ');
  const since = stated === null ? null : dayOfText(stated);
  const isSure = (from: number, fact: string): boolean => {
    if (since === null || from >= since) return lost.every((day) => day !== null && day < from);
    findings.add(`history/too-short  ${fact}`);
    return false;
  };
  const bought = sales.filter(({ counts }) => counts);
  const days = [...new Set(bought.map(({ day }) => day))].sort((a, b) => b - a);
  const [last, before] = days;
  const ever = Number.NEGATIVE_INFINITY;
  const inWindow = sales.filter(({ day }) => day >= FROM);
  const net = inWindow.reduce((sum, { minor, row }) => sum + (row.kind === 'return' ? -1 : 1) * (minor ?? 0), 0);
  const facts = {
    purchases: isSure(FROM, 'purchases') ? bought.filter(({ day }) => day >= FROM).length : null,
    lifetimePurchases: isSure(ever, 'lifetimePurchases') ? bought.length : null,
    netSpend: isSure(FROM, 'netSpend') && !inWindow.some(({ minor }) => minor === null) ? net / 100 : null,
    daysSinceLastPurchase: isSure(last ?? ever, 'daysSinceLastPurchase') && last !== undefined ? TODAY - last : null,
    daysSinceFirstPurchase: isSure(ever, 'daysSinceFirstPurchase') && last !== undefined ? TODAY - (days.at(-1) ?? 0) : null,
    lastGapDays: isSure(before ?? ever, 'lastGapDays') && last !== undefined && before !== undefined ? last - before : null,
  };
  return { facts, findings: [...findings].sort() };
}

const IDS = ['a', 'b', 'c', 'd'];
const rowsOfAll: fc.Arbitrary<Row | null> = fc.oneof({ weight: 30, arbitrary: fc.record({
  at: fc.oneof({ weight: 20, arbitrary: fc.constantFrom('2026-06-30', '2026-06-29T23:30:00+08:00', '2025-06-30T16:00:00Z', '2025-06-30T15:59:59Z', '2024-02-29', '2026-01-05 10:00:00', '2026-07-01', '2026-06-30T15:00:00+08:00', '2026-06-30 09:00:00', new Date('2026-03-01T00:00:00Z')) }, { weight: 1, arbitrary: fc.constantFrom<unknown>('2026-02-30', 'soon', null) }),
  amount: fc.oneof({ weight: 20, arbitrary: fc.constantFrom('10.00', '0.10', '0', '25', '10') }, { weight: 1, arbitrary: fc.constantFrom('-5', '1.234', 'much', '99999999999999999') }),
}, { requiredKeys: ['at', 'amount'] }).chain((row) => fc.record({
  at: fc.constant(row.at), amount: fc.constant(row.amount),
  id: fc.oneof(fc.constantFrom(...IDS), fc.uuid()), kind: fc.oneof({ weight: 20, arbitrary: fc.constantFrom('sale', 'sale', 'return') }, { weight: 1, arbitrary: fc.constant('gift') }),
  currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD'), returnOf: fc.constantFrom(...IDS),
}, { requiredKeys: ['at', 'amount'] })) }, { weight: 1, arbitrary: fc.constant(null) });

describe('facts and findings of sales', () => {
  const names = ['purchases', 'lifetimePurchases', 'netSpend', 'daysSinceLastPurchase', 'daysSinceFirstPurchase', 'lastGapDays'];
  const reader = readerOf(names, { window: { last: 'P12M' } }, { rates: RATES });

  it('are those of the plain, slow way', () => {
    const rows = fc.array(rowsOfAll, { maxLength: 7 });
    const asked = fc.record({ asOf: fc.constantFrom(AS_OF, '2026-06-30T12:00:00+08:00'), from: fc.constantFrom(null, null, '2024-01-01', '2025-07-01', '2026-01-05') });
    fc.assert(fc.property(rows, asked, (transactions, one) => {
      const coverage = one.from === null ? {} : { coverage: { transactions: { from: one.from } } };
      const { facts, findings } = reader.score(asRecord(recordOf({ transactions, ...coverage })), { asOf: one.asOf });
      const isNoticedApart = (code: string): boolean => code === 'data/zero-amount' || code === 'data/return-exceeds-sale';
      const noticed = findings.filter(({ code }) => !isNoticedApart(code)).map(({ code, pointer = '', fact = '', params }) => `${code} ${pointer} ${fact}${code === 'data/unreadable-entry' && typeof params['problem'] === 'string' ? params['problem'] : ''}`);
      const expected = slowly(transactions, one);
      expect(Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))).toEqual(expected.facts);
      expect(noticed.sort()).toEqual(expected.findings);
    }), { numRuns: 2_000 });
  });
});
