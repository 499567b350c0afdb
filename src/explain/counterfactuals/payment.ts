import { dayText, type Day } from '../../internal/days.js';
import { majorOf } from '../../internal/money.js';
import { deadlinesOf } from './deadlines.js';
import { partOf, withEntries, type Family, type Lever } from './lever.js';
import type { Changeable } from './means.js';
import { leadOf, mannerOf, stepMinor } from './purchase.js';
import type { Subject } from './subject.js';

/** An invoice of which something is unpaid. */
interface Open {
  readonly name: string;
  readonly due: Day;
  readonly open: number;
}

/** The open invoices, the one due first at the top: in this order what names no invoice pays them. */
function openInvoices({ history }: Subject): readonly Open[] {
  const invoices = history.invoices()?.entries ?? [];
  const receivables = history.receivables()?.entries ?? [];
  return receivables
    .flatMap(({ due, open }, place): readonly Open[] => {
      const invoice = invoices[place];
      return open === null || open <= 0 || invoice === undefined ? [] : [{ name: invoice.id ?? `invoices/${String(place)}`, due, open }];
    })
    .sort((a, b) => a.due - b.due);
}

/** The invoices that an amount pays, wholly or in part. */
function paidBy(open: readonly Open[], minor: number): readonly string[] {
  const names: string[] = [];
  let rest = minor;
  for (const invoice of open) {
    if (rest <= 0) break;
    names.push(invoice.name);
    rest -= invoice.open;
  }
  return names;
}

/** A payment of some amount of what is open, the oldest due first. */
export function paymentFamilies(subject: Subject, changeables: readonly Changeable[]): readonly Family[] {
  const { record, day, exponent } = subject;
  if (changeables.length === 0 || partOf(record, 'invoices') === undefined || partOf(record, 'payments') === undefined) return [];
  const open = openInvoices(subject);
  const total = open.reduce((sum, invoice) => sum + invoice.open, 0);
  const step = stepMinor(changeables, exponent);
  if (total < step) return [];
  const reaches = changeables.flatMap(({ fact }) => fact.needs.map(({ reach }) => reach));
  const { first, ahead } = deadlinesOf(reaches, day, leadOf(changeables));
  // What is paid on its due day is in time.
  const due = open.map((invoice) => invoice.due).filter((one) => one >= first).sort((a, b) => b - a).slice(0, 1);
  const facts = changeables.map(({ fact }) => fact.id);

  const at = (by: Day): Lever | null =>
    by < first
      ? null
      : {
          id: `payment ${mannerOf(first, step)} ${String(by)}`,
          facts,
          kind: 'ahead',
          parts: ['payments'],
          by,
          asOf: dayText(by),
          most: Math.ceil(total / step),
          guesses: () => [Math.ceil(total / step)],
          put: (before, steps, isEarly) => withEntries(before, 'payments', [{ at: dayText(isEarly ? first : by), amount: { minor: Math.min(total, steps * step) } }]),
          deed: (steps) => {
            const minor = Math.min(total, steps * step);
            return { type: 'pay', amount: majorOf(minor, exponent), invoices: paidBy(open, minor) };
          },
        };
  return ahead.length === 0 ? [] : [{ id: 'payment', kind: 'ahead', days: [...new Set([...ahead, ...due])], at }];
}
