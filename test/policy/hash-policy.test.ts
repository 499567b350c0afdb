import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { Json } from '../../src/errors/json.js';
import { fitPart, hashFit, hashPolicy } from '../../src/policy/hash-policy.js';
import { readShape } from '../../src/policy/schema.js';
import type { Policy } from '../../src/policy/types.js';
import { examplePolicy, smallPolicy, type Document } from './example.js';

function read(document: Json): Policy {
  const { policy, issues } = readShape(document);
  if (policy === undefined || issues.length > 0) throw new Error(JSON.stringify(issues));
  return policy;
}

/** The same data with the keys of every object in another order. */
function shuffled(value: Json, seed: number): Json {
  if (Array.isArray(value)) return value.map((element: Json) => shuffled(element, seed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => [key, shuffled(member, seed)]);
  const cut = entries.length === 0 ? 0 : seed % entries.length;
  return Object.fromEntries([...entries.slice(cut), ...entries.slice(0, cut)].reverse());
}

const edited = (edit: (document: Document) => void): Policy => {
  const document = examplePolicy();
  edit(document);
  return read(document);
};
/** A part of the example, to be edited. */
const part = (document: Document, ...path: readonly string[]): Document => path.reduce((value, key) => value[key] as Document, document);

describe('hashPolicy', () => {
  it('is the hash of canonical JSON, as any other program makes it', () => {
    const canonical =
      '{"currency":"CNY","id":"x","otherwise":"a","schema":"clientele.policy/1","segments":[{"id":"a"}],"timeZone":"UTC","version":"1"}';
    expect(hashPolicy(read(smallPolicy()))).toBe(`sha256:${createHash('sha256').update(canonical).digest('hex')}`);
  });

  it('does not depend on the order of keys, nor on a journey through JSON', () => {
    const hash = hashPolicy(read(examplePolicy()));
    fc.assert(fc.property(fc.nat(50), (seed) => hashPolicy(read(shuffled(examplePolicy(), seed))) === hash));
    expect(hashPolicy(JSON.parse(JSON.stringify(examplePolicy())) as Policy)).toBe(hash);
  });

  it('depends on every value and on the order of lists', () => {
    const hash = hashPolicy(read(examplePolicy()));
    expect(hashPolicy(edited((policy) => (policy['note'] = 'changed')))).not.toBe(hash);
    expect(hashPolicy(edited((policy) => (policy['ranking'] = ['maintain', 'key-account', 'ordinary'])))).not.toBe(hash);
  });

  it('refuses what is not plain data', () => {
    const cyclic: { [key: string]: unknown } = { ...smallPolicy() };
    cyclic['note'] = cyclic;
    try {
      hashPolicy(cyclic as never);
      expect.unreachable();
    } catch (error) {
      expect(ClassifierError.is(error) && error.issues.map(({ code, pointer }) => [code, pointer])).toEqual([['document/cycle', '/note']]);
    }
  });
});

describe('the part of a policy that a calibration depends on', () => {
  const plugIns = [
    { id: 'acme:churn', version: '1' },
    { id: 'acme:unused', version: '1' },
  ];
  const hash = hashFit(read(examplePolicy()), plugIns);

  it.each<[string, (policy: Document) => void]>([
    ['id and version', (policy) => Object.assign(policy, { id: 'other', version: '2' })],
    ['labels and notes of the policy', (policy) => Object.assign(policy, { label: 'x', note: 'y' })],
    [
      'rules, segments, ranking',
      (policy) => Object.assign(policy, { segments: [{ id: 'a' }], ranking: [], otherwise: 'a', undetermined: 'a', hitPolicy: 'collect' }),
    ],
    ['label of a measure', (policy) => (part(policy, 'measures', 'rxShare')['label'] = 'x')],
    ['note of a score', (policy) => (part(policy, 'scores', 'worth')['note'] = 'x')],
    ['unit of a measure', (policy) => (part(policy, 'measures', 'orders')['unit'] = 'x')],
    ['unit and label of a fact', (policy) => Object.assign(part(policy, 'facts', 'npsScore'), { unit: 'x', label: 'y' })],
    ['labels of the values of an enum', (policy) => (part(policy, 'attributes', 'hospitalLevel')['values'] = ['2A', '3A'])],
    ['a parameter that only rules use', (policy) => (part(policy, 'parameters')['goldFrom'] = 1)],
  ])('%s may change', (_what, edit) => {
    expect(
      hashFit(
        edited((policy) => void edit(policy)),
        plugIns,
      ),
    ).toBe(hash);
  });

  it.each<[string, (policy: Document) => void]>([
    ['currency', (policy) => (policy['currency'] = 'EUR')],
    ['time zone', (policy) => (policy['timeZone'] = 'UTC')],
    ['window', (policy) => (policy['window'] = { last: 'P6M' })],
    ['no window', (policy) => delete policy['window']],
    ['fiscal year', (policy) => delete policy['fiscalYearStart']],
    ['measure', (policy) => (part(policy, 'measures', 'rxShare', 'share')['of'] = 'lines.units')],
    ['option of a score', (policy) => (part(policy, 'scores', 'worth')['cut'] = { fixed: [1, 2] })],
    ['name of a band', (policy) => (part(policy, 'scores', 'worth')['bands'] = ['a', 'b', 'c'])],
    ['type of a fact', (policy) => (part(policy, 'facts', 'npsScore')['type'] = 'count')],
    ['values of an attribute', (policy) => (part(policy, 'attributes', 'hospitalLevel')['values'] = ['3A'])],
    ['option of a scorer of the host, whatever its name', (policy) => (part(policy, 'scores', 'churn')['unit'] = 'weeks')],
    ['a parameter that a measure uses', (policy) => (part(policy, 'parameters')['onTime'] = 0.9)],
  ])('%s may not', (_what, edit) => {
    expect(
      hashFit(
        edited((policy) => void edit(policy)),
        plugIns,
      ),
    ).not.toBe(hash);
  });

  it('the versions of the plug-ins that are used count, others do not', () => {
    const policy = read(examplePolicy());
    expect(hashFit(policy, [{ id: 'acme:churn', version: '1' }])).toBe(hash);
    expect(
      hashFit(policy, [
        { id: 'acme:unused', version: '2' },
        { id: 'acme:churn', version: '1' },
      ]),
    ).toBe(hash);
    expect(hashFit(policy, [{ id: 'acme:churn', version: '2' }])).not.toBe(hash);
  });

  it('does not depend on the order of keys or plug-ins', () => {
    fc.assert(fc.property(fc.nat(50), (seed) => hashFit(read(shuffled(examplePolicy(), seed)), [...plugIns].reverse()) === hash));
  });

  it('words within a score of the library are words; a figure is none, and a scorer of the host may call its options as it likes', () => {
    const fit = (scorer: string, item: Json): string => hashFit(read({ ...smallPolicy(), scores: { card: { scorer, items: [item] } } }));
    expect(fit('scorecard', { id: 'a', label: { en: 'A' }, note: 'agreed' })).toBe(fit('scorecard', { id: 'a' }));
    expect(fit('scorecard', { points: { label: 5 } })).not.toBe(fit('scorecard', { points: {} }));
    expect(fit('acme:card', { id: 'a', label: 'A' })).not.toBe(fit('acme:card', { id: 'a' }));
  });

  it('what is said and what is understood are the same', () => {
    const said = { ...smallPolicy(), fiscalYearStart: 1, measures: {}, scores: {}, facts: {}, attributes: {} };
    expect(hashFit(read(said))).toBe(hashFit(read(smallPolicy())));
  });

  it('of a policy without scores is its place in the world', () => {
    expect(fitPart(read(smallPolicy()))).toEqual({
      currency: 'CNY',
      timeZone: 'UTC',
      window: null,
      fiscalYearStart: 1,
      measures: {},
      scores: {},
      facts: {},
      attributes: {},
      parameters: {},
      plugIns: {},
    });
  });
});
