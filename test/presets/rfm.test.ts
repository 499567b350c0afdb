import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { CustomerRecord } from '../../src/model/types.js';
import { policyFrom } from '../../src/policy/policy-from.js';
import type { Policy } from '../../src/policy/types.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { retail, rfm, rfmBraze, rfmEight, rfmKlaviyo, rfmPutler, rfmR } from '../../src/presets/index.js';
import { rfmReach } from '../../src/testing/rfm-reach.js';
import { asOf, calibrated, given } from './kit.js';

type RfmPreset = Policy<string, 'rfm', never, never, 'minimumCustomers'>;

/** One customer for each cell of a grid, so that every axis is cut where its values change. The names are the codes. */
function everyCell(days: readonly number[], lowest = 1): readonly CustomerRecord[] {
  return days.flatMap((daysSinceLastPurchase, r) =>
    days.flatMap((_, f) => days.map((__, m) => given(`${String(r + lowest)}${String(f + lowest)}${String(m + lowest)}`, { daysSinceLastPurchase, purchases: (f + 1) * 10, netSpend: (m + 1) * 100 }))));
}

/** The class of every cell by its code, as customers get it. */
function classesOf(preset: unknown, records: readonly CustomerRecord[]): { readonly [code: string]: string } {
  const policy = policyFrom(preset as RfmPreset, { id: 'test', version: '1', parameters: { minimumCustomers: records.length } });
  const classifier = calibrated(policy, records);
  return Object.fromEntries(records.map((record) => {
    const { segment, scores, status } = classifier.classify(record, { asOf });
    expect([scores.rfm.code, status]).toEqual([record.customer.id, 'matched']);
    return [record.customer.id, segment];
  }));
}

const five = [500, 400, 300, 200, 100];
const grids = {
  rfm: classesOf(rfm, everyCell(five)),
  rfmEight: classesOf(rfmEight, everyCell([200, 100])),
  rfmKlaviyo: classesOf(rfmKlaviyo, everyCell([366, 365, 180])),
  rfmPutler: classesOf(rfmPutler, everyCell(five)),
  rfmR: classesOf(rfmR, everyCell(five)),
  rfmBraze: classesOf(rfmBraze, everyCell([400, 300, 200, 100], 0)),
};

describe('every cell, and what a customer in it is called', () => {
  // Worked out by hand from the published tables; where rows overlap the first one decides.
  it.each<[keyof typeof grids, { readonly [code: string]: string }]>([
    ['rfm', { 555: 'champions', 444: 'champions', 434: 'loyal', 551: 'loyal', 514: 'big-spenders', 411: 'recent', 311: 'cooling', 331: 'needs-attention', 225: 'at-risk', 221: 'dormant', 155: 'win-back', 111: 'lost' }],
    ['rfmEight', {
      222: 'important-value', 212: 'important-develop', 122: 'important-keep', 112: 'important-retain',
      221: 'general-value', 211: 'general-develop', 121: 'general-keep', 111: 'general-retain',
    }],
    ['rfmKlaviyo', {
      333: 'champions', 332: 'champions', 323: 'champions', 321: 'loyal', 322: 'loyal', 331: 'loyal', 232: 'loyal', 233: 'loyal',
      312: 'recent', 313: 'recent', 311: 'recent', 222: 'recent', 223: 'recent', 213: 'needs-attention', 221: 'needs-attention', 123: 'needs-attention',
      132: 'needs-attention', 133: 'needs-attention', 231: 'at-risk', 212: 'at-risk', 122: 'at-risk', 131: 'at-risk', 211: 'at-risk',
      111: 'inactive', 112: 'inactive', 113: 'inactive', 121: 'inactive',
    }],
    ['rfmPutler', { 444: 'champions', 453: 'champions', 452: 'loyal-customers', 511: 'potential-loyalist', 311: 'potential-loyalist', 222: 'needing-attention', 211: 'about-to-sleep', 122: 'at-risk', 155: 'at-risk', 121: 'hibernating', 111: 'hibernating' }],
    ['rfmR', { 544: 'champions', 233: 'loyal-customers', 311: 'potential-loyalist', 222: 'need-attention', 211: 'about-to-sleep', 133: 'at-risk', 145: 'at-risk', 111: 'hibernating', 113: 'others', 551: 'others', 141: 'others' }],
    ['rfmBraze', { 322: 'champions', 221: 'loyal-users', 311: 'potential-loyalists', 302: 'promising', 300: 'new-customer', 200: 'needing-attention', 122: 'cannot-lose-them', '011': 'at-risk', 130: 'about-to-sleep', '020': 'hibernating', '030': 'others' }],
  ])('%s', (name, expected) => {
    const grid = grids[name];
    expect(Object.fromEntries(Object.keys(expected).map((code) => [code, grid[code]]))).toEqual(expected);
  });

  it('has customers in every class that can be reached', () => {
    const reached = (name: keyof typeof grids, preset: Policy): readonly string[] => {
      const found = new Set(Object.values(grids[name]));
      return preset.segments.map(({ id }) => id).filter((id) => !found.has(id));
    };
    const both = ['prospect', 'to-review'];
    expect(reached('rfm', rfm)).toEqual(both);
    expect(reached('rfmEight', rfmEight)).toEqual(both);
    expect(reached('rfmKlaviyo', rfmKlaviyo)).toEqual(both);
    expect(reached('rfmBraze', rfmBraze)).toEqual(both);
    expect(reached('rfmPutler', rfmPutler)).toEqual(['prospect', 'recent-customers', 'promising', 'cannot-lose-them', 'lost', 'to-review']);
    expect(reached('rfmR', rfmR)).toEqual(['prospect', 'new-customers', 'promising', 'cannot-lose-them', 'lost', 'to-review']);
  });
});

