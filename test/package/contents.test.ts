// What is in the package: its files, its entries, what they export.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, it } from 'vitest';
import { importsOf, isRelative, parseSources } from '../architecture/source.js';
import { packageJson, root } from '../project.js';
import { installedFiles, scratch } from './scratch.js';
import { thirdPartyDocument } from './third-party.js';

/** Adding a name is a decision, taking one away a breaking change: both are made here. */
const exportedNames: Readonly<Record<string, readonly string[]>> = {
  clientele: [
    'ClassifierError', 'REASON_CODES', 'SCORE_REASONS', 'attachRate', 'createClassifier', 'defineOperator', 'definePolicy', 'defineScorer', 'formatExplanation', 'formatIssue', 'formatMove', 'formatRule', 'groupRecords', 'hashPolicy',
    'mergeRecords', 'movesBetween', 'parseCalibration', 'parseClassification', 'parsePolicy', 'parseRecord', 'policyFrom', 'rollUp', 'safeParsePolicy', 'safeParseRecord',
  ],
  'clientele/rules': ['ClassifierError', 'parseRule', 'safeParseRule'],
  'clientele/adapters': ['toQueryBuilderFields'],
  'clientele/presets': ['abc', 'aipl', 'customerLevels', 'customerType', 'dealerScorecard', 'distributorType', 'fitEngagement', 'geography', 'hubspotLifecycle', 'importance', 'industry', 'lifecycleActive', 'lifecycleLoyal', 'listedGrowth', 'loyaltyClasses', 'needType', 'ownership', 'pharmaDealer', 'profitDuration', 'retail', 'rfm', 'rfmBraze', 'rfmEight', 'rfmKlaviyo', 'rfmPutler', 'rfmR', 'salesStages', 'spendCapacity', 'spendingTier', 'valuePotential', 'valueTier'],
  'clientele/testing': ['boundaryCases', 'buildRecord', 'checkOperator', 'checkScorer', 'rfmReach', 'testPolicy'],
  'clientele/locales/en': ['en'],
  'clientele/locales/zh-CN': ['zhCN'],
};

const installed = (): ReturnType<typeof scratch> => scratch('esm', { type: 'module' });

describe('the tarball', () => {
  it('holds these files and no others', () => {
    const allowed = /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|policy\.schema\.json|docs\/(?!api\/)([\w-]+\/)?[\w-]+\.md|dist\/((all|words)\.(js|cjs)|(index|rules|presets|adapters|testing|locales\/(en|zh-CN)|[a-z-]+-[\w-]{8,10})\.(js|cjs|d\.ts|d\.cts)))$/;
    const paths = installedFiles(installed(), () => true).map(({ path }) => path);
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    const needed = ['README.md', 'LICENSE', 'CHANGELOG.md', 'policy.schema.json', 'docs/third-party.md', ...Object.keys(packageJson.tsup.dts.entry).flatMap((entry) => ['js', 'cjs', 'd.ts', 'd.cts'].map((extension) => `dist/${entry}.${extension}`))];
    expect(needed.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('imports nothing but its own files: no dependency, nothing of Node.js', () => {
    expect(packageJson.dependencies).toBeUndefined();
    const files = parseSources(installedFiles(installed(), (path) => path.startsWith('dist/')));
    const foreign = files.flatMap((file) => importsOf(file).filter(({ specifier }) => !isRelative(specifier)).map(({ specifier }) => `${file.path} imports ${specifier}`));
    expect(foreign).toEqual([]);
    expect(files.filter(({ text }) => /\bnode:|\/\/\/ <reference|__dirname|import\.meta/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('brings the licences of what it bundles', () => {
    expect(readFileSync(join(installed().installed, 'docs/third-party.md'), 'utf8')).toBe(thirdPartyDocument());
    expect(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object)).not.toContain('dependencies');
  });

  it('brings the schema of a policy, which refers to nothing outside', () => {
    const schema = readFileSync(join(installed().installed, 'policy.schema.json'), 'utf8');
    expect(JSON.parse(schema)).toMatchObject({ type: 'object', properties: { segments: expect.any(Object), schema: expect.any(Object) } });
    expect([...schema.matchAll(/"\$ref":\s*"([^#][^"]*)"/g)].map(([, reference]) => reference)).toEqual([]);
  });
});

describe('the entries', () => {
  it('are the pinned ones', () => {
    const files = ['./policy.schema.json', './package.json'];
    expect(Object.keys(packageJson.exports).filter((entry) => !files.includes(entry)).map((entry) => entry.replace(/^\./, 'clientele')).sort()).toEqual(Object.keys(exportedNames).sort());
    expect(Object.keys(packageJson.exports)).toEqual(expect.arrayContaining(files));
  });

  it.each(Object.entries(exportedNames))('%s exports the pinned names, as ESM and as CommonJS', async (specifier, names) => {
    const esm = await installed().node('--input-type=module', '-e', `console.log(JSON.stringify(Object.keys(await import('${specifier}')).sort()))`);
    const cjs = await installed().node('--input-type=commonjs', '-e', `console.log(JSON.stringify(Object.keys(require('${specifier}')).filter((name) => name !== '__esModule').sort()))`);
    expect([esm.output.trim(), cjs.output.trim()]).toEqual([JSON.stringify([...names].sort()), JSON.stringify([...names].sort())]);
  });

  it('lead nowhere deeper', async () => {
    const { ok, output } = await installed().node('--input-type=module', '-e', 'await import(\'clientele/dist/index.js\')');
    expect([ok, output]).toEqual([false, expect.stringContaining('ERR_PACKAGE_PATH_NOT_EXPORTED')]);
  });
});

describe('the manifest', () => {
  it('has nothing against it (publint)', async () => {
    const tarball = readFileSync(inject('tarball'));
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength) }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('gives every resolution the right types (attw)', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(inject('tarball')))));
    expect(result.types === false ? ['no types'] : result.problems).toEqual([]);
  });
});
