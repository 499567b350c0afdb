import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entries, filesUnder, root } from '../project.js';
import { programsOfMarkdown, programsOfSource, type Program } from './extract.js';
import { brokenLinks } from './links.js';
import { unmarkedOutputs } from './outputs.js';
import { absolute, runProgram } from './run.js';
import { typeErrors } from './types.js';

const documents = [...filesUnder('.', (path) => path === 'README.md' || path === 'CHANGELOG.md'), ...filesUnder('docs', (path) => path.endsWith('.md') && !path.startsWith('docs/api/'))];
const exported = await Promise.all(entries.map(async ({ specifier }) => Object.keys((await import(specifier)) as object).map((name) => [name, specifier] as const)));
/** An example in the sources may leave out the imports of what the package exports; the root entry comes first. */
const known = new Map(exported.flat().reverse());
const programs = [
  ...documents.flatMap(programsOfMarkdown),
  ...filesUnder('src', (path) => path.endsWith('.ts')).flatMap((file) => programsOfSource(file, known)),
];

const run = (program: Program) => runProgram(program, (specifier) => import(absolute(specifier, join(root, dirname(program.path)))));

describe('programs of the documents', () => {
  it('are there', () => expect(programs.length).toBeGreaterThan(10));
  it('type-check', () => expect(typeErrors(programs)).toEqual([]));
  it.each(programs.filter((program) => program.run).map((program) => [program.title, program] as const))('%s runs and gives what it says', async (_, program) => {
    for (const { line, claim, actual, expected } of await run(program)) expect(actual, `${program.path}:${line} // => ${claim}`).toEqual(expected);
  });
});

describe.each(documents.map((file) => [file.path, file] as const))('%s', (_, file) => {
  it('has no broken link', () => expect(brokenLinks(file)).toEqual([]));
  it('shows no output that nothing generates', () => expect(unmarkedOutputs(file.text)).toEqual([]));
});
