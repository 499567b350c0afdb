import type { OperatorId } from '../../rules/operators/table.js';

/** An operator that a phrase may name: a built-in one, a list that is written out, or `var` with a path that is computed. */
export type ToldOperator = OperatorId | 'list' | 'var';

/** The operators whose opposite has words of its own; the opposite of any other is told with the words of `!`. */
export type Opposable =
  '==' | '!=' | '===' | '!==' | 'before' | 'after' | 'in' | 'contains' | 'overlaps' | 'some' | 'none' | 'startsWith' | 'endsWith' | 'present';

/**
 * The words of rules.
 *
 * `{1}`, `{2}`, `{3}` are the operands of an operator in their order, `{list}` is all that have no place of their own. A place stands once in
 * a template, so that a rule in words is not longer than its parts. Where `and`, `or`, `+` and `*` have more than two operands, what
 * stands between `{1}` and `{2}` is repeated.
 */
export interface RuleWords {
  readonly operators: { readonly [O in ToldOperator]: string };
  readonly opposites: { readonly [O in Opposable]: string };
  /** Comparisons by order of dates, and of what is counted: days and numbers of things. */
  readonly dates: { readonly [O in '<' | '<=' | '>' | '>=']: string };
  readonly counts: { readonly [O in '<' | '<=' | '>' | '>=']: string };
  /** What operators say of particular operands. */
  readonly forms: {
    /** `==` and `!=` of two sides that are both read or reckoned. */
    readonly same: string;
    readonly different: string;
    /** What is yes or no, as a condition. */
    readonly yes: string;
    readonly no: string;
    /** `<` and `<=` with three operands. */
    readonly inside: string;
    readonly within: string;
    /** `in` where the second operand is not written out. */
    readonly amongst: string;
    readonly notAmongst: string;
    /** `overlaps` where the second operand is written out. */
    readonly containsOne: string;
    readonly containsNone: string;
    /** `== null` and `!= null`. */
    readonly known: string;
    readonly unknown: string;
    /** `missing` and `missing_some` as conditions, and their opposites. */
    readonly someUnknown: string;
    readonly allKnown: string;
    readonly tooFewKnown: string;
    readonly enoughKnown: string;
    /** `some`, `all` and `none` that ask nothing of the elements, as query builders ask for an empty list. */
    readonly empty: string;
    readonly notEmpty: string;
    /** `-` and `+` with one operand, `substr` and `reduce` with three. */
    readonly negative: string;
    readonly asNumber: string;
    readonly partOfLength: string;
    readonly startingWith: string;
    /** The last case of a choice. */
    readonly otherwise: string;
    /** A value as a condition, which only a rule without a schema has. */
    readonly truthy: string;
    readonly falsy: string;
    /** The conditions `true` and `false`. */
    readonly always: string;
    readonly never: string;
    /** An operator without words, with its operands. */
    readonly other: string;
    readonly brackets: string;
  };
  /** The line above conditions that follow line by line. */
  readonly headings: { readonly [H in 'all' | 'any' | 'notAll' | 'none' | 'cases']: string };
  readonly names: {
    readonly nothing: string;
    readonly emptyList: string;
    readonly emptyText: string;
    /** All that a rule without a schema is asked about. */
    readonly document: string;
    readonly element: string;
    readonly ofElement: string;
    readonly outerElement: string;
    readonly ofOuterElement: string;
    readonly outerList: string;
    /** What `reduce` has come to so far, and the element that it looks at. */
    readonly accumulator: string;
    readonly current: string;
    readonly partOf: string;
    readonly parameter: string;
    /** A value with the parameter that gives it, or that it was reckoned from. */
    readonly ofParameter: string;
    readonly fromParameter: string;
    /** A figure with what one of it is called. */
    readonly withUnit: string;
    /** In place of what is nested too deep to be told. */
    readonly more: string;
  };
}
