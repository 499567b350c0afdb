// Builds the package and packs it, once for all tests of the package.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../project.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of its own for the run. */
    readonly workFolder: string;
    /** The packed package. */
    readonly tarball: string;
  }
}

export default function setup(project: TestProject): () => void {
  const workFolder = mkdtempSync(join(tmpdir(), 'clientele-package-'));
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', workFolder], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [report] = JSON.parse(packed) as readonly { readonly filename: string }[];
  if (!report) throw new Error('npm pack packed nothing');
  project.provide('workFolder', workFolder);
  project.provide('tarball', join(workFolder, report.filename));
  return () => rmSync(workFolder, { recursive: true });
}
