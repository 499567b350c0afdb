import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassifierError, createClassifier, definePolicy, formatMove, movesBetween, policyFrom, type Classification, type Classifier, type CustomerRecord, type Move } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { anyRecord, asRecord, deepFreeze } from '../classify/kit.js';

const before = '2026-03-31';
const after = '2026-06-30';
const shop = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P6M' },
  parameters: { goldFrom: 1000 },
  measures: { quarterSpend: { sum: { of: 'sales.amount', window: { calendar: 'quarter' } } } },
  segments: [
    { id: 'gold', label: { en: 'Gold', 'zh-CN': '金牌' }, publicLabel: 'Gold', when: { '>=': [{ var: 'netSpend' }, { var: 'parameters.goldFrom' }] } },
    { id: 'busy', when: { '>=': [{ var: 'quarterSpend' }, 500] } },
    { id: 'active', label: 'Active', when: { '<=': [{ var: 'daysSinceLastPurchase' }, 90] } },
    { id: 'quiet', label: { en: 'Quiet', 'zh-CN': '沉寂' }, publicLabel: 'Guest' },
  ],
  ranking: ['gold', 'busy', 'active', 'quiet'], otherwise: 'quiet',
});
const classifier: Classifier = createClassifier(shop);
const sold = (...sales: readonly (readonly [at: string, amount: number])[]): CustomerRecord => deepFreeze({ customer: { id: '1' }, transactions: sales.map(([at, amount]) => ({ at, amount })) });

function moveOf(record: CustomerRecord, earlier = classifier, now = classifier, kept: Partial<Classification> = {}) {
  const first = { ...earlier.classify(record, { asOf: before }), ...kept };
  return now.explainMove(first, now.classify(record, { asOf: after }), { record, earlier });
}
const causes = ({ parts }: Move) => parts.map(({ cause, segment }) => `${cause} ${segment}`);

describe('a move is made by', () => {
  it('the calendar alone, where nothing was done', () => {
    const move = moveOf(sold(['2025-12-20', 1200], ['2026-03-20', 50]));
    expect(move).toMatchObject({ from: 'gold', to: 'quiet', direction: 'down', omitted: [] });
    expect(causes(move)).toEqual(['calendar quiet']);
    expect(move.parts[0]?.reasons).toMatchObject([{ code: 'reason/below', fact: 'netSpend', actual: 50, before: 1250, required: 1000, distance: 950 }]);
  });

  it('what was done', () => {
    const move = moveOf(sold(['2026-03-20', 50], ['2026-06-20', 1200]));
    expect(move.direction).toBe('up');
    expect(causes(move)).toEqual(['calendar quiet', 'behaviour gold']);
    expect(move.parts[1]?.reasons).toMatchObject([{ code: 'reason/at-least', fact: 'netSpend', actual: 1250, before: 50 }]);
  });

  it('what was done in a named period, which has no part of the calendar', () => {
    const move = moveOf(sold(['2026-02-01', 600], ['2026-06-20', 10]));
    expect([move.from, move.to]).toEqual(['busy', 'active']);
    expect(causes(move)).toEqual(['behaviour active']);
    expect(move.parts[0]?.reasons).toMatchObject([{ fact: 'quarterSpend', actual: 10, before: 600, required: 500 }]);
  });

  it('what was paid: an invoice that was not due yet is no matter of the calendar', () => {
    const payer = createClassifier(definePolicy({
      schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC', window: { last: 'P12M' },
      segments: [{ id: 'good', when: { '>=': [{ var: 'onTimePaymentRatio' }, 0.8] } }, { id: 'late' }], ranking: ['good', 'late'], otherwise: 'late',
    }));
    const record: CustomerRecord = {
      customer: { id: '1' },
      invoices: [{ id: 'a', issued: '2026-01-05', due: '2026-02-05', amount: 100 }, { id: 'b', issued: '2026-01-05', due: '2026-05-05', amount: 400 }],
      payments: [{ at: '2026-02-01', amount: 100, invoice: 'a' }, { at: '2026-06-01', amount: 400, invoice: 'b' }],
    };
    expect(causes(moveOf(record, payer, payer))).toEqual(['behaviour late']);
  });

  it('another policy', () => {
    const now = createClassifier(policyFrom(shop, { id: 'shop', version: '2', parameters: { goldFrom: 100 } }));
    const move = moveOf(sold(['2026-03-20', 200], ['2026-06-20', 20]), classifier, now);
    expect(causes(move)).toEqual(['calendar quiet', 'behaviour active', 'policy gold']);
  });

  it('an override, and the end of one', () => {
    const override = { segment: 'gold', actor: 'Li', reason: 'pilot', from: '2026-04-01' };
    const given = moveOf({ ...sold(['2026-06-20', 20], ['2026-03-30', 20]), override });
    expect(given).toMatchObject({ to: 'gold', parts: [{ cause: 'calendar', segment: 'quiet' }, { cause: 'behaviour', segment: 'active' }, { cause: 'override', segment: 'gold', reasons: [{ code: 'reason/overridden', actual: 'Li', required: 'pilot' }] }] });
    const ended = moveOf({ ...sold(['2026-03-30', 20], ['2026-06-20', 20]), override: { segment: 'gold', actor: 'Li', reason: 'pilot', until: '2026-04-30' } });
    expect(ended.parts.at(-1)).toMatchObject({ cause: 'override', segment: 'active', reasons: [{ code: 'reason/override-ended', actual: 'gold' }] });
  });

  it('data that were corrected since', () => {
    const kept = createClassifier(shop).classify(sold(['2026-03-20', 1200]), { asOf: before });
    const record = sold(['2026-03-20', 120], ['2026-06-20', 20]);
    const move = classifier.explainMove(kept, classifier.classify(record, { asOf: after }), { record });
    expect([move.from, move.to]).toEqual(['gold', 'active']);
    expect(move.parts.at(-1)).toMatchObject({ cause: 'data', segment: 'active', reasons: [{ fact: 'quarterSpend' }, { fact: 'netSpend', type: 'money', actual: 120, before: 1200 }] });
  });

  it('new lines', () => {
    const halves = definePolicy({
      schema: 'clientele.policy/1', id: 'h', version: '1', currency: 'CNY', timeZone: 'UTC',
      scores: { worth: { scorer: 'value', cut: { rank: 'top-half' }, bands: ['low', 'high'] } },
      segments: [{ id: 'upper', when: { '==': [{ var: 'scores.worth.band' }, 'high'] } }, { id: 'lower' }], ranking: ['upper', 'lower'], otherwise: 'lower',
    });
    const population = (...spends: readonly number[]) => spends.map((netSpend, index) => ({ customer: { id: String(index) }, facts: { netSpend } }));
    const bound = (spends: readonly number[], asOf: string) => createClassifier(halves, { calibration: createClassifier(halves).calibrate(population(...spends), { asOf }) });
    const [earlier, now] = [bound([10, 20, 30, 40], before), bound([50, 60, 70, 30], after)];
    const record = { customer: { id: 'x' }, facts: { netSpend: 35 } };
    const move = now.explainMove(earlier.classify(record, { asOf: before }), now.classify(record, { asOf: after }), { record, earlier });
    expect(causes(move)).toEqual(['calibration lower']);
    expect(move.parts[0]?.reasons).toMatchObject([{ code: 'reason/below', fact: 'netSpend', actual: 35, required: 60, requiredBefore: 30 }]);
    expect(formatMove(move)).toContain('below CN¥60 (line CN¥30 before)');
  });
});

