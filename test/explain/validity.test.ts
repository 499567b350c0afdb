import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, formatExplanation, parsePolicy, type Classifier, type CustomerRecord, type Validity } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { readAsOf } from '../../src/facts/as-of.js';
import { knownRecord } from '../../src/facts/known-record.js';
import { dayText } from '../../src/internal/days.js';
import { createZone } from '../../src/internal/zone.js';
import { anyRecord, anyRule, asRecord, deepFreeze, laterDay, MEASURES, policyOf, type AnyRecord } from '../classify/kit.js';

const v = (path: string) => ({ var: path });

/** A policy of the common shape in some zone. */
function shop(change: object, timeZone = 'Asia/Shanghai'): Classifier {
  return createClassifier(parsePolicy({
    schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone, window: { last: 'P12M' },
    segments: [{ id: 'active', label: 'Active', when: { '<': [v('daysSinceLastPurchase'), 90] } }, { id: 'at-risk', label: { en: 'At risk', 'zh-CN': '有流失风险' } }],
    ranking: ['active', 'at-risk'], otherwise: 'at-risk', ...change,
  }));
}

function validity(classifier: Classifier, record: object, asOf: string, horizon?: string): Validity {
  const given = record as CustomerRecord;
  return classifier.validity(classifier.classify(given, { asOf }), { record: given, ...(horizon === undefined ? {} : { horizon }) });
}

const bought = (...days: readonly string[]) => ({ customer: { id: '1' }, transactions: days.map((at) => ({ at, amount: 100 })) });
const segment = (id: string, when: object) => ({ segments: [{ id, when }, { id: 'other' }], otherwise: 'other', ranking: [id, 'other'] });

