import { MAX_ISSUES } from '../errors/issue.js';

/** What a set of things that need each other is. */
export interface DependencyOrder {
  /** Every id that is needed, each after those that it needs itself; within a cycle, after those met later. */
  readonly order: readonly string[];
  /** Ids that need each other, each the next and the last the first: one list for each way back that is met, at most 100. */
  readonly cycles: readonly (readonly string[])[];
}

interface Visit {
  readonly id: string;
  readonly inputs: readonly string[];
  next: number;
}

/** Puts ids and all that they need into an order in which they can be computed. With an explicit stack: chains may be thousands long. */
export function dependencyOrder(ids: Iterable<string>, inputsOf: (id: string) => readonly string[]): DependencyOrder {
  const order: string[] = [];
  const cycles: (readonly string[])[] = [];
  const seen = new Set<string>();
  const stack: Visit[] = [];
  /** Where an id that is not done stands on the stack. */
  const open = new Map<string, number>();

  const enter = (id: string): void => {
    const start = open.get(id);
    if (start !== undefined && cycles.length < MAX_ISSUES) cycles.push(stack.slice(start).map((visit) => visit.id));
    if (seen.has(id)) return;
    seen.add(id);
    open.set(id, stack.length);
    stack.push({ id, inputs: inputsOf(id), next: 0 });
  };

  for (const id of ids) {
    enter(id);
    for (let visit = stack.at(-1); visit !== undefined; visit = stack.at(-1)) {
      const input = visit.inputs[visit.next];
      visit.next += 1;
      if (input !== undefined) {
        enter(input);
        continue;
      }
      stack.pop();
      open.delete(visit.id);
      order.push(visit.id);
    }
  }
  return { order, cycles };
}

/** How many of the ids of a cycle a message names. */
const MOST_NAMED = 12;

/** A cycle as text: `a → b → a`. */
export function cycleText(cycle: readonly string[]): string {
  const [first = ''] = cycle;
  const named = cycle.length <= MOST_NAMED ? cycle : [...cycle.slice(0, MOST_NAMED - 1), '…'];
  return [...named, first].join(' → ');
}
