// What must compile, and what must not: checked by `npm run types`. The messages of the compiler are compared in define-policy.test.ts.
import type { CatalogueFact } from '../../src/facts/catalogue.js';
import { definePolicy } from '../../src/policy/define-policy.js';
import { policyFrom } from '../../src/policy/policy-from.js';
import type { Rule } from '../../src/policy/rule.js';
import type { Policy } from '../../src/policy/types.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<_Condition extends true>(): void {
  // The type is the test.
}
type NamesOf<P> = P extends Policy<infer G, infer S, infer F, infer A, infer K> ? readonly [G, S, F, A, K] : never;

const settings = { schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai' } as const;

export const shop = definePolicy({
  ...settings,
  parameters: { goldFrom: 5000, onTime: 0.8 },
  attributes: { vip: { type: 'boolean' } },
  facts: { npsScore: { type: 'number' } },
  measures: { monthly: { count: { of: 'sales', window: { last: 'P1M' } } }, keen: { when: { '>': [{ var: 'monthly' }, 3] } } },
  scores: { worth: { scorer: 'value', of: 'netSpend', cut: { fixed: [1000] } }, churn: { scorer: 'acme:churn', horizon: 90 } },
  segments: [
    { id: 'gold', when: { or: [{ var: 'customer.attributes.vip' }, { '>=': [{ var: 'netSpend' }, { var: 'parameters.goldFrom' }] }] } },
    {
      id: 'keen',
      when: { and: [{ var: 'keen' }, { '!==': [{ var: 'npsScore' }, null] }, { '!': [{ '==': [{ var: 'scores.worth.band' }, 'low'] }] }] },
    },
    { id: 'back', when: { '==': [{ var: 'previous.segment' }, 'gold'] } },
    { id: 'near', when: { 'acme:near': [{ var: 'assessments.credit' }, 0.5] } },
    { id: 'other' },
  ],
  ranking: ['gold', 'keen'],
  otherwise: 'other',
});

// Each mode of loyalty takes its own options.
definePolicy({
  ...settings,
  facts: { nps: { type: 'number' }, rank: { type: 'number' }, brands: { type: 'count' } },
  parameters: { often: 6 },
  scores: {
    usual: { scorer: 'loyalty', loyalFromPurchases: { var: 'parameters.often' } },
    index: { scorer: 'loyalty', mode: 'composite', items: [{ of: 'purchases', weight: 1, marks: { target: 12 } }], cut: { fixed: [50] } },
    kind: { scorer: 'loyalty', mode: 'attitude', behaviour: { of: 'purchases', cut: { fixed: [6] } }, attitude: { of: 'nps', cut: { fixed: [9] } } },
    ladder: { scorer: 'loyalty', mode: 'ladder', stages: [{ id: 'prospect', when: true }, { id: 'client', when: { '>=': [{ var: 'purchases' }, 4] } }] },
    share: { scorer: 'loyalty', mode: 'share-of-wallet', cut: { fixed: [0.5] } },
    byRank: { scorer: 'loyalty', mode: 'wallet-allocation', rank: 'rank', brands: 'brands' },
  },
  segments: [],
});
definePolicy({
  ...settings,
  // @ts-expect-error a ladder has no axes
  scores: { ladder: { scorer: 'loyalty', mode: 'ladder', stages: [{ id: 'prospect', when: true }], attitude: { of: 'nps', cut: { fixed: [9] } } } },
  segments: [],
});
definePolicy({
  ...settings,
  // @ts-expect-error the rank is a path
  scores: { byRank: { scorer: 'loyalty', mode: 'wallet-allocation', rank: 'rnak', brands: 'units' } },
  segments: [],
});

holds<Equal<NamesOf<typeof shop>[0], 'gold' | 'keen' | 'back' | 'near' | 'other'>>();
holds<Equal<NamesOf<typeof shop>[1], 'worth' | 'churn'>>();
holds<Equal<Exclude<NamesOf<typeof shop>[2], CatalogueFact>, 'npsScore' | 'monthly' | 'keen'>>();
holds<Equal<NamesOf<typeof shop>[3], 'vip'>>();
holds<Equal<NamesOf<typeof shop>[4], 'goldFrom' | 'onTime'>>();

// A policy of known names is one of any names.
export const loose: Policy = shop;

// A policy may only give facts and scores.
export const scoresOnly = definePolicy({ ...settings, segments: [], scores: { worth: { scorer: 'value' } } });
holds<Equal<NamesOf<typeof scoresOnly>[0], never>>();

// Rules can be written apart, against paths of their own.
const late: Rule<'daysSinceLastPurchase'> = { '>=': [{ var: 'daysSinceLastPurchase' }, 365] };
export const withRule = definePolicy({ ...settings, segments: [{ id: 'late', when: late }, { id: 'other' }], otherwise: 'other' });

export const own = policyFrom(shop, { id: 'mine', version: '1', parameters: { goldFrom: 800 } });
holds<Equal<typeof own, typeof shop>>();
// @ts-expect-error the preset has no such parameter
policyFrom(shop, { id: 'mine', version: '1', parameters: { goldFrm: 800 } });
// @ts-expect-error rules are not changed by policyFrom
policyFrom(shop, { id: 'mine', version: '1', rules: [] });
// @ts-expect-error a policy of one's own has a name of its own
policyFrom(shop, { version: '1' });

// @ts-expect-error a rule against paths that the policy does not have
export const undeclared = definePolicy({ ...settings, segments: [{ id: 'late', when: { var: 'vip' } satisfies Rule<'vip'> }] });
// @ts-expect-error no currency
definePolicy({ schema: 'clientele.policy/1', id: 'shop', version: '1', timeZone: 'UTC', segments: [] });
// @ts-expect-error a text is no list
export const inText: Rule = { in: [{ var: 'name' }, 'abc'] };
// @ts-expect-error a window has one form
definePolicy({ ...settings, window: { last: 'P12M', calendar: 'year' }, segments: [] });
// @ts-expect-error a period of the calendar has a name
definePolicy({ ...settings, window: { calendar: 'fiscal' }, segments: [] });
// @ts-expect-error the option is `yearsBack`
definePolicy({ ...settings, window: { last: 'P12M', years: 1 }, segments: [] });
// @ts-expect-error no week lies where a week lay a year before
definePolicy({ ...settings, window: { calendar: 'week', yearsBack: 1 }, segments: [] });
// @ts-expect-error named days have an end
definePolicy({ ...settings, window: { from: '2026-01-01' }, segments: [] });
// @ts-expect-error days are written YYYY-MM-DD
definePolicy({ ...settings, window: { from: 'January', to: '2026-03-31' }, segments: [] });
// @ts-expect-error named days are not moved
definePolicy({ ...settings, window: { from: '2026-01-01', to: '2026-03-31', back: 1 }, segments: [] });
// @ts-expect-error the whole life is not moved
definePolicy({ ...settings, window: { life: true, back: 1 }, segments: [] });
// @ts-expect-error the whole life is there or not named
definePolicy({ ...settings, window: { life: false }, segments: [] });
