import { ClassifierError } from '../errors/classifier-error.js';
import type { Finding } from '../errors/issue.js';
import { isJsonObject, type Json } from '../errors/json.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { addEvent, addState, readKept, type KeptState } from '../facts/accumulate.js';
import { keptJson, readKeptJson, refuseKept } from '../facts/accumulate-json.js';
import { factsNotKept, KEPT_PARTS, planKeeping, type KeepPlan, type KeptPart } from '../facts/accumulate-plan.js';
import { readAsOf, type AsOfMoment } from '../facts/as-of.js';
import { plainEvent } from '../facts/plain-event.js';
import type { Rate } from '../facts/rates.js';
import { publicValue } from '../facts/values.js';
import { hashJson } from '../internal/canonical.js';
import { copyJson } from '../internal/copy-json.js';
import { withLimits } from '../internal/limits.js';
import type { FactValue, When } from '../model/types.js';
import type { Engine } from './engine.js';
import type { AsOf } from './types.js';

/** What an accumulator keeps: the figures of one moment (`asOf`), or those of every day from one on (`from`). */
export type AccumulatorOptions = {
  /** The parts of a record that you add, so that a customer without events of them has none. Without it, those of which any event was added. */
  readonly parts?: readonly KeptPart[];
  /** What `toJSON` of an accumulator of the same policy and day gave: its figures are taken over. */
  readonly json?: unknown;
} & (
  | { /** The day, or the instant, as of which facts are read: later events are left out. */ readonly asOf: When; readonly from?: undefined }
  | { /** The first day as of which facts may be read. */ readonly from: When; readonly asOf?: undefined }
);

/**
 * Running totals of many customers: events are added one by one, in any order, and the facts of a customer are read at any time, without
 * the events.
 *
 * The facts are those that `score` gives of a record with the same events, to the last digit; no order, no division among several
 * accumulators changes a byte of them or of `toJSON`. Of two entries under one id that tell two times of one day, either may be taken.
 *
 * Kept are all facts over transactions, invoices, payments, interactions, opportunities, assessments, surveys and costs, and facts over
 * such facts. Facts that need the customer (`tenureDays`, a rule over `customer.kind` or over `assessments.…`) and facts that only you can
 * give are left out: they are read from the record into which you put the others.
 *
 * How much memory it takes: of events without an `id` one tally for each customer and selection of events (with `from` one for each of
 * their days that is still asked for by itself), beside it the days with an event where gaps, periods or decay are measured, and the
 * different words where those are counted. An event with an `id`, and a return with `returnOf`, is kept itself: the same id may come
 * again, and a return may undo its sale. So are events that cannot be read, and all invoices and payments where a fact asks which are
 * open. Leave the id out where your source never repeats an event and no return names a sale.
 */
export interface FactsAccumulator {
  /** Adds an event of a customer, and tells what was noticed. Never throws for what is in the event: what cannot be read makes facts missing, as in a record. */
  add(customerId: string, part: KeptPart, event: unknown): readonly Finding[];
  /** Adds all that another accumulator of the same policy, rates and day has. Throws a `ClassifierError` for one of another. */
  merge(other: FactsAccumulator): void;
  /**
   * The facts of a customer: money in major units, null for missing. A customer without events has none of any part that is known. With
   * `from`, `asOf` may be any day from then on, and is that day if it is left out; an earlier day, or an instant, is an error.
   */
  facts(customerId: string, options?: AsOf): { readonly [id: string]: FactValue };
  /** All that is kept, as plain JSON: the same bytes whatever the order of events. Give it back as `json`. */
  toJSON(): Json;
}

const SCHEMA = 'clientele.accumulator/1';
/** An accumulator of a whole company is large. */
const NO_LIMITS = withLimits({ bytes: Number.MAX_SAFE_INTEGER, nodes: Number.MAX_SAFE_INTEGER, listLength: Number.MAX_SAFE_INTEGER });

function wrong(pointer: string, problem: string): never {
  throw new ClassifierError([referenceIssue('accumulator/wrong-option', pointer, { problem })]);
}

interface Mode {
  readonly moment: AsOfMoment;
  readonly isFrom: boolean;
}

function readMode(engine: Engine, options: AccumulatorOptions | undefined): Mode {
  const { asOf, from }: { readonly asOf?: unknown; readonly from?: unknown } = options ?? {};
  if (asOf !== undefined && from !== undefined) wrong('/from', 'give either `asOf`, for the facts of one moment, or `from`, for those of every later day');
  if (from === undefined) return { moment: engine.asOf(asOf), isFrom: false };
  const moment = readAsOf(from, engine.settings.zone);
  if (moment === null || moment.instant !== null) return wrong('/from', '`from` must be a day such as `2026-06-30`');
  return { moment, isFrom: true };
}