describe('until when a class holds', () => {
  it('is the last day before a figure comes to its line, with the condition that turns', () => {
    expect(validity(shop({}), bought('2026-06-01'), '2026-06-30')).toEqual({
      lastDay: '2026-08-29', changesAt: '2026-08-30T00:00:00+08:00', becomes: 'at-risk', through: '2027-06-30',
      because: { code: 'reason/at-least', pointer: '/segments/0/when', fact: 'daysSinceLastPurchase', type: 'days', actual: 90, required: 90, comparator: '<', distance: 0 },
    });
  });

  it('is the day before an order leaves the window, month ends taken as windows take them', () => {
    const rolling = shop(segment('big', { '>=': [v('netSpend'), 200] }));
    // Through 31 August 2026 the window begins on 1 September 2025; as of 29 August it begins on 30 August.
    expect(validity(rolling, bought('2025-08-30', '2026-06-01'), '2026-06-30')).toMatchObject({ lastDay: '2026-08-29', becomes: 'other', because: { fact: 'netSpend', actual: 100 } });
    const quarter = shop({ ...segment('big', { '>=': [v('netSpend'), 200] }), window: { calendar: 'quarter' } });
    expect(validity(quarter, bought('2026-04-30', '2026-06-01'), '2026-06-10')).toMatchObject({ lastDay: '2026-06-30', changesAt: '2026-07-01T00:00:00+08:00', becomes: 'other' });
  });

  it('knows when an invoice is overdue, a plan ends, an override expires and a previous class begins to count', () => {
    const invoices = [{ id: 'i', issued: '2026-06-01', due: '2026-07-31', amount: 50 }];
    expect(validity(shop(segment('late', { '>': [v('overdueAmount'), 0] })), { customer: { id: '1' }, invoices, payments: [] }, '2026-06-30')).toMatchObject({ lastDay: '2026-07-31', becomes: 'late' });
    const targets = [{ period: '2026-Q2', amount: 100, actual: 90 }, { period: '2026-Q3', amount: 100, actual: 20 }];
    expect(validity(shop(segment('on-plan', { '>=': [v('targetCompletion'), 0.8] })), { customer: { id: '1' }, targets }, '2026-07-15')).toMatchObject({ lastDay: '2026-09-29', because: { fact: 'targetCompletion', actual: 0.2 } });
    const override = { segment: 'at-risk', actor: 'Li', reason: 'dispute', until: '2026-07-10' };
    expect(validity(shop({}), { ...bought('2026-06-29'), override }, '2026-06-30')).toMatchObject({ lastDay: '2026-07-10', becomes: 'active', because: { code: 'reason/override-ended', actual: 'at-risk' } });
    expect(validity(shop({}), { ...bought('2026-06-29'), override: { ...override, from: '2026-07-05' } }, '2026-06-30')).toMatchObject({ lastDay: '2026-07-04', becomes: 'at-risk', because: { code: 'reason/overridden', actual: 'Li' } });
    const back = shop(segment('back', { '==': [v('previous.segment'), 'other'] }));
    expect(validity(back, { customer: { id: '1' }, previous: { asOf: '2026-06-30', segment: 'other' } }, '2026-06-30')).toMatchObject({ lastDay: '2026-06-30', becomes: 'back' });
  });

  it('is open where nothing changes within the horizon', () => {
    const record = bought('2026-06-01');
    expect(validity(shop({}), record, '2026-06-30', 'P1M')).toEqual({ lastDay: null, changesAt: null, becomes: null, through: '2026-07-30' });
    expect(validity(shop({}), record, '2026-06-30', 'P60D')).toMatchObject({ lastDay: null, through: '2026-08-29' });
    expect(validity(shop({}), record, '2026-06-30', 'P61D')).toMatchObject({ lastDay: '2026-08-29' });
  });

  it('takes facts that are given as they are, and says so', () => {
    const record = { customer: { id: '1' }, facts: { daysSinceLastPurchase: 10 } };
    expect(validity(shop({}), record, '2026-06-30')).toEqual({ lastDay: null, changesAt: null, becomes: null, through: '2027-06-30', assumptions: ['given-facts-unchanged'] });
  });

  it('is not moved by what came after the classification', () => {
    const record = bought('2026-06-01', '2026-08-01');
    expect(validity(shop({}), record, '2026-06-30')).toMatchObject({ lastDay: '2026-08-29' });
    expect(validity(shop({}), { customer: { id: '1' }, transactions: [{ at: '2026-06-30T09:00:00+08:00', amount: 1 }, { at: '2026-06-30T18:00:00+08:00', amount: 1 }, { at: '2026-06-01', amount: 1 }] }, '2026-06-30T08:00:00+08:00')).toMatchObject({ lastDay: '2026-08-29' });
  });

  it.each([
    // The clocks go forward at midnight, so that the day begins at one o'clock.
    ['America/Sao_Paulo', '2018-08-06', '2018-11-03', '2018-11-04T01:00:00-02:00'],
    // They go back to midnight at one o'clock, so that it comes twice.
    ['America/Havana', '2025-08-04', '2025-11-01', '2025-11-02T00:00:00-04:00'],
    // Samoa had no 30 December 2011, on which ninety days are over.
    ['Pacific/Apia', '2011-10-01', '2011-12-29', '2011-12-31T00:00:00+14:00'],
  ])('ends with the first instant of the next day in %s', (timeZone, at, lastDay, changesAt) => {
    const classifier = shop({}, timeZone);
    const record = bought(at) as CustomerRecord;
    expect(validity(classifier, record, `${lastDay.slice(0, 8)}01`)).toMatchObject({ lastDay, changesAt });
    expect(classifier.assign(record, { asOf: changesAt })).toBe('at-risk');
    expect(classifier.assign(record, { asOf: new Date(Date.parse(changesAt) - 1) })).toBe('active');
  });

  it('refuses horizons, results and records that do not fit', () => {
    const classifier = shop({});
    const record = bought('2026-06-01') as CustomerRecord;
    const result = classifier.classify(record, { asOf: '2026-06-30' });
    const refusal = (code: string) => expect.objectContaining({ issues: [expect.objectContaining({ code })] }) as Error;
    for (const horizon of ['12 months', 'P11Y', 'P3661D', '', 7 as unknown as string]) expect(() => classifier.validity(result, { record, horizon })).toThrow(refusal('option/wrong-horizon'));
    for (const other of [{ customer: { id: '2' } }, bought()]) expect(() => classifier.validity(result, { record: other })).toThrow(refusal('classification/not-understood'));
    expect(() => shop({ version: '2' }).validity(result, { record })).toThrow(refusal('classification/not-understood'));
    expect(() => classifier.classifyAll([record], { asOf: '2026-06-30', validity: true, horizon: 'soon' })).toThrow(refusal('option/wrong-horizon'));
  });
});

describe('many customers at once', () => {
  it('say until when each class holds, if asked', () => {
    const classifier = shop({});
    const records = [bought('2026-06-01'), { customer: {} }, bought('2020-01-01')] as readonly unknown[] as readonly CustomerRecord[];
    const all = [...classifier.classifyAll(records, { asOf: '2026-06-30', validity: true, horizon: 'P2Y' })];
    expect(all.map((one) => one.validity?.lastDay)).toEqual(['2026-08-29', undefined, null]);
    expect([...classifier.classifyAll(records, { asOf: '2026-06-30' })].some((one) => 'validity' in one)).toBe(false);
  });
});

