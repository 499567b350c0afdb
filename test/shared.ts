// Material that lies beside the project in development and is not part of it: a clone has none, so tests that read it say so.
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hasShared, sharedFile } from './shared-files.js';

export { hasShared, sharedFile } from './shared-files.js';

/** Says aloud that tests did not run: the title of a visible test in their place. */
export function absentNotice(what: string): string {
  return hasShared ? `../shared is there for ${what}` : `../shared is absent: ${what} did not run`;
}

/** A visible test beside tests that read shared files: it says whether they ran, and that the files are there if the folder is. */
export function noteShared(what: string, first: string, ...others: readonly string[]): void {
  it(absentNotice(what), () => {
    const paths = [first, ...others];
    expect(paths.filter((path) => existsSync(sharedFile(path)))).toEqual(hasShared ? paths : []);
  });
}
