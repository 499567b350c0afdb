import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loyalty } from '../../../src/scorers/loyalty.js';
import type { ScorerImplementation } from '../../../src/scorers/scorer.js';
import { bind, problemsOf } from '../kit.js';

const names = ['prospect', 'customer', 'client', 'supporter', 'advocate'] as const;
const scorer: ScorerImplementation = loyalty;
const { score, bands, options } = bind(scorer, { mode: 'ladder', stages: names.map((id) => ({ id, when: true })) });
/** The answers to the rules, the lowest first. */
const rungs = (...answers: readonly (boolean | null)[]) => score(Object.fromEntries(names.map((id, index) => [`when ${id}`, answers[index] ?? null])));

describe('a ladder', () => {
  it('is climbed from stage to stage', () => {
    expect(rungs(true, false, false, false, false).band).toBe('prospect');
    expect(rungs(true, true, true, false, false).band).toBe('client');
    expect(rungs(true, true, true, true, true).band).toBe('advocate');
  });

  it('is not jumped: who recommends us and never bought is a prospect', () => {
    expect(rungs(true, false, false, true, true).band).toBe('prospect');
  });

  it('does not ask what lies above the first stage that is not reached', () => {
    expect(rungs(true, true, false, null, null).band).toBe('customer');
  });

  it('is not guessed where a stage on the way is not known', () => {
    expect(rungs(true, true, null, true, true)).toEqual({ value: null, band: null, reason: 'stages/unknown' });
    expect(rungs(true, true, true, true, null).reason).toBe('stages/unknown');
  });

  it('has nobody on it who is not on the lowest stage', () => {
    expect(rungs(false, true, true, true, true)).toEqual({ value: null, band: null, reason: 'stages/none' });
  });

  it('never comes higher by what is not known', () => {
    const answers = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(fc.property(answers, fc.integer({ min: 0, max: 4 }), (all, lost) => {
      const [whole, less] = [rungs(...all).band, rungs(...all.map((answer, index) => (index === lost ? null : answer))).band];
      expect(less === null || less === whole).toBe(true);
    }));
  });

  it('has an order, asks its rules by their place, and reads no facts itself', () => {
    expect([bands, scorer.resultOf?.(options), scorer.inputs(options)]).toEqual([names, 'ordinal', []]);
    expect(scorer.conditions?.(options)[1]).toEqual({ key: 'when customer', pointer: '/stages/1/when', when: true, band: 'customer', isForRest: false });
  });

  it('says what is wrong with its options', () => {
    const messages = (json: object) => problemsOf(loyalty, { mode: 'ladder', ...json }).map(({ pointer, message }) => `${pointer}: ${message}`);
    expect(messages({})).toEqual(['/stages: `stages` must be a list of stages, each with `id` and `when`']);
    expect(messages({ stages: [{ id: 'a', when: true, stay: true }, { id: 'a', when: true }, { id: 'b' }] })).toEqual([
      '/stages/0/stay: unknown option `stay`: use id, when',
      '/stages/1/id: there is another stage `a`: give each its own `id`',
      '/stages/2/when: `when` must be the rule that says who is in the stage: add it, or `true` for everybody',
    ]);
    expect(messages({ stages: [{ id: 'a', when: true }], tooNewBelowDays: 30 })).toEqual(['/tooNewBelowDays: unknown option `tooNewBelowDays`: use mode, stages']);
  });
});
