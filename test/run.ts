// `npm test`: everything that must hold, in order, until something does not. The last line says how much passed and failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './project.js';

interface Step { readonly name: string; readonly command: readonly string[]; /** Its tests are counted; otherwise it counts as one. */ readonly vitest?: true }

const vitest = ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project'];

/** Steps of one stage run side by side: those that use one core each. */
const stages: readonly (readonly Step[])[] = [
  [{ name: 'generated files', command: ['tsx', 'test/generate.ts', '--check'] }],
  [
    { name: 'types of the library alone', command: ['tsc', '--noEmit', '-p', 'test/tsconfig.src.json'] },
    { name: 'types of everything', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
    { name: 'lint', command: ['eslint', '--config', 'test/eslint.config.js', '--max-warnings', '0', 'src', 'test', 'examples'] },
  ],
  [{ name: 'unit, property, architecture, docs, examples', command: [...vitest, 'unit'], vitest: true }],
  [
    { name: 'build and package', command: [...vitest, 'package'], vitest: true },
    { name: 'reference: every export is documented', command: ['typedoc'] },
  ],
];

interface Count { readonly passed: number; readonly failed: number }

const reports = mkdtempSync(join(tmpdir(), 'clientele-test-'));

/** Runs one step; a step among others is silent until it ends, so that what they print is not mixed. */
async function runStep({ name, command, vitest: isVitest }: Step, alone: boolean): Promise<Count> {
  const started = performance.now();
  if (alone) console.log(`\n── ${name}`);
  const report = join(reports, `${name}.json`);
  const [tool = '', ...args] = command;
  const { ok, output } = await run(tool, [...args, ...(isVitest ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [])], alone);
  const count = isVitest ? countOf(report, ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  if (!alone) process.stdout.write(`\n── ${name}\n${output}`);
  console.log(`── ${name}: ${count.failed === 0 ? 'ok' : 'failed'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return count;
}

function run(tool: string, args: readonly string[], aloud: boolean): Promise<{ readonly ok: boolean; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules', '.bin', tool), args, { cwd: root, stdio: aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => { parts.push(part); });
    child.on('error', reject);
    child.on('close', (status) => resolve({ ok: status === 0, output: Buffer.concat(parts).toString() }));
  });
}

/** A run that failed without a failed test (a file that does not load) counts as one failure. */
function countOf(report: string, ok: boolean): Count {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { readonly numPassedTests: number; readonly numFailedTests: number };
    return { passed: numPassedTests, failed: ok ? 0 : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

let passed = 0;
let failed = 0;
for (const [index, stage] of stages.entries()) {
  const counts = await Promise.all(stage.map((step) => runStep(step, stage.length === 1)));
  passed += counts.reduce((sum, count) => sum + count.passed, 0);
  failed += counts.reduce((sum, count) => sum + count.failed, 0);
  if (failed > 0) {
    const names = (steps: readonly Step[]): string => steps.map(({ name }) => name).join('; ');
    const rest = stages.slice(index + 1).flat();
    console.log(`\nStopped at: ${names(stage.filter((_, place) => (counts[place]?.failed ?? 0) > 0))}.${rest.length > 0 ? ` Not run: ${names(rest)}.` : ''}`);
    break;
  }
}
rmSync(reports, { recursive: true });
if (failed === 0) console.log('\nAll of it holds.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