describe('in an explanation', () => {
  const classifier = shop({ segments: [{ id: 'active', label: 'Active', publicLabel: 'Friend', when: { '<': [v('daysSinceLastPurchase'), 90] } }, { id: 'at-risk', label: { en: 'At risk', 'zh-CN': '有流失风险' } }] });
  const record = bought('2026-06-01') as CustomerRecord;
  const why = classifier.explain(classifier.classify(record, { asOf: '2026-06-30' }), { record });

  it('stands with the labels that it uses', () => {
    expect(why.validity).toMatchObject({ lastDay: '2026-08-29', becomes: 'at-risk' });
    expect(why.omitted).not.toContain('validity');
    expect(why.labels).toMatchObject({ 'segments.at-risk': { en: 'At risk' } });
  });

  it('is told in both languages, and to customers without what follows', () => {
    const parts = ['validity'] as const;
    expect(formatExplanation(why, { parts })).toBe('Active: 1, as of 30 June 2026.\nHow long it holds:\n- Holds through 29 August 2026 if nothing happens; becomes At risk on 30 August 2026, because time since the last purchase is 90 days, at least 90 days');
    expect(formatExplanation(why, { parts, locale: zhCN })).toContain('- 若无新的业务发生，有效至 2026年8月29日（含当日），自 2026年8月30日起变为有流失风险，原因：距最近一次购买的时间为 90 天，不低于 90 天');
    expect(formatExplanation(why, { audience: 'customer' })).toBe('As of 30 June 2026: Friend. Your time since the last purchase is 29 days. Without further activity this holds through 29 August 2026.');
    expect(formatExplanation(why, { audience: 'customer', parts: ['because'] })).not.toContain('August');
  });

  it('is not looked for where nobody wants it', () => {
    const without = classifier.explain(classifier.classify(record, { asOf: '2026-06-30' }), { record, validity: false });
    expect([without.validity, without.omitted]).toEqual([null, ['validity']]);
    expect({ ...without, validity: why.validity, omitted: [] }).toEqual(why);
  });

  it('is left out where the record no longer gives the class', () => {
    const changed = { ...bought() } as CustomerRecord;
    const other = classifier.explain(classifier.classify(record, { asOf: '2026-06-30' }), { record: changed });
    expect([other.validity, other.omitted.includes('validity')]).toEqual([null, true]);
  });
});

