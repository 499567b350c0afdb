import { collect, type Issue } from '../errors/issue.js';
import type { Json, JsonObject } from '../errors/json.js';
import { suggestName } from '../internal/closest.js';
import type { Day } from '../internal/days.js';
import { firstDayOfPeriod } from '../internal/periods.js';
import type { Field } from '../rules/types.js';
import type { Behind } from './behind.js';
import { behindMeasure } from './behind-measures.js';
import type { Windowed } from './fact-definition.js';
import type { History } from './history.js';
import { covers, type PartName } from './reading.js';
import { rowsOf, selectionKey, tallyRows, type Selection, type Where } from './rows.js';
import { GAP, SOURCES, type Source, type SourceField } from './sources.js';
import type { Moves } from './movement.js';
import { measureIssue, readOptions } from './options.js';
import { readTakeOptions } from './take-options.js';
import { EVENT_TAKES, isExact, lastEnded, tallyOfGaps, type EventTake, type EventTakeDefinition, type Taken, type TakeOptions } from './takes.js';
import type { Tally } from './tally.js';
import { contains, readWindow, WHOLE_LIFE, type DayRange, type Window } from './window.js';

export interface EventMeasureSettings {
  readonly window: Window;
  readonly fiscalYearStart: number;
  /** Reads a rule over the fields of a source. */
  readonly readWhere: (rule: Json, source: Source, pointer: string, issues: Issue[]) => Where | undefined;
  readonly exponent: number;
}

/** A measure over the events of one part. */
export interface EventMeasure {
  readonly field: Field;
  readonly part: PartName;
  /** The fields of entries that it reads beyond those of every measure over the part. */
  readonly fields: readonly string[];
  readonly windowed: Windowed;
  readonly behind: Behind;
  readonly window: Window;
  /** True if its days are its own and follow no window: it cannot be measured over an earlier one. */
  readonly isOfPeriods: boolean;
  /** How it moves with the days beyond what enters and leaves its window. */
  readonly moves: Moves | undefined;
}

/** Events, and what is taken of them. */
interface Operand {
  readonly source: Source;
  readonly of: SourceField | undefined;
}

const NUMERIC = ['money', 'number', 'count', 'ratio', 'days'];
const isFigure = (field: SourceField): boolean => NUMERIC.includes(field.field.type);
const isWord = (field: SourceField): boolean => field.field.type === 'text' || field.field.type === 'enum';

/** What `of` may name for a take. */
function suits({ of, isTotal }: EventTakeDefinition, field: SourceField): boolean {
  if (field.field.type === 'list') return false;
  if (of === 'word') return isWord(field);
  if (of === 'field') return field !== GAP;
  return isFigure(field) && !(field === GAP && isTotal === true);
}

