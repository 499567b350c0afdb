import { readFileSync } from 'node:fs';
import { hasShared, sharedFile } from '../shared.js';

interface OracleCase<Inputs, Expected> {
  readonly id: string;
  readonly function: string;
  readonly inputs: Inputs;
  readonly expected: Expected;
}

/** The cases that another program computed for one function; none where the shared material is absent. */
export function oracleCases<Inputs, Expected>(file: string, name: string): readonly OracleCase<Inputs, Expected>[] {
  if (!hasShared) return [];
  const { cases } = JSON.parse(readFileSync(sharedFile(`oracles/${file}`), 'utf8')) as { cases: readonly OracleCase<Inputs, Expected>[] };
  const found = cases.filter((entry) => entry.function === name);
  if (found.length === 0) throw new Error(`no oracle cases for ${name} in ${file}`);
  return found;
}
