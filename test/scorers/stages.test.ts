// Stages that a policy declares: how one is chosen, from the answers to the rules and from the stage before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/errors/json.js';
import { lifecycleStage } from '../../src/scorers/lifecycle-stage.js';
import type { Score } from '../../src/scorers/scorer.js';
import { bind, problemsOf } from './kit.js';

type Answer = boolean | null;

const IDS = ['low', 'middle', 'top'];
const rule = (id: string) => ({ '>=': [{ var: 'netSpend' }, id.length] });
const stages = (withStay: boolean): Json => IDS.map((id) => ({ id, when: rule(id), ...(withStay ? { stay: rule(`${id}-stay`) } : {}) }));
const machine = (mode: string, more: JsonObject = {}) => bind(lifecycleStage, { stages: stages(mode === 'hysteresis'), mode, ...more });

/** A customer by the answers to the rules of the three stages, those that keep one there, and the stage before. */
function customer(enters: readonly Answer[], stays: readonly Answer[] = [], before: string | null = null) {
  const inputs: { [key: string]: Answer | string } = { 'previous.scores..band': before };
  IDS.forEach((id, index) => {
    inputs[`when ${id}`] = enters[index] ?? null;
    inputs[`stay ${id}`] = stays[index] ?? null;
  });
  return inputs;
}

const [yes, no, open] = [true, false, null];
const unknown: Score = { value: null, band: null, reason: 'stages/unknown' };
const none: Score = { value: null, band: null, reason: 'stages/none' };
const at = (band: string): Score => ({ value: null, band });
const kept = (band: string): Score => ({ value: null, band, kept: true });

describe('first', () => {
  const { score, bands } = machine('first');
  it.each<[string, readonly Answer[], Score]>([
    ['the first that holds', [yes, yes, yes], at('low')],
    ['those before fail', [no, yes, open], at('middle')],
    ['one before is unknown', [open, yes, yes], unknown],
    ['none holds', [no, no, no], none],
    ['the last is unknown', [no, no, open], unknown],
  ])('%s', (_, enters, result) => expect(score(customer(enters))).toEqual(result));

  it('is the default, and gives bands without an order', () => {
    expect(bind(lifecycleStage, { stages: stages(false) }).score(customer([no, yes, yes]))).toEqual(at('middle'));
    expect(bands).toEqual(IDS);
    const read = (mode: string) => lifecycleStage.resultOf?.(lifecycleStage.readOptions({ stages: stages(false), mode }, () => undefined));
    expect(['first', 'highest', 'ratchet', 'hysteresis'].map(read)).toEqual(['nominal', 'ordinal', 'ordinal', 'ordinal']);
  });
});

describe('highest', () => {
  const { score } = machine('highest');
  it.each<[string, readonly Answer[], Score]>([
    ['the highest that holds', [yes, yes, no], at('middle')],
    ['stages may be skipped', [no, no, yes], at('top')],
    ['a lower one is unknown', [open, open, yes], at('top')],
    ['a higher one is unknown', [yes, yes, open], unknown],
    ['none holds', [no, no, no], none],
  ])('%s', (_, enters, result) => expect(score(customer(enters))).toEqual(result));
});

describe('ratchet', () => {
  const { score } = machine('ratchet');
  it.each<[string, readonly Answer[], string | null, Score]>([
    ['no stage before: the highest', [yes, yes, no], null, at('middle')],
    ['the same as before', [yes, yes, no], 'middle', at('middle')],
    ['a step up', [no, no, yes], 'low', at('top')],
    ['never back', [yes, no, no], 'middle', kept('middle')],
    ['never back, with nothing that holds', [no, no, no], 'top', kept('top')],
    ['what is below the stage before is not asked', [open, open, no], 'middle', kept('middle')],
    ['a higher one is unknown', [yes, yes, open], 'middle', unknown],
    ['at the top there is none', [open, open, open], 'top', kept('top')],
    ['a stage before that is no stage', [yes, no, no], 'gone', at('low')],
  ])('%s', (_, enters, before, result) => expect(score(customer(enters, [], before))).toEqual(result));
});

