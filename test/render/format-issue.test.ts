import { describe, expect, it } from 'vitest';
import type { Finding, Issue } from '../../src/errors/issue.js';
import { formatIssue } from '../../src/render/format-issue.js';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';

const issue: Issue = {
  severity: 'error', code: 'rule/unknown-path', pointer: '/segments/0/when/>=/0', message: 'unknown path `netSpent`: correct the name or declare it', params: { path: 'netSpent', declaration: '' }, suggestion: 'netSpend',
};

describe('formatIssue', () => {
  it('says where, what, and what was meant', () => {
    expect(formatIssue(issue)).toBe('/segments/0/when/>=/0: unknown path `netSpent`: correct the name or declare it (did you mean netSpend?) [rule/unknown-path]');
    expect(formatIssue(issue, { locale: zhCN })).toBe('/segments/0/when/>=/0：没有路径 `netSpent`：请更正名称或加以声明（是不是 netSpend？） [rule/unknown-path]');
  });

  it('gives line and column where they are known, and names the whole document', () => {
    expect(formatIssue({ ...issue, pointer: '', line: 3, column: 5 })).toMatch(/^line 3, column 5, \(root\): unknown path/);
    expect(formatIssue({ ...issue, pointer: '', line: 3, column: 5 }, { locale: zhCN })).toMatch(/^第 3 行第 5 列，（根）：没有路径/);
  });

  it('marks what is no error', () => {
    expect(formatIssue({ ...issue, severity: 'warning', pointer: '/a' })).toMatch(/^\/a: warning: unknown/);
    expect(formatIssue({ ...issue, severity: 'note', pointer: '/a' }, { locale: zhCN })).toMatch(/^\/a：提示：没有/);
  });

  it('puts the phrases of parameters into Chinese', () => {
    const wrong: Issue = { severity: 'error', code: 'policy/wrong-type', pointer: '/id', message: '`id` is a number: give a text', params: { name: 'id', actual: 'a number', expected: 'a text' } };
    expect(formatIssue(wrong, { locale: zhCN })).toBe('/id：`id` 是数字：请给出文本 [policy/wrong-type]');
  });

  it('tells a finding with its place and its fact', () => {
    const finding: Finding = { code: 'history/too-short', fact: 'netSpend', params: { part: 'transactions' } };
    expect(formatIssue(finding)).toBe('net spend: not known: the record does not reach back far enough (transactions) [history/too-short]');
    expect(formatIssue(finding, { locale: zhCN })).toBe('净消费额：记录的时间不够长（交易记录），因此未知 [history/too-short]');
    expect(formatIssue({ code: 'data/unreadable-entry', pointer: '/transactions/3/at', params: { problem: 'time/not-a-date' } })).toBe(
      '/transactions/3/at: an entry could not be read: no date [data/unreadable-entry]',
    );
    expect(formatIssue({ code: 'target/missing', fact: 'targetCompletionChange', params: { earlier: true } }, { locale: zhCN })).toBe(
      '任务完成率增减：没有上一期的销售任务，或任务为 0 [target/missing]',
    );
  });

  it('tells codes that it does not know', () => {
    expect(formatIssue({ ...issue, code: 'acme/odd', message: 'odd `x`', pointer: '/a' }, { locale: zhCN })).toBe('/a：odd `x`（是不是 netSpend？） [acme/odd]');
    expect(formatIssue({ code: 'acme/odd', params: { a: 1, b: 'x' } })).toBe('acme/odd: a 1, b x [acme/odd]');
    expect(formatIssue({ code: 'acme/odd', params: {} })).toBe('acme/odd [acme/odd]');
  });

  it('falls back where parameters are missing', () => {
    expect(formatIssue({ ...issue, params: {} }, { locale: zhCN })).toContain('unknown path `netSpent`');
    expect(formatIssue({ code: 'data/part-absent', params: {} })).toBe('data/part-absent [data/part-absent]');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes %s for a code like any other', (name) => {
    expect(formatIssue({ code: name, params: { [name]: name } }, { locale: zhCN })).toContain(`[${name}]`);
    expect(formatIssue({ code: 'data/part-absent', params: { part: name } })).toBe(`${name} were not given, so they are not known [data/part-absent]`);
    expect(formatIssue({ ...issue, code: name }, { locale: zhCN })).toContain('unknown path');
  });

  it('stays on one line and fills templates once', () => {
    const hostile: Issue = { ...issue, params: { path: '{declaration}\n{path}', declaration: '$&$1' }, suggestion: 'a\u2028b' };
    const text = formatIssue(hostile, { locale: zhCN });
    expect(text).not.toMatch(/[\n\r\u2028]/);
    expect(text).toContain('`{declaration} {path}`');
    expect(text).toContain('$&$1');
  });

  it('takes what is no locale of the package for English', () => {
    expect(formatIssue(issue, { locale: { tag: 'fr' } })).toBe(formatIssue(issue, { locale: en }));
  });
});
