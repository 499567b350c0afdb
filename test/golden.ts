// Texts that are compared whole, kept under test/golden. To renew them after a change of words:
//   UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts --project unit test/render
// Then read the difference, aloud, before you keep it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './project.js';

/** The kept text of a name, or undefined where there is none; with UPDATE_GOLDEN set it is first replaced by what is given. */
export function golden(name: string, text: string): string | undefined {
  const file = join(root, 'test', 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/\n$/, '') : undefined;
}