describe('hysteresis', () => {
  const { score } = machine('hysteresis');
  it.each<[string, readonly Answer[], readonly Answer[], string | null, Score]>([
    ['no stage before: the line to enter counts', [yes, no, no], [yes, yes, yes], null, at('low')],
    ['kept at the lower line', [yes, no, no], [yes, yes, no], 'middle', kept('middle')],
    ['lost below it', [yes, no, no], [yes, no, no], 'middle', at('low')],
    ['entered again is not kept', [yes, yes, no], [yes, yes, no], 'middle', at('middle')],
    ['a stage above is not kept by its lower line', [yes, no, no], [yes, yes, yes], 'middle', kept('middle')],
    ['who was above may keep a lower one', [no, no, no], [yes, yes, no], 'top', kept('middle')],
    ['a step up', [yes, yes, yes], [yes, yes, yes], 'low', at('top')],
    ['whether one stays is unknown', [yes, no, no], [yes, open, no], 'middle', unknown],
    ['whether one enters is unknown, and one stays', [yes, open, no], [yes, yes, no], 'middle', kept('middle')],
    ['a higher one is unknown', [yes, yes, open], [yes, yes, yes], 'middle', unknown],
    ['nothing holds', [no, no, no], [no, no, no], 'top', none],
  ])('%s', (_, enters, stays, before, result) => expect(score(customer(enters, stays, before))).toEqual(result));

  it('without `stay` is the highest', () => {
    const bare = bind(lifecycleStage, { stages: stages(false), mode: 'hysteresis' });
    expect(bare.score(customer([yes, no, no], [], 'top'))).toEqual(at('low'));
  });
});

describe('properties', () => {
  const answer = fc.constantFrom<Answer>(yes, no, open);
  const answers = fc.tuple(answer, answer, answer);
  const before = fc.constantFrom(null, ...IDS);
  const place = ({ band }: Score): number => IDS.indexOf(band ?? '');

  it('what is unknown never decides: any answer in its place gives the same stage, or there was none', () => {
    for (const mode of ['first', 'highest', 'ratchet', 'hysteresis']) {
      const { score } = machine(mode);
      fc.assert(fc.property(answers, answers, before, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (enters, stays, was, filled) => {
        const result = score(customer(enters, stays, was));
        const fill = (given: readonly Answer[], from: number) => given.map((each, index) => each ?? filled[from + index] ?? false);
        const whole = score(customer(fill(enters, 0), fill(stays, 3), was));
        if (result.band !== null) expect(whole.band).toBe(result.band);
        if (result.reason === 'stages/none') expect(whole.reason).toBe('stages/none');
      }));
    }
  });

  it('a ratchet never goes back', () => {
    const { score } = machine('ratchet');
    fc.assert(fc.property(answers, before, (enters, was) => {
      const result = score(customer(enters, [], was));
      if (was !== null && result.band !== null) expect(place(result)).toBeGreaterThanOrEqual(IDS.indexOf(was));
    }));
  });

  it('kept is what the day alone does not give', () => {
    for (const mode of ['ratchet', 'hysteresis']) {
      const { score } = machine(mode);
      fc.assert(fc.property(answers, answers, before, (enters, stays, was) => {
        const result = score(customer(enters, stays, was));
        if (result.band === null) return;
        const stage = enters[IDS.indexOf(result.band)];
        expect(result.kept === true).toBe(stage !== true);
      }));
    }
  });

  it('hysteresis lies between the highest of today and a ratchet', () => {
    const [free, held, tight] = [machine('highest'), machine('hysteresis'), machine('ratchet')];
    const sure = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
    fc.assert(fc.property(sure, sure, before, (enters, stays, was) => {
      const of = ({ score }: typeof free) => place(score(customer(enters, stays, was)));
      expect(of(held)).toBeGreaterThanOrEqual(of(free));
      expect(of(tight)).toBeGreaterThanOrEqual(of(held));
    }));
  });
});

