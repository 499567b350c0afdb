// What the build bundles, and under which licence: the text of docs/third-party.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageJson, root } from '../project.js';

interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly repository: string;
  readonly text: string;
}

function readBundled(name: string): Bundled {
  const folder = join(root, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly license: string;
    readonly repository: string | { readonly url: string };
  };
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.md|\.txt)?$/i.test(each));
  if (file === undefined) throw new Error(`\`${name}\` ships no licence text: it may not be bundled`);
  const address = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository.url;
  return {
    name,
    version: manifest.version,
    license: manifest.license,
    repository: address.replace(/^git\+/, '').replace(/\.git$/, ''),
    text: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
  };
}

export function thirdPartyDocument(): string {
  const bundled = packageJson.tsup.noExternal.map(readBundled).sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = bundled.map(({ name, version, license, repository }) => `| [${name}](${repository}) | ${version} | ${license} |`);
  const texts = bundled.map(({ name, text }) => `## ${name}\n\n\`\`\`text\n${text}\n\`\`\``);
  return [
    '# Third-party software',
    `\`${packageJson.name}\` has no dependencies to install: the parts of these packages that it uses are bundled into its files.`,
    ['| package | version | licence |', '|---|---|---|', ...rows].join('\n'),
    'This file is generated from the installed packages; `npm run generate` renews it.',
    ...texts,
  ].join('\n\n') + '\n';
}
