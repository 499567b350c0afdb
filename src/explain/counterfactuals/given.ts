import type { FactValue } from '../../model/types.js';
import { dayText } from '../../internal/days.js';
import { shiftDecimal } from '../../internal/decimal.js';
import { isEntry, type Entry } from '../../facts/reading.js';
import type { Family, Lever } from './lever.js';
import type { Changeable } from './means.js';
import type { Subject } from './subject.js';

const MOST_STEPS = 1e12;
/** Steps of fewer decimals than these are whole numbers of them. */
const MOST_DECIMALS = 9;

/** The decimals of a step. */
function decimalsOf(step: number): number {
  let places = 0;
  while (places < MOST_DECIMALS && Math.abs(Math.round(shiftDecimal(step, places)) - shiftDecimal(step, places)) > 0) places += 1;
  return places;
}

/** The value so many steps from another, on the grid of the steps: 0.853 by 0.01 is 0.86, 0.87, …, or 0.85, 0.84, … */
function stepped(from: number, steps: number, step: number, isUp: boolean): number {
  const places = decimalsOf(step);
  const size = Math.max(1, Math.round(shiftDecimal(step, places)));
  const at = shiftDecimal(from, places) / size;
  const whole = isUp ? Math.floor(at) + steps : Math.ceil(at) - steps;
  return shiftDecimal(whole * size, -places) + 0;
}

/** The steps that fit between a value and a bound. */
function stepsTo(from: number, bound: number | undefined, step: number, isUp: boolean): number {
  if (bound === undefined) return MOST_STEPS;
  const gap = isUp ? bound - from : from - bound;
  // The grid may lie up to a step nearer than the value.
  const most = Math.max(0, Math.ceil(gap / step));
  const last = stepped(from, most, step, isUp);
  return most > 0 && (isUp ? last > bound : last < bound) ? most - 1 : most;
}

function withFact(record: Entry, id: string, value: FactValue): Entry {
  const facts = record['facts'];
  return { ...record, facts: { ...(isEntry(facts) ? facts : {}), [id]: value } };
}

/** Bounds below which, and above which, a fact never is: those that are stated, and nothing for what is counted. */
function boundsOf({ fact, options }: Changeable): { readonly min: number | undefined; readonly max: number | undefined } {
  const { type, min, max } = fact.field;
  const least = type === 'count' || type === 'days' ? 0 : undefined;
  return { min: options.min ?? min ?? least, max: options.max ?? max };
}

/** Another value of a fact that the host gives, upwards or downwards. */
export function givenFamilies(subject: Subject, { fact, direction, step, ...rest }: Changeable): readonly Family[] {
  const { asOf, day, valueOf } = subject;
  const from = valueOf(fact.id);
  const family = (isUp: boolean, most: number, valueAt: (steps: number) => FactValue): Family => {
    const id = `${isUp ? 'more' : 'less'} ${fact.id}`;
    const at = (by: number): Lever => ({
      id: `${id} ${String(by)}`,
      facts: [fact.id],
      kind: 'ahead',
      parts: [],
      by: null,
      asOf: by === day ? asOf.text : dayText(by),
      most,
      guesses: (distances) => [Math.max(1, Math.ceil((distances.get(fact.id) ?? 1) / (step ?? 1)))],
      put: (record, steps) => withFact(record, fact.id, valueAt(steps)),
      deed: (steps) => ({ type: 'set', fact: fact.id, value: valueAt(steps) }),
    });
    return { id, kind: 'ahead', days: [day], at };
  };
  if (typeof from === 'boolean') {
    const isAllowed = direction === 'both' || (direction === 'up') === !from;
    return isAllowed ? [family(!from, 1, () => !from)] : [];
  }
  if (typeof from !== 'number' || step === undefined) return [];
  const { min, max } = boundsOf({ fact, direction, step, ...rest });
  return [true, false].flatMap((isUp): readonly Family[] => {
    const most = stepsTo(from, isUp ? max : min, step, isUp);
    if (most < 1 || (direction !== 'both' && direction !== (isUp ? 'up' : 'down'))) return [];
    return [family(isUp, most, (steps) => stepped(from, steps, step, isUp))];
  });
}
