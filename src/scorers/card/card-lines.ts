import { fractionOf, times, type Fraction } from '../../internal/fraction.js';
import { numberOf } from '../inputs.js';
import type { ScoreReason } from '../reason-codes.js';
import { TOTAL, type ScoreInputs } from '../scorer.js';
import { isAbove, less, over, sumOf, ZERO } from './exact.js';
import { answerTo } from './gates.js';
import type { Line } from './lines.js';
import { isFitted, partOf, type MarkFit } from './marks.js';
import type { Card, ConditionItem, CountedItem, Group, MarkedItem } from './types.js';

/** What the population gave for the items that need it, by their ids. */
export interface ItemFits {
  readonly [id: string]: MarkFit;
}

/** Lines so far, with the points that marks gave and those that they could have given. */
interface Marked {
  readonly lines: readonly Line[];
  readonly points: Fraction;
  readonly known: Fraction;
  /** Items whose weight is to be shared. */
  readonly shared: readonly MarkedItem[];
}

type Outcome<Value> = Value | { readonly reason: ScoreReason };

export function isReason<Value extends object>(outcome: Outcome<Value>): outcome is { readonly reason: ScoreReason } {
  return 'reason' in outcome;
}

function reasonFor({ marking, id }: MarkedItem, fits: ItemFits): ScoreReason {
  return isFitted(marking) && (fits[id] ?? null) === null ? 'score/no-population' : 'score/missing-fact';
}

function countedLines({ id, input, each, times: most, undecayed, missing }: CountedItem, inputs: ScoreInputs): Outcome<readonly Line[]> {
  const count = numberOf(inputs, input);
  if (count === null) {
    if (missing === 'unknown') return { reason: 'score/missing-fact' };
    const least = each.numerator < 0n && most !== undefined ? times(each, fractionOf(most)) : ZERO;
    return [{ id, kind: 'missing', points: least }];
  }
  const whole = undecayed === undefined ? count : (numberOf(inputs, undecayed) ?? count);
  const decay = less(fractionOf(count), fractionOf(whole));
  return [
    { id, points: times(each, fractionOf(whole)) },
    ...(count === whole ? [] : [{ id, kind: 'decay' as const, points: times(each, decay) }]),
    ...(most === undefined || count <= most ? [] : [{ id, kind: 'cap' as const, points: times(each, less(fractionOf(most), fractionOf(count))) }]),
  ];
}

function conditionLines({ id, asked, points, missing }: ConditionItem, inputs: ScoreInputs): Outcome<readonly Line[]> {
  const answer = answerTo(asked, inputs);
  if (answer !== null) return answer ? [{ id, points }] : [];
  if (missing === 'unknown') return { reason: 'score/condition-unknown' };
  return [{ id, kind: 'missing', points: missing === 'penalise' && points.numerator < 0n ? points : ZERO }];
}

function markedLine(item: MarkedItem, inputs: ScoreInputs, fits: ItemFits): Outcome<Line> | undefined {
  const { id, input, marking, missing, most } = item;
  const part = partOf(marking, Object.hasOwn(inputs, input) ? inputs[input] : null, fits[id] ?? null);
  if (part !== null) return { id, points: times(most, part) };
  if (missing === 'unknown') return { reason: reasonFor(item, fits) };
  return missing === 'penalise' ? { id, kind: 'missing', points: ZERO } : undefined;
}

/** The weights of items that are not known, shared among those that are, in proportion. */
function sharedLines(items: readonly MarkedItem[], points: Fraction, known: Fraction): readonly Line[] {
  return items.map(({ id, most }) => ({ id, kind: 'redistributed', points: over(times(points, most), known) }));
}

function groupLines({ items, cap, id }: Group, inputs: ScoreInputs, fits: ItemFits): Outcome<Marked> {
  const lines: Line[] = [];
  const marks: Line[] = [];
  const known: Fraction[] = [];
  const shared: MarkedItem[] = [];
  for (const item of items) {
    if (item.kind === 'marked') {
      const line = markedLine(item, inputs, fits);
      if (line === undefined) shared.push(item);
      else if (isReason(line)) return line;
      else {
        marks.push(line);
        known.push(item.most);
        lines.push(line);
      }
    } else {
      const own = item.kind === 'counted' ? countedLines(item, inputs) : conditionLines(item, inputs);
      if (isReason(own)) return own;
      lines.push(...own);
    }
  }
  const gained = sumOf(marks.map((line) => line.points));
  const possible = sumOf(known);
  const isWhole = possible.numerator === 0n;
  const spread = isWhole ? [] : sharedLines(shared, gained, possible);
  lines.push(...spread);
  const sum = sumOf(lines.map((line) => line.points));
  if (cap !== undefined && isAbove(sum, cap)) lines.push({ id, kind: 'cap', points: less(cap, sum) });
  const all = isWhole ? possible : sumOf([possible, ...shared.map(({ most }) => most)]);
  return { lines, points: sumOf([gained, ...spread.map((line) => line.points)]), known: all, shared: isWhole ? shared : [] };
}

/** The line that keeps a total within its bounds. */
function boundLines({ cap, floor }: Card, total: Fraction): readonly Line[] {
  if (cap !== undefined && isAbove(total, cap)) return [{ id: TOTAL, kind: 'cap', points: less(cap, total) }];
  return floor !== undefined && isAbove(floor, total) ? [{ id: TOTAL, kind: 'floor', points: less(floor, total) }] : [];
}

/** The lines of a card before its gates; or why there are none. */
export function cardLines(card: Card, inputs: ScoreInputs, fits: ItemFits): Outcome<readonly Line[]> {
  const groups: Marked[] = [];
  for (const group of card.groups) {
    const made = groupLines(group, inputs, fits);
    if (isReason(made)) return made;
    groups.push(made);
  }
  const lines = groups.flatMap((group) => group.lines);
  const shared = groups.flatMap((group) => group.shared);
  const known = sumOf(groups.map((group) => group.known));
  const [first] = shared;
  // Of a group of which nothing is known, the whole weight goes to the other groups.
  if (first !== undefined && known.numerator === 0n) return { reason: reasonFor(first, fits) };
  lines.push(...sharedLines(shared, sumOf(groups.map((group) => group.points)), known));
  return [...lines, ...boundLines(card, sumOf(lines.map((line) => line.points)))];
}
