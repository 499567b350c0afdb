/** A value written into a rule: a number, a text, a yes or no, or `null` to ask whether a fact is missing. */
export type Literal = null | boolean | number | string;

/** What an operator works on: a literal or another rule. */
export type Operand<V extends string = string> = Literal | RuleObject<V>;

// The two list types below are not written as arrays: beside an array the compiler looks no further into a rule, and would report a wrong
// name far away from its place.

/** A list written into a rule. */
export interface LiteralList {
  readonly [index: number]: string | number;
  readonly length: number;
  /** A text is not a list. */
  readonly join: (separator?: string) => string;
}

/** One rule in a list of its own: `{ "!": [rule] }` means `{ "!": rule }`. */
export interface Alone<V extends string = string> {
  readonly 0: RuleObject<V>;
  readonly length: 1;
}

/** Where an operator wants a list: its elements, or the path of a list. */
export type ListOperand<V extends string = string> = LiteralList | RuleObject<V>;

/** What `var` names: a path, or a path and the value that stands for a missing one. */
export type Variable<V extends string = string> = V | readonly [V, Literal?];

/**
 * A condition in JSON Logic that the facts of a customer meet, do not meet, or leave open.
 *
 * `V` is the union of the paths that `var` may name. A rule that needs a missing fact is unknown, and an unknown rule never assigns.
 *
 * @example
 * import type { Rule } from 'clientele';
 * const spendsEnough: Rule<'netSpend' | 'purchases'> = { '>=': [{ var: 'netSpend' }, 5000] };
 * Object.keys(spendsEnough); // => ['>=']
 */
export type Rule<V extends string = string> = boolean | RuleObject<V>;

/**
 * One operator with its operands: exactly one key, the operator. Every key is optional here so that a wrong one is an error at its place.
 *
 * Operators of the host's own have a namespace: `acme:near`.
 */
export interface RuleObject<V extends string = string> {
  /** The value at a path: a fact, a score, a customer field, a parameter; and the value that stands for a missing one. */
  readonly var?: Variable<V>;

  /** Equal, by the declared type of the operands. `null` asks whether the other side is missing. */
  readonly '=='?: readonly [Operand<V>, Operand<V>];
  readonly '!='?: readonly [Operand<V>, Operand<V>];
  readonly '==='?: readonly [Operand<V>, Operand<V>];
  readonly '!=='?: readonly [Operand<V>, Operand<V>];
  /** Less than; with three operands: between, both ends outside. */
  readonly '<'?: readonly [Operand<V>, Operand<V>, Operand<V>?];
  /** At most; with three operands: between, both ends inside. */
  readonly '<='?: readonly [Operand<V>, Operand<V>, Operand<V>?];
  readonly '>'?: readonly [Operand<V>, Operand<V>];
  readonly '>='?: readonly [Operand<V>, Operand<V>];
  /** At least the second and at most the third operand. */
  readonly between?: readonly [Operand<V>, Operand<V>, Operand<V>];
  /** An earlier date. */
  readonly before?: readonly [Operand<V>, Operand<V>];
  /** A later date. */
  readonly after?: readonly [Operand<V>, Operand<V>];

  readonly and?: readonly Rule<V>[];
  readonly or?: readonly Rule<V>[];
  readonly '!'?: RuleObject<V> | Alone<V>;
  readonly '!!'?: RuleObject<V> | Alone<V>;
  /** Condition, value, condition, value, …, value otherwise. */
  readonly if?: readonly Operand<V>[];

  /** One of the list. */
  readonly in?: readonly [Operand<V>, ListOperand<V>];
  /** A class of a taxonomy, one of several, or any class below. */
  readonly within?: readonly [Operand<V>, string | RuleObject<V> | readonly string[]];
  /** A text that contains another, or a list that contains a value. */
  readonly contains?: readonly [Operand<V>, Operand<V>];
  /** Two lists with an element in common. */
  readonly overlaps?: readonly [ListOperand<V>, ListOperand<V>];
  readonly startsWith?: readonly [Operand<V>, Operand<V>];
  readonly endsWith?: readonly [Operand<V>, Operand<V>];
  /** At least one element meets the rule. Inside it, `''` is the element, its fields have bare names, and `^.` leads outside. */
  readonly some?: readonly [ListOperand<V>, Rule];
  readonly all?: readonly [ListOperand<V>, Rule];
  readonly none?: readonly [ListOperand<V>, Rule];

  /** The paths among these that are missing. */
  readonly missing?: V | readonly V[];
  /** The paths that are missing, if fewer than so many are there. */
  readonly missing_some?: readonly [number, readonly V[]];
  /** Whether a value is there. */
  readonly present?: RuleObject<V> | Alone<V>;
  /** The first operand, or the second where the first is missing. */
  readonly default?: readonly [Operand<V>, Operand<V>];

  readonly '+'?: readonly Operand<V>[];
  readonly '-'?: readonly [Operand<V>, Operand<V>?];
  readonly '*'?: readonly Operand<V>[];
  readonly '/'?: readonly [Operand<V>, Operand<V>];
  readonly '%'?: readonly [Operand<V>, Operand<V>];
  readonly min?: readonly Operand<V>[];
  readonly max?: readonly Operand<V>[];

  /** Not in a policy: use `if`. It is named because it looks like an operator of the host's own. */
  readonly '?:'?: never;
  readonly [plugIn: `${string}:${string}`]: readonly Operand<V>[] | undefined;
}

/** The operators that come with the package. */
export type BuiltInOperator = Exclude<keyof RuleObject, `${string}:${string}`>;
