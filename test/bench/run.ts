// `npm run bench`: builds the package and times it against the policy written by hand and against its peers, each in a process of its own.
// `npm run bench -- stream` adds ten million events to running totals and prints their memory.
// `npm run bench -- --write` puts the tables into docs/performance.md; `npm run bench -- TEXT` runs the rows whose names contain it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../project.js';
import { ROWS, type Measured, type Row } from './rows.js';

const arguments_ = process.argv.slice(2);
const isWritten = arguments_.includes('--write');
const wanted = arguments_.filter((each) => !each.startsWith('--'));

if (!arguments_.includes('--no-build')) execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit' });

// Where the packages that it imports can be found.
const folder = join(root, 'node_modules', '.cache', 'clientele-bench');
mkdirSync(folder, { recursive: true });
const child = join(folder, 'child.mjs');
buildSync({
  entryPoints: [join(root, 'test/bench/child.ts'), join(root, 'test/bench/stream.ts')], outdir: folder, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', logLevel: 'error', packages: 'external',
  alias: { clientele: join(root, 'dist/index.js'), 'clientele/rules': join(root, 'dist/rules.js'), 'clientele/presets': join(root, 'dist/presets.js') },
});

if (wanted.includes('stream')) {
  execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=4096', join(folder, 'stream.mjs')], { stdio: 'inherit' });
  process.exit(0);
}

function measured(row: Row): Measured {
  const lines = execFileSync(process.execPath, [child, row.run], { encoding: 'utf8', maxBuffer: 1e8 }).trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as Measured;
}

/** Milliseconds from the import to the first decision with a time zone, in a fresh process. */
function coldStart(): number {
  const source = `
    const started = performance.now();
    const { createClassifier } = await import(${JSON.stringify(join(root, 'dist/index.js'))});
    const policy = { schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', otherwise: 'b', segments: [{ id: 'a', when: { '>=': [{ var: 'netSpend' }, 10] } }, { id: 'b' }] };
    const { segment } = createClassifier(policy).classify({ customer: { id: '1' }, transactions: [{ at: '2026-06-01 10:00:00', amount: '10.00' }] }, { asOf: '2026-06-30' });
    if (segment !== 'a') throw new Error(segment);
    console.log(performance.now() - started);`;
  const times = Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' })));
  return times.sort((a, b) => a - b)[4] ?? Number.NaN;
}

const number = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(value >= 10 ? 1 : 2));

function timeText(nanoseconds: number): string {
  return nanoseconds < 1_000 ? `${number(nanoseconds)} ns` : nanoseconds < 1_000_000 ? `${number(nanoseconds / 1_000)} µs` : `${number(nanoseconds / 1_000_000)} ms`;
}

function barText({ bar }: Row): string {
  if (bar?.ratio !== undefined) return `≤ ${bar.ratio}×`;
  return bar?.microseconds === undefined ? '' : `≤ ${timeText(bar.microseconds * 1_000)}`;
}

const lines = ['| what | to hand-written | rounds | time | bar |', '|---|---:|---:|---:|---:|'];
for (const row of ROWS.filter(({ run }) => wanted.length === 0 || wanted.some((each) => run.includes(each)))) {
  const { ratio, least, most, nanoseconds } = measured(row);
  lines.push(`| ${row.title} | ${number(ratio)}× | ${number(least)} to ${number(most)} | ${timeText(nanoseconds)} | ${barText(row)} |`);
  console.log(lines.at(-1));
}
if (wanted.length === 0) lines.push(`| **cold start**: import to first decision with a time zone | | | ${number(coldStart())} ms | ≤ 40 ms |`);

const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`;
const table = `${machine}\n\n${lines.join('\n')}`;
console.log(`\n${table}`);
if (isWritten) {
  const path = join(root, 'docs/performance.md');
  const marked = /(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/;
  const before = readFileSync(path, 'utf8');
  if (!marked.test(before)) throw new Error(`${path} has no place for the tables`);
  writeFileSync(path, before.replace(marked, (_, open: string, close: string) => `${open}\n${table}\n${close}`));
}
rmSync(folder, { recursive: true });
