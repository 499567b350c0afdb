import { issueMaker, MAX_ISSUES, type Issue, type IssueExtras } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { documentMessages } from '../errors/messages/document.js';
import { recordMessages } from '../errors/messages/record.js';
import { isBlank } from '../internal/blank.js';

/** Makes an issue of a record, for who has only one to tell. */
export const makeRecordIssue = issueMaker({ ...documentMessages, ...recordMessages });

export type RecordCode = keyof typeof documentMessages | keyof typeof recordMessages;

/** Collects the issues of one reading, up to the most that are told. */
export interface IssueList {
  readonly issues: readonly Issue[];
  /** Adds an issue; the first at a place stands, for the others follow from it. */
  readonly add: (code: RecordCode, pointer: string, params?: { readonly [name: string]: Json }, extras?: IssueExtras) => void;
  /** True when no more are collected. */
  readonly isFull: () => boolean;
}

export function createIssueList(): IssueList {
  const issues: Issue[] = [];
  const places = new Set<string>();
  return {
    issues,
    add: (code, pointer, params, extras) => {
      // The root is the place of the options too: their issues follow from nothing.
      const isOption = pointer === '' && (code.startsWith('time/') || code.startsWith('money/'));
      const place = isOption ? code : pointer;
      if (issues.length >= MAX_ISSUES || places.has(place)) return;
      places.add(place);
      issues.push(makeRecordIssue(code, pointer, params, extras));
    },
    isFull: () => issues.length >= MAX_ISSUES,
  };
}

/** What a value is, in words for a message. */
export function describeKind(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (Object.prototype.toString.call(value) === '[object Date]') return 'a Date';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value);
  if (typeof value === 'string') return isBlank(value) ? 'a blank text' : 'a text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const LONGEST_SHOWN = 60;
const MOST_SHOWN = 4;

function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** A value of a copied record as a message shows it: itself if it is short and plain. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== null) return describeKind(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${name}: ${typeof member === 'object' ? describeKind(member) : showValue(member)}`,
  );
  return members.length === 0 ? 'an empty object' : cut(`{ ${members.slice(0, MOST_SHOWN).join(', ')} }`);
}
