import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASON_CODES } from '../../src/explain/reason-codes.js';
import type { Explanation, Reason } from '../../src/explain/types.js';
import { formatExplanation, type FormatOptions } from '../../src/render/format-explanation.js';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { dealer, explanation, overridden, reason, undetermined } from './samples.js';

const chinese = (why: Explanation, options: FormatOptions = {}): string => formatExplanation(why, { ...options, locale: zhCN });
const because = (...reasons: readonly Reason[]): string => formatExplanation(explanation({ because: reasons })).split('\n').slice(2).join('\n');
const failed = (...reasons: readonly Reason[]): string =>
  formatExplanation(explanation({ whyNot: [{ segment: 'star', failed: reasons, missing: [] }] })).split('\n').slice(2).join('\n');

describe('for sales', () => {
  it('tells a dealer', () => {
    expect(formatExplanation(dealer)).toBe(
      [
        'Question mark: D-07, as of 30 June 2026.',
        'Because:',
        '- Quadrant is question mark: plan completion 92.0%, 3 points below the line of 95% (rank 5 of 8 customers, highest first); change of plan completion +7.0 points, 7 points above the line of 0 points (rank 2 of 8 customers, highest first)',
        '- Pays on time: yes',
        '- Net spend is CN¥368,000, at least CN¥100,000',
        'Why not better:',
        '- Star dealer: Quadrant is question mark, needs star; share paid on time is 65.0%, needs at least 80% (15 points short); not known: rating of credit, hospital level',
        'Noticed in the data:',
        '- Events after this day, left out: 3',
        '- Interactions were not given, so they are not known',
      ].join('\n'),
    );
  });

  it('tells a dealer in Chinese', () => {
    expect(chinese(dealer)).toBe(
      [
        '问号客户：D-07，截至 2026年6月30日。',
        '依据：',
        '- 象限为问号：任务完成率 92.0%，比 95% 的分界线低 3 个百分点（在 8 名客户中由高到低排第 5）；任务完成率增减 +7.0 个百分点，比 0 个百分点的分界线高 7 个百分点（在 8 名客户中由高到低排第 2）',
        '- 回款及时：是',
        '- 净消费额为 ¥368,000，不低于 ¥100,000',
        '为何不是更高的类别：',
        '- 明星客户：象限为问号，需为明星；按期回款率为 65.0%，需不低于 80%（差 15 个百分点）；未知：“credit”评分、医院等级',
        '数据提示：',
        '- 此日之后的记录未计入，共 3 条',
        '- 未提供互动记录，情况未知',
      ].join('\n'),
    );
  });

  it('tells what is missing', () => {
    expect(formatExplanation(undetermined)).toBe(
      [
        'To review: D-07, as of 30 June 2026. Too little is known to be sure; missing: Quadrant (there is no earlier period to compare with), overdue amount.',
        'Scores:',
        '- Quadrant is not known: there is no earlier period to compare with',
        'Noticed in the data:',
        '- Plan completion of the period before: there is no plan for the period before, or it is 0',
      ].join('\n'),
    );
    expect(chinese(undetermined)).toBe(
      [
        '待评估：D-07，截至 2026年6月30日。已知数据太少，无法确定；缺少：象限（没有可比较的上一期）、逾期金额。',
        '得分：',
        '- 象限未知：没有可比较的上一期',
        '数据提示：',
        '- 上一期任务完成率：没有上一期的销售任务，或任务为 0',
      ].join('\n'),
    );
  });

  it('tells an override, and what the rules alone would say', () => {
    const [first, heading] = formatExplanation(overridden).split('\n');
    expect(first).toBe('Star dealer: D-07, as of 30 June 2026. Set by the sales director until 31 December 2026: “a new hospital from July”. The rules alone would say Question mark.');
    expect(heading).toBe('Why the rules say Question mark:');
    expect(chinese(overridden).split('\n')[0]).toBe(
      '明星客户：D-07，截至 2026年6月30日。由 the sales director 指定，有效期至 2026年12月31日，原因：“a new hospital from July”。若只按规则，应为问号客户。',
    );
  });

  it('tells the default and the ambiguous', () => {
    expect(formatExplanation(explanation({ status: 'otherwise' }))).toBe('question: D-07, as of 30 June 2026. No rule holds, so this is the default.');
    expect(formatExplanation(explanation({ status: 'ambiguous' }))).toBe('question: D-07, as of 30 June 2026. Several segments fit where only one may.');
    expect(formatExplanation(explanation({ customerId: '' }))).toBe('question: customer without an id, as of 30 June 2026.');
  });

  it('shows four reasons of many, and how many more there are', () => {
    const many = Array.from({ length: 7 }, (_, index) => reason({ fact: `fact${String(index)}` }));
    expect(because(...many).split('\n')).toHaveLength(5);
    expect(because(...many)).toContain('\n- And 3 more');
    expect(formatExplanation(explanation({ because: many }), { audience: 'auditor' })).toContain('Fact6');
  });

  it('shows the next three of many better segments, and how many more there are', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const why = explanation({ whyNot: ids.map((segment) => ({ segment, failed: [], missing: ['netSpend'] })), labels: Object.fromEntries(ids.map((id) => [`segments.${id}`, `Segment ${id}`])) });
    const named = (text: string) => text.split('\n').slice(2).map((line) => line.replace(/^- (.*?)(?:[:：].*)?$/, '$1'));
    expect(named(formatExplanation(why))).toEqual(['Segment c', 'Segment d', 'Segment e', 'And 2 more']);
    expect(named(chinese(why))).toEqual(['Segment c', 'Segment d', 'Segment e', '另有 2 项']);
    expect(named(formatExplanation(why, { audience: 'auditor' }))).toEqual(ids.map((id) => `Segment ${id}`));
    expect(named(formatExplanation({ ...why, whyNot: why.whyNot.slice(0, 3) }))).toEqual(['Segment a', 'Segment b', 'Segment c']);
  });

  it('tells what lowers a score', () => {
    const why = explanation({ against: [{ code: 'reason/lowers', pointer: '/scores/card', fact: 'complaints', type: 'number', actual: -9 }] });
    expect(formatExplanation(why).split('\n').slice(1)).toEqual(['What speaks against it:', '- Number of complaints lowers the score by 9']);
    expect(chinese(why).split('\n')[2]).toBe('- 投诉次数使得分降低 9');
  });

  it('writes the parts that are asked for', () => {
    expect(formatExplanation(dealer, { parts: [] })).toBe('Question mark: D-07, as of 30 June 2026.');
    expect(formatExplanation(dealer, { parts: ['passedOver'] }).split('\n').slice(1)).toEqual(['Tried before:', '- Star dealer: Quadrant is question mark, needs star']);
  });
});

