import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../project.js';

interface Locked { readonly optionalDependencies?: Readonly<Record<string, string>> }

/** Names that a package asks for and the lock file does not hold, where the package stands or above it. */
function unlocked(packages: Readonly<Record<string, Locked>>): readonly string[] {
  const holds = (path: string, name: string): boolean => {
    if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in packages) return true;
    return path !== '' && holds(path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0)), name);
  };
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !holds(path, name)).map((name) => `${path} asks for ${name}`));
}

it('the lock file holds the binaries of every platform, without which `npm ci` fails', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> };
  expect(unlocked(lock.packages)).toEqual([]);
  expect(unlocked({ 'node_modules/a': { optionalDependencies: { b: '1', c: '1' } }, 'node_modules/c': {} })).toEqual(['node_modules/a asks for b']);
  expect(unlocked({ 'node_modules/x/node_modules/a': { optionalDependencies: { b: '1' } }, 'node_modules/b': {} })).toEqual([]);
});
