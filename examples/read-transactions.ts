// Reads a CSV file of transactions, row by row: used by 03-transactions-csv.ts.
import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { CustomerRecord, Transaction } from 'clientele';
import { parse } from 'csv-parse';

/** Which column holds what. */
export interface Columns {
  readonly customer: string;
  /** `YYYY-MM-DD`, with or without a time. */
  readonly date: string;
  /** A negative amount is a return. */
  readonly amount: string;
  /** Given: the amount is the price of one. */
  readonly quantity?: string | undefined;
  /** Given: rows of one customer with the same id are lines of one transaction. Else each row is a transaction. */
  readonly id?: string | undefined;
}

/** What was read: the transactions of each customer, and which rows could not be used, and why. */
export interface Transactions {
  readonly customers: Map<string, Map<string, { readonly at: string; amount: number }>>;
  readonly badRows: Map<string, { rows: number; readonly firstLine: number }>;
  rows: number;
  lastDay: string;
}

type Row = Readonly<Record<string, string>>;

/** How many letters have to be changed, added or left out to make one word of the other. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 0; i < one.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (one[i] === other[j] ? 0 : 1)));
    row = next;
  }
  return row[other.length]!;
}

function checkColumns(inFile: readonly string[], columns: Columns): void {
  for (const [option, wanted] of Object.entries(columns) as [string, string | undefined][]) {
    if (wanted === undefined || inFile.includes(wanted)) continue;
    const apart = (column: string): number => lettersApart(column.toLowerCase(), wanted.toLowerCase());
    const [closest = ''] = [...inFile].sort((a, b) => apart(a) - apart(b));
    throw new Error(`there is no column \`${wanted}\`: did you mean --${option} '${closest}'? The columns are ${inFile.join(', ')}`);
  }
}

/** A blank is no number, though `Number('')` is 0. */
function readNumber(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}

/** Adds a row to its transaction, or says why it cannot be used. */
function addRow(row: Row, line: number, columns: Columns, read: Transactions): string | undefined {
  const customer = (row[columns.customer] ?? '').trim();
  const at = (row[columns.date] ?? '').trim();
  const quantity = columns.quantity === undefined ? 1 : readNumber(row[columns.quantity]);
  const amount = readNumber(row[columns.amount]) * quantity;
  if (customer === '') return 'no customer';
  if (!/^\d{4}-\d\d-\d\d/.test(at)) return 'no date such as 2026-06-30';
  if (!Number.isFinite(amount)) return 'no number where the amount or quantity should be';

  const id = columns.id === undefined ? `line ${line}` : (row[columns.id] ?? '');
  const transactions = read.customers.get(customer) ?? new Map<string, { readonly at: string; amount: number }>();
  const transaction = transactions.get(id) ?? { at, amount: 0 };
  transaction.amount += amount;
  read.customers.set(customer, transactions.set(id, transaction));
  if (at.slice(0, 10) > read.lastDay) read.lastDay = at.slice(0, 10);
  return undefined;
}

/** Reads a CSV file, or a .csv.gz file. Rows that cannot be used are counted by what is wrong with them. */
export async function readTransactions(file: string, columns: Columns, onRow: (rows: number) => void): Promise<Transactions> {
  const read: Transactions = { customers: new Map(), badRows: new Map(), rows: 0, lastDay: '' };
  const noteRow = (line: number, problem: string | undefined): void => {
    read.rows += 1;
    onRow(read.rows);
    if (problem === undefined) return;
    const before = read.badRows.get(problem) ?? { rows: 0, firstLine: line };
    read.badRows.set(problem, { ...before, rows: before.rows + 1 });
  };
  const parser = parse({
    bom: true,
    columns: (names: string[]) => {
      checkColumns(names, columns);
      return names;
    },
    info: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      noteRow(Number(error?.['lines']), 'not as many fields as there are columns, or quotes that do not match');
      return undefined;
    },
  });
  const unpack = file.endsWith('.gz') ? createGunzip() : new PassThrough();
  await pipeline(createReadStream(file), unpack, parser, async (rows: AsyncIterable<{ readonly record: Row; readonly info: { readonly lines: number } }>) => {
    for await (const { record, info } of rows) noteRow(info.lines, addRow(record, info.lines, columns, read));
  });
  return read;
}

/** Makes the records one at a time. What came back is a return, with a positive amount. */
export function* recordsOf({ customers }: Transactions, currency: string): Generator<CustomerRecord> {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  for (const [id, transactions] of customers) {
    yield {
      customer: { id },
      transactions: [...transactions].map(([transactionId, { at, amount }]): Transaction => {
        // 0.1 + 0.2 is a little more than 0.3 to a computer: written with the digits of the currency, the sum is exact again.
        return { id: transactionId, at, kind: amount < 0 ? 'return' : 'sale', amount: Math.abs(amount).toFixed(digits) };
      }),
    };
  }
}
