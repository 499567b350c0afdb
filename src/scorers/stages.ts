// Stages that a policy declares: each with a rule that says who is in it.
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import { member, readObject } from './options.js';
import type { ScoreReason } from './reason-codes.js';
import type { ReportOption, ScoreCondition, ScoreInputs } from './scorer.js';

/** One stage of a declared order. */
export interface StageSpec {
  /** What rules call it: the band. */
  readonly id: string;
  /** Who comes into it. */
  readonly when: Json;
  /** Who stays in it, or in a higher one, having been there before; for the mode `hysteresis`. Usually a lower line than that of `when`. */
  readonly stay?: Json;
}

/** How one of several stages is chosen. */
export type StageMode =
  /** The first of the list whose rule holds. */
  | 'first'
  /** The highest whose rule holds: the last of the list. */
  | 'highest'
  /** The highest whose rule holds, and never one below that of the previous class. */
  | 'ratchet'
  /** The highest that is entered by `when`, or kept from the previous class by `stay`. */
  | 'hysteresis';

export const STAGE_MODES: readonly StageMode[] = ['first', 'highest', 'ratchet', 'hysteresis'];

/** A stage as it was read; without `stay` nobody stays who would not enter. */
export interface Stage {
  readonly id: string;
  readonly when: Json;
  readonly stay: Json | undefined;
}

/** The stage of a customer and whether it was kept from before, or why there is none. */
export type FoundStage = { readonly stage: string; readonly isKept: boolean } | { readonly reason: ScoreReason };

/** A path has no spaces, so none is the name of an answer. */
const whenKey = (id: string): string => `when ${id}`;
const stayKey = (id: string): string => `stay ${id}`;

function readId(entry: JsonObject, pointer: string, taken: ReadonlySet<string>, report: ReportOption): string | undefined {
  const id = member(entry, 'id');
  if (typeof id !== 'string' || id.trim() === '' || id !== id.trim()) {
    report(`${pointer}/id`, `\`id\` must be a name for the stage, such as \`active\`${id === undefined ? ': add it' : ', without spaces around it'}`);
    return undefined;
  }
  if (taken.has(id)) {
    report(`${pointer}/id`, `there is another stage \`${id}\`: give each its own \`id\``);
    return undefined;
  }
  return id;
}

function readStage(json: Json, pointer: string, taken: ReadonlySet<string>, mode: StageMode | 'climb', report: ReportOption): Stage | undefined {
  const entry = readObject(json, mode === 'climb' ? ['id', 'when'] : ['id', 'when', 'stay'], pointer, report);
  if (!isJsonObject(json)) return undefined;
  const id = readId(entry, pointer, taken, report);
  const when = member(entry, 'when');
  const stay = member(entry, 'stay');
  if (when === undefined) report(`${pointer}/when`, '`when` must be the rule that says who is in the stage: add it, or `true` for everybody');
  if (stay !== undefined && mode !== 'hysteresis' && mode !== 'climb') report(`${pointer}/stay`, '`stay` is for the mode `hysteresis`: remove it, or set `mode`');
  return id === undefined || when === undefined ? undefined : { id, when, stay };
}

/** Reads the list of stages; those that are climbed have no `stay`. Names in `taken` are those of other bands of the score. */
export function readStages(object: JsonObject, mode: StageMode | 'climb', taken: readonly string[], report: ReportOption): readonly Stage[] {
  const json = member(object, 'stages');
  if (!isJsonList(json) || json.length === 0) {
    report('/stages', '`stages` must be a list of stages, each with `id` and `when`');
    return [];
  }
  const names = new Set(taken);
  return json.flatMap((entry, index) => {
    const stage = readStage(entry, childPointer('/stages', index), names, mode, report);
    if (stage === undefined) return [];
    names.add(stage.id);
    return [stage];
  });
}

/** The rules of stages, as the engine has to ask them. `rest` is the place of the stage that may take everybody: the lowest, or the last that is tried. */
export function stageConditions(stages: readonly Stage[], rest = 0): readonly ScoreCondition[] {
  return stages.flatMap(({ id, when, stay }, index) => {
    const pointer = childPointer('/stages', index);
    const enters = { key: whenKey(id), pointer: `${pointer}/when`, when, band: id, isForRest: index === rest };
    return stay === undefined ? [enters] : [enters, { key: stayKey(id), pointer: `${pointer}/stay`, when: stay, band: id, isForRest: true }];
  });
}

function answerOf(inputs: ScoreInputs, key: string): boolean | null {
  const answer = Object.hasOwn(inputs, key) ? inputs[key] : null;
  return typeof answer === 'boolean' ? answer : null;
}

/** Whether somebody who was in the stage or above it is in it still: by either of its rules. */
function isHeld(inputs: ScoreInputs, { id, stay }: Stage): boolean | null {
  const enters = answerOf(inputs, whenKey(id));
  if (stay === undefined || enters === true) return enters;
  const stays = answerOf(inputs, stayKey(id));
  return stays === true ? true : enters === null ? null : stays;
}

/**
 * The stage of a customer, given the answers to the rules and the stage before. Stages are tried in the order of the mode, and one whose
 * rule is unknown ends the search: that a customer is not in it may not be guessed.
 */
export function stageOf(stages: readonly Stage[], mode: StageMode, inputs: ScoreInputs, before: string | null): FoundStage {
  const order = stages.map((stage, index) => ({ stage, index }));
  if (mode !== 'first') order.reverse();
  const last = stages.findIndex(({ id }) => id === before);
  for (const { stage, index } of order) {
    const mayStay = mode === 'hysteresis' && index <= last;
    const holds = mayStay ? isHeld(inputs, stage) : answerOf(inputs, whenKey(stage.id));
    if (mode === 'ratchet' && index === last) return { stage: stage.id, isKept: holds !== true };
    if (holds === null) return { reason: 'stages/unknown' };
    if (holds) return { stage: stage.id, isKept: mayStay && answerOf(inputs, whenKey(stage.id)) !== true };
  }
  return { reason: 'stages/none' };
}

/**
 * How far up the stages a customer has climbed: to the last one before the first whose rule does not hold. Stages above that are not asked; one whose
 * rule is unknown may be reached or not.
 */
export function climbed(stages: readonly Stage[], inputs: ScoreInputs): FoundStage {
  let stage: string | undefined;
  for (const { id } of stages) {
    const holds = answerOf(inputs, whenKey(id));
    if (holds === null) return { reason: 'stages/unknown' };
    if (!holds) break;
    stage = id;
  }
  return stage === undefined ? { reason: 'stages/none' } : { stage, isKept: false };
}