/** What two accumulators must have in common. */
function identityOf({ plan }: Engine, rates: readonly Rate[], { moment, isFrom }: Mode): { readonly [name: string]: Json } {
  // The order in which a host gives them changes nothing.
  const written = rates.map(({ from, to, day, numerator, denominator }) => `${from} ${to} ${String(day)} ${String(numerator)}/${String(denominator)}`).sort();
  return { ...(isFrom ? { from: moment.text } : { asOf: moment.text }), fit: plan.hashes.fit, policy: plan.hashes.policy, rates: rates.length === 0 ? null : hashJson(written), schema: SCHEMA };
}

function isKeptPart(part: unknown): part is KeptPart {
  return KEPT_PARTS.some((one) => one === part);
}

function requirePart(part: unknown, pointer: string): KeptPart {
  return isKeptPart(part) ? part : wrong(pointer, `\`${String(part)}\` is no part that is kept: use one of ${KEPT_PARTS.join(', ')}`);
}

function requireId(id: unknown): string {
  if (typeof id === 'string' && id.trim() !== '') return id;
  throw new ClassifierError([referenceIssue('record/no-customer-id', '/customerId')]);
}

/** Reads what another accumulator wrote, if it keeps the same. */
function readOther(json: unknown, plan: KeepPlan, identity: { readonly [name: string]: Json }): KeptState {
  const { value, issues } = copyJson(json, NO_LIMITS);
  const [first] = issues;
  if (first !== undefined) throw new ClassifierError([first, ...issues.slice(1)]);
  if (!isJsonObject(value) || value['schema'] !== SCHEMA) return refuseKept('/schema', `\`schema\` must be \`${SCHEMA}\``);
  for (const name of ['policy', 'fit', 'rates', 'asOf', 'from']) {
    const [own = null, other = null] = [identity[name], value[name]];
    if (own !== other) throw new ClassifierError([referenceIssue('accumulator/other-policy', `/${name}`, { name, other, expected: own })]);
  }
  return readKeptJson(plan, value);
}

function jsonOf(other: unknown): unknown {
  const toJSON: unknown = typeof other === 'object' && other !== null && 'toJSON' in other ? other.toJSON : undefined;
  return typeof toJSON === 'function' ? (toJSON as () => unknown).call(other) : refuseKept('', 'it has no `toJSON`');
}

/** The moment as of which facts are asked for, if they are kept for it. */
function readingMoment(engine: Engine, { moment, isFrom }: Mode, options: Partial<AsOf> | undefined): AsOfMoment {
  if (options?.asOf === undefined) return moment;
  const asked = engine.asOf(options.asOf);
  if (isFrom ? asked.instant === null && asked.day >= moment.day : asked.text === moment.text) return asked;
  const expected = isFrom ? `a whole day from ${moment.text} on` : moment.text;
  throw new ClassifierError([referenceIssue('accumulator/other-day', '/asOf', { asOf: asked.text, expected })]);
}

/** Makes an accumulator for the facts of a policy. */
export function createAccumulator(engine: Engine, rates: readonly Rate[], options: AccumulatorOptions): FactsAccumulator {
  const mode = readMode(engine, options);
  const { plan, settings } = engine;
  const lost = factsNotKept(plan.facts);
  if (lost.length > 0) throw new ClassifierError([referenceIssue('accumulator/not-kept', '/', { facts: lost.map((id) => `\`${id}\``).join(', ') })]);
  const keeping = planKeeping({ settings, ...mode, facts: plan.facts, fields: plan.fields, inputs: plan.inputs, size: plan.paths.length });
  const identity = identityOf(engine, rates, mode);
  const given: unknown = options.parts ?? [];
  const state: KeptState = { customers: new Map(), parts: new Set(Array.isArray(given) ? given.map((part: unknown, index) => requirePart(part, `/parts/${String(index)}`)) : wrong('/parts', 'give a list of parts')) };
  if (options.json !== undefined) addState(state, readOther(options.json, keeping, identity));
  return {
    add: (customerId, part, event) => addEvent(keeping, state, requireId(customerId), requirePart(part, '/part'), plainEvent(event)),
    merge: (other) => {
      addState(state, readOther(jsonOf(other), keeping, identity));
    },
    facts: (customerId, asked) => {
      const slots = readKept(keeping, state, requireId(customerId), readingMoment(engine, mode, asked));
      return Object.fromEntries(keeping.facts.map(({ id, slot, field }) => [id, publicValue(slots[slot], field)]));
    },
    toJSON: () => ({ ...identity, ...keptJson(keeping, state) }),
  };
}
