import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { policyMessages } from '../../src/errors/messages/policy.js';
import { readShape } from '../../src/policy/schema.js';
import { examplePolicy, smallPolicy, type Document } from './example.js';

const problems = (document: Json): readonly (readonly [string, string, string | undefined])[] =>
  readShape(document).issues.map(({ code, pointer, suggestion }) => [code, pointer, suggestion] as const);

const only = (change: Document): Document => ({ ...smallPolicy(), ...change });

describe('the shape of a policy', () => {
  it('accepts a policy with every part, and gives the same document', () => {
    const document = examplePolicy();
    const result = readShape(document);
    expect(result.issues).toEqual([]);
    expect(result.policy).toBe(document);
  });

  it('accepts the least policy, and one without segments', () => {
    expect(readShape(smallPolicy()).issues).toEqual([]);
    expect(readShape({ schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [] }).issues).toEqual([]);
  });

  it('accepts rules of their own', () => {
    expect(problems(only({ rules: [{ id: 'r', segment: 'a', when: true, label: 'R', note: '' }] }))).toEqual([]);
  });

  it.each<[string, Json, readonly (readonly [string, string, string | undefined])[]]>([
    ['not an object', [], [['policy/wrong-type', '', undefined]]],
    ['nothing', null, [['policy/wrong-type', '', undefined]]],
    [
      'what is required is missing',
      {},
      ['schema', 'id', 'version', 'currency', 'timeZone', 'segments'].map((name) => ['policy/missing', `/${name}`, undefined]),
    ],
    ['another version of the format', only({ schema: 'clientele.policy/2' }), [['policy/wrong-value', '/schema', 'clientele.policy/1']]],
    ['a misspelt member', only({ widow: { last: 'P1M' } }), [['policy/unknown-option', '/widow', 'window']]],
    ['a member of nobody', only({ zzzzzzzz: 1 }), [['policy/unknown-option', '/zzzzzzzz', undefined]]],
    [
      'a misspelt member is not missing as well',
      { ...smallPolicy(), id: undefined as never, idd: 'x' },
      [['policy/unknown-option', '/idd', 'id']],
    ],
    ['a number for a text', only({ version: 2026.1 }), [['policy/wrong-type', '/version', undefined]]],
    ['null for what is absent', only({ ranking: null }), [['policy/wrong-type', '/ranking', undefined]]],
    ['a hit policy that does not exist', only({ hitPolicy: 'frist' }), [['policy/wrong-value', '/hitPolicy', 'first']]],
    ['a month that does not exist', only({ fiscalYearStart: 13 }), [['policy/wrong-value', '/fiscalYearStart', undefined]]],
    ['a month as text', only({ fiscalYearStart: '4' }), [['policy/wrong-value', '/fiscalYearStart', '4']]],
    [
      'a parameter of no plain type',
      only({ parameters: { a: null, b: [1], c: 1 } }),
      [
        ['policy/wrong-type', '/parameters/a', undefined],
        ['policy/wrong-type', '/parameters/b', undefined],
      ],
    ],
    ['a type that does not exist', only({ facts: { f: { type: 'numbr' } } }), [['policy/wrong-value', '/facts/f/type', 'number']]],
    ['a declaration without a type', only({ attributes: { f: {} } }), [['policy/missing', '/attributes/f/type', undefined]]],
    [
      'a misspelt type of a declaration',
      only({ attributes: { f: { typ: 'text' } } }),
      [['policy/unknown-option', '/attributes/f/typ', 'type']],
    ],
    [
      'values that are no texts',
      only({ facts: { f: { type: 'enum', values: ['a', 1] } } }),
      [['policy/wrong-type', '/facts/f/values/1', undefined]],
    ],
    [
      'values that are neither a list nor an object',
      only({ facts: { f: { type: 'enum', values: 'a' } } }),
      [['policy/wrong-type', '/facts/f/values', undefined]],
    ],
    ['a label in a language without words', only({ label: { en: 'A', fr: 'A' } }), [['policy/unknown-option', '/label/fr', 'en, zh-CN']]],
    ['a label without English', only({ label: { 'zh-CN': '甲' } }), [['policy/missing', '/label/en', undefined]]],
    ['a blank label', only({ label: ' ' }), [['policy/blank-text', '/label', undefined]]],
    ['a label that is a number', only({ label: 3 }), [['policy/wrong-type', '/label', undefined]]],
    ['a measure that is no object', only({ measures: { m: 'sales' } }), [['policy/wrong-type', '/measures/m', undefined]]],
    ['a score without a scorer', only({ scores: { s: { of: 'netSpend' } } }), [['policy/missing', '/scores/s/scorer', undefined]]],
    [
      'an action without an id, of an unknown goal',
      only({ segments: [{ id: 'a', actions: [{ goal: 'reatin' }] }] }),
      [
        ['policy/missing', '/segments/0/actions/0/id', undefined],
        ['policy/wrong-value', '/segments/0/actions/0/goal', 'retain'],
      ],
    ],
    ['a segment that is no object', only({ segments: ['a'] }), [['policy/wrong-type', '/segments/0', undefined]]],
    ['a rule without a condition', only({ rules: [{ id: 'r', segment: 'a' }] }), [['policy/missing', '/rules/0/when', undefined]]],
    ['an id that is empty', only({ id: '' }), [['policy/wrong-id', '/id', undefined]]],
    ['an id of too many characters', only({ id: 'x'.repeat(101) }), [['policy/wrong-id', '/id', undefined]]],
    ['an id with a control character', only({ segments: [{ id: 'a\u0007' }] }), [['policy/wrong-id', '/segments/0/id', undefined]]],
    ['an id that looks like another', only({ segments: [{ id: 'a\u200b' }] }), [['policy/wrong-id', '/segments/0/id', undefined]]],
    ['an id with a space at its end', only({ parameters: { 'a ': 1 } }), [['policy/wrong-id', '/parameters/a ', undefined]]],
    [
      'a pointer to a name with a slash',
      only({ parameters: { 'a/b~c': null } }),
      [['policy/wrong-type', '/parameters/a~1b~0c', undefined]],
    ],
  ])('%s', (_what, document, expected) => {
    expect(problems(JSON.parse(JSON.stringify(document)) as Json)).toEqual(expected);
  });

  it('all problems at once', () => {
    const codes = problems(only({ id: '', hitPolicy: 'x', segments: [{}], widow: 1, parameters: { a: null } }));
    expect(codes.map(([, pointer]) => pointer).sort()).toEqual(['/hitPolicy', '/id', '/parameters/a', '/segments/0/id', '/widow']);
  });

  it('at most 100 problems', () => {
    expect(problems(only({ segments: Array.from({ length: 500 }, () => 1) }))).toHaveLength(100);
  });

  it('reads messages that say how to mend it', () => {
    const messages = readShape(only({ version: 2026.1, ranking: ['a', 2], hitPolicy: 'frist', widow: 1 })).issues.map(
      ({ message }) => message,
    );
    expect(messages).toEqual([
      '`version` is a number: give an id',
      '`hitPolicy` cannot be `frist`: use one of first, unique, any, priority, collect, rule-order, output-order',
      '`ranking[1]` is a number: give a text',
      'there is no option `widow` here: correct its name or remove it',
    ]);
  });

  it('shows long and odd texts of the document on one short line', () => {
    const [issue] = readShape(only({ hitPolicy: `a\nb${'x'.repeat(10_000)}` })).issues;
    expect(issue?.message).toMatch(/^`hitPolicy` cannot be `a\ufffdbx{297}…`: use one of /);
  });

  it('offers fixes that mend it', () => {
    const document = only({ hitPolicy: 'frist', rankng: ['a'] });
    const fixes = readShape(document).issues.flatMap(({ fix = [] }) => fix);
    expect(fixes).toEqual([
      { op: 'replace', path: '/hitPolicy', value: 'first' },
      { op: 'remove', path: '/rankng' },
      { op: 'add', path: '/ranking', value: ['a'] },
    ]);
  });

  it('offers no rename over what is there', () => {
    const [issue] = readShape(only({ rankng: ['a'], ranking: ['a'] })).issues;
    expect([issue?.suggestion, issue?.fix]).toEqual(['ranking', undefined]);
  });

  it('never throws, and speaks only in its own words', () => {
    const parts = fc.constantFrom(
      'schema',
      'id',
      'label',
      'segments',
      'rules',
      'facts',
      'scores',
      'measures',
      'parameters',
      'ranking',
      'hitPolicy',
      'window',
      'when',
      'type',
    );
    const document = fc.dictionary(parts, fc.jsonValue({ maxDepth: 4 })).map((change) => ({ ...examplePolicy(), ...change }) as Document);
    fc.assert(
      fc.property(fc.oneof(document, fc.jsonValue() as fc.Arbitrary<Json>), (given) => {
        for (const { code, message, severity } of readShape(given).issues) {
          expect(Object.keys(policyMessages)).toContain(code);
          expect(message).not.toMatch(/Invalid input|\{(?:name|actual|expected|value|allowed|id)\}|[\n\r\u2028\u2029]/);
          expect(message.length).toBeLessThan(700);
          expect(severity).toBe('error');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing', () => {
    const document = examplePolicy();
    const before = JSON.stringify(document);
    Object.values(document).forEach((part) => Object.freeze(part));
    readShape(Object.freeze(document));
    expect(JSON.stringify(document)).toBe(before);
  });
});
