import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entries, filesUnder, root } from '../project.js';
import { adaptersAreApart, entriesOnlyReExport, importsExist, knownFolders, lowerRanksOnly, noBarrels, noCycles, packagesInTheirPlace, ranks } from './imports.js';
import { noBannedGlobals, noHolesInTypes, noHostSettings, noLongFiles, noModuleState } from './purity.js';
import { parseSources, type Check } from './source.js';

const sources = parseSources(filesUnder('src', (path) => path.endsWith('.ts')));
const onlyReExports = entriesOnlyReExport(entries.map(({ source }) => source));

/** Each check, with small sources that it must refuse (`path: text`) and some that it must let pass. */
const checks: readonly { readonly name: string; readonly check: Check; readonly bad: readonly Readonly<Record<string, string>>[]; readonly good?: readonly Readonly<Record<string, string>>[] }[] = [
  { name: 'every folder has a rank', check: knownFolders, bad: [{ 'src/utils/x.ts': '' }, { 'src/helpers.ts': '' }], good: [{ 'src/index.ts': '', 'src/model/a.ts': '' }] },
  {
    name: 'a folder imports lower ranks only, types included', check: lowerRanksOnly,
    bad: [
      { 'src/model/a.ts': 'import { b } from \'../policy/b.js\';' },
      { 'src/model/a.ts': 'import type { B } from \'../rules/b.js\';' },
      { 'src/rules/operators/a.ts': 'export type { B } from \'../../model/b.js\';' },
      { 'src/errors/a.ts': 'type B = import(\'../internal/b.js\').B;' },
      { 'src/lint/a.ts': 'const b = await import(\'../explain/b.js\');' },
      { 'src/lint/a.ts': 'import { b } from \'../index.js\';' },
      { 'src/lint/a.ts': 'import { b } from \'../../test/b.js\';' },
    ],
    good: [{ 'src/model/a.ts': 'import { b } from \'../errors/b.js\'; import { c } from \'./c.js\';', 'src/index.ts': 'export { b } from \'./testing/b.js\';' }],
  },
  {
    name: 'nothing inside imports an adapter', check: adaptersAreApart,
    bad: [{ 'src/policy/a.ts': 'import { b } from \'../adapters/b.js\';' }, { 'src/index.ts': 'export type { B } from \'./adapters/b.js\';' }],
    good: [{ 'src/adapters/a.ts': 'import { b } from \'./b.js\';', 'src/adapters/index.ts': 'export { a } from \'./a.js\';' }],
  },
  { name: 'relative imports name a file, with .js', check: importsExist, bad: [{ 'src/model/a.ts': 'import \'./b.js\';' }, { 'src/model/a.ts': 'import \'./b\';', 'src/model/b.ts': '' }] },
  { name: 'nobody imports through a barrel', check: noBarrels, bad: [{ 'src/model/a.ts': 'import { b } from \'../rules/index.js\';' }], good: [{ 'src/model/a.ts': 'import { b } from \'./b.js\';' }] },
  {
    name: 'entries hold named re-exports only', check: onlyReExports,
    bad: [{ 'src/index.ts': 'export * from \'./model/a.js\';' }, { 'src/index.ts': 'export const a = 1;' }, { 'src/index.ts': 'import \'./a.js\';' }, { 'src/model/index.ts': '' }],
    good: [{ 'src/index.ts': 'export { a } from \'./model/a.js\'; export type { B } from \'./model/b.js\';' }],
  },
  {
    name: 'no cycles', check: noCycles,
    bad: [{ 'src/a.ts': 'import type { B } from \'./b.js\';', 'src/b.ts': 'export { c } from \'./c.js\';', 'src/c.ts': 'import(\'./a.js\');' }, { 'src/a.ts': 'import \'./a.js\';' }],
    good: [{ 'src/a.ts': 'import \'./b.js\'; import \'./c.js\';', 'src/b.ts': 'import \'./c.js\';', 'src/c.ts': '' }],
  },
  {
    name: 'packages are imported where they belong', check: packagesInTheirPlace,
    bad: [
      { 'src/rules/a.ts': 'import jsonLogic from \'json-logic-js\';' }, { 'src/facts/a.ts': 'import * as z from \'zod/mini\';' },
      { 'src/model/a.ts': 'import { z } from \'zod/mini\';' }, { 'src/model/a.ts': 'import * as z from \'zod\';' }, { 'src/model/a.ts': 'import * as zod from \'zod/mini\';' },
      { 'src/facts/a.ts': 'import { addDays } from \'date-fns\';' }, { 'src/facts/a.ts': 'import { TZDate } from \'@date-fns/tz\';' }, { 'src/policy/a.ts': 'import { sha256 } from \'@noble/hashes/sha2.js\';' },
      { 'src/internal/a.ts': 'import { readFileSync } from \'node:fs\';' }, { 'src/internal/a.ts': 'import fs = require(\'fs\');' }, { 'src/internal/a.ts': 'import lodash from \'lodash\';' },
      { 'src/model/a.ts': 'import { a } from \'clientele\';' }, { 'src/model/a.ts': 'import(`x${y}`);' },
    ],
    good: [{
      'src/rules/operators/a.ts': 'import jsonLogic from \'json-logic-js\';', 'src/model/a.ts': 'import * as z from \'zod/mini\';',
      'src/internal/a.ts': 'import { addDays } from \'date-fns/addDays\'; import { tz } from \'@date-fns/tz\'; import { sha256 } from \'@noble/hashes/sha2.js\';',
    }],
  },
  {
    name: 'no hidden inputs or outputs', check: noBannedGlobals,
    bad: ['Date.now()', 'new Date()', 'new Date', 'Date()', 'const { now } = Date;', 'const D = Date;', 'Math.random()', 'Math["random"]()', 'const { random } = Math;', 'console.log(1)', 'eval("1")', 'new Function("1")',
      'Function("1")', 'process.env', 'Buffer.from("")', 'new TextEncoder()', 'new TextDecoder()', 'structuredClone(1)', 'crypto.subtle', 'setTimeout(f)', 'fetch("")', 'globalThis.x = 1', 'typeof window',
      'const c = { console };', 'f(console)'].map((text) => ({ 'src/model/a.ts': text })),
    good: [{ 'src/model/a.ts': 'const f = (document: Date, process: number) => ({ console: document.getTime(), a: process, at: new Date(0), on: Date.UTC(1), p: Math.max(1), x: row.fetch, ms: Date.parse("") });' }],
  },
  {
    name: 'no settings of the machine', check: noHostSettings,
    bad: ['a.localeCompare(b)', 'n.toLocaleString()', 'd.getFullYear()', 'd.setHours(1)', 'd.getTimezoneOffset()', 'new Intl.NumberFormat()', 'Intl.NumberFormat(undefined, {})', 'new Intl.DateTimeFormat("en")'].map((text) => ({ 'src/model/a.ts': text })),
    good: [{ 'src/model/a.ts': 'd.getTime(); d.getUTCDay(); new Intl.NumberFormat("en"); new Intl.DateTimeFormat("en", { timeZone }); Intl.supportedValuesOf("currency");' }],
  },
  {
    name: 'no state of the module', check: noModuleState,
    bad: ['let a = 1;', 'var a = 1;', 'export let a: number;', 'const cache = new Map<string, string>();', 'const seen = new Set();', 'const list: string[] = [];', 'const memo: Record<string, number> = {};', 'const weak = new WeakMap();',
      'const table = new Map([[1, 2]]); function f() { table.set(1, 3); }', 'const list = [1]; const f = () => list.push(2);', 'const o = { a: 1 }; function f() { o.a = 2; }', 'const o = { a: 1 }; function f() { o.a++; }',
      'const o = { a: [1] }; function f() { delete o.a[0]; }', 'class A { static cache = 1; }'].map((text) => ({ 'src/model/a.ts': text })),
    good: ['const none: readonly string[] = [];', 'const none: Readonly<Record<string, string>> = {};', 'const table = new Map([[1, 2]]); const f = (k: number) => table.get(k);',
      'const list = [1]; function f(list: number[]) { list.push(1); }', 'function f() { const list: number[] = []; list.push(1); let n = 0; n += 1; return n; }', 'class A { static readonly brand = 1; }'].map((text) => ({ 'src/model/a.ts': text })),
  },
  {
    name: 'no holes in the types', check: noHolesInTypes,
    bad: ['let a: any;', 'type A = Record<string, any>;', 'const a = b as unknown as C;', 'const a = b!;', 'a instanceof Date;', '// @ts-ignore', '// @ts-expect-error', '/* eslint-disable */'].map((text) => ({ 'src/model/a.ts': text })),
    good: [{ 'src/model/a.ts': '// any word may stand in a comment\nconst a = b as unknown; const any = 1;' }],
  },
  { name: 'no file is longer than 300 lines, data tables aside', check: noLongFiles, bad: [{ 'src/model/a.ts': '\n'.repeat(301) }], good: [{ 'src/model/a.ts': 'a\n'.repeat(300), 'src/presets/a.ts': '\n'.repeat(999), 'src/render/locales/a.ts': '\n'.repeat(999) }] },
];

