// Programs that users would write, against the packed package: under Jest 29 (CommonJS; Node.js and jsdom), and compiled as CommonJS.
import { readFileSync, symlinkSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { absentNotice, hasShared, sharedFile } from '../shared.js';
import { fixture, scratch, tool, type Ran, type Scratch } from './scratch.js';

const shared = (name: string): string => readFileSync(sharedFile(`acceptance/${name}`), 'utf8');

/** Types that the stranger installed beside the package. */
function withTypes(project: Scratch, names: readonly string[]): Scratch {
  mkdirSync(join(project.folder, 'node_modules', '@types'), { recursive: true });
  for (const name of names) {
    const link = join(project.folder, 'node_modules', '@types', name);
    if (!existsSync(link)) symlinkSync(tool(`@types/${name}`), link);
  }
  return project;
}

function jestProject(): Scratch {
  const project = withTypes(scratch('jest'), ['jest', 'node']);
  const compiler = { target: 'es2022', lib: ['es2022'], module: 'commonjs', moduleResolution: 'node10', strict: true, exactOptionalPropertyTypes: true, esModuleInterop: true, resolveJsonModule: true, types: ['jest', 'node'] };
  project.write('jest.config.js', `module.exports = ${JSON.stringify({ transform: { '^.+\\.ts$': [tool('ts-jest'), { tsconfig: compiler }] }, testMatch: ['<rootDir>/*.test.ts'], setupFiles: ['<rootDir>/setup.js'], cacheDirectory: '<rootDir>/cache' })};`);
  // jsdom has no structuredClone; a service that tests under it brings one.
  project.write('setup.js', 'const v8 = require("node:v8"); globalThis.structuredClone ??= (value) => v8.deserialize(v8.serialize(value));');
  project.write('consumer.ts', fixture('consumer.ts'));
  project.write('consumer.test.ts', 'import { consume } from \'./consumer\';\ntest(\'the whole road\', () => { expect(consume().segments).toEqual([\'gold\', \'hospital\', \'standard\', \'gold\', \'gold\']); });\n');
  return project;
}

/** Snapshots are written by the first run, and compared by the next one. */
const jest = (environment: string, file: string): Promise<Ran> =>
  jestProject().node(tool('jest/bin/jest.js'), '--ci=false', '--runInBand', '--env', tool(environment), file);

const environments = ['jest-environment-node', 'jest-environment-jsdom'];

describe.each(environments)('Jest 29, CommonJS, %s', (environment) => {
  it('runs a stranger\'s program', async () => {
    expect(await jest(environment, 'consumer.test.ts')).toEqual({ ok: true, output: expect.stringContaining('Tests:       1 passed, 1 total') });
  });

  it.runIf(hasShared)('runs the unit tests of a policy, unchanged', async () => {
    const project = jestProject();
    project.write('policy.json', shared('policy.json'));
    project.write('policy-under-jest.test.ts', shared('policy-under-jest.test.ts'));
    expect(await jest(environment, 'policy-under-jest.test.ts')).toEqual({ ok: true, output: expect.stringContaining('Tests:       10 passed, 10 total') });
  });
});

describe('a backend of quarterly plans, strict CommonJS under node10', () => {
  it.runIf(hasShared)('compiles with TypeScript 5.4 and gets its figures, its explanations and its move, unchanged', async () => {
    const project = withTypes(scratch('backend'), ['node']);
    project.write('main.ts', shared('quarterly-dealers.ts'));
    project.write('tsconfig.json', JSON.stringify({ compilerOptions: { target: 'es2022', lib: ['es2022'], module: 'commonjs', moduleResolution: 'node10', strict: true, esModuleInterop: true, types: ['node'], skipLibCheck: true }, files: ['main.ts'] }));
    expect(await project.node(tool('typescript-5.4/lib/tsc.js'), '-p', '.', '--pretty', 'false')).toEqual({ ok: true, output: '' });
    expect(await project.node('main.js')).toEqual({ ok: true, output: '' });
  });
});

describe('the shared programs', () => {
  it(absentNotice('the acceptance programs'), () => expect(existsSync(sharedFile('acceptance/policy.json'))).toBe(hasShared));
});