describe('a move', () => {
  it('without the record is told by what the results keep', () => {
    const record = sold(['2026-03-20', 50], ['2026-06-20', 1200]);
    const move = classifier.explainMove(classifier.classify(record, { asOf: before }), classifier.classify(record, { asOf: after }));
    expect(move).toMatchObject({ parts: [{ cause: 'behaviour', segment: 'gold' }], omitted: ['calendar', 'data'] });
  });

  it('to the same segment has no parts', () => {
    const record = sold(['2026-03-20', 2000], ['2026-06-20', 1200]);
    expect(moveOf(record)).toMatchObject({ direction: 'none', parts: [] });
  });

  it('is refused between two customers, from another policy, and with the record of another', () => {
    const record = sold(['2026-03-20', 50]);
    const result = classifier.classify(record, { asOf: after });
    const other = { ...result, customerId: '2' };
    const foreign = { ...result, policy: { ...result.policy, hash: 'sha256:0' } };
    const wrong = [
      () => classifier.explainMove(other, result),
      () => classifier.explainMove(foreign, result),
      () => classifier.explainMove(result, foreign),
      () => classifier.explainMove({ ...result, segment: 'gold' }, result, { record: { customer: { id: '2' } } }),
    ];
    for (const run of wrong) expect(run).toThrow(ClassifierError);
  });

  it('leads from the class before to the class after, and changes nothing that it was given', () => {
    fc.assert(
      fc.property(anyRecord, fc.constantFrom('2026-03-31', '2025-12-31'), (parts, day) => {
        const record = deepFreeze(asRecord(parts));
        const first = deepFreeze(classifier.classify(record, { asOf: day }));
        const last = deepFreeze(classifier.classify(record, { asOf: after }));
        const move = classifier.explainMove(first, last, { record });
        expect(move.parts.length === 0).toBe(first.segment === last.segment);
        expect(move.parts.at(-1)?.segment ?? last.segment).toBe(last.segment);
        expect(JSON.parse(JSON.stringify(move))).toEqual(move);
        expect(formatMove(move, { locale: zhCN }).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a move in words', () => {
  const move = moveOf(sold(['2025-12-20', 1200], ['2026-03-20', 50]));

  it('in English and Chinese', () => {
    expect(formatMove(move)).toBe(['1 moved down from Gold (31 March 2026) to Quiet (30 June 2026).', 'Time alone led to Quiet:', '- Net spend is CN¥50, below CN¥1,000 (CN¥1,250 before)'].join('\n'));
    expect(formatMove(move, { locale: zhCN })).toBe(['1 由金牌（2026年3月31日）降为沉寂（2026年6月30日）。', '仅因时间推移，变为沉寂：', '- 净消费额为 ¥50，低于 ¥1,000（此前为 ¥1,250）'].join('\n'));
  });

  it('tells a customer public names and nothing else', () => {
    expect(formatMove(move, { audience: 'customer' })).toBe('As of 30 June 2026: Guest; as of 31 March 2026: Gold.');
    expect(formatMove({ ...move, to: 'active' }, { audience: 'customer' })).toBe('');
  });
});

describe('what changed between two runs', () => {
  it('is who came, who went and who moved', () => {
    const of = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([customerId, segment]) => ({ customerId, segment }));
    expect(movesBetween(of(['1', 'a'], ['2', 'a'], ['3', 'b']), of(['2', 'a'], ['4', 'b'], ['3', 'a']))).toEqual([
      { kind: 'entered', customerId: '4', from: null, to: 'b' },
      { kind: 'changed', customerId: '3', from: 'b', to: 'a' },
      { kind: 'left', customerId: '1', from: 'a', to: null },
    ]);
  });
});
