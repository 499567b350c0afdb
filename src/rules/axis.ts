import { nextAbove } from '../internal/floats.js';
import { dayOf } from '../internal/days.js';
import { known } from './document.js';
import { EVERYTHING, inAny, NOTHING, type Spans } from './spans.js';
import type { ElementNode, PathNode, RuleNode, RuleValue } from './types.js';

/** A path of the document, or of an element of a list. */
export type Named = PathNode | ElementNode;

export function isNamed(node: RuleNode | undefined): node is Named {
  return node?.kind === 'path' || node?.kind === 'element';
}

/** A path with the line on which its values lie. Two conditions are about the same path if their axis is the same. */
export interface Axis {
  readonly path: string;
  /** Every value that the path may have. */
  readonly all: Spans;
  /** Where a value lies; undefined for one of another type. */
  readonly placeOf: (value: RuleValue) => number | undefined;
  /** The first place that is not below another. */
  readonly from: (place: number) => number;
  /** The first place that is above it. */
  readonly after: (place: number) => number;
}

/** On the line of numbers with fractions. Counts and days may have some too: units of what is sold by weight, the median of gaps. */
function onReals(path: string): Axis {
  return { path, all: EVERYTHING, placeOf: placeOfNumber, from: (place) => place, after: nextAbove };
}

/** Minor units, days, yes and no, numbered texts. */
function onWholes(path: string, all: Spans, placeOf: Axis['placeOf']): Axis {
  return { path, all, placeOf, from: Math.ceil, after: (place) => Math.floor(place) + 1 };
}

const YES_OR_NO: Spans = [0, 2];
const TEXTS: Spans = [0];

const placeOfNumber = (value: RuleValue): number | undefined => (typeof value === 'number' ? value : undefined);
const placeOfTruth = (value: RuleValue): number | undefined => (typeof value === 'boolean' ? Number(value) : undefined);

function placeOfDay(value: RuleValue): number | undefined {
  if (typeof value !== 'string') return undefined;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return dayOf(year, month, day) ?? undefined;
}

/** A blank text is missing wherever it is read, so that no path has it. */
export function isBlank(value: RuleValue | undefined): boolean {
  return typeof value === 'string' && known(value) === undefined;
}

/** Texts have no order: each that is met has the next whole place, and each blank one the next below 0. */
function numbering(): Axis['placeOf'] {
  const places = new Map<string, number>();
  let blank = 0;
  return (value) => {
    if (typeof value !== 'string') return undefined;
    const found = places.get(value);
    if (found !== undefined) return found;
    if (isBlank(value)) blank += 1;
    const place = isBlank(value) ? -blank : places.size - blank;
    places.set(value, place);
    return place;
  };
}

/** The declared values of a path. Elements of a list may be other texts than those. */
export function valuesOf(node: RuleNode | undefined): readonly string[] | undefined {
  return node?.kind === 'path' && node.type === 'enum' ? node.field?.values : undefined;
}

export function axisOf(node: Named): Axis {
  const { path } = node;
  switch (node.type) {
    case 'number':
    case 'ratio':
    case 'count':
    case 'days':
      return onReals(path);
    case 'money':
      return onWholes(path, EVERYTHING, placeOfNumber);
    case 'date':
      return onWholes(path, EVERYTHING, placeOfDay);
    case 'boolean':
      return onWholes(path, YES_OR_NO, placeOfTruth);
    default: {
      const placeOf = numbering();
      const values = valuesOf(node);
      const last = values?.reduce((greatest, value) => Math.max(greatest, placeOf(value) ?? -1), -1);
      return onWholes(path, last === undefined ? TEXTS : [0, last + 1], placeOf);
    }
  }
}

/** One place. */
export function at({ from, after }: Axis, place: number): Spans {
  return from(place) < after(place) ? [from(place), after(place)] : NOTHING;
}

/** The places of values. */
export function placesOf(values: readonly RuleValue[], axis: Axis): Spans {
  return inAny(
    values.map((value) => {
      const place = axis.placeOf(value);
      return place === undefined ? NOTHING : at(axis, place);
    }),
  );
}
