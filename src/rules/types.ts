import type { IssueExtras } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import type { ruleMessages } from '../errors/messages/rule.js';

/** The type of a fact, a field, an operand. `ratio` is 1 at 100 %; `date` is a calendar day; money is compared exactly. */
export type ValueType = 'number' | 'money' | 'ratio' | 'count' | 'days' | 'date' | 'boolean' | 'text' | 'enum' | 'list';

/** All types of values. */
export const VALUE_TYPES: readonly ValueType[] = Object.freeze(['number', 'money', 'ratio', 'count', 'days', 'date', 'boolean', 'text', 'enum', 'list']);

/** The types whose values are numbers; money too, though it is compared with money alone. */
export const NUMERIC_TYPES: readonly ValueType[] = Object.freeze(['number', 'money', 'ratio', 'count', 'days']);

/** What a rule decides: true, false, or unknown because something it needs is missing. */
export type Truth = 'true' | 'false' | 'unknown';

/**
 * A value inside the engine: money is an integer of minor units, a date is `YYYY-MM-DD`. `undefined` stands for missing and unknown;
 * `null` occurs within lists and objects only, and is missing there.
 */
export type RuleValue = Exclude<Json, null>;

/** What a rule may know of a path when it is read. */
export interface Field {
  readonly type: ValueType;
  /** All values of an enum, or of the elements of a list. */
  readonly values?: readonly string[];
  /** The value directly above each that lies within another, for an enum whose values form a tree. */
  readonly above?: { readonly [value: string]: string };
  /** The plausible range, both ends included; money in major units. */
  readonly min?: number;
  readonly max?: number;
  /** Decimal digits of the minor unit, for money (default 2). */
  readonly exponent?: number;
  /** A value fixed when the policy is read (a parameter): folded into the rule. */
  readonly constant?: number | string | boolean;
  /** Fields of the elements of a list; without them it is a list of texts or numbers. */
  readonly element?: { readonly [name: string]: Field };
}

/** The document that a rule is about, as its reader sees it. */
export interface RuleScope {
  readonly field: (path: string) => Field | undefined;
  /** All names, for suggestions. */
  readonly names: () => readonly string[];
  /** How to declare an unknown path, as text for the message, if it can be declared. */
  readonly declaration?: ((path: string) => string | undefined) | undefined;
  /** The slot of a path: the same path always gives the same slot. */
  readonly slot: (path: string) => number;
}

/** The values of the paths, by slot. */
export type Slots = readonly (RuleValue | undefined)[];

/** `any` only without a schema; `null` is the literal; `scalar` is an element of a list of texts or numbers. */
export type NodeType = ValueType | 'any' | 'null' | 'scalar';

interface NodeBase {
  /** JSON Pointer into what was read. */
  readonly pointer: string;
  readonly type: NodeType;
  readonly field?: Field | undefined;
}

export interface LiteralNode extends NodeBase {
  readonly kind: 'literal';
  readonly value: RuleValue | undefined;
  /** The value as people write it: money in major units. */
  readonly source: Json;
  /** The parameter that it comes from. */
  readonly path?: string | undefined;
  /** True where it was reckoned from the parameter, so that it is another value. */
  readonly isReckoned?: boolean | undefined;
  /** The elements of a list, where one of them comes from a parameter. */
  readonly elements?: readonly LiteralNode[] | undefined;
}

export interface PathNode extends NodeBase {
  readonly kind: 'path';
  readonly path: string;
  readonly slot: number;
}

/** A part of the element that a list operator looks at (or, without a schema, of the document). */
export interface ElementNode extends NodeBase {
  readonly kind: 'element';
  readonly path: string;
  /** How many list operators further out. */
  readonly up: number;
  readonly keys: readonly string[];
}

export interface CallNode extends NodeBase {
  readonly kind: 'call';
  readonly operator: OperatorDefinition;
  readonly operands: readonly RuleNode[];
  readonly evaluate: Evaluate;
  /** The steps that asking it by itself may take. */
  readonly steps: number;
}

export type RuleNode = LiteralNode | PathNode | ElementNode | CallNode;

/** Steps still allowed: list operators inside each other multiply. */
export interface Budget {
  steps: number;
}

/** Where an evaluation stands. */
export interface Context {
  readonly slots: Slots;
  /** Nodes that are taken as unknown (explanations ask what a decision rests on). */
  readonly unknown: ReadonlySet<RuleNode> | undefined;
  /** What bare names mean: the element of the innermost list operator; outside of all, the document of a rule without a schema. */
  readonly element: unknown;
  /** The paths of the element that are no data but stand in the rule, or were made by it: there a blank text is meant. */
  readonly meant?: readonly string[] | undefined;
  readonly outer: Context | undefined;
  /** The elements of the lists that were met in a document without a schema; against one they are read before. */
  readonly lists?: Map<object, RuleValue | undefined> | undefined;
  /** What parts of the rule came to, where all of them will be asked: outside of list operators each has one value. */
  readonly values?: Map<RuleNode, RuleValue | undefined> | undefined;
  readonly budget: Budget;
}

export type Evaluate = (operands: readonly RuleNode[], context: Context) => RuleValue | undefined;

export type RuleCode = keyof typeof ruleMessages;
/** Extras that are work, such as the closest of many names, are given as a function: it is called only for an issue that is told. */
export type Report = (
  code: RuleCode,
  pointer: string,
  params?: { readonly [name: string]: Json },
  extras?: IssueExtras | (() => IssueExtras),
) => void;

/** An operator's use in a rule, as its check sees it: the operands are read, not yet fitted to each other. */
export interface Call {
  readonly operator: string;
  readonly pointer: string;
  readonly operands: readonly RuleNode[];
  readonly report: Report;
  /** An operand as it is written, for a mend that keeps it. */
  readonly written: (node: RuleNode) => Json;
  /** The node of a path named in plain text, as in `missing`; reports an unknown one. */
  readonly resolve: (path: string, pointer: string) => RuleNode | undefined;
}

/** What a check makes of a call: its type, how to evaluate it, and its operands fitted to each other. */
export interface Checked {
  readonly type: NodeType;
  readonly field?: Field | undefined;
  readonly operands?: readonly RuleNode[] | undefined;
  readonly evaluate: Evaluate;
}

export interface Arity {
  readonly min: number;
  readonly max: number;
  readonly odd?: boolean;
}

/** One operator: a value, told apart by its id. */
export interface OperatorDefinition {
  readonly id: string;
  readonly group: 'connective' | 'comparison' | 'arithmetic' | 'absence' | 'choice' | 'list' | 'text' | 'plug-in';
  readonly arity: Arity;
  /** The arity without a schema, where it differs. */
  readonly untypedArity?: Arity;
  /** True for the operators whose second operand is about the elements of the first. */
  readonly elementwise?: boolean;
  /** The check against a schema; undefined after it reported a problem. Operators without it are refused in a policy. */
  readonly typed?: (call: Call) => Checked | undefined;
  /** What the operator is without a schema. */
  readonly untyped: (call: Call) => Checked;
  /** What to use instead, for operators without a check. */
  readonly instead?: string;
}
