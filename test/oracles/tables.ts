// Tables that other programs wrote, as rows of texts.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { sharedFile } from '../shared.js';

export interface TableRow {
  readonly [column: string]: string;
}

/** The rows of a CSV file, `.gz` too. */
export function readTable(path: string): readonly TableRow[] {
  const bytes = readFileSync(sharedFile(path));
  const rows: readonly TableRow[] = parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
  if (rows.length === 0) throw new Error(`${path} has no rows`);
  return rows;
}

/** The cell of a row; a column that is not there is a mistake of the test. */
export function cell(row: TableRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
}

/** Rows by the value of a column. */
export function groupBy(rows: readonly TableRow[], column: string): ReadonlyMap<string, readonly TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = cell(row, column);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** A decimal text as a whole number of a tenth to the power of `digits`. */
export function scaled(text: string, digits: number): bigint {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  if (fraction.length > digits) throw new Error(`${text} has more than ${String(digits)} digits`);
  const value = BigInt(whole + fraction.padEnd(digits, '0'));
  return negative ? -value : value;
}

/** The decimal text of a scaled whole number. */
export function unscaled(value: bigint, digits: number): string {
  const text = String(value < 0n ? -value : value).padStart(digits + 1, '0');
  return `${value < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Days from one date to another, by the calendar of the language itself. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}
