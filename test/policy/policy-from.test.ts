import { describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { definePolicy } from '../../src/policy/define-policy.js';
import { policyFrom, type PolicyChange } from '../../src/policy/policy-from.js';

const preset = Object.freeze(
  definePolicy({
    schema: 'clientele.policy/1',
    id: 'preset',
    version: '1',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    window: { last: 'P12M' },
    parameters: { goldFrom: 5000, name: 'a', strict: true },
    segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, { var: 'parameters.goldFrom' }] } }, { id: 'standard' }],
    otherwise: 'standard',
  }),
);

function issuesOf(change: object): readonly (readonly [string, string, string | undefined])[] {
  try {
    policyFrom(preset, change as PolicyChange<'goldFrom'>);
    return [];
  } catch (error) {
    if (!ClassifierError.is(error)) throw error;
    return error.issues.map(({ code, pointer, suggestion }) => [code, pointer, suggestion]);
  }
}

describe('policyFrom', () => {
  it('changes what is named and nothing else', () => {
    const policy = policyFrom(preset, {
      id: 'shop',
      version: '2026.1',
      currency: 'EUR',
      window: { calendar: 'quarter' },
      parameters: { goldFrom: 800 },
    });
    expect(policy).toEqual({
      ...preset,
      id: 'shop',
      version: '2026.1',
      currency: 'EUR',
      window: { calendar: 'quarter' },
      parameters: { goldFrom: 800, name: 'a', strict: true },
    });
    expect(preset.parameters).toEqual({ goldFrom: 5000, name: 'a', strict: true });
  });

  it('an undefined change changes nothing', () => {
    expect(
      policyFrom(preset, { id: 'shop', version: '1', currency: undefined, parameters: { goldFrom: undefined } } as never),
    ).toStrictEqual({ ...preset, id: 'shop' });
  });

  it('gives a preset without parameters none', () => {
    const { parameters: _none, ...plain } = preset;
    expect(policyFrom(plain, { id: 'shop', version: '1' })).toStrictEqual({ ...plain, id: 'shop' });
  });

  it.each<[string, object, readonly (readonly [string, string, string | undefined])[]]>([
    ['an unknown parameter', { parameters: { goldFrm: 1 } }, [['policy/unknown-parameter', '/parameters/goldFrm', 'goldFrom']]],
    [
      'a name that every object has',
      { parameters: { toString: 1 } },
      [['policy/unknown-parameter', '/parameters/toString', 'goldFrom, name, strict']],
    ],
    [
      'a parameter of another type',
      { parameters: { goldFrom: '800', strict: 1 } },
      [
        ['policy/wrong-parameter', '/parameters/goldFrom', undefined],
        ['policy/wrong-parameter', '/parameters/strict', undefined],
      ],
    ],
    ['a change that is not possible', { curency: 'EUR' }, [['policy/unknown-option', '/curency', 'currency']]],
    [
      'a change of the rules',
      { segments: [] },
      [['policy/unknown-option', '/segments', 'id, version, parameters, currency, timeZone, window']],
    ],
    [
      'several at once',
      { rule: 1, parameters: { a: 1, b: 2 } },
      [
        ['policy/unknown-option', '/rule', 'id, version, parameters, currency, timeZone, window'],
        ['policy/unknown-parameter', '/parameters/a', 'goldFrom, name, strict'],
        ['policy/unknown-parameter', '/parameters/b', 'goldFrom, name, strict'],
      ],
    ],
  ])('refuses %s', (_what, change, expected) => {
    expect(issuesOf({ id: 'shop', version: '1', ...change })).toEqual(expected);
  });
});