describe('conditions', () => {
  it.each<[string, Partial<Reason>]>([
    ['Plan completion is 79.99%, below 80%', { code: 'reason/below', actual: 0.7999, required: 0.8, distance: 0.0001 }],
    ['Change of plan completion is +7.0 points, above 0 points', { code: 'reason/above', fact: 'targetCompletionChange', actual: 0.07, required: 0 }],
    ['Plan completion is 92.0%, between 80% and 100%', { code: 'reason/between', required: [0.8, 1] }],
    ['Plan completion is 92.0%, above 80% and below 100%', { code: 'reason/inside', required: [0.8, 1], comparator: '<' }],
    ['Net spend is CN¥7, above gross spend (CN¥5)', { code: 'reason/above', fact: 'netSpend', facts: ['netSpend', 'grossSpend'], type: 'money', actual: 7, required: 5, requiredFact: 'grossSpend' }],
    ['Known: net spend, gross spend', { code: 'reason/present', fact: 'netSpend', facts: ['netSpend', 'grossSpend'], type: 'money', actual: 7 }],
    ['The condition on net spend, gross spend holds', { code: 'reason/holds', fact: 'netSpend', facts: ['netSpend', 'grossSpend'], type: 'money', actual: 7 }],
    ['NPS is 42 points, above 30 points', { code: 'reason/above', fact: 'npsScore', label: 'NPS', type: 'number', actual: 42, required: 30, unit: 'points' }],
    ['Hospital level is Top, one of Top, Middle', { code: 'reason/one-of', fact: 'customer.attributes.level', label: 'hospital level', type: 'enum', actual: '3A', required: ['3A', '2A'] }],
    ['Industry is “retail trade”, starting with “retail”', { code: 'reason/starts-with', fact: 'customer.industry', type: 'text', actual: 'retail trade', required: 'retail' }],
    ['Previous segment is Gold', { code: 'reason/equal', fact: 'previous.segment', type: 'enum', actual: 'gold', required: 'gold' }],
    ['Kind of customer is business, not person', { code: 'reason/not-equal', fact: 'customer.kind', type: 'enum', actual: 'business', required: 'person' }],
    ['ContractUntil is 31 May 2026, before 30 June 2026', { code: 'reason/before', label: 'contractUntil', fact: 'contractUntil', type: 'date', actual: '2026-05-31', required: '2026-06-30' }],
    ['Tags is “a”, “b”, with “a” in it', { code: 'reason/contains', fact: 'tags', type: 'list', actual: ['a', 'b'], required: 'a' }],
    ['Time since the last purchase is 1 day, below 90 days', { code: 'reason/below', fact: 'daysSinceLastPurchase', type: 'days', actual: 1, required: 90 }],
  ])('%s', (expected, parts) => {
    const labels = { 'customer.attributes.level=3A': 'Top', 'customer.attributes.level=2A': 'Middle', 'segments.gold': 'Gold' };
    const text = formatExplanation(explanation({ because: [reason(parts)], labels })).split('\n')[2];
    expect(text?.toLowerCase()).toBe(`- ${expected}`.toLowerCase());
  });

  it.each<[string, Partial<Reason>]>([
    ['needs at least 80% (15 points short)', { code: 'reason/below', actual: 0.65, required: 0.8, distance: 0.15 }],
    ['needs more than 80%', { code: 'reason/at-most', actual: 0.8, required: 0.8, distance: 0 }],
    ['needs at most 30 days (15 days over)', { code: 'reason/above', fact: 'maxDaysOverdue', type: 'days', actual: 45, required: 30, distance: 15 }],
    ['needs at least CN¥5,000 (CN¥0.01 short)', { code: 'reason/below', fact: 'netSpend', type: 'money', actual: 4999.99, required: 5000, distance: 0.01 }],
    ['needs 80% to 100% (15 points short)', { code: 'reason/outside', actual: 0.65, required: [0.8, 1], distance: 0.15 }],
    ['needs 80% to 100% (20 points over)', { code: 'reason/outside', actual: 1.2, required: [0.8, 1], distance: 0.2 }],
    ['needs more than 80% and less than 100% (15 points short)', { code: 'reason/not-inside', actual: 0.65, required: [0.8, 1], distance: 0.15, comparator: '<' }],
    ['must not be both above 80% and below 100%', { code: 'reason/inside', actual: 0.9, required: [0.8, 1], distance: 0.1, comparator: '<' }],
    ['needs at least gross spend (CN¥5) (CN¥1 short)', { code: 'reason/below', fact: 'netSpend', facts: ['netSpend', 'grossSpend'], type: 'money', actual: 4, required: 5, requiredFact: 'grossSpend', distance: 1 }],
    ['must not be “clinic”', { code: 'reason/equal', fact: 'customer.type', type: 'text', actual: 'clinic', required: 'clinic' }],
    ['must start with “ret”', { code: 'reason/fails', fact: 'customer.type', type: 'text', actual: 'clinic', required: 'ret', comparator: 'startsWith' }],
    ['starting with “cl”, which must not be', { code: 'reason/starts-with', fact: 'customer.type', type: 'text', actual: 'clinic', required: 'cl', comparator: 'startsWith' }],
    ['overdue amount is not known, must be known', { code: 'reason/absent', fact: 'overdueAmount', type: 'money', actual: null }],
    ['pays on time: no', { code: 'reason/no', fact: 'paysOnTime', label: 'pays on time', type: 'boolean', actual: false }],
  ])('%s', (expected, parts) => {
    const { required: _required, comparator: _comparator, distance: _distance, ...bare } = reason();
    const line = failed({ ...bare, ...parts });
    expect(line.endsWith(expected), line).toBe(true);
  });

  it('says a value of its own unit for the one axis of a score', () => {
    const text = because(reason({ code: 'reason/equal', fact: 'scores.payments.band', type: 'enum', actual: 'high', required: 'high' }));
    expect(text).toBe('- Payments is high');
    const why = explanation({
      because: [reason({ code: 'reason/equal', fact: 'scores.payments.band', type: 'enum', actual: 'high', required: 'high' })],
      scores: [{ id: 'payments', value: 92.5, type: 'number', band: 'high', axes: [{ id: 'onTimePaymentRatio', input: 'onTimePaymentRatio', value: 92.5, line: 80, distance: 12.5, above: true, type: 'ratio' }] }],
    });
    expect(formatExplanation(why).split('\n')[2]).toBe('- Payments is high: share paid on time 92.5, 12.5 above the line of 80');
  });

  it('says the value of a score once', () => {
    const axes = [{ id: 'netSpend', input: 'netSpend', value: 6200, line: 5000, distance: 1200, above: true, type: 'money' as const }];
    const why = explanation({ status: 'otherwise', scores: [{ id: 'value', value: 6200, type: 'money', band: 'high', axes }, { id: 'plain', value: 6200, type: 'money', band: null }] });
    expect(formatExplanation(why).split('\n').slice(2)).toEqual(['- Value is high: net spend CN¥6,200, CN¥1,200 above the line of CN¥5,000', '- Plain is CN¥6,200']);
  });

  it('says contributions where there are several, and a line that nobody was above', () => {
    const why = explanation({
      status: 'otherwise',
      scores: [
        { id: 'card', label: 'Scorecard', value: 71, type: 'number', band: null, contributions: [{ id: 'netSpend', points: 80 }, { id: 'complaints', points: -9 }] },
        { id: 'value', value: null, type: 'money', band: 'low', axes: [{ id: 'netSpend', input: 'netSpend', value: 0, line: null, distance: null, above: false, rank: 1, of: 4, type: 'money' }] },
      ],
    });
    expect(formatExplanation(why).split('\n').slice(2)).toEqual([
      '- Scorecard is 71: net spend +80, number of complaints -9 points',
      '- Value is low: net spend CN¥0, where no customer was above the others (rank 1 of 4 customers, highest first)',
    ]);
  });
});

