import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { CATALOGUE } from '../../src/facts/catalogue.js';
import { policyJsonSchema } from '../../src/policy/json-schema.js';
import { ruleDefinitions } from '../../src/policy/json-schema-rule.js';
import { readShape } from '../../src/policy/schema.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { hasShared, noteShared, sharedFile } from '../shared.js';
import { examplePolicy, smallPolicy, windows, type Document } from './example.js';

type Schema = { readonly [keyword: string]: Json };
const schema = policyJsonSchema() as Schema & { readonly $defs: { readonly [name: string]: Schema } };
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false, allErrors: true }).compile(
  schema,
);
const accepts = (document: Json): boolean => validate(document);

const withWhen = (when: Json): Document => ({ ...smallPolicy(), segments: [{ id: 'a', when }] });
const withMeasure = (measure: Json): Document => ({ ...smallPolicy(), measures: { m: measure } });
const withScore = (score: Json): Document => ({ ...smallPolicy(), scores: { s: score } });

describe('the JSON Schema of a policy', () => {
  it('accepts a policy with every part', () => {
    expect([accepts(examplePolicy()), validate.errors]).toEqual([true, null]);
    expect(accepts(smallPolicy())).toBe(true);
  });

  it.each<[string, Json]>([
    ['a rule of one operand', withWhen({ and: [true] })],
    ['a constant rule', withWhen(true)],
    ['an operator in its short form', withWhen({ '!': { var: 'keen' } })],
    ['an operator in its long form', withWhen({ '!': [{ var: 'keen' }] })],
    ['a default in var', withWhen({ '>': [{ var: ['netSpend', 0] }, 1] })],
    ['an operator of the host', withWhen({ 'acme:near': [1, { var: 'netSpend' }] })],
    ...windows.map((window): [string, Json] => [`the window ${JSON.stringify(window)}`, { ...smallPolicy(), window: window as unknown as Json }]),
    ['a list of values', withWhen({ in: [{ var: 'x' }, ['a', 'b']] })],
    ['missing', withWhen({ '!': { missing_some: [1, ['a', 'b']] } })],
    ['a scorer of the host', withScore({ scorer: 'acme:churn', anything: [1] })],
    [
      'a cut for each axis',
      withScore({
        scorer: 'boston-quadrant',
        level: 'a',
        growth: 'b',
        cut: { level: { fixed: [1] }, growth: { mean: true, better: 'lower' } },
      }),
    ],
  ])('accepts %s', (_what, document) => {
    expect([accepts(document), validate.errors]).toEqual([true, null]);
  });

  it.each<[string, Json]>([
    ['another version of the format', { ...smallPolicy(), schema: 'clientele.policy/2' }],
    ['a misspelt member', { ...smallPolicy(), widow: {} }],
    ['a hit policy that does not exist', { ...smallPolicy(), hitPolicy: 'frist' }],
    ['a window of two forms', { ...smallPolicy(), window: { last: 'P1M', calendar: 'month' } }],
    ['a window of no length', { ...smallPolicy(), window: { last: 'P' } }],
    ['a window of a misspelt period', { ...smallPolicy(), window: { calendar: 'weeks' } }],
    ['a week a year before', { ...smallPolicy(), window: { calendar: 'week', yearsBack: 1 } }],
    ['a window that is moved forward', { ...smallPolicy(), window: { last: 'P1M', back: -1 } }],
    ['days without an end', { ...smallPolicy(), window: { from: '2026-01-01' } }],
    ['days that are moved', { ...smallPolicy(), window: { from: '2026-01-01', to: '2026-03-31', back: 1 } }],
    ['half a life', { ...smallPolicy(), window: { life: false } }],
    ['an enum without values', { ...smallPolicy(), facts: { f: { type: 'enum' } } }],
    ['a misspelt operator', withWhen({ starts_with: [{ var: 'x' }, 'a'] })],
    ['a misspelt operator deep in a rule', withWhen({ and: [{ or: [{ '=': [1, 2] }] }] })],
    ['two operators in one object', withWhen({ '>': [1, 2], '<': [1, 2] })],
    ['a remark in a rule', withWhen({ var: 'x', note: 'y' })],
    ['too many operands', withWhen({ '==': [1, 2, 3] })],
    ['too few operands', withWhen({ between: [1, 2] })],
    ['a computed path', withWhen({ var: { cat: ['a', 'b'] } })],
    ['an operator of plain JSON Logic', withWhen({ map: [{ var: 'x' }, true] })],
    ['a measure of two takes', withMeasure({ count: { of: 'sales' }, sum: { of: 'sales.amount' } })],
    ['a measure of no take', withMeasure({ label: 'x' })],
    ['a misspelt source', withMeasure({ count: { of: 'sale' } })],
    ['a text as a figure', withMeasure({ sum: { of: 'lines.category' } })],
    ['a share of nothing in particular', withMeasure({ share: { of: 'lines.amount' } })],
    ['a misspelt option of a take', withMeasure({ count: { of: 'sales', wher: true } })],
    ['a misspelt scorer', withScore({ scorer: 'valu' })],
    ['a misspelt option of a scorer', withScore({ scorer: 'value', off: 'netSpend' })],
    ['a quadrant without a cut', withScore({ scorer: 'boston-quadrant', level: 'a', growth: 'b' })],
    ['a cut of two forms', withScore({ scorer: 'value', cut: { fixed: [1], mean: true } })],
    ['a misspelt goal', { ...smallPolicy(), segments: [{ id: 'a', actions: [{ id: 'b', goal: 'reatin' }] }] }],
  ])('refuses %s', (_what, document) => {
    expect(accepts(document)).toBe(false);
  });

  it('knows the operators of a policy and `within`, which is read as `in`, and no others', () => {
    const call = ruleDefinitions([])['call'] as { readonly properties: Schema };
    const typed = OPERATORS.filter((operator) => operator.typed !== undefined).map(({ id }) => id);
    expect(Object.keys(call.properties).sort()).toEqual(['var', 'within', ...typed].sort());
  });

  it('offers every ready fact', () => {
    expect(JSON.stringify(schema.$defs['path'])).toContain(JSON.stringify(Object.keys(CATALOGUE)));
  });

  it('describes every property', () => {
    const undescribed: string[] = [];
    const visit = (value: Json, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, member] of Object.entries<Json>(value)) {
        if (key === 'properties' && typeof member === 'object' && member !== null && !path.endsWith('/if')) {
          for (const [name, property] of Object.entries<Schema>(member as { readonly [name: string]: Schema })) {
            const isReference = typeof property['$ref'] === 'string';
            const isTag = property['const'] !== undefined;
            if (property['description'] === undefined && !isReference && !isTag) undescribed.push(`${path}/${name}`);
          }
        }
        visit(member, `${path}/${key}`);
      }
    };
    visit(schema, '');
    expect(undescribed.filter((path) => !path.endsWith('/share'))).toEqual([]);
  });

  it('is complete in itself', () => {
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(references.filter((reference) => !Object.hasOwn(schema.$defs, reference.replace('#/$defs/', '')))).toEqual([]);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it('refuses nothing that has the right shape and is left to it, and accepts no wrong shape', () => {
    // Rules, measures and scorers are checked by others when a policy is read, so they are left out here.
    const { measures: _measures, scores: _scores, window: _window, ...plain } = examplePolicy();
    const keys = fc.constantFrom(
      'id',
      'version',
      'label',
      'note',
      'currency',
      'fiscalYearStart',
      'parameters',
      'facts',
      'hitPolicy',
      'ranking',
      'otherwise',
      'zzz',
    );
    const value = fc.oneof(
      fc.constantFrom<Json>(
        'first',
        'CNY',
        4,
        13,
        true,
        null,
        { a: 1 },
        { a: { type: 'number' } },
        { a: { type: 'nope' } },
        ['a'],
        [1],
        { en: 'x' },
        { fr: 'x' },
        '',
      ),
      fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    );
    fc.assert(
      fc.property(fc.dictionary(keys, value, { maxKeys: 3 }), (change) => {
        const document = { ...plain, ...change };
        // Plain JSON Schema cannot see blanks, invisible characters, and whether a currency exists.
        const text = JSON.stringify(document);
        fc.pre(!/"\s+"|"\s|\s"|\\u|\\[nrtbf]|__proto__/.test(text) && !/[\p{C}]/u.test(text));
        fc.pre(typeof document['currency'] !== 'string' || /^[A-Z]{3}$/.test(document['currency']));
        fc.pre(Object.values({ ...(document['facts'] as object | null) }).every((fact) => (fact as Document | null)?.['type'] !== 'enum'));
        const fields = ['otherwise', 'undetermined']
          .map((name) => document[name])
          .concat(Array.isArray(document['ranking']) ? document['ranking'] : []);
        fc.pre(fields.every((field) => field !== '' && (typeof field !== 'string' || field.length <= 100)));
        expect(accepts(document)).toBe(readShape(document).issues.length === 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe.runIf(hasShared)('the policies of users', () => {
  it('are accepted', () => {
    expect(accepts(JSON.parse(readFileSync(sharedFile('acceptance/policy.json'), 'utf8')) as Json)).toBe(true);
    const design = readFileSync(sharedFile('DESIGN.md'), 'utf8');
    const example = /```jsonc\n([\s\S]*?)```/.exec(design)?.[1] ?? '';
    expect([accepts(JSON.parse(example) as Json), validate.errors]).toEqual([true, null]);
    expect(readShape(JSON.parse(example) as Json).issues).toEqual([]);
  });
});

noteShared('the policies of users', 'acceptance/policy.json', 'DESIGN.md');
