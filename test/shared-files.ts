// Where the material lies that is beside the project in development and not part of it: a clone has none.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.js';

/** Whether the shared material is there. Use it with `describe.runIf(hasShared)`. */
export const hasShared = existsSync(join(root, '..', 'shared', 'acceptance'));

/** The path of a shared file, such as `data/cdnow/cdnow_master.csv.gz`. */
export function sharedFile(path: string): string {
  return join(root, '..', 'shared', path);
}
