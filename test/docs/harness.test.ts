// The harness that runs the documents must notice what is wrong with them.
import { describe, expect, it } from 'vitest';
import { programsOfMarkdown, programsOfSource, type Program } from './extract.js';
import { brokenLinks, slug } from './links.js';
import { unmarkedOutputs, withOutputs } from './outputs.js';
import { runProgram } from './run.js';
import { typeErrors } from './types.js';

const program = (text: string): Program => ({ title: 'a document', path: 'README.md', text, run: true });
const outcomesOf = async (text: string) => (await runProgram(program(text), (specifier) => import(specifier))).map(({ line, actual, expected }) => ({ line, actual, expected }));

describe('running a program', () => {
  it('compares the value of an expression with what its comment says', async () => {
    expect(await outcomesOf('1 + 1; // => 2')).toEqual([{ line: 1, actual: 2, expected: 2 }]);
  });
  it('gives both values where they differ', async () => {
    expect(await outcomesOf('const x: number = 3;\nx * 2; // => 7')).toEqual([{ line: 2, actual: 6, expected: 7 }]);
  });
  it('reads variables, patterns, what is logged, and values over several lines', async () => {
    expect(await outcomesOf('const a = [1]; // => [1]\nconst { b } = { b: 2 }; // => { b: 2 }\nconsole.log(a.length); // => 1\n({ a });\n// => {\n//   a: [1],\n// }\n// => 9')).toEqual([
      { line: 1, actual: [1], expected: [1] }, { line: 2, actual: { b: 2 }, expected: { b: 2 } }, { line: 3, actual: 1, expected: 1 }, { line: 4, actual: { a: [1] }, expected: { a: [1] } }]);
  });
  it('checks the code of an error, and that there is one', async () => {
    const source = 'const fail = (code: string) => { throw Object.assign(new Error(), { issues: [{ code }] }); };\nfail("a/b"); // => throws a/b\nfail("a/c"); // => throws a/b\n1; // => throws a/b';
    expect(await outcomesOf(source)).toEqual([
      { line: 2, actual: 'a/b', expected: 'a/b' }, { line: 3, actual: 'a/c', expected: 'a/b' }, { line: 4, actual: 'nothing thrown', expected: 'a/b' }]);
  });
  it('fails for an error that nothing announced', async () => {
    await expect(outcomesOf('JSON.parse("{");')).rejects.toThrow('a document: ');
    await expect(outcomesOf('throw new TypeError("x"); // => throws a/b')).rejects.toThrow('a document: x');
  });
  it('imports what it names, and waits', async () => {
    expect(await outcomesOf('import { join as put } from \'node:path\';\nimport type { X } from \'nowhere\';\nimport * as path from \'node:path\';\nawait Promise.resolve(put(\'a\', \'b\')); // => path.join(\'a\', \'b\')')).toMatchObject([{ line: 4, expected: 'a/b' }]);
    await expect(outcomesOf('import { x } from \'no-such-package\';')).rejects.toThrow('no-such-package');
  });
  it('refuses a value said of a statement that has none', async () => {
    await expect(outcomesOf('if (1) { } // => 1')).rejects.toThrow('follows neither');
  });
});

describe('finding programs', () => {
  it('joins the blocks of a document at their own lines; others stand alone', () => {
    const markdown = '# T\n```ts\nconst a = 1;\n```\ntext\n```ts\na; // => 1\n```\n```ts isolated\nconst a = 2;\n```\n```ts type-only\ndeclare const b: 1;\n```\n```json\n{}\n```\n';
    expect(programsOfMarkdown({ path: 'd.md', text: markdown })).toEqual([
      { title: 'd.md', path: 'd.md', run: true, text: '\n\nconst a = 1;\n\n\n\na; // => 1' },
      { title: 'd.md:10', path: 'd.md', run: true, text: '\n'.repeat(9) + 'const a = 2;' },
      { title: 'd.md:13', path: 'd.md', run: false, text: '\n'.repeat(12) + 'declare const b: 1;' },
    ]);
    expect(() => programsOfMarkdown({ path: 'd.md', text: '```ts skipped\n1\n```' })).toThrow('not `skipped`');
  });
  it('takes the examples of exports, fenced or plain, and adds the imports they leave out', () => {
    const text = '/** x\n * @example\n * ```ts\n * twice(2); // => 4\n * other(1);\n * ```\n * @returns a number\n */\nexport function twice(n: number) { return n * 2; }\n/**\n * @example\n * hidden();\n */\nfunction hidden() {}\n';
    expect(programsOfSource({ path: 'src/a/b.ts', text }, new Map([['other', 'clientele']]))).toMatchObject([
      { title: 'src/a/b.ts:2', run: true, text: expect.stringMatching(/^import \{ twice \} from '\.\/b\.js'; import \{ other \} from 'clientele';\n\n\ntwice\(2\); \/\/ => 4\nother\(1\);\n\n?/) }]);
  });
});

describe('type-checking programs', () => {
  it('names the line of the document', () => {
    expect(typeErrors([program('const a: number = 1;\nconst b: string = a;'), program('const a: string = "";')])).toEqual(['README.md:2 Type \'number\' is not assignable to type \'string\'.']);
  });
});

describe('links', () => {
  it('must lead to a file and a heading', () => {
    const text = '# One & two\n[a](test/project.ts) [b](nowhere.md) [c](#one--two) [d](https://example.com)\n```\n[e](nowhere.md)\n```\n[f](LICENSE#x) `[g](h)`';
    expect(brokenLinks({ path: 'x.md', text: text.replace('[c](#one--two) ', '') })).toEqual(['x.md:2 links to `nowhere.md`: no such file', 'x.md:6 links to `LICENSE#x`: no such heading']);
    expect(slug('One & `two`: 客户')).toBe('one--two-客户');
  });
});

describe('shown output', () => {
  it('is copied from the file that its marker names', () => {
    const read = () => 'one\ntwo $& three\nfour\n';
    expect(withOutputs('<!-- output: a.txt -->\n```text\nold\n```\nrest', read)).toBe('<!-- output: a.txt -->\n```text\none\ntwo $& three\nfour\n```\nrest');
    expect(withOutputs('<!-- output: a.txt lines 2-3 -->\n```\n```\n', read)).toBe('<!-- output: a.txt lines 2-3 -->\n```\ntwo $& three\nfour\n```\n');
  });
  it('must have a marker', () => {
    expect(unmarkedOutputs('```console\n$ npm run demo\nA star\n```')).toMatchObject([{ line: 1 }]);
    expect(unmarkedOutputs('```console\n$ npm run demo\n```\n```sh\nnpm ci\n```\n<!-- output: a.txt -->\n```console\n$ x\nA star\n```')).toEqual([]);
  });
});