describe('the lines of a score', () => {
  const card = explanation({
    status: 'otherwise',
    scores: [
      {
        id: 'card', label: { en: 'Scorecard', 'zh-CN': '评分卡' }, value: 30, type: 'number', band: null,
        contributions: [
          { id: 'netSpend', points: 50 },
          { id: 'interactions', points: -10, kind: 'decay' },
          { id: 'credit', label: { en: 'Credit', 'zh-CN': '信用' }, points: 0, kind: 'missing' },
          { id: 'strength', points: 5, kind: 'redistributed' },
          { id: 'total', points: -15, kind: 'cap' },
          { id: 'base', points: 10, kind: 'floor' },
          { id: 'blocked', label: { en: 'Blocked', 'zh-CN': '已停供' }, points: -10, kind: 'gate' },
        ],
      },
    ],
    findings: [
      { code: 'score/missing-counted', params: { score: 'card', item: 'credit', points: 0 } },
      { code: 'score/weight-shared', params: { score: 'card', item: 'strength' } },
    ],
  });

  it('say what became of the points', () => {
    expect(formatExplanation(card).split('\n').slice(2)).toEqual([
      '- Scorecard is 30: net spend +50, number of interactions (lost with time) -10, Credit (not known) 0, strength (not known, its weight shared) +5, total (above the cap) -15, base (up to the floor) +10, Blocked (gate) -10 points',
      'Noticed in the data:',
      '- Card: Credit is not known and counts as 0 points',
      '- Card: strength is not known, and its weight is shared among the others',
    ]);
  });

  it('say it in Chinese', () => {
    expect(chinese(card).split('\n').slice(2)).toEqual([
      '- 评分卡为 30：净消费额 +50、互动次数（随时间衰减）-10、信用（未知）0、strength（未知，权重由其余各项分摊）+5、总分（超出上限）-15、base（补至下限）+10、已停供（限制项）-10 分',
      '数据提示：',
      '- Card：信用未知，按 0 分计',
      '- Card：strength 未知，其权重由其余各项分摊',
    ]);
  });
});

