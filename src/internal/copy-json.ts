import { issueMaker, MAX_ISSUES, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { documentMessages } from '../errors/messages/document.js';
import type { Limits } from './limits.js';
import { pointerOf } from './pointer.js';
import { setOwn } from './set-own.js';

const issue = issueMaker(documentMessages);

/** Names that no object of foreign data may have. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const UNREADABLE = 'a value that throws when it is read';
/** What a member takes beside its name and its value. */
const PLACE_BYTES = 3;

type Target = Json[] | { [key: string]: Json };

/** A container whose members are still to be copied. */
interface Frame {
  readonly source: object;
  readonly target: Target;
  /** The names of an object's members; a list has places. */
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  next: number;
}

function keyAt({ keys }: Frame, index: number): string | number {
  return keys?.[index] ?? index;
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

  /** An issue at the member that is being copied. Most documents have none, so that pointers are made for issues only. */
  const place = (): string => pointerOf(stack.map((frame) => keyAt(frame, frame.next - 1)));
  const tell = (code: keyof typeof documentMessages, params?: { readonly [name: string]: Json }): undefined => void issues.push(issue(code, place(), params));

  const stop = (code: keyof typeof documentMessages, limit: number): undefined => {
    tell(code, { limit });
    state.stopped = true;
  };

  const unreadable = (): undefined => tell('document/not-json', { what: UNREADABLE });

  const weigh = (more: number): void => {
    bytes += more;
    if (bytes > limits.bytes) stop('document/too-large', limits.bytes);
  };

  const enter = (source: object): Json | undefined => {
    const list = Array.isArray(source);
    if (open.has(source)) return tell('document/cycle');
    if (!list && !isPlain(source)) return void issues.push(notPlain(source, place()));
    if (stack.length >= limits.depth) return stop('document/too-deep', limits.depth);
    const length = list ? source.length : 0;
    if (length > limits.listLength) return tell('document/list-too-long', { length, limit: limits.listLength });
    if (Object.getOwnPropertySymbols(source).length > 0) tell('document/not-json', { what: 'a symbol key' });
    const target: Target = list ? [] : {};
    const keys = list ? undefined : Object.keys(source);
    open.add(source);
    stack.push({ source, target, keys, length: keys?.length ?? length, next: 0 });
    return target;
  };

  const copy = (value: unknown): Json | undefined => {
    nodes += 1;
    if (nodes > limits.nodes) return stop('document/too-many-nodes', limits.nodes);
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') {
      weigh(value.length + 2);
      return value;
    }
    if (typeof value === 'number' && Number.isFinite(value)) {
      weigh(8);
      return value + 0;
    }
    if (typeof value === 'object') {
      try {
        return enter(value);
      } catch {
        // A proxy may throw at any touch.
        return unreadable();
      }
    }
    return tell('document/not-json', { what: typeof value === 'number' ? String(value) : typeof value });
  };

  const member = ({ source, target }: Frame, key: string | number): void => {
    weigh(typeof key === 'number' ? PLACE_BYTES : key.length + PLACE_BYTES);
    if (state.stopped) return;
    if (typeof key === 'string' && FORBIDDEN_NAMES.has(key)) return tell('document/forbidden-name', { key });
    let property: PropertyDescriptor | undefined;
    try {
      property = Object.getOwnPropertyDescriptor(source, key);
    } catch {
      return unreadable();
    }
    if (property !== undefined && !('value' in property)) return tell('document/accessor', { key });
    const value: unknown = property?.value;
    if (Array.isArray(target)) target.push(copy(value) ?? null);
    else if (value !== undefined) {
      const copied = copy(value);
      if (copied !== undefined) setOwn(target, String(key), copied);
    }
  };

  const root = copy(input);
  for (let frame = stack.at(-1); frame !== undefined && !state.stopped && issues.length < MAX_ISSUES; frame = stack.at(-1)) {
    if (frame.next >= frame.length) {
      stack.pop();
      open.delete(frame.source);
    } else {
      frame.next += 1;
      member(frame, keyAt(frame, frame.next - 1));
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
