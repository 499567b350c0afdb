import { isIterable } from '../internal/iterable.js';
import { childPointer } from '../internal/pointer.js';
import { createHistory, type History, type Kept } from './history.js';
import type { FieldReader } from './fields.js';
import type { PlannedFact } from './plan.js';
import { isEntry, type Reading } from './reading.js';
import { readValue } from './values.js';
import type { Field, RuleValue } from '../rules/types.js';

/** A path that is no fact, with its reader. */
export interface PlannedField {
  readonly path: string;
  readonly slot: number;
  readonly field: Field;
  readonly read: FieldReader;
}

/** Fills the slots of fields and facts from one record. A fact that the record gives is used as it is. */
export function computeFacts(reading: Reading, fields: readonly PlannedField[], facts: readonly PlannedFact[], slots: (RuleValue | undefined)[], kept?: Kept): void {
  fillSlots(createHistory(reading, kept), fields, facts, slots);
}

/** The same from a history that may have been read before. */
export function fillSlots(history: History, fields: readonly PlannedField[], facts: readonly PlannedFact[], slots: (RuleValue | undefined)[]): void {
  const { reading } = history;
  for (const { slot, read } of fields) slots[slot] = read(history);
  const given = reading.record['facts'];
  // A Map is no object of facts, though it looks like an empty one.
  if (given !== undefined && given !== null && (!isEntry(given) || isIterable(given))) reading.find('data/wrong-type', { expected: 'object' }, { pointer: '/facts' });
  for (const { id, field, slot, compute } of facts) {
    const stated: unknown = isEntry(given) && Object.hasOwn(given, id) ? given[id] : undefined;
    if (stated === undefined) {
      slots[slot] = compute?.(history, slots);
      continue;
    }
    const read = readValue(stated, field, reading.settings.zone);
    if (read.problem !== undefined) reading.find(read.problem, { expected: field.type }, { fact: id, pointer: childPointer('/facts', id) });
    slots[slot] = read.value;
  }
}
