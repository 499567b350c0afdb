// One customer worked by hand for every class of the presets that are one score.
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { Customer, CustomerRecord, FactValue } from '../../src/model/types.js';
import {
  abc, aipl, customerLevels, customerType, distributorType, fitEngagement, geography, hubspotLifecycle, importance, industry, lifecycleActive, lifecycleLoyal, listedGrowth, loyaltyClasses,
  needType, ownership, profitDuration, salesStages, spendCapacity, spendingTier, valuePotential, valueTier,
} from '../../src/presets/index.js';
import type { Policy } from '../../src/policy/types.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { boundaryCases } from '../../src/testing/boundary-cases.js';
import { asOf } from './kit.js';

const facts = (values: { readonly [fact: string]: FactValue }): CustomerRecord => ({ customer: { id: 'a' }, facts: values });
const who = (customer: Omit<Customer, 'id'>): CustomerRecord => ({ customer: { id: 'a', ...customer } });
const province = (name: string): CustomerRecord => who({ region: { province: name } });
const guest = (netSpend: number, capacity: string): CustomerRecord => ({ customer: { id: 'a', attributes: { capacity } }, facts: { netSpend } });
const fit = (points: number, engagement: number): CustomerRecord => facts({ fit: points, engagement });
const lines = (...amounts: readonly (readonly [category: string, amount: number])[]): CustomerRecord => ({
  customer: { id: 'a' },
  transactions: [{ id: 't', at: '2026-06-01', amount: amounts.reduce((sum, [, amount]) => sum + amount, 0), lines: amounts.map(([category, amount]) => ({ category, amount })) }],
});
const business = (...[wholesaleShare, chainShare, thirdTerminalShare, directShare]: readonly [number, number, number, number]): CustomerRecord =>
  facts({ wholesaleShare, chainShare, thirdTerminalShare, directShare });
const ten = (fact: string): readonly CustomerRecord[] => Array.from({ length: 10 }, (_, i) => facts({ [fact]: (i + 1) * 100 }));

const contact = (events: Partial<CustomerRecord>): CustomerRecord => ({ customer: { id: 'a' }, transactions: [], interactions: [], opportunities: [], ...events });
const touched = (...kinds: readonly string[]): Pick<CustomerRecord, 'interactions'> => ({ interactions: kinds.map((kind) => ({ at: '2026-06-01', kind })) });
const sold = { transactions: [{ at: '2026-06-01', amount: 10 }] } as const;
const opened = (status: 'open' | 'won'): Pick<CustomerRecord, 'opportunities'> => ({ opportunities: [{ at: '2026-06-01', stage: 'offer', status }] });
const level = (netSpend: number, purchases: number, daysSinceFirstPurchase: number, onTimePaymentRatio: number): CustomerRecord =>
  facts({ netSpend, purchases, daysSinceFirstPurchase, onTimePaymentRatio });
const listed = (daysSinceFirstPurchase: number, daysSinceLastPurchase: number, shareOfWallet: number, spendTrend: number): CustomerRecord =>
  facts({ lifetimePurchases: 5, daysSinceFirstPurchase, daysSinceLastPurchase, shareOfWallet, spendTrend });
const worth = (marginAfterCosts: number, netSpend: number, potentialSpend: number): CustomerRecord => facts({ marginAfterCosts, netSpend, potentialSpend });

type Case = readonly [preset: Policy, customers: { readonly [segment: string]: CustomerRecord }, population?: readonly CustomerRecord[]];

