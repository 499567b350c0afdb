// Arithmetic of a policy: numbers as in json-logic-js, money exact.
import { dividedBy, safe, times } from './exact.js';
import { Gap, type Frame, type Meaning } from './meaning.js';
import { logicOf, maybe, takes, valuesOf, type Operator, type Operators } from './typed-common.js';
import { alike, as, fixed } from './typed-paths.js';
import type { Value } from './seen.js';

function isNumbers(values: readonly Value[]): values is readonly number[] {
  return values.every((value) => typeof value === 'number');
}

/** Arithmetic of numbers: what is not finite is unknown, and what is all literal is a literal. */
function numeric(id: string, operands: readonly Meaning[], compute: (values: readonly number[]) => number): Meaning {
  const fitted = operands.map((operand) => as(operand, 'number'));
  const logic = logicOf(id, fitted);
  const run = (frame: Frame): number | undefined => {
    const values = valuesOf(fitted, frame);
    if (values === undefined || !isNumbers(values)) return undefined;
    const result = compute(values);
    if (!Number.isFinite(result)) frame.notes.odd = true;
    return Number.isFinite(result) ? result : undefined;
  };
  if (fitted.every(({ literal }) => literal !== undefined)) {
    const value = run({ value: undefined, notes: { missing: false, odd: false } });
    if (value !== undefined) return { ...fixed(value), logic };
  }
  return { kind: 'number', run, logic };
}

/** Amounts and factors beyond these are left to exact arithmetic alone: doubles would round them otherwise. */
const LARGEST = 2n ** 40n;
const isTame = (factor: number): boolean => factor === 0 || (Math.abs(factor) < 1e9 && Math.abs(factor) > 1e-9);

/** Arithmetic of money: exact, and for json-logic-js rounded to the minor unit. */
function monetary(id: string, operands: readonly Meaning[], exponent: number, compute: (values: readonly Value[]) => { readonly minor: bigint | undefined; readonly isNearTie?: boolean }): Meaning {
  const run = (frame: Frame): bigint | undefined => {
    const values = valuesOf(operands, frame);
    if (values === undefined) return undefined;
    const { minor, isNearTie } = compute(values);
    const isLarge = [minor, ...values].some((value) => typeof value === 'bigint' && (value > LARGEST || value < -LARGEST));
    const isWild = values.some((value) => typeof value === 'number' && !isTame(value));
    if (minor === undefined || isNearTie === true || isLarge || isWild) frame.notes.odd = true;
    return minor;
  };
  return { kind: 'money', exponent, run, logic: { 'to the minor unit': [logicOf(id, operands), exponent] } };
}

function moneyAmong(operands: readonly Meaning[]): readonly Meaning[] {
  const money = operands.filter(({ kind }) => kind === 'money');
  if (money.some(({ exponent }) => exponent !== money[0]?.exponent)) throw new Gap('two currencies');
  return money;
}

function additive(sign: 1 | -1, least: number, most: number): Operator {
  return (operands, id) => {
    takes(operands, least, most);
    const money = moneyAmong(operands);
    const isNegation = sign === -1 && operands.length === 1;
    if (money.length === 0) {
      return numeric(id, operands, (values) => (isNegation ? -values[0]! : sign === 1 ? values.reduce((sum, value) => sum + value, 0) : values[0]! - values[1]!));
    }
    if (money.length < operands.length) throw new Gap('money and numbers');
    return monetary(id, operands, money[0]?.exponent ?? 2, (values) => {
      const [first = 0n, ...rest] = values as readonly bigint[];
      return { minor: safe(isNegation ? -first : rest.reduce((sum, value) => (sign === 1 ? sum + value : sum - value), first)) };
    });
  };
}

function extreme(better: (value: number | bigint, best: number | bigint) => boolean): Operator {
  return (operands, id) => {
    takes(operands, 1, Infinity);
    const fitted = alike(operands);
    const pick = (values: readonly Value[]): Value => values.reduce((best, value) => (better(value as number, best as number) ? value : best));
    const kinds = new Set(fitted.map(({ kind }) => kind));
    if (kinds.has('money')) return { kind: 'money', exponent: fitted.find(({ kind }) => kind === 'money')?.exponent ?? 2, run: (frame) => maybe(valuesOf(fitted, frame), pick), logic: logicOf(id, fitted) };
    return numeric(id, fitted, (values) => pick(values) as number);
  };
}

export const arithmetic: Operators = {
  '+': additive(1, 1, Infinity),
  '-': additive(-1, 1, 2),
  '*': (operands, id) => {
    takes(operands, 1, Infinity);
    const [money, second] = moneyAmong(operands);
    if (money === undefined) return numeric(id, operands, (values) => values.reduce((product, value) => product * value));
    if (second !== undefined) throw new Gap('money times money');
    const fitted = operands.map((operand) => (operand === money ? operand : as(operand, 'number')));
    return monetary(id, fitted, money.exponent ?? 2, (values) => times(values.find((value) => typeof value === 'bigint') ?? 0n, values.filter((value) => typeof value === 'number')));
  },
  '/': (operands, id) => {
    takes(operands, 2);
    const [first, second] = operands;
    const money = moneyAmong(operands);
    if (money.length === 0) return numeric(id, operands, ([a, b]) => a! / b!);
    if (money.length === 1) {
      if (first?.kind !== 'money') throw new Gap('a number by money');
      return monetary(id, [first, as(second!, 'number')], first.exponent ?? 2, ([minor, divisor]) => dividedBy(minor as bigint, divisor as number));
    }
    const run = (frame: Frame): number | undefined => {
      const values = valuesOf(operands, frame);
      if (values === undefined) return undefined;
      const quotient = Number(values[0]) / Number(values[1]);
      if (!Number.isFinite(quotient)) frame.notes.odd = true;
      return Number.isFinite(quotient) ? quotient : undefined;
    };
    return { kind: 'number', run, logic: { 'ratio of money': [first!.logic, second!.logic, first!.exponent ?? 2] } };
  },
  '%': (operands, id) => {
    takes(operands, 2);
    return numeric(id, operands, ([a, b]) => a! % b!);
  },
  min: extreme((value, best) => value < best),
  max: extreme((value, best) => value > best),
  /** A plug-in of the tests: it throws for what is negative, which is unknown. */
  'fuzz:odd': (operands, id) => {
    takes(operands, 1);
    const [operand] = operands;
    const fitted = as(operand!, 'number');
    const run = (frame: Frame): boolean | undefined => {
      const value = fitted.run(frame) as number | undefined;
      if (value === undefined || value >= 0) return maybe(value, (known) => known % 2 === 1);
      frame.notes.odd = true;
      return undefined;
    };
    return { kind: 'boolean', run, logic: logicOf(id, [fitted]) };
  },
};