describe('for an auditor', () => {
  it('adds codes, pointers, the version, and everything else there is', () => {
    const text = formatExplanation({ ...overridden, omitted: ['counterfactuals', 'acme'] }, { audience: 'auditor' });
    expect(text).toContain('Policy dealers, version 2026.1.');
    expect(text).toContain('- Net spend is CN¥368,000, at least CN¥100,000 [reason/at-least /segments/2/when/and/2]');
    expect(text).toContain('Tried before:\n- Star dealer: Quadrant is question mark, needs star [reason/not-equal /segments/0/when/and/0]');
    expect(text).toContain('- Events after this day, left out: 3 [event/after-as-of]');
    expect(text).toContain('Not made:\n- What would change it\n- acme'.replace('acme', 'Acme'));
  });
});

describe('for the customer', () => {
  const told = (why: Explanation, options: FormatOptions = {}) => formatExplanation(why, { ...options, audience: 'customer' });

  it('names the segment by its public name and gives own figures', () => {
    expect(told(dealer)).toBe('As of 30 June 2026: Growing partner. Your net spend is CN¥368,000.');
    expect(told(dealer, { locale: zhCN })).toBe('截至 2026年6月30日：成长伙伴。您的净消费额为 ¥368,000。');
    expect(told(dealer, { style: 'markdown' })).toBe('As of 30 June 2026: **Growing partner**. Your net spend is CN¥368,000.');
    const since = explanation({ because: [reason({ fact: 'tenureDays', type: 'days', actual: 55 }), reason({ fact: 'daysSinceLastPurchase', type: 'days', actual: 1 })] });
    expect([told(since), told(since, { locale: zhCN })]).toEqual(['Your time as a customer is 55 days. Your time since the last purchase is 1 day.', '您成为客户的时间为 55 天。您距最近一次购买的时间为 1 天。']);
    expect(told(dealer, { parts: ['findings'] })).toBe('As of 30 June 2026: Growing partner.');
  });

  it('says nothing where nothing may be said', () => {
    expect(told(overridden)).toBe('');
    expect(told(undetermined)).toBe('');
  });

  it('never tells an internal name, a score, a rating, a plan or a reason of an override', () => {
    const secret = fc.stringMatching(/^[A-Z]{12}$/);
    fc.assert(
      fc.property(fc.array(secret, { minLength: 8, maxLength: 8 }), fc.constantFrom(...REASON_CODES), fc.boolean(), fc.constantFrom(en, zhCN), fc.constantFrom('text' as const, 'markdown' as const), (secrets, code, isSet, locale, style) => {
        const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = secrets;
        const why: Explanation = {
          ...dealer,
          customerId: h, segment: a, status: isSet ? 'overridden' : 'matched',
          because: [
            reason({ code, fact: `scores.${b}.band`, type: 'enum', actual: c, required: c, label: d }),
            reason({ code, fact: 'netSpend', type: 'money', actual: 71, required: 99, label: e }),
            reason({ code, fact: 'assessments.credit', actual: 0.4, label: f }),
            reason({ code, fact: e, type: 'text', actual: f, required: g }),
          ],
          override: { segment: a, actor: g, reason: h },
          findings: [{ code: a, fact: b, params: { segment: c } }],
          scores: [{ id: b, value: 64, type: 'number', band: c, axes: [{ id: 'x', input: d, value: 64, line: 65, distance: -1, above: false, rank: 57, of: 58, type: 'number' }] }],
          labels: { [`segments.${a}`]: f, [`scores.${b}`]: g, [`scores.${b}.band=${c}`]: h, netSpend: d },
        };
        const text = told(why, { locale, style });
        for (const each of secrets) expect(text).not.toContain(each);
        expect(text).not.toMatch(/57|58|64|65|99|40/);
        expect(text.includes('71')).toBe(!isSet);
      }),
    );
  });
});