const ownOf = <T>(table: { readonly [name: string]: T }, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

/** All that `of` of a take may name. */
export function operandNames(take: EventTakeDefinition): readonly string[] {
  const sources = take.of === 'source' || take.of === 'either' ? Object.keys(SOURCES) : [];
  if (take.of === 'source') return sources;
  return [...sources, ...Object.entries(SOURCES).flatMap(([id, { fields }]) => Object.entries(fields).flatMap(([name, field]) => (suits(take, field) ? [`${id}.${name}`] : [])))];
}

/** Reads `sales`, or `lines.amount`: a source, or one of its fields. */
function readOperand(name: Json | undefined, id: EventTake, take: EventTakeDefinition, pointer: string, issues: Issue[]): Operand | undefined {
  const text = typeof name === 'string' ? name : '';
  const dot = text.indexOf('.');
  const source = ownOf(SOURCES, dot < 0 ? text : text.slice(0, dot));
  const isSource = take.of === 'source' || take.of === 'either';
  if (source !== undefined && dot < 0 && isSource) return { source, of: undefined };
  const field = source === undefined || dot < 0 || take.of === 'source' ? undefined : ownOf(source.fields, text.slice(dot + 1));
  if (source !== undefined && field !== undefined && suits(take, field)) return { source, of: field };
  const known = operandNames(take);
  // Where the source is right only its own fields are of use.
  const own = known.filter((each) => each.startsWith(`${dot < 0 ? text : text.slice(0, dot)}.`));
  const of = typeof name === 'string' ? name : JSON.stringify(name ?? null);
  const code = take.of === 'source' ? 'measure/unknown-source' : 'measure/unknown-field';
  collect(issues, () => measureIssue(code, pointer, { of, take: id, known: (own.length === 0 ? known : own).join(', ') }, { suggestion: suggestName(of, known) }));
  return undefined;
}

/** Reads the window of a take; without one the policy's counts, or the whole life. */
function readOwnWindow(json: Json | undefined, standard: Window, fiscalYearStart: number, pointer: string, issues: Issue[]): Window {
  if (json === undefined) return standard;
  const window = readWindow(json, fiscalYearStart);
  if (window === null) collect(issues, () => measureIssue('measure/wrong-window', pointer));
  return window ?? standard;
}

const withExponent = (field: Field, exponent: number): Field => (field.type === 'money' ? { ...field, exponent } : field);

const nameOf = ({ source, of }: Operand): string | undefined => Object.keys(source.fields).find((each) => source.fields[each] === of);

/** What of an entry says a field of a source, where that is not the property of its name. */
const READ_FROM: { readonly [name: string]: readonly string[] } = { units: ['units', 'lines'], margin: ['cost'], amount: ['amount', 'currency'], at: [], gap: [] };

/** The properties of entries that fields of a source are read from, beyond those that are always read. */
function propertiesOf(source: Source, names: readonly string[]): readonly string[] {
  if (source === SOURCES['lines']) return ['lines'];
  // All of a plan is always read.
  if (source === SOURCES['targets']) return [];
  // Other names are those of parameters.
  return names.filter((name) => Object.hasOwn(source.fields, name)).flatMap((name) => ownOf(READ_FROM, name) ?? [name]);
}

/** Reads a measure over events; undefined, with issues, where it cannot be read. */
export function readEventMeasure(id: EventTake, json: Json, pointer: string, settings: EventMeasureSettings, issues: Issue[]): EventMeasure | undefined {
  const take: EventTakeDefinition = EVENT_TAKES[id];
  const hasWindow = take.isOfPeriods !== true;
  const options = readOptions(json, id, ['of', 'where', ...(hasWindow ? ['window'] : []), ...take.options], pointer, issues);
  if (options === undefined) return undefined;
  const operand = readOperand(options['of'], id, take, `${pointer}/of`, issues);
  const taken = readTakeOptions(options, id, take, pointer, issues);
  if (operand === undefined || taken === undefined) return undefined;
  const { fiscalYearStart } = settings;
  const standard = take.isWholeLife === true ? WHOLE_LIFE : settings.window;
  const window = hasWindow ? readOwnWindow(options['window'], standard, fiscalYearStart, `${pointer}/window`, issues) : periodsWindow(taken, fiscalYearStart);
  const rules = { where: readRule('where', options, operand, pointer, settings, issues), among: readRule('among', options, operand, pointer, settings, issues) };
  if (id === 'share' && options['where'] === undefined) collect(issues, () => measureIssue('measure/where-missing', pointer));
  const field = withExponent(take.field(operand.of?.field, taken), settings.exponent);
  const among = rules.among === undefined ? [] : [rules.among.rule];
  const keeps = operand.of === GAP ? { days: true } : take.keeps(taken, operand.of?.field);
  const isTotal = take.isTotal === true && operand.of !== undefined;
  const keyOf = (...wheres: readonly (Json | undefined)[]): string => selectionKey(options['of'] ?? null, wheres, keeps, isTotal);
  const whole: Selection = { key: keyOf(options['among']), source: operand.source, of: operand.of, where: among, keeps, isTotal };
  const part: Selection = { ...whole, key: keyOf(options['among'], options['where']), where: [...among, ...(rules.where === undefined ? [] : [rules.where.rule])] };
  const named = [nameOf(operand) ?? [], rules.where?.fields ?? [], rules.among?.fields ?? []].flat();
  const fields = [...new Set(propertiesOf(operand.source, named))];
  const windowed = measureOver(take, taken, part, whole, fiscalYearStart);
  const behind = behindMeasure(part, take.options.includes('among') ? whole : part, take.shows ?? 'all', (history, range) => daysOf(take, range, history, taken, fiscalYearStart));
  return { field, part: operand.source.part, fields, window, windowed, behind, isOfPeriods: take.isOfPeriods === true, moves: take.moves?.(taken, fiscalYearStart) };
}

function readRule(name: 'where' | 'among', options: JsonObject, { source }: Operand, pointer: string, { readWhere }: EventMeasureSettings, issues: Issue[]): Where | undefined {
  const rule = options[name];
  return rule === undefined ? undefined : readWhere(rule, source, `${pointer}/${name}`, issues);
}

/** The whole periods that a trend looks at, and the one that runs. */
function periodsWindow({ per, periods }: TakeOptions, startMonth: number): Window {
  const unit = per === 'quarter' || per === 'year' ? per : 'month';
  return { kind: 'calendar', unit, startMonth: unit === 'quarter' ? startMonth : 1, back: periods, yearsBack: 0 };
}

/** The days of a take: those of its window, or for a trend everything from its first period on. */
function daysOf(take: EventTakeDefinition, range: DayRange, history: History, options: TakeOptions, startMonth: number): DayRange {
  const { day } = history.reading.asOf;
  const { per, periods } = options;
  // On the last day of a period the one that runs has ended too, and the first of them is a later one.
  return take.isOfPeriods === true ? { from: firstDayOfPeriod(lastEnded(day, per, startMonth) - periods + 1, per, per === 'quarter' ? startMonth : 1), to: day + 1 } : range;
}

function measureOver(take: EventTakeDefinition, options: TakeOptions, part: Selection, whole: Selection, startMonth: number): Windowed {
  const isShare = take.options.includes('among');
  return (history, range, fact) => {
    const days = daysOf(take, range, history, options, startMonth);
    const known = rowsOf(history, part.source, fact);
    const isKnownFrom = (from: Day | null): boolean => known !== undefined && covers(history.reading, part.source.part, known, { from, to: days.to }, fact);
    if (known === undefined || (take.since === undefined && !isKnownFrom(days.from))) return undefined;
    const rows = known.entries.filter((row) => contains(days, row.day));
    const tally = usable(history, tallyRows(history, rows, part, days), fact);
    const all = isShare && tally !== undefined ? usable(history, tallyRows(history, rows, whole, days), fact) : tally;
    if (tally === undefined || all === undefined) return undefined;
    const ofGaps = part.of === GAP;
    const figures = ofGaps ? tallyOfGaps(tally) : tally;
    const taken: Taken = { tally: figures, whole: all, day: history.reading.asOf.day, startMonth, options, field: part.of?.field };
    // What was before may not be known where nothing rests on it.
    if (take.since !== undefined && !isKnownFrom(laterOf(days.from, take.since(taken)))) return undefined;
    const value = take.value(taken);
    // Where there are events, a reader wonders why there is no gap.
    if (value === undefined && tally.n > 0 && (ofGaps || take.needsSeveral === true)) history.reading.find('data/too-few', {}, { fact });
    return value;
  };
}

function laterOf(from: Day | null, since: Day | undefined): Day | null {
  return since === undefined ? from : Math.max(from ?? since, since);
}

/** A tally that a value can be taken from; else undefined, and a finding where the filter or the size is the reason. */
function usable({ reading }: History, tally: Tally, fact: string): Tally | undefined {
  if (tally.isUndecided) return void reading.find('measure/filter-unknown', {}, { fact });
  if (tally.isUnknown) return undefined;
  return isExact(tally) ? tally : void reading.find('money/too-large', {}, { fact });
}