const asSources = (files: Readonly<Record<string, string>>) => parseSources(Object.entries(files).map(([path, text]) => ({ path, text })));
const show = (check: Check, of = sources): readonly string[] => check(of).map(({ path, line, message }) => `${path}:${line} ${message}`);

describe.each(checks)('$name', ({ check, bad, good = [] }) => {
  it('holds in src', () => expect(show(check)).toEqual([]));
  it.each(bad.map((files) => [Object.values(files).join(' ').trim().slice(0, 80), files] as const))('refuses %s', (_, files) => expect(show(check, asSources(files))).not.toEqual([]));
  it.each(good.map((files) => [Object.values(files).join(' ').trim().slice(0, 80), files] as const))('accepts %s', (_, files) => expect(show(check, asSources(files))).toEqual([]));
});

describe('the tree', () => {
  it('has sources to check', () => expect(sources.length).toBeGreaterThan(20));

  it('keeps the top level as agreed', () => {
    const agreed = ['package.json', 'package-lock.json', 'tsconfig.json', 'src', 'docs', 'examples', 'test', 'CHANGELOG.md', 'README.md', 'LICENSE'];
    expect(strangers(readdirSync(root), agreed)).toEqual([]);
    expect(agreed.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    expect(strangers(['package.json', 'vitest.config.ts', '.gitignore'], agreed)).toEqual(['vitest.config.ts']);
  });

  const foldersOf = (path: string) => readdirSync(join(root, path), { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => each.name);

  it('has tests that mirror src', () => {
    const beside = ['architecture', 'conformance', 'oracles', 'golden', 'docs', 'package', 'bench'];
    const tested = foldersOf('test');
    expect(unmirrored(foldersOf('src'), tested, beside)).toEqual([]);
    expect(unmirrored(['model'], ['modle', 'docs'], beside)).toEqual(['src/model has no tests', 'test/modle mirrors nothing']);
    const empty = foldersOf('src').filter((folder) => filesUnder(`test/${folder}`, (path) => path.endsWith('.test.ts')).length === 0);
    expect(empty).toEqual([]);
  });

  it('ranks only the folders of the design', () => {
    expect(foldersOf('src').filter((folder) => ranks[folder] === undefined)).toEqual([]);
  });
});

/** What lies at the top level beyond what is agreed and what git ignores. */
function strangers(names: readonly string[], agreed: readonly string[]): readonly string[] {
  const rest = names.filter((name) => !name.startsWith('.') && !agreed.includes(name));
  return rest.filter((name) => !isIgnored(name));
}

function isIgnored(name: string): boolean {
  return readFileSync(join(root, '.gitignore'), 'utf8').split('\n').some((line) => line.replace(/\/$/, '') === name);
}

function unmirrored(src: readonly string[], tested: readonly string[], beside: readonly string[]): readonly string[] {
  return [
    ...src.filter((folder) => !tested.includes(folder)).map((folder) => `src/${folder} has no tests`),
    ...tested.filter((folder) => !src.includes(folder) && !beside.includes(folder)).map((folder) => `test/${folder} mirrors nothing`),
  ];
}