const cases: readonly Case[] = [
  // Of 800, 150 and 50 the first makes 80 % of the total, the second reaches 95 %.
  [abc, { A: facts({ netSpend: 800 }), B: facts({ netSpend: 150 }), C: facts({ netSpend: 50 }) }, [800, 150, 50].map((netSpend) => facts({ netSpend }))],
  [aipl, { loyalty: facts({ interactions: 0, purchases: 2 }), purchase: facts({ interactions: 3, purchases: 1 }), interest: facts({ interactions: 1, purchases: 0 }), awareness: facts({ interactions: 0, purchases: 0 }) }],
  // Of the best in everything: 40, 30, 20 and 10 points. B has 36 + 27 + 10 + 8 = 81, C has 36 + 15 + 20 + 0 = 71, D a little less.
  [customerLevels, { A: level(1000, 20, 1095, 1), B: level(900, 18, 547.5, 0.8), C: level(900, 10, 1095, 0), D: level(899, 10, 1095, 0) }, [level(1000, 20, 1095, 1)]],
  [customerType, { hospital: who({ type: '医院' }), clinic: who({ type: 'clinic' }), pharmacy: who({ type: '药房' }) }],
  [distributorType, { 'fast-wholesale': business(0.7, 0.1, 0.1, 0.1), chain: business(0, 0.6, 0.2, 0.2), 'third-terminal': business(0.2, 0.1, 0.5, 0.2), 'pure-sales': business(0.1, 0.1, 0.3, 0.5), mixed: business(0.25, 0.25, 0.25, 0.25) }],
  [fitEngagement, { A1: fit(70, 70), A2: fit(70, 40), A3: fit(70, 39), B1: fit(69, 70), B2: fit(40, 69), B3: fit(40, 0), C1: fit(39, 100), C2: fit(0, 40), C3: fit(0, 0) }],
  [geography, {
    north: province('北京市'), northeast: province('吉林'), east: province('上海'), central: province('湖北省'), south: province('广东'), southwest: province('sichuan'), northwest: province('shaanxi'),
    'hong-kong-macao-taiwan': province('香港'),
  }],
  // By its full name in Chinese, or its name in English.
  [geography, {
    north: province('内蒙古自治区'), northeast: province('Jilin'), east: province('浙江省'), central: province('Hubei'), south: province('Guangxi'), southwest: province('Tibet'), northwest: province('新疆维吾尔自治区'),
    'hong-kong-macao-taiwan': province('台湾省'),
  }],
  [hubspotLifecycle, {
    other: contact({}), subscriber: contact(touched('subscription')), lead: contact(touched('subscription', 'form')), 'marketing-qualified-lead': contact(touched('marketing-qualified')),
    'sales-qualified-lead': contact(touched('sales-qualified')), opportunity: contact(opened('open')), customer: contact({ ...sold, ...touched('form') }),
    evangelist: contact({ ...touched('referral'), ...opened('won') }),
  }],
  [importance, { 'high-value': facts({ netSpend: 900 }), important: facts({ netSpend: 600 }), ordinary: facts({ netSpend: 599 }) }, ten('netSpend')],
  [industry, { 'medical-institution': who({ industry: '医院' }), 'retail-pharmacy': who({ industry: 'pharmacy' }), 'research-institute': who({ industry: '高校' }) }],
  [lifecycleActive, {
    potential: facts({ lifetimePurchases: 0 }), 'first-purchase': facts({ lifetimePurchases: 1, daysSinceLastPurchase: 364 }), active: facts({ lifetimePurchases: 2, daysSinceLastPurchase: 364 }),
    lost: facts({ lifetimePurchases: 9, daysSinceLastPurchase: 365 }),
  }],
  [lifecycleLoyal, {
    potential: facts({ lifetimePurchases: 0 }), initial: facts({ lifetimePurchases: 5, daysSinceLastPurchase: 1 }), loyal: facts({ lifetimePurchases: 6, daysSinceLastPurchase: 364 }),
    lost: facts({ lifetimePurchases: 6, daysSinceLastPurchase: 365 }),
  }],
  [listedGrowth, {
    'not-listed': facts({ lifetimePurchases: 0 }), stopped: listed(400, 180, 0.9, 0.5), starting: listed(179, 179, 0, -1), 'at-volume': listed(180, 1, 0.5, -1),
    growing: listed(180, 179, 0.4999, 0.05), flat: listed(180, 179, 0.4999, 0.0499),
  }],
  [loyaltyClasses, {
    new: facts({ purchases: 9, daysSinceFirstPurchase: 89, activeMonths: 3 }), 'potentially-loyal': facts({ purchases: 5, daysSinceFirstPurchase: 90, activeMonths: 4 }),
    loyal: facts({ purchases: 6, daysSinceFirstPurchase: 90, activeMonths: 4 }),
  }],
  [needType, { prescription: lines(['rx', 60], ['otc', 30], ['service', 10]), otc: lines(['otc', 100]), consulting: lines(['rx', 20], ['otc', 30], ['service', 50]), mixed: lines(['rx', 50], ['otc', 50]) }],
  [ownership, { company: who({ kind: 'business' }), individual: who({ kind: 'person' }), public: who({ kind: 'government' }) }],
  [profitDuration, {
    'true-friend': facts({ marginAfterCosts: 1000, tenureDays: 730 }), butterfly: facts({ marginAfterCosts: 1000, tenureDays: 729 }), barnacle: facts({ marginAfterCosts: 999.99, tenureDays: 730 }),
    stranger: facts({ marginAfterCosts: -5, tenureDays: 1 }),
  }],
  [salesStages, {
    lead: { customer: { id: 'a' }, opportunities: [] },
    opportunity: { customer: { id: 'a' }, opportunities: [{ at: '2026-06-01', stage: 'offer', status: 'open' }] },
    contract: { customer: { id: 'a' }, opportunities: [{ at: '2026-06-01', stage: 'signed', status: 'won' }] },
  }],
  [spendCapacity, { best: guest(1000, 'high'), regular: guest(1000, 'low'), willing: guest(999.99, 'high'), uncertain: guest(0, 'low') }],
  [spendingTier, { high: facts({ netSpend: 900 }), mid: facts({ netSpend: 600 }), low: facts({ netSpend: 599 }) }, ten('netSpend')],
  [valuePotential, {
    'most-valuable': worth(10000, 60000, 90000), 'most-growable': worth(9999.99, 0, 20000), 'low-maintenance': worth(0, 1, 20000), 'below-zero': worth(-0.01, 5, 5),
  }],
  [valueTier, { high: facts({ marginAfterCosts: 900 }), medium: facts({ marginAfterCosts: 600 }), low: facts({ marginAfterCosts: -1 }) }, ten('marginAfterCosts')],
];

