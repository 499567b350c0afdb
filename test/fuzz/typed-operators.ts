// Connectives, comparisons, texts and choices of a policy, as docs/json-logic.md has them.
import { Gap, type Frame, type Meaning } from './meaning.js';
import { likeAll, logicOf, strict, takes, type Operator, type Operators } from './typed-common.js';
import { alike, as } from './typed-paths.js';
import type { Value } from './seen.js';

function booleans(operands: readonly Meaning[]): readonly Meaning[] {
  return operands.map((operand) => as(operand, 'boolean'));
}

function connective(decisive: boolean): Operator {
  return (operands, id) => {
    takes(operands, 1, Infinity);
    booleans(operands);
    const run = (frame: Frame): boolean | undefined => {
      let isUnknown = false;
      for (const operand of operands) {
        const value = operand.run(frame);
        if (value === decisive) return decisive;
        if (value === undefined) isUnknown = true;
      }
      return isUnknown ? undefined : !decisive;
    };
    return { kind: 'boolean', run, logic: logicOf(id, operands) };
  };
}

export const connectives: Operators = {
  and: connective(false),
  or: connective(true),
  '!': (operands) => {
    takes(operands, 1);
    const [operand] = operands;
    if (operand?.kind !== 'list' || operand.items !== undefined || operand.list !== undefined) booleans(operands);
    return strict('!', operands, ([value]) => (Array.isArray(value) ? value.length === 0 : value === false));
  },
  '!!': (operands) => {
    takes(operands, 1);
    return strict('!!', booleans(operands), ([value]) => value === true);
  },
};

type Order = (first: number | bigint | string, second: number | bigint | string) => boolean;

function ordered(operands: readonly Meaning[]): readonly Meaning[] {
  const same = alike(operands);
  if (same.some(({ kind }) => kind !== 'number' && kind !== 'money' && kind !== 'date')) throw new Gap('no order');
  return same;
}

function comparison(holds: Order, most: number): Operator {
  return (operands, id) => {
    takes(operands, 2, most);
    return strict(id, ordered(operands), (values) => values.every((value, index) => index === 0 || holds(values[index - 1] as number, value as number)));
  };
}

function dated(holds: Order): Operator {
  return (operands, id) => {
    takes(operands, 2);
    return strict(id, operands.map((operand) => as(operand, 'date')), ([first, second]) => holds(first as string, second as string));
  };
}

/** With a literal `null` it asks about absence. */
function equality(wanted: boolean): Operator {
  return (operands, id) => {
    takes(operands, 2);
    if (operands.some(({ kind }) => kind === 'null')) {
      return { kind: 'boolean', run: (frame) => operands.every((operand) => operand.run(frame) === undefined) === wanted, logic: logicOf(id, operands) };
    }
    if (operands.some(({ kind }) => kind === 'list')) throw new Gap('a list is not equal');
    return strict(id, alike(operands), ([first, second]) => (first === second) === wanted);
  };
}

export const comparisons: Operators = {
  '<': comparison((a, b) => a < b, 3),
  '<=': comparison((a, b) => a <= b, 3),
  '>': comparison((a, b) => a > b, 2),
  '>=': comparison((a, b) => a >= b, 2),
  '==': equality(true),
  '===': equality(true),
  '!=': equality(false),
  '!==': equality(false),
  between: (operands) => {
    takes(operands, 3);
    return strict('between', ordered(operands), ([value, low, high]) => low! <= value! && value! <= high!);
  },
  before: dated((a, b) => a < b),
  after: dated((a, b) => a > b),
};

export const texts: Operators = Object.fromEntries((['startsWith', 'endsWith'] as const).map((id) => [id, (operands: readonly Meaning[]) => {
  takes(operands, 2);
  return strict(id, operands.map((operand) => as(operand, 'text')), ([text, part]) => (text as string)[id](part as string));
}]));

function pairsOf(operands: readonly Meaning[]): { readonly conditions: readonly Meaning[]; readonly values: readonly Meaning[] } {
  const isCondition = (index: number): boolean => index % 2 === 0 && index < operands.length - 1;
  return { conditions: operands.filter((_, index) => isCondition(index)), values: operands.filter((_, index) => !isCondition(index)) };
}

export const choices: Operators = {
  if: (operands) => {
    takes(operands, 3, Infinity);
    const pairs = pairsOf(operands);
    const conditions = booleans(pairs.conditions);
    const values = alike(pairs.values);
    if (values.length !== conditions.length + 1) throw new Gap('no otherwise');
    const run = (frame: Frame): Value | undefined => {
      for (const [index, condition] of conditions.entries()) {
        const outcome = condition.run(frame);
        if (outcome === undefined) return undefined;
        if (outcome === true) return values[index]!.run(frame);
      }
      return values.at(-1)!.run(frame);
    };
    return { ...likeAll(values), run, logic: { if: [...conditions.flatMap(({ logic }, index) => [logic, values[index]!.logic]), values.at(-1)!.logic] } };
  },
};
