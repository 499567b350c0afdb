import { createLookAhead, type Outlook } from '../classify/outlook.js';
import type { Engine } from '../classify/engine.js';
import { readSafely } from '../classify/plain-record.js';
import type { Classification } from '../classify/types.js';
import { ClassifierError } from '../errors/classifier-error.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { readSpan, type Span } from '../facts/window.js';
import { DAY_IN_MS, dayText, type Day } from '../internal/days.js';
import { shiftMonths } from '../internal/months.js';
import { LAST_DAY } from '../internal/periods.js';
import { momentText } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import { createAgain, hasSameLines, requireOwn, type Again } from './again.js';
import { createNaming } from './naming.js';
import { turnedBy } from './turned.js';
import type { Validity } from './types.js';

/** How far ahead is looked where nobody says. */
const USUAL_HORIZON = 'P12M';
const MOST_MONTHS = 120;
const MOST_DAYS = 3660;

/** Reads a horizon such as `P12M` or `P90D`, ten years at most; throws for anything else. */
export function readHorizon(horizon: unknown = USUAL_HORIZON): Span {
  const span = readSpan(horizon);
  if (span === null || span.months > MOST_MONTHS || span.days > MOST_DAYS) throw new ClassifierError([referenceIssue('option/wrong-horizon', '/horizon')]);
  return span;
}

/** The first instant of a day; of one that a zone skipped, that of the next day. */
const startOf = (zone: Zone, day: Day): number => zone.instantOf(day * DAY_IN_MS);

/** False for a day that a zone skipped when it crossed the date line. */
const isDay = (zone: Zone, day: Day): boolean => zone.dayOf(startOf(zone, day)) === day;

function lastBefore(zone: Zone, day: Day): Day {
  let last = day - 1;
  while (!isDay(zone, last)) last -= 1;
  return last;
}

/** Tells until when a class holds, from what was known when it was given; undefined where the record does not give that class. */
export type FindValidity = (again: Again, segment: string, span: Span) => Validity | undefined;

/** Makes what tells until when the classes of a policy hold. */
export function createValidity(engine: Engine): FindValidity {
  const { plan, settings } = engine;
  const { zone } = settings;
  const naming = createNaming(plan);
  const look = createLookAhead(engine);

  /** The class on the first day, and the first outlook of another with the one before it. */
  const search = (again: Again, last: Day): { readonly first: string; readonly turn?: readonly [Outlook, Outlook] } => {
    let before: Outlook | undefined;
    let first = '';
    for (const outlook of look.ahead(again.record, again.asOf, last)) {
      if (before === undefined) first = outlook.segment;
      else if (outlook.segment !== first && isDay(zone, outlook.day)) return { first, turn: [before, outlook] };
      if (outlook.segment === first) before = outlook;
    }
    return { first };
  };

  return (again, segment, { months, days }) => {
    const last = Math.min(shiftMonths(again.asOf.day, months) + days, LAST_DAY);
    // A getter of the record may throw: then it is read again, over a copy.
    const { first, turn } = readSafely(again.record, (record) => search({ ...again, record }, last));
    if (first !== segment) return undefined;
    const frozen = look.given(again.record).length > 0;
    const rest = { through: dayText(last), ...(frozen ? { assumptions: ['given-facts-unchanged'] as const } : {}) };
    if (turn === undefined) return { lastDay: null, changesAt: null, becomes: null, ...rest };
    const [before, after] = turn;
    const because = turnedBy(plan, naming, before, after);
    return {
      lastDay: dayText(lastBefore(zone, after.day)),
      changesAt: momentText(zone, { kind: 'instant', ms: startOf(zone, after.day) }),
      becomes: after.segment,
      ...(because === undefined ? {} : { because }),
      ...rest,
    };
  };
}

/** Until when a class holds; throws for a result of another policy or customer, and where the record does not give the class. */
export function requireValidity(engine: Engine, find: FindValidity, result: Classification, record: unknown, horizon: unknown): Validity {
  const span = readHorizon(horizon);
  requireOwn(engine, result);
  if (!hasSameLines(engine, result)) throw new ClassifierError([referenceIssue('classification/not-understood', '/calibration/hash', { problem: 'it was made with another calibration: take the classifier of that time' })]);
  const validity = find(createAgain(engine, result, record), result.segment, span);
  if (validity === undefined) throw new ClassifierError([referenceIssue('classification/not-understood', '/segment', { problem: 'the record does not give it on that day' })]);
  return validity;
}
