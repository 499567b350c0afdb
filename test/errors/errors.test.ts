import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ClassifierError, throwErrors } from '../../src/errors/classifier-error.js';
import { collect, fillTemplate, firstIssues, isFull, issueMaker, resultOf, type Issue } from '../../src/errors/issue.js';

const issue = issueMaker({ 'area/wrong': '`{name}` is wrong: use {known}', 'area/odd': 'odd' });

describe('issues', () => {
  it('have a message made of their parameters', () => {
    expect(issue('area/wrong', '/a', { name: 'x', known: 'y' })).toEqual({
      severity: 'error', code: 'area/wrong', pointer: '/a', message: '`x` is wrong: use y', params: { name: 'x', known: 'y' },
    });
  });
  it('carry a suggestion and a fix where there is one', () => {
    const fix = [{ op: 'replace', path: '/a', value: 'y' }] as const;
    expect(issue('area/odd', '/a', {}, { severity: 'warning', suggestion: 'y', fix })).toMatchObject({ severity: 'warning', suggestion: 'y', fix });
    expect('suggestion' in issue('area/odd', '', {}, { suggestion: undefined })).toBe(false);
  });
  it('fill a template once, on one line, and not with more than a reader would read', () => {
    expect(fillTemplate('{a} {b} {c}', { a: '{b}', b: 1 })).toBe('{b} 1 {c}');
    expect(fillTemplate('{a}', { a: 'x\ny\u2028z' })).toBe('x\ufffdy\ufffdz');
    expect(fillTemplate('{a}', { a: 'x'.repeat(1000) })).toHaveLength(301);
  });
});

describe('results', () => {
  const warning: Issue = { ...issue('area/odd', ''), severity: 'warning' };
  it('are refused by an error and not by a warning', () => {
    expect(resultOf(1, [warning])).toEqual({ ok: true, value: 1, issues: [warning] });
    expect(resultOf(1, [issue('area/odd', '')]).ok).toBe(false);
    expect(resultOf(undefined, []).ok).toBe(false);
    expect(() => { throwErrors([warning]); }).not.toThrow();
  });
});

describe('many issues', () => {
  const error = (pointer: string): Issue => issue('area/odd', pointer);
  const warning = (pointer: string): Issue => issue('area/odd', pointer, {}, { severity: 'warning' });

  it('are collected up to 100 errors, and no more are made then', () => {
    const issues: Issue[] = [];
    let made = 0;
    for (let i = 0; i < 1_000; i += 1) {
      collect(issues, () => {
        made += 1;
        return error(`/${i}`);
      });
    }
    expect([made, issues.length, isFull(issues)]).toEqual([100, 100, true]);
  });

  it('warnings never keep an error out', () => {
    const issues: Issue[] = [];
    for (let i = 0; i < 1_000; i += 1) collect(issues, () => warning(`/${i}`));
    expect([issues.length, isFull(issues)]).toEqual([100, false]);
    collect(issues, () => error('/last'));
    const told = firstIssues(issues);
    expect([told.length, told.at(-1)?.pointer, told[0]?.pointer]).toEqual([100, '/last', '/0']);
    expect(firstIssues(told)).toBe(told);
  });
});

describe('ClassifierError', () => {
  it('says everything, one issue a line, with place, suggestion and code', () => {
    const error = new ClassifierError([issue('area/wrong', '', { name: 'x', known: 'y' }, { suggestion: 'y' }), issue('area/odd', '/b')]);
    expect(error.message).toBe('2 issues\n  (root): `x` is wrong: use y (did you mean y?) [area/wrong]\n  /b: odd [area/odd]');
    expect(error.name).toBe('ClassifierError');
    expect(new ClassifierError([issue('area/odd', `/${'x'.repeat(1_000_000)}`)]).message).toHaveLength(300 + '…: odd [area/odd]'.length);
  });
  it('is known by its brand, also from another copy', () => {
    class Copy extends Error {
      readonly [key: symbol]: unknown;
    }
    const foreign = Object.assign(new Copy('x'), { [Symbol.for('clientele.ClassifierError')]: true });
    expect([ClassifierError.is(foreign), ClassifierError.is(new Error('x')), ClassifierError.is(null), ClassifierError.is('x')]).toEqual([true, false, false, false]);
  });
});

describe('messages', () => {
  it('are lower-case, on one line, and their codes are `area/what-is-wrong`, each in one table', async () => {
    const folder = join(import.meta.dirname, '../../src/errors/messages');
    const codes: string[] = [];
    for (const file of readdirSync(folder)) {
      const tables = Object.values((await import(join(folder, file))) as { readonly [name: string]: { readonly [code: string]: string } });
      for (const [code, message] of tables.flatMap((table) => Object.entries(table))) {
        codes.push(code);
        expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
        expect(message).not.toMatch(/^[A-Z]|\n|\.$/);
      }
    }
    expect(codes.length).toBeGreaterThan(100);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
