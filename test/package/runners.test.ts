// The programs of the guide on unit tests, under each runner that it names, against the packed package; and what a case that fails looks like there.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { root } from '../project.js';
import { fixture, replaced, scratch, tool, type Scratch } from './scratch.js';

const guide = readFileSync(join(root, 'docs', 'guides', 'unit-test-a-policy.md'), 'utf8');
const IMPORTED = 'declare const json: unknown; // import json from';

/** The program under a heading of the guide, as it stands there. */
function programUnder(heading: string): string {
  const section = guide.split(`\n## ${heading}\n`)[1] ?? '';
  const [, code] = /```ts[^\n]*\n([\s\S]*?)```/.exec(section) ?? [];
  if (code === undefined) throw new Error(`the guide has no program under: ${heading}`);
  // Where the policy is imported, the document cannot: it has none beside it.
  return code.includes(IMPORTED) ? replaced(code, IMPORTED, 'import json from') : code;
}

/** The same program with a case that is wrong. */
const withWrongCase = (program: string): string => replaced(program, '{ name: \'a cent less is not\', record: spent(\'4999.99\'), segment: \'standard\' }', '{ name: \'a cent less is not\', record: spent(\'4999.99\'), segment: \'gold\' }');
const why = 'a cent less is not: segment: expected gold, got standard (status otherwise, because of no rule';

/** One project for all runners, with a folder for each. */
function projectWith(folder: string, files: { readonly [path: string]: string }): Scratch {
  const project = scratch('runners');
  for (const [path, text] of Object.entries({ 'policy.json': fixture('policy.json'), ...files })) project.write(`${folder}/${path}`, text);
  return project;
}

describe('the guide on unit tests', () => {
  it('runs under Node\'s own runner', async () => {
    const plain = (program: string): string => transformSync(program, { loader: 'ts', format: 'esm', target: 'node20' }).code;
    const program = programUnder('Node\'s own runner');
    const project = projectWith('node', { 'policy.test.mjs': plain(program), 'wrong.test.mjs': plain(withWrongCase(program)) });
    const { ok, output } = await project.node('--test', '--test-reporter=tap', 'node/policy.test.mjs', 'node/wrong.test.mjs');
    expect(output).toContain(why);
    expect(output).toMatch(/^# pass 7$/m);
    expect(output).toMatch(/^# fail 1$/m);
    expect(ok).toBe(false);
  });

  it('runs under Vitest', async () => {
    const program = programUnder('Vitest');
    const project = projectWith('vitest', { 'policy.test.ts': program, 'wrong.test.ts': withWrongCase(program) });
    const link = join(project.folder, 'node_modules', 'vitest');
    if (!existsSync(link)) symlinkSync(tool('vitest'), link);
    const { ok, output } = await project.node(tool('vitest/vitest.mjs'), 'run', '--root', 'vitest', '--no-color', '--maxWorkers', '1', '--no-isolate', '--update=new');
    expect(output).toContain(why);
    expect(output).toMatch(/Tests +1 failed \| 7 passed \(8\)/);
    expect(ok).toBe(false);
  });

  it('runs under Jest 29', async () => {
    const program = programUnder('Jest');
    const plain = (text: string): string => transformSync(text, { loader: 'ts', format: 'cjs', target: 'node20' }).code;
    const project = projectWith('jest', { 'policy.test.js': plain(program), 'wrong.test.js': plain(withWrongCase(program)) });
    const { ok, output } = await project.node(tool('jest/bin/jest.js'), '--ci=false', '--runInBand', '--no-cache', '--rootDir', 'jest', '--env', tool('jest-environment-node'));
    expect(output).toContain(why);
    expect(output).toMatch(/Tests: +1 failed, 7 passed, 8 total/);
    expect(ok).toBe(false);
  });
});
