import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../src/errors/finding-codes.js';
import { filesUnder } from '../project.js';
import { issueMessages, tableOf, tablesIn, withTables, type Table } from './tables.js';

const documents = [
  ...filesUnder('.', (path) => path === 'README.md'),
  ...filesUnder('docs', (path) => path.endsWith('.md') && !path.startsWith('docs/api/')),
];
const withTable = documents.filter(({ text }) => tablesIn(text).length > 0);
const shown = documents.flatMap(({ path, text }) => tablesIn(text).map((table) => ({ path, ...table })));

/** The codes of the rows of the tables that `docs/errors.md` shows. */
function codesIn(accept: (name: string) => boolean): readonly string[] {
  const tables = shown.filter(({ path, name }) => path === 'docs/errors.md' && accept(name));
  return tables.flatMap(({ rows }) => rows.map(([code = '']) => code.replaceAll('`', '')));
}

describe('tables of the documents', () => {
  it.each(withTable.map(({ path, text }) => [path, text] as const))('%s has them as the sources are now', (_, text) => {
    expect(withTables(text)).toBe(text);
  });

  it('leave no cell empty that is to be written by hand', () => {
    const empty = shown.flatMap(({ path, name, rows }) => {
      const { columns, byHand, mayBeEmpty } = tableOf(name);
      const incomplete = rows.filter((cells) => byHand.some((_, index) => (cells[columns.length + index] ?? '') === ''));
      return mayBeEmpty ? [] : incomplete.map(([first = '']) => `${path}: ${first}`);
    });
    expect(empty).toEqual([]);
  });
});

describe('docs/errors.md', () => {
  it('has a row for every code of an issue, and no other', () => {
    expect([...codesIn((name) => name.startsWith('issues '))].sort()).toEqual([...issueMessages.keys()].sort());
  });
  it('has a row for every code of a finding, and no other', () => {
    expect([...codesIn((name) => name === 'findings')].sort()).toEqual([...FINDING_CODES].sort());
  });
});

describe('making tables', () => {
  const find = (): Table => ({ columns: ['code', 'message'], byHand: ['more'], rows: [['a', 'one | two'], ['b', 'three']] });

  it('keeps what is written by hand with the first cell of its row, in any order', () => {
    const head = 'above\n\n<!-- table: x -->\n| code | message | more |\n| --- | --- | --- |\n';
    const text = `${head}| b | old | by \\| hand |\n| gone | old | lost |\n\nbelow\n`;
    const made = `${head}| a | one \\| two | |\n| b | three | by \\| hand |\n\nbelow\n`;
    expect(withTables(text, find)).toBe(made);
    expect(withTables(made, find)).toBe(made);
    expect(tablesIn(made)).toEqual([{ name: 'x', rows: [['a', 'one \\| two', ''], ['b', 'three', 'by \\| hand']] }]);
  });
  it('begins a table below a marker that has none yet', () => {
    const made = '<!-- table: x -->\n| code | message | more |\n| --- | --- | --- |\n| a | one \\| two | |\n| b | three | |\n\nbelow';
    expect(withTables('<!-- table: x -->\n\nbelow', find)).toBe(made);
  });
  it('refuses a name that there is no table of', () => {
    expect(() => withTables('<!-- table: nothing -->\n')).toThrow('there is no table `nothing`');
  });
});