describe('any policy and record', () => {
  const zone = createZone('Asia/Shanghai');
  const days = fc.oneof(
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), fc.constantFrom('daysSinceLastPurchase', 'daysSinceFirstPurchase', 'tenureDays', 'maxDaysOverdue', 'daysSinceLastInteraction', 'idle'), fc.integer({ min: 0, max: 300 })).map(([operator, path, line]) => ({ [operator]: [v(path), line] })),
    fc.tuple(fc.constantFrom('maxDaysOverdue', 'tenureDays'), fc.integer({ min: 0, max: 200 })).map(([path, low]) => ({ between: [v(path), low, low + 20] })),
    fc.constantFrom<object>(
      { '>': [v('daysSinceLastPurchase'), { '*': [2, v('medianGapDays')] }] }, { before: [v('asOf'), '2026-08-01'] }, { '>': [v('asOf'), v('customer.attributes.joined')] }, v('quiet'),
      { '>': [v('spendTrend'), 0] }, { '>=': [v('purchaseStreakMonths'), 2] }, { '>': [v('fading'), 1] }, { present: v('meanOrderValue') }, { '==': [v('scores.stage.band'), 'lapsed'] }, { in: [v('scores.stage.band'), ['at-risk', 'first-time']] },
      { '>': [v('rxShare'), 0.4] }, { '>=': [v('rxShare'), 0.7] }, { '>=': [v('paidLately'), 20] }, { '>=': [v('webSales'), 1] }, { '==': [v('lastChannel'), 'web'] }, { '<': [v('spread'), 0.5] }, { '>': [v('planned'), 30] }, { '>=': [v('undone'), 1] },
      { '>': [v('onTimePaymentRatio'), 0.5] }, { '>=': [v('collectionRatio'), 0.5] }, { '>=': [v('targetCompletionToDate'), 0.5] }, { '>': [v('targetCompletionChange'), 0] }, { '>=': [v('daysBeyondTerms'), 10] },
      { '>': [v('targetElapsedShare'), 0.5] }, { '==': [v('previous.segment'), 's0'] }, { '>=': [v('overdue1To30'), 1] }, { '<': [v('shareOfTime'), 0.5] },
    ),
  );
  const rule = fc.oneof(days, anyRule, fc.tuple(days, anyRule).map((both) => ({ and: both })), fc.tuple(days, days).map((both) => ({ or: both })));
  const measures = {
    ...MEASURES,
    idle: { daysSinceLast: { of: 'sales', window: { last: 'P4M' } } },
    quiet: { when: { '>': [v('daysSinceLastPurchase'), 60] } },
    fading: { count: { of: 'sales', decay: { halfLifeDays: 20 } } },
    rxShare: { share: { of: 'lines.amount', where: { '==': [v('category'), 'rx'] }, window: { last: 'P9M' } } },
    paidLately: { sum: { of: 'payments.amount', window: { last: 'P6M' } } },
    webSales: { count: { of: 'sales', where: { and: [{ '==': [v('channel'), 'web'] }, { '>=': [v('amount'), 10] }] } } },
    lastChannel: { last: { of: 'sales.channel' } },
    spread: { variation: { of: 'sales.amount' } },
    planned: { sum: { of: 'targets.amount' } },
    undone: { count: { of: 'opportunities', where: { '!=': [v('status'), 'won'] }, window: { calendar: 'quarter' } } },
    shareOfTime: { calculate: { '/': [v('daysSinceLastPurchase'), v('daysSinceFirstPurchase')] } },
  };
  const scores = { spend: { scorer: 'value', cut: { fixed: [50, 100] } }, stage: { scorer: 'lifecycle-stage', atRiskFromDays: 90, lapsedFromDays: 180 } };
  const policy = fc.record({ rules: fc.array(rule, { minLength: 1, maxLength: 4 }), hitPolicy: fc.constantFrom('first', 'first', 'collect', 'unique'), undetermined: fc.boolean() }).map(({ rules, hitPolicy, undetermined }) =>
    policyOf(rules, {
      hitPolicy, measures, scores,
      segments: [...rules.map((when, index) => ({ id: `s${String(index)}`, when })), { id: 'none' }, ...(undetermined ? [{ id: 'unsure' }] : [])],
      ...(hitPolicy === 'collect' ? { ranking: rules.map((_when, index) => `s${String(index)}`) } : {}),
      ...(undetermined ? { undetermined: 'unsure' } : {}),
    }));
  const extras = fc.record({
    override: fc.option(fc.record({ segment: fc.constantFrom('s0', 'none'), actor: fc.constant('x'), reason: fc.constant('y'), from: fc.constantFrom('2026-06-01', '2026-07-20'), until: fc.constantFrom('2026-07-03', '2026-10-31') }), { freq: 3 }),
    previous: fc.option(fc.record({ asOf: fc.constantFrom('2026-05-31', '2026-06-30', '2026-08-01'), segment: fc.constantFrom('s0', 's1') })),
    transactions: fc.array(fc.record({ at: laterDay, amount: fc.nat(50) }), { maxLength: 2 }),
  });
  const record = fc.tuple(anyRecord, extras).map(([any, { transactions, ...more }]): AnyRecord => ({ ...any, ...more, ...(Array.isArray(any['transactions']) ? { transactions: [...(any['transactions'] as unknown[]), ...transactions] } : {}) }));

  it('gives what classifying on every day gives', () => {
    let changed = 0;
    fc.assert(
      fc.property(policy, record, fc.constantFrom('2026-06-30', '2026-01-31', '2026-06-30T12:00:00+08:00'), (json, any, asOf) => {
        const classifier = createClassifier(parsePolicy(json));
        const moment = readAsOf(asOf, zone);
        if (moment === null) throw new Error('no date');
        const given = asRecord(deepFreeze(any));
        const result = classifier.classify(given, { asOf });
        const found = classifier.validity(result, { record: given, horizon: 'P300D' });
        const known = asRecord(knownRecord(any, moment, zone));
        let [day, becomes] = [moment.day, result.segment];
        while (day < moment.day + 300 && becomes === result.segment) becomes = classifier.assign(known, { asOf: dayText((day += 1)) });
        const expected = becomes === result.segment ? null : { lastDay: dayText(day - 1), changesAt: `${dayText(day)}T00:00:00+08:00`, becomes };
        expect({ lastDay: found.lastDay, changesAt: found.changesAt, becomes: found.becomes }).toEqual(expected ?? { lastDay: null, changesAt: null, becomes: null });
        expect(found.because === undefined).toBe(expected === null);
        if (expected !== null) changed += 1;
      }),
      { numRuns: 100 },
    );
    expect(changed).toBeGreaterThan(20);
  }, 240_000);
});
