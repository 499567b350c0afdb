import { issueMaker, MAX_ISSUES, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { documentMessages } from '../errors/messages/document.js';
import type { Limits } from './limits.js';
import { childPointer } from './pointer.js';

const issue = issueMaker(documentMessages);

/** Names that no object of foreign data may have. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const UNREADABLE = 'a value that throws when it is read';

type Target = Json[] | { [key: string]: Json };

/** A container whose members are still to be copied. */
interface Frame {
  readonly source: object;
  readonly target: Target;
  readonly keys: readonly string[];
  readonly pointer: string;
  next: number;
}

/**
 * Copies foreign data into plain JSON, once, with an explicit stack: the original is never read again.
 * Accessors, cycles, symbols, functions, prototype names, proxies that throw and excess of limits are issues. Members that are undefined
 * are left out.
 */
export function copyJson(input: unknown, limits: Limits): { readonly value: Json | undefined; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const open = new Set<object>();
  const stack: Frame[] = [];
  let nodes = 0;
  let bytes = 0;
  const state = { stopped: false };

  const stop = (found: Issue): void => {
    issues.push(found);
    state.stopped = true;
  };

  const unreadable = (pointer: string): undefined => void issues.push(issue('document/not-json', pointer, { what: UNREADABLE }));

  const weigh = (more: number, pointer: string): void => {
    bytes += more;
    if (bytes > limits.bytes) stop(issue('document/too-large', pointer, { limit: limits.bytes }));
  };

  const enter = (source: object, pointer: string): Json | undefined => {
    const list = Array.isArray(source);
    if (open.has(source)) return void issues.push(issue('document/cycle', pointer));
    if (!list && !isPlain(source)) return void issues.push(notPlain(source, pointer));
    if (stack.length >= limits.depth) return void stop(issue('document/too-deep', pointer, { limit: limits.depth }));
    const length = list ? source.length : 0;
    if (length > limits.listLength) return void issues.push(issue('document/list-too-long', pointer, { length, limit: limits.listLength }));
    if (Object.getOwnPropertySymbols(source).length > 0) issues.push(issue('document/not-json', pointer, { what: 'a symbol key' }));
    const target: Target = list ? [] : {};
    const keys = list ? Array.from({ length }, (_, i) => String(i)) : Object.keys(source);
    open.add(source);
    stack.push({ source, target, keys, pointer, next: 0 });
    return target;
  };

  const copy = (value: unknown, pointer: string): Json | undefined => {
    nodes += 1;
    if (nodes > limits.nodes) return void stop(issue('document/too-many-nodes', pointer, { limit: limits.nodes }));
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') {
      weigh(value.length + 2, pointer);
      return value;
    }
    if (typeof value === 'number' && Number.isFinite(value)) {
      weigh(8, pointer);
      return value + 0;
    }
    if (typeof value === 'object') {
      try {
        return enter(value, pointer);
      } catch {
        // A proxy may throw at any touch.
        return unreadable(pointer);
      }
    }
    return void issues.push(issue('document/not-json', pointer, { what: typeof value === 'number' ? String(value) : typeof value }));
  };

  const member = (frame: Frame, key: string): void => {
    const pointer = childPointer(frame.pointer, key);
    weigh(key.length + 3, pointer);
    if (state.stopped) return;
    if (FORBIDDEN_NAMES.has(key)) return void issues.push(issue('document/forbidden-name', pointer, { key }));
    let property: PropertyDescriptor | undefined;
    try {
      property = Object.getOwnPropertyDescriptor(frame.source, key);
    } catch {
      return unreadable(pointer);
    }
    if (property !== undefined && !('value' in property)) return void issues.push(issue('document/accessor', pointer, { key }));
    const value: unknown = property?.value;
    if (Array.isArray(frame.target)) frame.target.push(copy(value, pointer) ?? null);
    else if (value !== undefined) {
      const copied = copy(value, pointer);
      if (copied !== undefined) frame.target[key] = copied;
    }
  };

  const root = copy(input, '');
  for (let frame = stack.at(-1); frame !== undefined && !state.stopped && issues.length < MAX_ISSUES; frame = stack.at(-1)) {
    const key = frame.keys[frame.next];
    if (key === undefined) {
      stack.pop();
      open.delete(frame.source);
    } else {
      frame.next += 1;
      member(frame, key);
    }
  }
  return { value: issues.length > 0 ? undefined : root, issues };
}

/** A date is what JSON would make of it: some query builders export their dates so. */
function notPlain(source: object, pointer: string): Issue {
  const what = Object.prototype.toString.call(source);
  const text = what === '[object Date]' ? isoText(source) : undefined;
  const mend = text === undefined ? {} : { suggestion: text, fix: [{ op: 'replace', path: pointer, value: text }] as const };
  return issue('document/not-json', pointer, { what }, mend);
}

/** The text of a date of any realm; undefined for one that is invalid, and for what only calls itself a date. */
function isoText(source: object): string | undefined {
  try {
    return Date.prototype.toISOString.call(source);
  } catch {
    return undefined;
  }
}

/** An object of any realm whose prototype is that realm's Object.prototype, or null. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
