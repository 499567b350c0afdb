// Links inside the project: the file must exist, and the heading too.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, type TextFile } from '../project.js';

/** Links of a document that lead nowhere. Addresses on the web are not followed. */
export function brokenLinks({ path, text }: TextFile): readonly string[] {
  const prose = text.replaceAll(/^(\s*)(`{3,})[\s\S]*?^\s*\2\s*$/gm, (block) => block.replaceAll(/[^\n]/g, ''));
  return prose.split('\n').flatMap((line, index) => [...line.replaceAll(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const problem = problemOf(path, target);
    return problem === undefined ? [] : [`${path}:${index + 1} links to \`${target}\`: ${problem}`];
  }));
}

function problemOf(path: string, target: string): string | undefined {
  const [file = '', anchor] = target.split('#');
  const full = file === '' ? join(root, path) : join(root, dirname(path), decodeURIComponent(file));
  // The reference is generated; a clone has it only after `npm run docs`.
  if (full.startsWith(join(root, 'docs', 'api'))) return undefined;
  if (!existsSync(full)) return 'no such file';
  if (anchor === undefined || statSync(full).isDirectory()) return undefined;
  const headings = [...readFileSync(full, 'utf8').matchAll(/^#+ +(.*)$/gm)].map(([, heading = '']) => slug(heading));
  return headings.includes(anchor) ? undefined : 'no such heading';
}

/** The anchor that a heading gets: lower-case, punctuation dropped, spaces as hyphens. */
export function slug(heading: string): string {
  return heading.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
}
