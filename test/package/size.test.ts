// Ceilings of size, minified and gzipped, as a stranger's bundler makes it. Raise one only in the change that needs it, with the reason here.
// The bars are 10 kB for the rules and 45 kB for the root. Neither is reached: docs/decisions/0007 says where the bytes go. The ceilings hold
// what there is. Mends of what query builders and json-logic-engine write, graphs of conditions, contradictions and a bound on all ways that a
// rule can be much work brought the rules from 16.6; words of rules and policies brought 12.5 kB to the root: describe() and fields() are
// methods of every classifier, so their words in English are in every host; a second language has as much again in its own entry.
// The language of measures, 58 more ready facts with their words, accumulators, streams, roll-ups and merges brought 23 kB to the root.
// Eleven more scorers with their cuts (about 25 kB), and explanations of what would change a class, until when it holds and why it moved (about
// 17 kB), brought 43 kB to it, 6 kB of words to the second language, and two dozen presets 6 kB to theirs.
// Five more modes of loyalty brought 1.4 kB to the root, and five more presets 3.3 kB to theirs. Evidence, differences, drivers, redaction, ways by
// waiting, findings of axes and words for every option brought 10 kB to the root and 0.9 to the second language. Telling a program without types
// what it gave by mistake, in words, brought 0.6 kB to the root and 0.3 to the second language; mends of faults that were found by use 3.2 kB.
// Two entries that nobody imports, `all` and `words`, only part the files: without them a bundler keeps 94 kB for `formatExplanation`.
// That one mistake in options is one issue, places that are near, sums and distances in decimals and checks of words brought 0.7 kB to the root.
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { installedFiles, scratch } from './scratch.js';

const project = (): ReturnType<typeof scratch> => scratch('esm', { type: 'module' });

interface Bundle { readonly text: string; readonly kilobytes: number; readonly inputs: readonly string[] }

function bundle(source: string): Bundle {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents: source, resolveDir: project().folder }, bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', write: false, metafile: true, outfile: 'bundle.js',
  });
  const text = outputFiles[0]?.text ?? '';
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path));
  return { text, kilobytes: gzipSync(text, { level: 9 }).length / 1000, inputs };
}

const small = 'import { createClassifier, definePolicy, formatExplanation } from \'clientele\'; globalThis.use = [createClassifier, definePolicy, formatExplanation];';

/** Texts that only the presets hold, taken from the installed package. */
async function presetTexts(): Promise<readonly string[]> {
  const { output } = await project().node('--input-type=module', '-e', 'const p = await import(\'clientele/presets\'); console.log(JSON.stringify(Object.values(p).flatMap((each) => each.segments.map(({ label }) => label[\'zh-CN\']))))');
  return JSON.parse(output) as readonly string[];
}

describe('sizes', () => {
  it.each([
    ['clientele/rules', 'export * from \'clientele/rules\';', 25.5],
    ['clientele with everything', 'export * from \'clientele\';', 188.5],
    ['a host that classifies and explains', small, 176.3],
    ['words alone, for a browser', 'export { formatExplanation } from \'clientele\';', 36.5],
    ['clientele/locales/zh-CN', 'export * from \'clientele/locales/zh-CN\';', 25.3],
    ['clientele/adapters', 'export * from \'clientele/adapters\';', 5],
    ['clientele/presets', 'export * from \'clientele/presets\';', 19.5],
  ])('%s', (name, source, ceiling) => {
    const { kilobytes } = bundle(source);
    console.log(`size of ${name}: ${kilobytes.toFixed(1)} kB of ${ceiling}`);
    expect(kilobytes).toBeLessThanOrEqual(ceiling);
  });

  it('a host that classifies and explains carries no preset, no second language, no JSON Schema', async () => {
    const { text, inputs } = bundle(small);
    expect(inputs.some((path) => path.includes('clientele/dist/'))).toBe(true);
    expect(inputs.filter((path) => /(presets|adapters|testing|locales\/zh-CN)\.js$/.test(path))).toEqual([]);
    const present = (await presetTexts()).filter((each) => text.includes(each));
    expect(present).toEqual([]);
    expect(text).not.toMatch(/json-schema\.org/);
  });

  it('what is looked for can be found', async () => {
    const presets = bundle('export * from \'clientele/presets\';');
    const texts = await presetTexts();
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((each) => !presets.text.includes(each))).toEqual([]);
    // The words of a language lie in its own file, not in one that every host loads.
    const chinese = installedFiles(project(), (path) => path === 'dist/locales/zh-CN.js').map(({ text }) => text.length);
    expect(chinese).toEqual([expect.any(Number)]);
    expect(chinese[0]).toBeGreaterThan(2000);
  });
});
