import { EVERYTHING, inAll, inAny, inBoth, isNothing, NOTHING, outside, type Spans } from './spans.js';

/** Values of one path, each at a place on the line of figures; a missing one has none. */
export interface Values {
  readonly known: Spans;
  readonly missing: boolean;
}

/** What a condition says of one path: the values for which it holds and those for which it fails. For the rest it is unknown. */
export interface Meaning {
  /** Every value that the path may have. */
  readonly all: Spans;
  readonly holds: Values;
  readonly fails: Values;
}

export function isNone({ known, missing }: Values): boolean {
  return !missing && isNothing(known);
}

/** The values that are among all of these. */
function common(values: readonly Values[]): Values {
  return { known: inAll(values.map(({ known }) => known)), missing: values.every(({ missing }) => missing) };
}

/** The values that are among any of these. */
function joined(values: readonly Values[]): Values {
  return { known: inAny(values.map(({ known }) => known)), missing: values.some(({ missing }) => missing) };
}

/** The known values for which a condition does not hold. */
export function spared({ all, holds }: Meaning): Values {
  return { known: inBoth(all, outside(holds.known)), missing: false };
}

export function opposite({ all, holds, fails }: Meaning): Meaning {
  return { all, holds: fails, fails: holds };
}

/** A condition that holds for some known values and fails for the others; of a missing one it says nothing, unless it is told. */
export function ofKnown(all: Spans, known: Spans, ofMissing?: boolean): Meaning {
  return {
    all,
    holds: { known: inBoth(all, known), missing: ofMissing === true },
    fails: { known: inBoth(all, outside(known)), missing: ofMissing === false },
  };
}

/** A condition that asks whether there is a value. */
export function ofPresence(all: Spans): Meaning {
  return ofKnown(all, EVERYTHING, false);
}

/** A yes or no that is written out, as a condition on a path. */
export function ofLiteral(all: Spans, value: boolean): Meaning {
  return ofKnown(all, value ? EVERYTHING : NOTHING, value);
}

/** What `and`, or `or`, of conditions on one path says of it. */
export function combined(connective: 'and' | 'or', all: Spans, parts: readonly Meaning[]): Meaning {
  const [holds, fails] = [parts.map((part) => part.holds), parts.map((part) => part.fails)];
  return connective === 'and' ? { all, holds: common(holds), fails: joined(fails) } : { all, holds: joined(holds), fails: common(fails) };
}

/** What a condition, its branch and the rest of an `if` say of one path. */
export function chosen(all: Spans, asked: Meaning, yes: Meaning, no: Meaning): Meaning {
  const either = (taken: Values, rest: Values): Values => joined([common([asked.holds, taken]), common([asked.fails, rest])]);
  return { all, holds: either(yes.holds, no.holds), fails: either(yes.fails, no.fails) };
}