describe('who is in no cell', () => {
  const classifier = calibrated(policyFrom(rfm, { id: 'shop', version: '1' }), everyCell(five));

  it('has never bought, or is not known well enough', () => {
    expect(classifier.classify({ customer: { id: 'new' }, transactions: [] }, { asOf })).toMatchObject({ segment: 'prospect', status: 'matched' });
    const absent = classifier.classify({ customer: { id: 'absent' } }, { asOf });
    expect(absent).toMatchObject({ segment: 'to-review', status: 'undetermined' });
    expect(absent.scores.rfm.reason).toBe('rfm/no-recency');
  });

  it('has too few others to be compared with', () => {
    const few = calibrated(rfm, everyCell(five).slice(0, 49));
    const result = few.classify(everyCell(five)[0] ?? { customer: { id: '' } }, { asOf });
    expect([result.segment, result.status, result.scores.rfm.reason]).toEqual(['to-review', 'undetermined', 'rfm/too-few-customers']);
  });
});

describe('the reach of the tables', () => {
  const reach = (preset: unknown): { readonly [what: string]: number | readonly string[] } => {
    const { cells, uncovered, shared, unreachable, falls } = rfmReach(preset as Policy, 'rfm');
    return { cells, uncovered: uncovered.length, shared: shared.length, unreachable, falls: falls.length };
  };

  it('of our own: all, once, reachable, and never down', () => {
    expect(reach(rfm)).toEqual({ cells: 125, uncovered: 0, shared: 0, unreachable: [], falls: 0 });
    expect(reach(rfmEight)).toEqual({ cells: 8, uncovered: 0, shared: 0, unreachable: [], falls: 0 });
  });

  it('of the published ones, as a linter of another hand counted it', () => {
    expect(reach(rfmKlaviyo)).toEqual({ cells: 27, uncovered: 0, shared: 0, unreachable: [], falls: 1 });
    expect(reach(rfmBraze)).toEqual({ cells: 64, uncovered: 1, shared: 39, unreachable: [], falls: 0 });
    expect(reach(rfmPutler)).toEqual({ cells: 125, uncovered: 0, shared: 76, unreachable: ['recent-customers', 'promising', 'cannot-lose-them', 'lost'], falls: 0 });
    expect(reach(rfmR)).toEqual({ cells: 125, uncovered: 36, shared: 42, unreachable: ['new-customers', 'promising', 'cannot-lose-them', 'lost'], falls: 2 });
  });

  it('of Putler on a scale of 0 to 5', () => {
    const { scores } = rfmPutler;
    const ofSix = { ...rfmPutler, scores: { rfm: { ...scores?.rfm, countFrom: 0, cut: { quantile: { classes: 6 } } } } };
    expect(reach(ofSix)).toEqual({ cells: 216, uncovered: 0, shared: 122, unreachable: ['cannot-lose-them'], falls: 0 });
  });

  it('names the cells', () => {
    expect(rfmReach(rfmBraze, 'rfm').uncovered).toEqual(['030']);
    expect(rfmReach(rfmKlaviyo, 'rfm').falls).toEqual([{ from: '221', to: '231', band: 'needs-attention', next: 'at-risk' }]);
    expect(rfmReach(rfmR, 'rfm').falls.map(({ from, to }) => `${from} ${to}`)).toEqual(['223 224', '232 242']);
  });

  it('is asked of an RFM score with a table', () => {
    const ask = (policy: unknown, score: string): unknown => {
      try {
        return rfmReach(policy as Policy, score);
      } catch (error) {
        return ClassifierError.is(error) ? error.issues.map(({ code }) => code) : error;
      }
    };
    expect(ask(rfm, 'rmf')).toEqual(['testing/no-rfm-table']);
    expect(ask(retail, 'value')).toEqual(['testing/no-rfm-table']);
    expect(ask({ ...rfm, scores: { rfm: { scorer: 'rfm', table: 'none' } } }, 'rfm')).not.toMatchObject({ cells: 125 });
    expect(ask({ schema: 'x' }, 'rfm')).not.toEqual(['testing/no-rfm-table']);
  });
});

describe('the eight classes in Chinese', () => {
  it('are explained by the class on each axis', () => {
    const policy = policyFrom(rfmEight, { id: 'shop', version: '1', parameters: { minimumCustomers: 8 } });
    const records = everyCell([200, 100]);
    const classifier = createClassifier(policy, { calibration: createClassifier(policy).calibrate(records, { asOf }) });
    const result = classifier.classify(given('甲', { daysSinceLastPurchase: 90, purchases: 12, netSpend: 180 }), { asOf });
    expect(formatExplanation(classifier.explain(result), { locale: zhCN })).toMatchInlineSnapshot(`
      "一般发展客户：甲，截至 2026年6月30日。
      依据：
      - RFM 类别为一般发展客户：距最近一次购买的时间 90 天，比 100 天的分界线低 10 天（2 档中的第 2 档，在 8 名客户中由低到高排第 1）；购买次数 12，比 20 的分界线低 8（2 档中的第 1 档，在 8 名客户中由高到低排第 5）；净消费额 ¥180，比 ¥200 的分界线低 ¥20（2 档中的第 1 档，在 8 名客户中由高到低排第 5）
      为何不是更高的类别：
      - 重要保持客户：RFM 类别为一般发展客户，需为重要保持客户
      - 重要挽留客户：RFM 类别为一般发展客户，需为重要挽留客户
      - 一般价值客户：RFM 类别为一般发展客户，需为一般价值客户
      - 另有 2 项"
    `);
  });
});