describe('as Markdown', () => {
  it('has headings, bullets and bold', () => {
    const text = formatExplanation(dealer, { style: 'markdown' });
    expect(text).toMatch(/^\*\*Question mark\*\*: D-07, as of 30 June 2026\.\n\n### Because\n\n- Quadrant is question mark/);
    expect(text).toContain('\n\n### Why not better\n\n- **Star dealer**: ');
    expect(formatExplanation(dealer, { style: 'markdown', audience: 'auditor' })).toContain('at least CN¥100,000 `reason/at-least /segments/2/when/and/2`');
  });

  it('has the same words as the text', () => {
    const bare = (text: string): string => text.replace(/[*#:：\s]/g, '');
    for (const why of [dealer, undetermined, overridden]) {
      for (const locale of [en, zhCN]) expect(bare(formatExplanation(why, { locale, style: 'markdown' }))).toBe(bare(formatExplanation(why, { locale })));
    }
  });

  it('escapes what comes from outside', () => {
    const label = '# <b>*x*</b> [a](http://b) `c` _d_ | ~~e~~ www.f.example @g $h$ !i & \\';
    const text = formatExplanation(explanation({ labels: { 'segments.question': label }, customerId: '1. x' }), { style: 'markdown' });
    expect(text).toBe(
      '**\\# \\<b\\>\\*x\\*\\</b\\> \\[a\\](http\\://b) \\`c\\` \\_d\\_ \\| \\~\\~e\\~\\~ www\\.f.example \\@g \\$h\\$ \\!i \\& \\\\**: 1\\. x, as of 30 June 2026.',
    );
    const lists = formatExplanation(explanation({ because: [reason({ label: '- x' }), reason({ label: '2) x' })] }), { style: 'markdown' });
    expect(lists).toContain('- \\- x is');
    expect(lists).toContain('- 2\\) x is');
    const code = formatExplanation(explanation({ because: [reason({ pointer: '/a`b``c' })] }), { style: 'markdown', audience: 'auditor' });
    expect(code).toContain('``` reason/at-least /a`b``c ```');
  });
});

describe('hostile data', () => {
  it('keeps every text on its line and fills templates once', () => {
    const nasty = '{actual}\n- forged: {required}\u2029$& $1 \u0007\u202e\u2066';
    const why = explanation({ because: [reason({ label: nasty, type: 'text', actual: nasty, required: nasty })], customerId: nasty, segment: nasty, override: { segment: 'a', actor: nasty, reason: nasty }, status: 'overridden' });
    for (const style of ['text', 'markdown'] as const) {
      for (const locale of [en, zhCN]) {
        const text = formatExplanation(why, { style, locale, audience: 'auditor' });
        expect(text).not.toMatch(/[\u0007\u2029\u202e\u2066]|\n- forged/);
        expect(text.replaceAll('\\', '')).toContain('{actual} - forged: {required} $& $1');
      }
    }
  });

  it('looks up names of every object as any other name', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const why = explanation({ segment: name, because: [reason({ fact: name, type: 'enum', actual: name, required: name, code: 'reason/equal' })], scores: [{ id: name, value: null, type: 'number', band: name, reason: name }], findings: [{ code: name, fact: name, params: {} }], whyNot: [{ segment: name, failed: [reason({ code: name as Reason['code'] }), reason({ code: 'reason/fails', comparator: name })], missing: [name] }] });
      expect(formatExplanation(why)).toContain(`${name}: D-07`);
      expect(formatExplanation(why)).not.toMatch(/\[object|function|native/);
    }
  });

  it('takes any explanation that is shaped like one', () => {
    const value = fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constant(null), fc.array(fc.oneof(fc.double(), fc.string())));
    const type = fc.constantFrom('number', 'money', 'ratio', 'count', 'days', 'date', 'boolean', 'text', 'enum', 'list');
    const anyReason = fc.record(
      { code: fc.constantFrom(...REASON_CODES), pointer: fc.string(), fact: fc.string(), type, actual: value, required: value, comparator: fc.string(), distance: fc.double(), unit: fc.string(), label: fc.string() },
      { requiredKeys: ['code', 'pointer', 'fact', 'type', 'actual'] },
    );
    fc.assert(
      fc.property(fc.array(anyReason, { maxLength: 6 }), fc.string(), fc.string(), fc.constantFrom('sales' as const, 'auditor' as const, 'customer' as const), (reasons, text, currency, audience) => {
        const why = explanation({
          because: reasons, against: reasons, currency, asOf: text, segment: text,
          whyNot: [{ segment: text, failed: reasons, missing: [text] }],
          counterfactuals: [{ to: text, direction: 'up', kind: 'ahead', by: text, changes: [{ fact: text, type: 'number', from: 1, to: text, action: { type: text, amount: 1, by: text } }], assumptions: ['nothing-else'], verified: true }],
          validity: { lastDay: text, changesAt: text, becomes: text, through: text, because: reasons[0] ?? { code: 'reason/holds', pointer: '', fact: '', type: 'boolean', actual: true } },
        });
        for (const locale of [en, zhCN]) {
          const once = formatExplanation(why, { locale, audience });
          expect(formatExplanation(structuredClone(why), { locale, audience })).toBe(once);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('a locale is its words, not its name', () => {
  expect(() => formatExplanation(explanation({}), { locale: 'zh-CN' as unknown as typeof zhCN })).toThrow('import `zhCN` from `clientele/locales/zh-CN`');
});
