// Projects of strangers: a folder outside the repository with the packed package installed and nothing else.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inject } from 'vitest';
import { root, type TextFile } from '../project.js';

export interface Scratch {
  readonly folder: string;
  /** The installed package. */
  readonly installed: string;
  readonly write: (path: string, text: string) => void;
  /** Runs a program with Node.js in the project; gives what it prints, and its status. */
  readonly node: (...args: readonly string[]) => Promise<Ran>;
}

export interface Ran { readonly ok: boolean; readonly output: string }

/** The project of that name, made and installed at its first use. */
export function scratch(name: string, manifest: Readonly<Record<string, unknown>> = {}): Scratch {
  const folder = join(inject('workFolder'), name);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  if (!existsSync(folder)) {
    write('package.json', JSON.stringify({ name, version: '1.0.0', private: true, ...manifest }));
    execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', inject('tarball')], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return {
    folder,
    installed: join(folder, 'node_modules', 'clientele'),
    write,
    node: (...args) => new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => resolve({ ok: error === null, output: stdout + stderr }));
    }),
  };
}

export function fixture(name: string): string {
  return readFileSync(join(root, 'test', 'package', 'fixtures', name), 'utf8');
}

/** Replaces a text that must be there: a transformation that no longer fits fails aloud. */
export function replaced(text: string, old: string, by: string): string {
  const parts = text.split(old);
  if (parts.length !== 2) throw new Error(`expected once, found ${parts.length - 1} times: \`${old}\``);
  return parts.join(by);
}

/** The path of a tool of the repository, for strangers that bring none of their own. */
export const tool = (path: string): string => join(root, 'node_modules', path);

/** Files of the installed package, by their path inside it. */
export function installedFiles(project: Scratch, accept: (path: string) => boolean): readonly TextFile[] {
  return filesInside(project.installed).filter(accept).map((path) => ({ path, text: readFileSync(join(project.installed, path), 'utf8') }));
}

function filesInside(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
