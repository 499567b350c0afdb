// Explanations and moves that a host kept, made before some of the parts of today existed.
import { describe, expect, it } from 'vitest';
import { formatExplanation, formatMove, type Explanation, type Move } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { dealer, explanation, overridden, undetermined } from './samples.js';

function without<T extends object>(whole: T, ...names: readonly string[]): T {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as T;
}

/** What explanations have not always had. */
const LATER = ['policy', 'currency', 'alsoHolding', 'scores', 'noWay', 'differs', 'idleOverrides'];
const LISTS = ['alsoHolding', 'noWay', 'differs', 'idleOverrides'];
const locales = [{}, { locale: zhCN }];
const audiences = ['sales', 'auditor', 'customer'] as const;

describe('an explanation of an earlier version', () => {
  it.each([dealer, overridden, undetermined])('is told as one that has nothing of what it was made without (%#)', (why) => {
    for (const locale of locales) for (const audience of audiences) expect(formatExplanation(without(why, ...LISTS), { ...locale, audience })).toBe(formatExplanation(why, { ...locale, audience }));
  });

  it('is told whichever of these it lacks', () => {
    for (const name of LATER) {
      for (const locale of locales) for (const audience of audiences) expect(formatExplanation(without(dealer, name), { ...locale, audience })).not.toMatch(/undefined|\{\w+\}/);
    }
  });

  it('without its policy and currency names neither', () => {
    const [first, , , , spend] = formatExplanation(without(dealer, 'policy', 'currency'), { audience: 'auditor' }).split('\n');
    expect(first).toBe('Question mark: D-07, as of 30 June 2026.');
    expect(spend).toBe('- Net spend is 368,000, at least 100,000 [reason/at-least /segments/2/when/and/2]');
  });

  it('has changes of facts, and a validity, of which less is told', () => {
    const changes = [{ fact: 'netSpend', from: 3680, to: 4000 }];
    const why = explanation({ validity: { lastDay: null, changesAt: null, becomes: null } as unknown as Explanation['validity'], counterfactuals: [{ to: 'star', direction: 'up', kind: 'ahead', by: '2026-09-30', changes, assumptions: ['plan unchanged'], verified: true }] as unknown as Explanation['counterfactuals'] });
    expect(formatExplanation(why, { audience: 'auditor', parts: ['counterfactuals', 'validity'] }).split('\n').slice(1)).toEqual(['What would change it:', '- With net spend at 4,000 instead of 3,680 by 30 September 2026: star; provided that plan unchanged']);
  });
});

describe('a move of an earlier version', () => {
  it('has no drivers and no labels', () => {
    const move: Move = { schema: 'clientele.move/1', customerId: '1', asOf: { before: '2026-03-31', after: '2026-06-30' }, currency: 'CNY', from: 'gold', to: 'quiet', direction: 'down', parts: [], drivers: [], omitted: [], labels: {} };
    for (const locale of locales) for (const audience of audiences) expect(formatMove(without(move, 'drivers', 'labels', 'omitted'), { ...locale, audience })).toBe(formatMove(move, { ...locale, audience }));
  });
});
