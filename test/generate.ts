// Writes the files that are made from other files: `npm run generate`. With --check it compares instead, and fails where one is stale.
// To add a generated file, add a row.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyJsonSchema } from '../src/policy/json-schema.js';
import { officialCases, RESULTS, resultsText, verdictOf } from './conformance/cases.js';
import { withOutputs } from './docs/outputs.js';
import { withTables } from './docs/tables.js';
import { thirdPartyDocument } from './package/third-party.js';
import { filesUnder, root } from './project.js';
import { hasShared } from './shared-files.js';

interface Generated {
  readonly path: string;
  /** Whether the repository keeps it. What it does not keep is written even by --check, for other steps need it. */
  readonly kept: boolean;
  readonly text: () => string | Promise<string>;
}

const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The results are made anew where the official cases lie beside the project; elsewhere what is kept stays. */
function conformanceResults(): string {
  return hasShared ? resultsText(officialCases().map(verdictOf)) : readText(RESULTS);
}

const documents = ['README.md', ...filesUnder('docs', (path) => path.endsWith('.md') && !path.startsWith('docs/api/')).map((file) => file.path)]
  .filter((path) => path !== 'docs/third-party.md' && existsSync(join(root, path)));

const generated: readonly Generated[] = [
  { path: 'policy.schema.json', kept: false, text: () => `${JSON.stringify(policyJsonSchema(), null, 2)}\n` },
  { path: 'docs/third-party.md', kept: true, text: thirdPartyDocument },
  { path: RESULTS, kept: true, text: conformanceResults },
  ...documents.map((path): Generated => ({ path, kept: true, text: () => withTables(withOutputs(readText(path), readText)) })),
];

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const { path, kept, text } of generated) {
  const wanted = await text();
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  if (check && kept) stale.push(path);
  else {
    writeFileSync(file, wanted);
    console.log(`wrote ${path}`);
  }
}
if (stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}; run \`npm run generate\``);
  process.exitCode = 1;
}
