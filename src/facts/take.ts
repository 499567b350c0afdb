import { collect, type Issue } from '../errors/issue.js';
import type { Json, JsonObject } from '../errors/json.js';
import { closestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import { measureIssue } from './options.js';
import { FACT_TAKES, type FactTake } from './over-facts.js';
import { EVENT_TAKE_IDS, type EventTake } from './takes.js';

/** A way to measure: of events, or of other facts. */
export type Take = EventTake | FactTake;

/** All ways to measure. */
export const TAKES: readonly Take[] = Object.freeze([...EVENT_TAKE_IDS, ...FACT_TAKES]);

const REMARKS = ['label', 'unit', 'note'];

/** Which take a measure uses, with its options; undefined, with issues, where it is not exactly one. */
export function readTake(json: JsonObject, pointer: string, issues: Issue[]): { readonly take: Take; readonly options: Json } | undefined {
  const named = Object.keys(json).filter((key) => !REMARKS.includes(key));
  const known = TAKES.join(', ');
  for (const key of named) {
    if (TAKES.some((take) => take === key)) continue;
    collect(issues, () => measureIssue('measure/unknown-take', childPointer(pointer, key), { take: key, known }, { suggestion: closestName(key, TAKES) }));
  }
  const takes = TAKES.filter((take) => json[take] !== undefined);
  const [take] = takes;
  if (take === undefined || takes.length > 1 || named.length > takes.length) {
    if (named.length === takes.length) collect(issues, () => measureIssue('measure/not-one-take', pointer, { known, count: takes.length }));
    return undefined;
  }
  return { take, options: json[take] ?? null };
}
