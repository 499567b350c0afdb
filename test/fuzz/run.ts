// `npm run fuzz -- --runs N --seed S [--from R]`: the same seed gives the same runs. Without one, a new seed is taken and told.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { describeCase } from './fuzz.js';
import { makeCase } from './make-case.js';
import { pulseOf, PULSE_BYTES, watched } from './watch.js';
import type { Task, Told } from './worker.js';

/** A run without a beat for so long hangs; in milliseconds. */
const PATIENCE = 60_000;

/** The thread's program in JavaScript: threads know no TypeScript, and without names kept for functions it is twice as fast. */
function program(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  });
  return outputFiles[0]?.text ?? '';
}

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text.replaceAll(/[_,]/g, ''));
  if (Number.isSafeInteger(number) && number >= 0) return number;
  console.error(`\`--${name}\` needs a whole number, not \`${text ?? ''}\``);
  process.exit(2);
}

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } } });
const seed = numberOf('seed', values.seed, Date.now());
const task: Task = { seed, runs: numberOf('runs', values.runs, 100_000), from: numberOf('from', values.from, 0), shared: new SharedArrayBuffer(PULSE_BYTES) };
const ended = await watched<Told>(new Worker(program(), { eval: true, workerData: task }), pulseOf(task.shared), PATIENCE);
if (ended.kind === 'done') console.log(ended.message.text);
else console.log(`seed ${seed}, run ${ended.run}: hangs\n${describeCase(seed, makeCase(seed, ended.run))}`);
process.exitCode = ended.kind === 'done' && ended.message.ok ? 0 : 1;
