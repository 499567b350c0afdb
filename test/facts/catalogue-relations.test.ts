// Ready facts about interactions, possible sales, surveys, ratings and the customer: each figure by hand, and where each is missing.
import { describe, expect, it } from 'vitest';
import { fact, issuesOf, noticed, readerOf, sale, asRecord } from './kit.js';

const v = (path: string) => ({ var: path });
const lastYear = { change: { window: { last: 'P12M' } } };

describe('interactions', () => {
  const interactions = [{ at: '2026-06-01', kind: 'visit', channel: 'field' }, { at: '2026-06-20', kind: 'complaint', channel: 'phone' }, { at: '2024-01-01', kind: 'visit', channel: 'mail' }];
  it('have kinds, channels and a last day', () => {
    expect(fact('salesVisits', { interactions }, lastYear)).toBe(1);
    expect(fact('distinctInteractionChannels', { interactions }, lastYear)).toBe(2);
    expect(fact('daysSinceLastInteraction', { interactions })).toBe(10);
    expect(fact('complaintRate', { interactions, transactions: [sale('2026-06-01'), sale('2026-06-02')] })).toBe(0.5);
  });
  it('are missing where they are not known, or there is nothing to divide by', () => {
    for (const id of ['salesVisits', 'distinctInteractionChannels', 'daysSinceLastInteraction', 'complaintRate']) expect(fact(id, { transactions: [sale('2026-06-01')] })).toBeNull();
    expect(fact('distinctInteractionChannels', { interactions: [...interactions, { at: '2026-06-01', kind: 'visit' }] })).toBeNull();
    expect(fact('daysSinceLastInteraction', { interactions: [] })).toBeNull();
    expect(fact('complaintRate', { interactions, transactions: [] })).toBeNull();
  });
});

describe('opportunities', () => {
  const at = { at: '2026-06-01', stage: 'x' };
  const opportunities = [{ ...at, status: 'won', amount: 100 }, { ...at, status: 'lost' }, { ...at, status: 'lost', amount: 5 }, { ...at, amount: '30.50' }, { ...at, at: '2020-01-01', status: 'open', amount: 1 }];
  it('are won at a rate, and worth something', () => {
    expect(fact('winRate', { opportunities })).toBe(1 / 3);
    expect(fact('wonAmount', { opportunities }, lastYear)).toBe(100);
    expect(fact('openOpportunityAmount', { opportunities }, lastYear)).toBe(31.5);
  });
  it('have no rate until one is closed, and no worth where one states none', () => {
    expect(fact('winRate', { opportunities: opportunities.slice(3) })).toBeNull();
    expect(fact('winRate', {})).toBeNull();
    expect(fact('wonAmount', { opportunities: [{ ...at, status: 'won' }] })).toBeNull();
    expect(fact('openOpportunityAmount', { opportunities: [at] })).toBeNull();
    expect([fact('wonAmount', { opportunities: [] }), fact('openOpportunityAmount', { opportunities: [] })]).toEqual([0, 0]);
  });
});

describe('the wallet', () => {
  const transactions = [sale('2026-06-01', 50)];
  it('is shared where the host gives the potential', () => {
    expect(fact('shareOfWallet', { transactions, facts: { potentialSpend: 200 } })).toBe(0.25);
    expect(fact('potentialSpend', { transactions, facts: { potentialSpend: '200.00' } })).toBe(200);
  });
  it('is missing where it is not given, or nothing', () => {
    expect(fact('shareOfWallet', { transactions })).toBeNull();
    expect(fact('shareOfWallet', { transactions, facts: { potentialSpend: 0 } })).toBeNull();
    expect(readerOf(['shareOfWallet']).requirements({ asOf: '2026-06-30' }).facts).toEqual(['potentialSpend']);
  });
});

