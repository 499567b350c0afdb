// The examples: examples/NN-topic.ts with what it prints beside it, in NN-topic.out.txt.
//   // run: ../shared/data/x.csv --flag    (one of the first lines) gives it arguments; one below ../shared makes it need that file
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './project.js';

export interface Example {
  readonly path: string;
  readonly output: string;
  readonly args: readonly string[];
  /** Files outside the project that it reads and that are not there. */
  readonly absent: readonly string[];
}

export function readExamples(): readonly Example[] {
  return filesUnder('examples', (path) => /^examples\/\d\d-[^/]+\.ts$/.test(path)).map(({ path, text }) => {
    const args = (/^\/\/ run: *(.*)$/m.exec(text.split('\n').slice(0, 10).join('\n'))?.[1] ?? '').split(/\s+/).filter((arg) => arg !== '');
    const absent = args.filter((arg) => arg.startsWith('../') && !existsSync(join(root, arg)));
    return { path, output: path.replace(/\.ts$/, '.out.txt'), args, absent };
  });
}

/** Runs an example from the root of the project; what it prints on stderr is progress and is not kept. */
export function runExample({ path, args }: Example): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${path} ended with ${String(status)}\n${stderr}`);
  return stdout;
}
