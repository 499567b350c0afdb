import type { AsOfMoment } from '../facts/as-of.js';
import { catalogueFact } from '../facts/catalogue.js';
import { givenFacts, givenPlace, readGivenField, type GivenRecord, type ReadGiven } from '../facts/given.js';
import { readValue } from '../facts/values.js';
import type { Zone } from '../internal/zone.js';
import type { PolicyPlan } from '../policy/plan.js';
import { pathsOf } from '../rules/conditions.js';
import { scaleOf } from '../rules/document.js';
import { follow, type Access, type Graph } from '../rules/graph.js';
import { memberReader } from '../rules/plain-object.js';
import type { Field, PathNode, RuleValue } from '../rules/types.js';
import { createDecide, segmentGraph, type Decide } from './decide.js';
import { isGiven } from './is-given.js';
import { createKeep } from './keep-given.js';
import type { Classification } from './types.js';

/** The fast way for records that give their facts. Undefined for any other record: it is read the careful way. */
export interface Given {
  readonly assign: (record: unknown) => string | undefined;
  readonly classify: (record: unknown, asOf: AsOfMoment) => Classification | undefined;
}

const none = (): undefined => undefined;

/** The reader of a path that is no ready fact; undefined for what a record cannot give. */
function readerOf(plan: PolicyPlan, path: string): ReadGiven | undefined {
  const place = plan.facts.findIndex(({ id }) => id === path);
  if (place < 0) return readGivenField(path);
  return plan.inputs(path).length === 0 ? memberReader(path, place) : undefined;
}

/** True if a fact is made of the customer's own fields; of `since`, which nearly every customer has, `isGiven` takes care itself. */
function isMadeOfCustomer({ facts }: PolicyPlan): boolean {
  return facts.some(({ id }) => catalogueFact(id)?.customer?.some((field) => field !== 'since') === true);
}

/** The readers of paths; undefined where a record cannot give all of them. */
function readersOf(plan: PolicyPlan, paths: readonly string[]): ReadonlyMap<string, ReadGiven> | undefined {
  if (isMadeOfCustomer(plan)) return undefined;
  const readers = new Map<string, ReadGiven>();
  for (const path of paths) {
    const reader = readerOf(plan, path);
    if (reader === undefined) return undefined;
    readers.set(path, reader);
  }
  return readers;
}

function accessOf(readers: ReadonlyMap<string, ReadGiven>, plan: PolicyPlan, zone: Zone): Access<GivenRecord> {
  const fieldOf = ({ path }: PathNode): Field => plan.field(path) ?? { type: 'text' };
  return {
    place: ({ path }) => givenPlace(path),
    read: ({ path }) => readers.get(path) ?? none,
    typed: (path) => {
      const field = fieldOf(path);
      return (written) => readValue(written, field, zone).value;
    },
    scale: (path) => scaleOf(fieldOf(path)),
  };
}

function createAssign(plan: PolicyPlan, access: Access<GivenRecord>, decide: Decide<GivenRecord>): (record: GivenRecord) => string {
  if (plan.hitPolicy !== 'first') return (record) => decide(givenFacts(record.facts), record).segment;
  let graph: Graph<GivenRecord, string> | undefined;
  return (record) => follow((graph ??= segmentGraph(plan, access)), givenFacts(record.facts), record);
}

/**
 * Makes the fast way of a policy: rules read the record itself, one value at a time, without computing anything first.
 *
 * There is none for a policy whose rules read more than a record can give: scores, facts that follow from others or from the customer, the
 * previous segment.
 */
export function createGiven(plan: PolicyPlan, zone: Zone): Given {
  const readers = readersOf(plan, plan.rules.flatMap(({ tree }) => pathsOf(tree)));
  if (readers === undefined) return { assign: none, classify: none };
  const access = accessOf(readers, plan, zone);
  const decide = createDecide(plan, access);
  const assign = createAssign(plan, access, decide);
  const keep = createKeep(plan, decide, zone);
  // A getter of the record may throw: the careful way goes round it.
  return {
    assign: (record) => {
      try {
        return isGiven(record) ? assign(record) : undefined;
      } catch {
        return undefined;
      }
    },
    classify: (record, asOf) => {
      try {
        return isGiven(record) ? keep(record, asOf) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * Makes the fast way to the values of some paths, in their order, without computing anything: undefined for a record that does not give its
 * facts, and where one of the paths is nothing that a record can give. The list is the same one each time, filled anew.
 */
export function createGivenValues(plan: PolicyPlan, zone: Zone, paths: readonly string[]): (record: unknown) => readonly (RuleValue | undefined)[] | undefined {
  const readers = readersOf(plan, paths);
  if (readers === undefined) return none;
  const kept = [...readers].map(([path, read]) => ({ read, field: plan.field(path) ?? { type: 'text' } }));
  const values = kept.map((): RuleValue | undefined => undefined);
  return (record) => {
    try {
      if (!isGiven(record)) return undefined;
      kept.forEach(({ read, field }, place) => {
        values[place] = readValue(read(record), field, zone).value;
      });
      return values;
    } catch {
      // A getter of the record may throw: the careful way goes round it.
      return undefined;
    }
  };
}
