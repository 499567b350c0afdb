// Hosts keep explanations and moves as JSON: what an earlier version made has not all the parts of today.
import type { Counterfactual, Explanation, FactChange } from '../explain/types.js';
import type { Move } from '../explain/moves/types.js';

/** Parts that explanations have not always had: of what one was made without it has none. */
const NO_PARTS: Pick<Explanation, 'policy' | 'currency' | 'alsoHolding' | 'scores' | 'noWay' | 'differs' | 'idleOverrides'> = {
  policy: { id: '', version: '' },
  currency: '',
  alsoHolding: [],
  scores: [],
  noWay: [],
  differs: [],
  idleOverrides: [],
};

/** The same of the changes that would lead elsewhere: of which only the fact is told is one to another value. */
const NO_DEED: Pick<FactChange, 'type' | 'action'> = { type: 'text', action: { type: 'set' } };

/** The same of moves. */
const NO_DETAILS: Pick<Move, 'customerId' | 'asOf' | 'currency' | 'drivers' | 'omitted' | 'labels'> = { customerId: '', asOf: { before: '', after: '' }, currency: '', drivers: [], omitted: [], labels: {} };

function wholeCounterfactual(one: Counterfactual): Counterfactual {
  return { ...one, changes: one.changes.map((change) => ({ ...NO_DEED, ...change })) };
}

/** An explanation with all the parts that there are today. */
export function wholeExplanation(kept: Explanation): Explanation {
  const { counterfactuals, validity, ...rest } = { ...NO_PARTS, ...kept };
  return { ...rest, counterfactuals: counterfactuals.map(wholeCounterfactual), validity: validity === null ? null : { ...{ through: '' }, ...validity } };
}

/** A move with all the parts that there are today. */
export function wholeMove(kept: Move): Move {
  return { ...NO_DETAILS, ...kept };
}