describe.each(cases.map((each) => [each[0].id, each] as const))('%s', (_, [preset, customers, population]) => {
  const unbound = createClassifier(preset);
  const classifier = population === undefined ? unbound : createClassifier(preset, { calibration: unbound.calibrate(population, { asOf }) });

  it('is reached in every class, by a customer worked by hand', () => {
    const given = Object.fromEntries(Object.entries(customers).map(([segment, record]) => [segment, classifier.assign(record, { asOf })]));
    expect(given).toEqual(Object.fromEntries(Object.keys(customers).map((segment) => [segment, segment])));
    expect(new Set([...Object.keys(customers), 'to-review'])).toEqual(new Set(preset.segments.map(({ id }) => id)));
  });

  it('is explained in both languages by the label of the class', () => {
    for (const [segment, record] of Object.entries(customers)) {
      const why = classifier.explain(classifier.classify(record, { asOf }));
      const label = preset.segments.find(({ id }) => id === segment)?.label;
      if (typeof label !== 'object') throw new Error(`${segment} has no label`);
      expect(formatExplanation(why).startsWith(`${label.en}: a, `)).toBe(true);
      expect(formatExplanation(why, { locale: zhCN }).startsWith(`${label['zh-CN'] ?? ''}：a，`)).toBe(true);
    }
  });

  it('leaves to a person whom it knows nothing of', () => {
    expect(classifier.assign({ customer: { id: 'nobody' } }, { asOf })).toBe('to-review');
  });
});

describe('at its thresholds', () => {
  const best = [level(1000, 20, 1095, 1)];
  const turns: readonly (readonly [Policy, readonly string[]])[] = [
    [customerLevels, ['B: purchases 16, just above the line → A', 'B: purchases 15, just below the line → B']],
    [hubspotLifecycle, ['class: referrals 1, on the line → evangelist', 'class: referrals 0, just below 1 → customer', 'lead: previous.scores.class.band lead, meets it → lead']],
    [listedGrowth, [
      'at-volume: daysSinceLastPurchase 180, just above the line → stopped', 'at-volume: daysSinceLastPurchase 179, just below the line → at-volume',
      'flat: daysSinceFirstPurchase 180, just above the line → flat', 'flat: daysSinceFirstPurchase 179, just below the line → starting',
    ]],
    [valuePotential, [
      'class: marginAfterCosts 10000, on the line → most-valuable', 'class: marginAfterCosts 9999.99, just below 10000 → low-maintenance',
      'class: marginAfterCosts 0, on the line → low-maintenance', 'class: marginAfterCosts -0.01, just below 0 → below-zero',
      'class: unusedPotential 20000, on the line → most-growable', 'class: unusedPotential 19999.99, just below 20000 → low-maintenance',
    ]],
  ];
  it.each(turns.map((each) => [each[0].id, each] as const))('%s turns, and every class is met', (_, [preset, expected]) => {
    const unbound = createClassifier(preset);
    const classifier = unbound.needsCalibration.length === 0 ? unbound : createClassifier(preset, { calibration: unbound.calibrate(best, { asOf }) });
    const met = boundaryCases(classifier, { asOf }).map(({ name, record }) => ({ name, segment: classifier.assign(record, { asOf }) }));
    expect(met.map(({ name, segment }) => `${name} → ${segment}`)).toEqual(expect.arrayContaining([...expected]));
    const classes = preset.segments.map(({ id }) => id).filter((id) => id !== 'to-review');
    expect(classes.filter((id) => !met.some(({ segment }) => segment === id))).toEqual([]);
  });
});
