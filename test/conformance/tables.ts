// The results of the official cases as tables of docs/json-logic.md: made of what is kept, so that a clone can make them too.
import { OPERATORS } from '../../src/rules/operators/table.js';
import { keptResults, type Verdict } from './cases.js';

interface Counted {
  readonly columns: readonly string[];
  readonly byHand: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const code = (text: string): string => `\`${text}\``;

/** What a case is about: the group of its outermost operator. */
function groupOf({ operators: [id] }: Verdict): string {
  if (id === undefined) return 'none: plain values and lists';
  if (id === 'var') return 'path';
  return OPERATORS.find((operator) => operator.id === id)?.group ?? 'unknown';
}

function row(title: string, verdicts: readonly Verdict[]): readonly string[] {
  const count = (wanted: Verdict['verdict']): string => String(verdicts.filter(({ verdict }) => verdict === wanted).length);
  const ids = [...new Set(verdicts.flatMap(({ operators: [id] }) => (id === undefined ? [] : [id])))];
  return [title, ids.map(code).join(' '), String(verdicts.length), count('identical'), count('refused'), count('different')];
}

/** How many cases there are of each kind, and how they came out. */
export function conformanceTable(verdicts = keptResults()): Counted {
  const groups = [...new Set(verdicts.map(groupOf))];
  const rows = groups.map((group) => row(group, verdicts.filter((verdict) => groupOf(verdict) === group)));
  const [, , ...totals] = row('all', verdicts);
  return { columns: ['outermost operator', 'operators', 'cases', 'identical', 'refused when read', 'different on purpose'], byHand: [], rows: [...rows, ['all', '', ...totals]] };
}

/** The cases that are not identical, each with its code or reason. */
export function conformanceDifferences(verdicts = keptResults()): Counted {
  const others = verdicts.filter(({ verdict }) => verdict !== 'identical');
  const rows = others.map(({ case: number, operators, verdict, code: refusal, reason }) => [String(number), operators.map(code).join(' '), verdict, refusal === undefined ? (reason ?? '') : code(refusal)]);
  return { columns: ['case', 'operators', 'verdict', 'why'], byHand: [], rows };
}
