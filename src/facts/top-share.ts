import { ratioOf } from '../internal/money.js';
import { greatestOf } from '../internal/statistics.js';
import type { Windowed } from './fact-definition.js';
import { exact } from './purchase-facts.js';
import { rowsIn } from './rows.js';
import { SOURCES } from './sources.js';

/** Makes a fact: which part of the amount of purchases, or of their lines, belongs to the word of a field that has the most of it. */
export function topShare(source: 'sales' | 'lines', field: 'category' | 'channel'): Windowed {
  return (history, range, fact) => {
    const from = SOURCES[source];
    const word = from?.fields[field];
    const rows = from === undefined ? undefined : rowsIn(history, from, range, fact);
    if (word === undefined || rows === undefined) return undefined;
    const amounts = new Map<string, number>();
    let total = 0;
    for (const row of rows) {
      if (!row.counts) continue;
      const [said, minor] = [word.read(row), row.amount?.minor ?? undefined];
      if (typeof said !== 'string' || minor === undefined || minor < 0) return undefined;
      amounts.set(said, (amounts.get(said) ?? 0) + minor);
      total += minor;
    }
    if (total === 0 || exact(history, total, fact) === undefined) return undefined;
    return ratioOf(BigInt(greatestOf(amounts.values())), BigInt(total));
  };
}