describe('surveys and ratings', () => {
  const surveys = [{ at: '2026-06-01', instrument: 'nps', score: 9 }, { at: '2026-03-01', instrument: 'nps', score: 6 }, { at: '2020-01-01', instrument: 'nps', score: 0 }];
  const assessments = [
    { at: '2026-06-01', indicator: 'strength', rating: 4, of: 5 },
    { at: '2026-06-10', indicator: 'credit', rating: 6, of: 10 },
    { at: '2020-01-01', indicator: 'credit', rating: 0, of: 10 },
  ];
  it('have a last and a mean', () => {
    expect(fact('lastSurveyScore', { surveys })).toBe(9);
    expect(fact('lastSurveyScore', { surveys: [...surveys, { at: '2026-06-01', instrument: 'nps', score: 7 }] })).toBe(7);
    expect(fact('meanSurveyScore', { surveys }, lastYear)).toBe(7.5);
    expect(fact('meanAssessment', { assessments }, lastYear)).toBe(0.7);
    expect(fact('daysSinceLastAssessment', { assessments })).toBe(20);
  });
  it('are of one mind, or not', () => {
    // 0.8 less 0.6 is 0.2, which doubles say otherwise.
    expect(fact('assessmentSpread', { assessments }, lastYear)).toBe(0.2);
    expect(fact('assessmentSpread', { assessments: assessments.slice(0, 1) })).toBe(0);
  });
  it('are missing where there are none, and where one cannot be read', () => {
    for (const id of ['lastSurveyScore', 'meanSurveyScore']) expect([fact(id, {}), fact(id, { surveys: [] }), fact(id, { surveys: [{ at: '2026-06-01', instrument: 'nps' }] })]).toEqual([null, null, null]);
    for (const id of ['meanAssessment', 'assessmentSpread']) expect([fact(id, {}), fact(id, { assessments: [] }), fact(id, { assessments: [{ ...assessments[0], rating: 9 }] })]).toEqual([null, null, null]);
    expect([fact('daysSinceLastAssessment', {}), fact('daysSinceLastAssessment', { assessments: [] })]).toEqual([null, null]);
  });
});

describe('a person', () => {
  const born = (birthday: unknown) => ({ customer: { id: 'C-1', birthday } });
  it('is so many years old, from the birthday on', () => {
    expect([fact('ageYears', born('1990-06-30')), fact('ageYears', born('1990-07-01')), fact('ageYears', born('2026-06-30'))]).toEqual([36, 35, 0]);
    const leap = (asOf: string) => fact('ageYears', born('2000-02-29'), { asOf });
    expect([leap('2025-02-27'), leap('2025-02-28'), leap('2028-02-28'), leap('2028-02-29')]).toEqual([24, 25, 27, 28]);
  });
  it.each([
    ['greatest', '1900-01-01', '1927-12-31'], ['silent', '1928-01-01', '1945-12-31'], ['boomer', '1946-01-01', '1964-12-31'], ['x', '1965-01-01', '1980-12-31'],
    ['millennial', '1981-01-01', '1996-12-31'], ['z', '1997-01-01', '2012-12-31'], ['after-z', '2013-01-01', '2026-06-30'],
  ])('is of the generation %s, born from %s to %s', (name, first, last) => expect([fact('generation', born(first)), fact('generation', born(last))]).toEqual([name, name]));

  it('is of no age where the birthday is not known, not born yet, or no date', () => {
    for (const id of ['ageYears', 'generation']) {
      expect([fact(id, {}), fact(id, born(null)), fact(id, born('')), fact(id, born('2026-07-01'))]).toEqual([null, null, null, null]);
      expect(noticed([id], born('young'))).toEqual(['data/wrong-type /customer/birthday']);
    }
  });
  it('is asked for, and nobody must be judged by it', () => {
    const classifier = readerOf(['ageYears', 'generation', 'creditUse', 'tenureDays']);
    expect(classifier.requirements({ asOf: '2026-06-30' }).customer).toEqual(['id', 'birthday', 'creditLimit', 'since']);
    const judging = readerOf([], { segments: [{ id: 'a', when: { '<': [v('youth'), 30] } }, { id: 'b', when: { '==': [v('generation'), 'z'] } }, { id: 'c' }], otherwise: 'c', measures: { youth: { calculate: { '+': [v('ageYears'), 1] } } } });
    expect(judging.lint().map(({ code, pointer, params }) => [code, pointer, params['path']])).toEqual([
      ['lint/protected-attribute', '/segments/0/when/</0', 'ageYears'],
      ['lint/protected-attribute', '/segments/1/when/==/0', 'generation'],
    ]);
    expect(issuesOf({}, ['generation'])).toEqual([]);
  });
  it('is judged by an age that a record does not give, too', () => {
    const classifier = readerOf([], { segments: [{ id: 'a', when: { '>=': [v('ageYears'), 36] } }, { id: 'b' }], otherwise: 'b' });
    const given = asRecord({ customer: { id: 'C-1', birthday: '1990-06-30' }, facts: { netSpend: 5 } });
    expect([classifier.assign(given, { asOf: '2026-06-30' }), classifier.assign(given, { asOf: '2026-06-29' })]).toEqual(['a', 'b']);
    expect(classifier.classify(given, { asOf: '2026-06-30' })).toMatchObject({ segment: 'a', facts: { ageYears: 36 } });
  });
});
