// Hosts keep explanations and moves as JSON: what an earlier version made has not all the parts of today.
import type { Counterfactual, Explanation, FactChange } from '../explain/types.js';
import type { Move } from '../explain/moves/types.js';

type Kept<T> = { readonly [K in keyof T]?: T[K] };

/** What an explanation has of a part that it was made without: none. */
const NO_PARTS: Explanation = {
  schema: 'clientele.explanation/1',
  customerId: '',
  asOf: '',
  policy: { id: '', version: '' },
  currency: '',
  segment: '',
  status: 'matched',
  because: [],
  passedOver: [],
  alsoHolding: [],
  against: [],
  whyNot: [],
  scores: [],
  counterfactuals: [],
  noWay: [],
  validity: null,
  differs: [],
  findings: [],
  idleOverrides: [],
  omitted: [],
  labels: {},
};

const NO_MOVE: Move = { schema: 'clientele.move/1', customerId: '', asOf: { before: '', after: '' }, currency: '', from: '', to: '', direction: 'unranked', parts: [], drivers: [], omitted: [], labels: {} };

/** A change of which only the fact is told is one to another value. */
function wholeChange(change: Kept<FactChange>): FactChange {
  const { fact = '', from = null, to = null } = change;
  return { fact, from, to, type: 'text', action: { type: 'set' }, ...change };
}

function wholeCounterfactual(one: Counterfactual): Counterfactual {
  return { ...one, changes: one.changes.map(wholeChange) };
}

/** An explanation with all the parts that there are today. */
export function wholeExplanation(kept: Kept<Explanation>): Explanation {
  const { counterfactuals, validity, ...rest } = { ...NO_PARTS, ...kept };
  return { ...rest, counterfactuals: counterfactuals.map(wholeCounterfactual), validity: validity === null ? null : { ...{ through: '' }, ...validity } };
}

/** A move with all the parts that there are today. */
export function wholeMove(kept: Kept<Move>): Move {
  return { ...NO_MOVE, ...kept };
}
