import { isConnective } from '../rules/conditions.js';
import { evaluateWithin, fullBudget } from '../rules/evaluate.js';
import type { CallNode, RuleNode, Slots } from '../rules/types.js';

type Outcome = boolean | undefined;

/** A connective, with what its operands came to. */
interface Joint {
  readonly node: CallNode;
  /** Undefined for the whole rule. */
  readonly above: Place | undefined;
  readonly operands: Outcome[];
  trues: number;
  falses: number;
  outcome: Outcome;
}

/** Where a part of a rule stands. */
interface Place {
  readonly joint: Joint;
  readonly index: number;
}

/** What a rule comes to, condition by condition. */
export interface Outcomes {
  readonly outcome: () => Outcome;
  /** The conditions that were looked at, in the order of the text. Those behind one that decides are unknown from the beginning. */
  readonly conditions: readonly RuleNode[];
  /** Makes a condition unknown. */
  readonly drop: (condition: RuleNode) => void;
  /** Gives a condition back what it came to. */
  readonly restore: (condition: RuleNode) => void;
}

function outcomeOf({ node, operands, trues, falses }: Joint): Outcome {
  switch (node.operator.id) {
    case 'and':
      return falses > 0 ? false : trues === operands.length ? true : undefined;
    case 'or':
      return trues > 0 ? true : falses === operands.length ? false : undefined;
    case '!':
      return operands[0] === undefined ? undefined : !operands[0];
    case '!!':
      return operands[0];
    default:
      return chosen(operands);
  }
}

/** What an `if` comes to: condition, value, condition, value, …, value otherwise. */
function chosen(operands: readonly Outcome[]): Outcome {
  const last = operands.length - 1;
  for (let index = 0; index < last; index += 2) {
    if (operands[index] !== false) return operands[index] === true ? operands[index + 1] : undefined;
  }
  return operands[last];
}

/** Whether nothing behind an operand matters, as things stand. */
function settles({ node, operands, trues, falses }: Joint, index: number): boolean {
  switch (node.operator.id) {
    case 'and':
      return falses > 0;
    case 'or':
      return trues > 0;
    case 'if':
      return index % 2 === 0 ? operands[index] === undefined : operands[index - 1] === true;
    default:
      return false;
  }
}

/**
 * Evaluates a rule so that its conditions can be made unknown one by one: each is evaluated once, and only what stands above one that
 * changes is looked at again.
 */
export function createOutcomes(tree: RuleNode, slots: Slots): Outcomes {
  const budget = fullBudget(tree.kind === 'call' ? tree.steps : undefined);
  const places = new Map<RuleNode, { readonly place: Place | undefined; readonly found: Outcome }>();
  let whole: Outcome;

  const put = (place: Place | undefined, outcome: Outcome): void => {
    if (place === undefined) {
      whole = outcome;
      return;
    }
    const { joint, index } = place;
    const before = joint.operands[index];
    joint.operands[index] = outcome;
    joint.trues += Number(outcome === true) - Number(before === true);
    joint.falses += Number(outcome === false) - Number(before === false);
    const now = outcomeOf(joint);
    if (now === joint.outcome) return;
    joint.outcome = now;
    put(joint.above, now);
  };

  /** What decides does so whatever stands behind it: conditions there are not evaluated. What is written out there counts all the same. */
  const look = (node: RuleNode | undefined, place: Place | undefined, isBehind: boolean): void => {
    if (node === undefined) return;
    if (node.kind === 'literal') put(place, typeof node.value === 'boolean' ? node.value : undefined);
    else if (isConnective(node)) lookInto(node, place, isBehind);
    else if (!isBehind) {
      const value = evaluateWithin(node, slots, budget);
      const found = typeof value === 'boolean' ? value : undefined;
      places.set(node, { place, found });
      put(place, found);
    }
  };

  const lookInto = (node: CallNode, above: Place | undefined, isBehind: boolean): void => {
    const joint: Joint = { node, above, operands: node.operands.map(() => undefined), trues: 0, falses: 0, outcome: undefined };
    let isSettled = isBehind;
    node.operands.forEach((operand, index) => {
      const isOtherBranch = node.operator.id === 'if' && index % 2 === 1 && joint.operands[index - 1] !== true;
      look(operand, { joint, index }, isSettled || isOtherBranch);
      isSettled ||= settles(joint, index);
    });
  };

  look(tree, undefined, false);
  return {
    outcome: () => whole,
    conditions: [...places.keys()],
    drop: (condition) => {
      put(places.get(condition)?.place, undefined);
    },
    restore: (condition) => {
      const at = places.get(condition);
      put(at?.place, at?.found);
    },
  };
}