describe('too new to judge', () => {
  const { score, bands } = machine('highest', { tooNewBelowDays: 30 });
  const bought = (days: number | null, purchases: number | null = 3) => ({ ...customer([yes, yes, no]), daysSinceFirstPurchase: days, lifetimePurchases: purchases });

  it('comes before every stage, and is the lowest of the bands', () => {
    expect(bands).toEqual(['too-new', ...IDS]);
    expect(score(bought(29))).toMatchObject({ band: 'too-new', axes: [{ input: 'daysSinceFirstPurchase', value: 29, line: 30, above: false }] });
    expect(score(bought(30))).toEqual(at('middle'));
  });

  it('is not asked of who has never bought, and is unknown where the first purchase is', () => {
    expect(score(bought(null, 0))).toEqual(at('middle'));
    expect(score(bought(null))).toEqual({ value: null, band: null, reason: 'score/missing-fact' });
    expect(score({ ...bought(null), daysSinceLastPurchase: 30 })).toEqual(at('middle'));
  });
});

describe('options that are wrong', () => {
  const messages = (json: Json) => problemsOf(lifecycleStage, json).map(({ pointer, message }) => `${pointer}: ${message}`);
  const fine = { id: 'a', when: true };

  it.each<[string, Json, readonly string[]]>([
    ['no list', { stages: 'a' }, ['/stages: `stages` must be a list of stages, each with `id` and `when`']],
    ['an empty list', { stages: [] }, ['/stages: `stages` must be a list of stages, each with `id` and `when`']],
    ['a mode without stages', { mode: 'ratchet' }, ['/stages: `stages` must be a list of stages, each with `id` and `when`']],
    ['a stage that is none', { stages: [fine, 'b'] }, ['/stages/1: give an object of options: id, when, stay']],
    ['no id', { stages: [{ when: true }] }, ['/stages/0/id: `id` must be a name for the stage, such as `active`: add it']],
    ['a blank id', { stages: [{ id: ' ', when: true }] }, ['/stages/0/id: `id` must be a name for the stage, such as `active`, without spaces around it']],
    ['two of one id', { stages: [fine, fine] }, ['/stages/1/id: there is another stage `a`: give each its own `id`']],
    ['no rule', { stages: [{ id: 'a' }] }, ['/stages/0/when: `when` must be the rule that says who is in the stage: add it, or `true` for everybody']],
    ['a rule to stay where nobody can', { stages: [{ ...fine, stay: true }], mode: 'highest' }, ['/stages/0/stay: `stay` is for the mode `hysteresis`: remove it, or set `mode`']],
    ['a mode that is none', { stages: [fine], mode: 'highst' }, ['/mode: `mode` must be one of `first`, `highest`, `ratchet`, `hysteresis`']],
    ['a stage named like the band of the too new', { stages: [{ id: 'too-new', when: true }], tooNewBelowDays: 3 }, ['/stages/0/id: there is another stage `too-new`: give each its own `id`']],
    ['limits of the other stages', { stages: [fine], atRiskFromDays: 3 }, ['/atRiskFromDays: unknown option `atRiskFromDays`: use stages, mode, tooNewBelowDays']],
    ['days that are none', { stages: [fine], tooNewBelowDays: 0.5 }, ['/tooNewBelowDays: `tooNewBelowDays` must be a whole number of days, 1 or more']],
    ['something else altogether', [], ['/: give an object of options: atRiskFromDays, lapsedFromDays, tooNewBelowDays, stages']],
  ])('%s', (_, json, expected) => expect(messages(json).slice(0, expected.length)).toEqual(expected.map((each) => each.replace(/^\/:/, ':'))));

  it('say the nearest word', () => expect(problemsOf(lifecycleStage, { stages: [fine], mode: 'highst' })[0]?.suggestion).toBe('highest'));
});
