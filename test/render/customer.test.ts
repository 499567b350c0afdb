// A customer is told the public name of a class and own figures: an attack on that, by random policies whose every name and figure is a secret.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatExplanation, formatMove, parsePolicy, type Classifier, type CustomerRecord, type Locale } from 'clientele';
import { en } from 'clientele/locales/en';
import { zhCN } from 'clientele/locales/zh-CN';
import type { ExplanationPart } from '../../src/render/locales/words.js';
import { anyRecord, anyRule, ATTRIBUTES, MEASURES } from '../classify/kit.js';

const v = (path: string) => ({ var: path });
const inside = (what: string) => ({ en: `INTERNAL ${what}`, 'zh-CN': `内部${what}` });
const asOf = '2026-06-30';

/** Rules over what a customer must not hear of: costs, margins, peers, ratings, plans. */
const innerRule = fc.oneof(
  fc.tuple(fc.constantFrom('>=', '<', '>', '<='), fc.constantFrom('grossMargin', 'costsToServe', 'marginAfterCosts', 'assessments.loyalty', 'meanAssessment', 'assessmentSpread', 'targetCompletion', 'complaints', 'creditUse', 'shareOfWallet', 'netAfterCosts', 'scores.card.value'), fc.integer({ min: 0, max: 60 }))
    .map(([operator, path, line]) => ({ [operator]: [v(path), ['grossMargin', 'costsToServe', 'marginAfterCosts', 'netAfterCosts', 'complaints', 'scores.card.value'].includes(path) ? line : line / 60] })),
  fc.constantFrom<object>({ '==': [v('scores.place.band'), 'high'] }, { '==': [v('scores.often.band'), 'high'] }, { '==': [v('scores.place.band'), 'low'] }, v('hidden')),
  fc.tuple(fc.constantFrom('netSpend', 'purchases', 'overdueAmount', 'daysSinceLastPurchase', 'maxOrderValue'), fc.integer({ min: 1, max: 120 })).map(([path, line]) => ({ [path === 'overdueAmount' || path.startsWith('days') ? '<=' : '>=']: [v(path), line] })),
);
const rule = fc.oneof(innerRule, innerRule, anyRule, fc.array(innerRule, { minLength: 2, maxLength: 3 }).map((and) => ({ and })));

function policyOf(rules: readonly object[], hitPolicy: string): object {
  const label = (id: string) => ({ label: inside(id) });
  return {
    schema: 'clientele.policy/1', id: 'INTERNAL-policy', version: 'INTERNAL-1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' }, hitPolicy,
    label: inside('policy'), attributes: ATTRIBUTES, facts: { nps: { type: 'number', ...label('nps') }, isPartner: { type: 'boolean', ...label('partner') } },
    measures: {
      ...Object.fromEntries(Object.entries(MEASURES).map(([id, measure]) => [id, { ...measure, ...label(id) }])),
      netAfterCosts: { calculate: { '-': [v('netSpend'), v('costsToServe')] }, ...label('net') }, hidden: { when: { '>': [v('grossMargin'), 5] }, ...label('hidden') },
    },
    scores: {
      spend: { scorer: 'value', cut: { fixed: [50, 100] }, ...label('spend') },
      place: { scorer: 'value', cut: { rank: 'top-half' }, peers: { by: 'customer.attributes.level', otherwise: 'all' }, ...label('place') },
      often: { scorer: 'frequency', cut: { quantile: [0.5] }, ...label('often') },
      card: { scorer: 'scorecard', groups: [{ id: 'INTERNAL-group', items: [{ of: 'assessments.loyalty', each: 10 }, { id: 'INTERNAL-item', when: { '>': [v('overdueAmount'), 0] }, points: -9 }] }], missing: 'penalise', ...label('card') },
    },
    segments: [
      // Only some may be named to customers.
      ...rules.map((when, index) => ({ id: `INTERNAL-${String(index)}`, ...label(String(index)), when, note: 'INTERNAL note', ...(index % 2 === 0 ? { publicLabel: { en: `Club ${'ABCDEFGH'.charAt(index)}`, 'zh-CN': `会员${'甲乙丙丁戊己庚辛'.charAt(index)}` } } : {}) })),
      { id: 'INTERNAL-none', ...label('none') },
    ],
    ranking: [...rules.map((_, index) => `INTERNAL-${String(index)}`), 'INTERNAL-none'], otherwise: 'INTERNAL-none',
  };
}

