import { issueMaker, MAX_ISSUES, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { documentMessages } from '../errors/messages/document.js';
import type { Limits } from './limits.js';
import { childPointer } from './pointer.js';

const issue = issueMaker(documentMessages);
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

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
 * Accessors, cycles, symbols, functions, prototype names and excess of limits are issues. Members that are undefined are left out.
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

  const enter = (source: object, pointer: string): Json | undefined => {
    const list = Array.isArray(source);
    if (open.has(source)) return void issues.push(issue('document/cycle', pointer));
    if (!list && !isPlain(source)) return void issues.push(issue('document/not-json', pointer, { what: Object.prototype.toString.call(source) }));
    if (stack.length >= limits.depth) return void stop(issue('document/too-deep', pointer, { limit: limits.depth }));
    if (list && source.length > limits.listLength) {
      return void issues.push(issue('document/list-too-long', pointer, { length: source.length, limit: limits.listLength }));
    }
    if (Object.getOwnPropertySymbols(source).length > 0) issues.push(issue('document/not-json', pointer, { what: 'a symbol key' }));
    const target: Target = list ? [] : {};
    open.add(source);
    stack.push({ source, target, keys: list ? Array.from(source, (_, i) => String(i)) : Object.keys(source), pointer, next: 0 });
    return target;
  };

  const copy = (value: unknown, pointer: string): Json | undefined => {
    nodes += 1;
    if (nodes > limits.nodes) return void stop(issue('document/too-many-nodes', pointer, { limit: limits.nodes }));
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') {
      bytes += value.length + 2;
      return value;
    }
    if (typeof value === 'number' && Number.isFinite(value)) {
      bytes += 8;
      return value + 0;
    }
    if (typeof value === 'object') return enter(value, pointer);
    return void issues.push(issue('document/not-json', pointer, { what: typeof value === 'number' ? String(value) : typeof value }));
  };

  const member = (frame: Frame, key: string): void => {
    const pointer = childPointer(frame.pointer, key);
    bytes += key.length + 3;
    if (bytes > limits.bytes) return stop(issue('document/too-large', pointer, { limit: limits.bytes }));
    if (FORBIDDEN.has(key)) return void issues.push(issue('document/forbidden-name', pointer, { key }));
    const property = Object.getOwnPropertyDescriptor(frame.source, key);
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

/** An object of any realm whose prototype is that realm's Object.prototype, or null. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
