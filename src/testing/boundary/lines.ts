import { isJsonList, isJsonObject, type Json } from '../../errors/json.js';
import { childPointer } from '../../internal/pointer.js';
import type { PlannedScore, PolicyPlan } from '../../policy/plan.js';
import { isOrdered, placeOfNumber } from './places.js';
import type { Turning } from './turns.js';

/** A number that a score is written with. */
export interface WrittenNumber {
  readonly pointer: string;
  readonly value: number;
}

/** The parameter that `{ "var": "parameters.<id>" }` stands for. */
function parameterOf({ policy }: PolicyPlan, json: Json): Json | undefined {
  const path = isJsonObject(json) && Object.keys(json).length === 1 ? json['var'] : undefined;
  const id = typeof path === 'string' && path.startsWith('parameters.') ? path.slice('parameters.'.length) : '';
  return policy.parameters !== undefined && Object.hasOwn(policy.parameters, id) ? policy.parameters[id] : undefined;
}

/** Every number that a score is written with outside of the rules that it asks, parameters too: some of them are lines. */
export function numbersOf(plan: PolicyPlan, { id, conditions }: PlannedScore): readonly WrittenNumber[] {
  const found: WrittenNumber[] = [];
  const rules = new Set(conditions.map(({ tree }) => tree.pointer));
  const look = (json: Json, pointer: string): void => {
    if (rules.has(pointer)) return;
    const value = parameterOf(plan, json) ?? json;
    if (typeof value === 'number') found.push({ pointer, value });
    else if (isJsonList(json)) json.forEach((element, index) => look(element, childPointer(pointer, index)));
    else if (isJsonObject(json)) for (const [key, member] of Object.entries(json)) look(member, childPointer(pointer, key));
  };
  look((plan.policy.scores?.[id] ?? null) as Json, childPointer('/scores', id));
  return found;
}

/** The band of a score as what turns, where an input takes one of the numbers that the score is written with. */
export function bandTurning(plan: PolicyPlan, { bandSlot }: PlannedScore, path: string, numbers: readonly WrittenNumber[]): Turning {
  const field = plan.field(path);
  const places = field !== undefined && isOrdered(field) ? numbers.flatMap(({ value }) => placeOfNumber(value, field) ?? []) : [];
  const slot = plan.slotOf(path);
  return {
    outcome: (slots) => slots[bandSlot],
    isOn: (slots) => places.some((place) => place === slots[slot]),
    more: () => places,
    named: [],
  };
}