/** Others: what they spent is what the lines are made of. */
const others = Array.from({ length: 23 }, (_, index) => ({ customer: { id: `other-${String(index)}`, attributes: { level: index % 3 === 0 ? 'A' : 'B' } }, facts: { netSpend: 40.13 + index * 7, purchases: index } })) as unknown as readonly CustomerRecord[];

function classifierOf(rules: readonly object[], hitPolicy: string): Classifier {
  const policy = parsePolicy(policyOf(rules, hitPolicy));
  return createClassifier(policy, { calibration: createClassifier(policy).calibrate(others, { asOf }) });
}

const extras = fc.record(
  {
    override: fc.record({ segment: fc.constantFrom('INTERNAL-0', 'INTERNAL-none', 'INTERNAL-unknown'), actor: fc.constant('INTERNAL actor'), reason: fc.constant('INTERNAL reason'), until: fc.constantFrom('2026-06-01', '2026-08-15') }),
    costs: fc.array(fc.record({ at: fc.constantFrom('2026-05-01', '2026-01-01'), amount: fc.integer({ min: 1, max: 40 }), kind: fc.constant('INTERNAL kind') }), { maxLength: 2 }),
    previous: fc.constant({ asOf: '2026-03-31', policy: { id: 'INTERNAL-other' }, segment: 'INTERNAL-0' }),
  },
  { requiredKeys: [] },
);
const assessed = { assessments: [{ indicator: 'loyalty', rating: 3, of: 5, by: 'INTERNAL author', at: '2026-06-01' }] };
const record = fc.tuple(anyRecord, extras).map(([any, more]) => ({ ...assessed, ...any, ...more }) as unknown as CustomerRecord);

const MONEY = '-?(?:CN)?¥[\\d,.]+(?:万)?';
const VALUE = `(?:${MONEY}|-?[\\d,.]+(?:%| days?| 天)?)`;
const DATE = '(?:\\d+ \\w+ \\d{4}|\\d{4}年\\d+月\\d+日)';
const IDS = '[\\d、, /a-z]+';
const CLUB = '\\*{0,2}(?:Club [A-H]|会员[甲乙丙丁戊己庚辛])\\*{0,2}';

/** Every sentence that a customer may hear; there is no other. */
const SENTENCES: { readonly [tag: string]: readonly RegExp[] } = {
  en: [
    `As of ${DATE}: ${CLUB}\\.`, `Your ([a-z -]+) (?:is|are) (${VALUE})\\.`, `Without further activity this holds through ${DATE}\\.`,
    `With (?:(?:one more purchase(?: of ${MONEY})?|${VALUE} more purchases|a payment of ${MONEY}(?: for ${IDS})?)(?: and )?)+ by ${DATE} you would reach ${CLUB}\\.`, `As of ${DATE}: ${CLUB}; as of ${DATE}: ${CLUB}\\.`,
  ].map((pattern) => new RegExp(`^\\s*${pattern}`)),
  'zh-CN': [
    `截至 ?${DATE}：${CLUB}。`, `您的?([\\u4e00-\\u9fff 0-9]+?)为 ?(${VALUE})。`, `若无新的业务往来，有效至 ?${DATE}（含当日）。`,
    `您若在 ?${DATE}前(?:(?:再采购一笔 ?${MONEY}|再采购一次|再采购 ?${VALUE} ?次|支付 ?(?:${IDS} ?的 ?)?${MONEY})(?:，并)?)+，将成为${CLUB}。`, `截至 ?${DATE}：${CLUB}；截至 ?${DATE}：${CLUB}。`,
  ].map((pattern) => new RegExp(`^\\s*${pattern}`)),
};
/** What is a customer's own: names in both languages come from these facts alone. */
const NOT_OWN = /margin|cost|rating|plan|complaint|limit|wallet|毛利|成本|评分|任务|投诉|额度|份额/;

