import type { History } from '../facts/history.js';
import type { PlannedFact } from '../facts/plan.js';
import type { Timeline, Turns } from '../facts/timeline.js';
import type { Day } from '../internal/days.js';
import type { RuleValue, Slots } from '../rules/types.js';

/** A figure that moves by the same step each day. */
interface Stretch {
  readonly day: Day;
  readonly value: number;
  readonly step: number;
}

/** A fact that is counted from the record, as the days go by. */
export interface Moving {
  readonly fact: PlannedFact;
  /** The day on which it turns next. */
  readonly turnsOn: () => Day;
  /** The first day after another on which it is at, or past, one of some figures. */
  readonly crossesOn: (figures: readonly number[], after: Day) => Day;
  /** Its value as of a later day, put into its slot. */
  readonly move: (day: Day, slots: (RuleValue | undefined)[]) => void;
}

/** When a stretch comes to a figure, and when it leaves it: rules may say one thing before, one at it and one behind it. */
function crossings({ day, value, step }: Stretch, figure: number): readonly Day[] {
  const days = (figure - value) / step;
  return [day + Math.ceil(days), day + Math.floor(days) + 1];
}

function nextOf(turns: readonly Turns[], after: Day): Day {
  let next = Infinity;
  for (const turn of turns) next = Math.min(next, turn(after));
  return next;
}

/** Makes a fact that moves, from its value as of a day. `on` gives the history as of a day. */
export function createMoving(fact: PlannedFact, timeline: Timeline, on: (day: Day) => History, from: Day, slots: Slots): Moving {
  const { compute, slot, movement } = fact;
  const turns = movement?.turns(timeline, 0) ?? [];
  const stretchFrom = (day: Day, value: RuleValue | undefined): Stretch | undefined => {
    const then = movement?.pace === 'even' && typeof value === 'number' ? compute?.(on(day + 1), slots) : undefined;
    return typeof value === 'number' && typeof then === 'number' && then !== value ? { day, value, step: then - value } : undefined;
  };
  let next = nextOf(turns, from);
  let stretch = stretchFrom(from, slots[slot]);
  return {
    fact,
    turnsOn: () => next,
    crossesOn: (figures, after) => {
      if (stretch === undefined) return Infinity;
      let first = Infinity;
      for (const figure of figures) for (const day of crossings(stretch, figure)) if (day > after && day < first) first = day;
      return first;
    },
    move: (day, later) => {
      const turned = day >= next;
      if (turned || movement?.pace === 'daily') later[slot] = compute?.(on(day), later);
      else if (stretch !== undefined) later[slot] = stretch.value + stretch.step * (day - stretch.day);
      if (!turned) return;
      next = nextOf(turns, day);
      stretch = stretchFrom(day, later[slot]);
    },
  };
}
