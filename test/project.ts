// The facts about the project that several tests need: where it lies, and its entries.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('..', import.meta.url));

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly tsup: { readonly dts: { readonly entry: Readonly<Record<string, string>> }; readonly noExternal: readonly string[] };
}

export const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageJson;

/** The specifier of each code entry and its source file: `clientele/rules` → `src/rules/index.ts`. */
export const entries: readonly { readonly specifier: string; readonly source: string }[] = Object.entries(packageJson.tsup.dts.entry).map(
  ([name, source]) => ({ specifier: name === 'index' ? packageJson.name : `${packageJson.name}/${name}`, source }),
);

export interface TextFile {
  /** Relative to the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Files below a folder of the project, by path; a folder that does not exist has none. */
export function filesUnder(folder: string, accept: (path: string) => boolean): readonly TextFile[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/') && accept(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