/** Goes through a text sentence by sentence; the first that is none of the allowed ones is given back. */
function strange(text: string, { tag }: Locale): string {
  let rest = text;
  for (;;) {
    const [sentence] = (SENTENCES[tag] ?? []).flatMap((pattern) => pattern.exec(rest)?.[0] ?? []);
    if (sentence === undefined) return rest.trim();
    rest = rest.slice(sentence.length);
  }
}

const PARTS: readonly (readonly ExplanationPart[] | undefined)[] = [undefined, ['because'], ['counterfactuals', 'validity'], ['whyNot', 'passedOver', 'against', 'findings']];

describe('a customer', () => {
  it('hears the public name, own figures, and what they can do: no other sentence is made', () => {
    let [told, ways] = [0, 0];
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), fc.constantFrom('first', 'priority', 'collect'), record, (rules, hitPolicy, given) => {
        const classifier = classifierOf(rules, hitPolicy);
        const result = classifier.classify(given, { asOf });
        const why = classifier.explain(result, { record: given, whyNot: classifier.policy.segments.map(({ id }) => id) });
        const earlier = classifier.classify({ ...given, override: null }, { asOf: '2026-02-28' });
        const move = classifier.explainMove(earlier, result, { record: given });
        for (const locale of [en, zhCN]) {
          for (const style of ['text', 'markdown'] as const) {
            const texts = [...PARTS.map((parts) => formatExplanation(why, { audience: 'customer', locale, style, ...(parts === undefined ? {} : { parts }) })), formatMove(move, { audience: 'customer', locale, style })];
            for (const text of texts) {
              expect(strange(text, locale), text).toBe('');
              expect(text).not.toMatch(NOT_OWN);
              expect(text).not.toMatch(/INTERNAL|内部/);
              if (text !== '') told += 1;
              if (/would reach|将成为/.test(text)) ways += 1;
            }
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(60);
    expect(ways).toBeGreaterThan(3);
  });

  const shop = (change: object, calibrated = false): Classifier => {
    const policy = definePolicy({
      schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
      segments: [{ id: 'gold', publicLabel: 'Gold', when: { '>=': [{ var: 'netSpend' }, 500] } }, { id: 'basic', publicLabel: 'Basic' }], ranking: ['gold', 'basic'], otherwise: 'basic',
      ...change,
    });
    return createClassifier(policy, calibrated ? { calibration: createClassifier(policy).calibrate(others, { asOf }) } : {});
  };
  const bought = { customer: { id: '1' }, transactions: [{ at: '2026-06-01', amount: 30 }] } as CustomerRecord;
  const told = (classifier: Classifier, given: CustomerRecord, parts: readonly ExplanationPart[]) =>
    formatExplanation(classifier.explain(classifier.classify(given, { asOf }), { record: given }), { audience: 'customer', parts });

  it('does not learn from an amount what another customer spent', () => {
    const ranked = { scores: { place: { scorer: 'value', cut: { rank: 'top-half' } } }, segments: [{ id: 'gold', publicLabel: 'Gold', when: { '==': [v('scores.place.band'), 'high'] } }, { id: 'basic', publicLabel: 'Basic' }] };
    const classifier = shop(ranked, true);
    const why = classifier.explain(classifier.classify(bought, { asOf }), { record: bought });
    expect(why.counterfactuals).toMatchObject([{ to: 'gold', assumptions: ['nothing-else', 'calibration-unchanged'] }]);
    expect(told(classifier, bought, ['counterfactuals'])).toBe('As of 30 June 2026: Basic.');
    expect(told(shop({}), bought, ['counterfactuals'])).toBe('As of 30 June 2026: Basic. With one more purchase of CN¥470 by 31 July 2026 you would reach Gold.');
  });

  it('does not learn until when a person has decided otherwise', () => {
    const set = { ...bought, override: { segment: 'gold', actor: 'Li', reason: 'a favour', until: '2026-08-15' } } as CustomerRecord;
    expect(told(shop({}), set, ['because', 'validity'])).toBe('As of 30 June 2026: Gold.');
    const planned = { ...bought, override: { segment: 'gold', actor: 'Li', reason: 'a favour', from: '2026-08-15' } } as CustomerRecord;
    expect(told(shop({}), planned, ['because', 'validity'])).toBe('As of 30 June 2026: Basic.');
  });
});
