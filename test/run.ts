// `npm test`: everything that must hold, in order, until something does not. The last line says how much passed and failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './project.js';

interface Step { readonly name: string; readonly command: readonly string[]; /** Its tests are counted; otherwise it counts as one. */ readonly vitest?: true }

const vitest = ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project'];
const steps: readonly Step[] = [
  { name: 'generated files', command: ['tsx', 'test/generate.ts', '--check'] },
  { name: 'types of the library alone', command: ['tsc', '--noEmit', '-p', 'test/tsconfig.src.json'] },
  { name: 'types of everything', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', command: ['eslint', '--config', 'test/eslint.config.js', '--max-warnings', '0', 'src', 'test', 'examples'] },
  { name: 'unit, property, architecture, docs, examples', command: [...vitest, 'unit'], vitest: true },
  { name: 'build and package', command: [...vitest, 'package'], vitest: true },
  { name: 'reference: every export is documented', command: ['typedoc'] },
];

interface Count { readonly passed: number; readonly failed: number }

const reports = mkdtempSync(join(tmpdir(), 'clientele-test-'));

function runStep({ name, command, vitest: isVitest }: Step, index: number): Count {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const report = join(reports, `${index}.json`);
  const [tool = '', ...args] = command;
  const { status } = spawnSync(join(root, 'node_modules', '.bin', tool), [...args, ...(isVitest ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [])], { cwd: root, stdio: 'inherit' });
  const count = isVitest ? countOf(report, status === 0) : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  console.log(`── ${name}: ${count.failed === 0 ? 'ok' : 'failed'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return count;
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
for (const [index, step] of steps.entries()) {
  const count = runStep(step, index);
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) {
    const rest = steps.slice(index + 1).map(({ name }) => name);
    console.log(`\nStopped at: ${step.name}.${rest.length > 0 ? ` Not run: ${rest.join('; ')}.` : ''}`);
    break;
  }
}
rmSync(reports, { recursive: true });
if (failed === 0) console.log('\nAll of it holds.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
