// Tables of the RFM presets: their classes, and what their tables of cells reach.
import type { Text } from '../../src/errors/json.js';
import type { Policy } from '../../src/policy/types.js';
import { rfm, rfmBraze, rfmEight, rfmKlaviyo, rfmPutler, rfmR } from '../../src/presets/index.js';
import { rfmReach } from '../../src/testing/rfm-reach.js';
import type { Table } from './tables.js';

const PRESETS: { readonly [name: string]: Policy<string, 'rfm', never, never, string> } = { rfm, rfmEight, rfmKlaviyo, rfmPutler, rfmR, rfmBraze };

const code = (text: string): string => `\`${text}\``;
const inLanguage = (label: Text | undefined, language: 'en' | 'zh-CN'): string => (typeof label === 'object' ? (label[language] ?? '') : (label ?? ''));

function reachRow(name: string): readonly string[] {
  const { cells, uncovered, shared, unreachable, falls } = rfmReach(PRESETS[name] ?? rfm, 'rfm');
  const holes = uncovered.length === 1 ? `1: ${uncovered.join()}` : String(uncovered.length);
  const down = falls.map(({ from, to }) => `${from} → ${to}`).join(', ');
  return [code(name), String(cells), holes, String(shared.length), unreachable.map(code).join(', ') || 'none', down || 'none'];
}

/** The tables by their names. */
export const RFM_TABLES: { readonly [name: string]: Table } = {
  'rfm reach': {
    columns: ['preset', 'cells', 'in no class', 'in several rows', 'classes that nobody can reach', 'one step up that leads down'],
    byHand: [],
    rows: Object.keys(PRESETS).map(reachRow),
  },
  ...Object.fromEntries(
    Object.entries(PRESETS).map(([name, { segments }]): [string, Table] => [
      `classes of ${name}`,
      { columns: ['segment', '', '中文', 'who'], byHand: [], rows: segments.map(({ id, label, note = '' }) => [code(id), inLanguage(label, 'en'), inLanguage(label, 'zh-CN'), note]) },
    ]),
  ),
};
