// The examples: examples/NN-topic.ts with what it prints beside it, in NN-topic.out.txt.
// Lines among the first ten give it arguments, one line for each run; an argument below ../shared makes the run need that file:
//   // run: examples/data/x.csv --flag       prints NN-topic.out.txt
//   // run big: ../shared/data/big.csv.gz    prints NN-topic.big.out.txt
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './project.js';

export interface Example {
  /** The example, and the run where it has a name. */
  readonly name: string;
  readonly path: string;
  readonly output: string;
  readonly args: readonly string[];
  /** Files outside the project that it reads and that are not there. */
  readonly absent: readonly string[];
}

export function readExamples(): readonly Example[] {
  return filesUnder('examples', (path) => /^examples\/\d\d-[^/]+\.ts$/.test(path)).flatMap(({ path, text }) => {
    const header = text.split('\n').slice(0, 10).join('\n');
    const runs = [...header.matchAll(/^\/\/ run( [a-z0-9-]+)?: *(.*)$/gm)].map(([, run = '', args = '']) => ({ run: run.trim(), args: args.split(/\s+/).filter((arg) => arg !== '') }));
    return (runs.length === 0 ? [{ run: '', args: [] }] : runs).map(({ run, args }) => ({
      name: run === '' ? path : `${path} ${run}`,
      path,
      output: path.replace(/\.ts$/, run === '' ? '.out.txt' : `.${run}.out.txt`),
      args,
      absent: args.filter((arg) => arg.startsWith('../') && !existsSync(join(root, arg))),
    }));
  });
}

/** Runs an example from the root of the project; what it prints on stderr is progress and is not kept. */
export function runExample({ name, path, args }: Example): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}\n${stderr}`);
  return stdout;
}
