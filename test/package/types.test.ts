// The declarations, checked by strangers' compilers: no library checks skipped, no types of Node.js or browsers.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, scratch, tool, type Ran } from './scratch.js';

const compilers = { '5.4': 'typescript-5.4/lib/tsc.js', '5.9': 'typescript/lib/tsc.js', newest: 'typescript-newest/bin/tsc' } as const;
const resolutions = {
  bundler: { module: 'esnext', files: ['consumer.ts'] },
  node16: { module: 'node16', files: ['consumer.mts', 'consumer.cts'] },
  node10: { module: 'commonjs', files: ['consumer.ts'] },
} as const;

const cells = Object.entries(compilers).flatMap(([version, path]) => Object.entries(resolutions).flatMap(([moduleResolution, { module, files }]) => [true, false].map((exact) => ({
  version, path, moduleResolution, module, files, exact,
}))));

const project = (): ReturnType<typeof scratch> => scratch('types');

beforeAll(() => {
  for (const name of ['consumer.ts', 'consumer.mts', 'consumer.cts']) project().write(name, fixture('consumer.ts'));
});

function check({ path, moduleResolution, module, files, exact, version }: (typeof cells)[number]): Promise<Ran> {
  const name = `tsconfig.${version}.${moduleResolution}.${exact ? 'exact' : 'loose'}.json`;
  project().write(name, JSON.stringify({
    compilerOptions: { target: 'es2022', lib: ['es2022'], types: [], module, moduleResolution, strict: true, exactOptionalPropertyTypes: exact, noUncheckedIndexedAccess: true, skipLibCheck: false, noEmit: true },
    files,
  }));
  return project().node(tool(path), '-p', name, '--pretty', 'false');
}

describe('a stranger\'s program type-checks', () => {
  it.concurrent.each(cells.filter(({ version, moduleResolution }) => version !== 'newest' || moduleResolution !== 'node10'))('TypeScript $version, $moduleResolution, exactOptionalPropertyTypes $exact', async (cell) => {
    expect(await check(cell)).toEqual({ ok: true, output: '' });
  });

  it('under node10 on no compiler that has dropped it', async () => {
    const [cell] = cells.filter(({ version, moduleResolution }) => version === 'newest' && moduleResolution === 'node10');
    if (!cell) throw new Error('no such cell');
    expect(await check(cell)).toEqual({ ok: false, output: expect.stringMatching(/^tsconfig\.newest\.node10\.exact\.json\(\d+,\d+\): error TS5108: Option 'moduleResolution=node10' has been removed\./) });
  });

  it('on the compilers it says', () => {
    const versions = ['typescript-5.4', 'typescript', 'typescript-newest'].map((name) => (JSON.parse(readFileSync(tool(`${name}/package.json`), 'utf8')) as { readonly version: string }).version);
    expect(versions).toEqual([expect.stringMatching(/^5\.4\./), expect.stringMatching(/^5\.9\./), expect.stringMatching(/^7\./)]);
  });
});
