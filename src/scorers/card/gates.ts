import { isJsonList, type Json, type JsonObject } from '../../errors/json.js';
import { compareFractions, fractionOf, type Fraction } from '../../internal/fraction.js';
import { childPointer } from '../../internal/pointer.js';
import { closestName } from '../../internal/closest.js';
import { member, readObject, readWord } from '../options.js';
import type { ReportOption, ScoreInputs } from '../scorer.js';
import { less, ZERO } from './exact.js';
import type { Line } from './lines.js';
import { needFigure, readId, readLabel, readWhen } from './read.js';
import type { Asked, Gate } from './types.js';

const EFFECTS = ['total', 'most', 'band'] as const;
const GATE_OPTIONS = ['id', 'label', 'note', 'when', ...EFFECTS, 'missing'];

function readBand(object: JsonObject, bands: readonly string[] | undefined, pointer: string, report: ReportOption): string {
  const band = member(object, 'band');
  if (typeof band === 'string' && bands?.includes(band) !== false) return band;
  const choice = bands === undefined ? 'give its name' : bands.length === 0 ? 'the score has no bands: add `cut`' : `use one of ${bands.join(', ')}`;
  report(childPointer(pointer, 'band'), `\`band\` must be a band of the score: ${choice}`, typeof band === 'string' ? closestName(band, bands ?? []) : undefined);
  return '';
}

function readEffect(object: JsonObject, bands: readonly string[] | undefined, pointer: string, report: ReportOption): Gate['effect'] {
  const [effect, ...others] = EFFECTS.filter((each) => member(object, each) !== undefined);
  if (effect === undefined || others.length > 0) {
    report(pointer, 'a gate has exactly one of `total`, `most`, `band`');
    return { total: ZERO };
  }
  if (effect === 'band') return { band: readBand(object, bands, pointer, report) };
  const figure = fractionOf(needFigure(object, effect, 'any', pointer, report));
  return effect === 'total' ? { total: figure } : { most: figure };
}

function readGate(json: Json, pointer: string, bands: readonly string[] | undefined, report: ReportOption): Gate {
  const object = readObject(json, GATE_OPTIONS, pointer, report);
  const id = readId(object, pointer, report);
  return {
    id,
    label: readLabel(object, pointer, report),
    asked: readWhen(object, id, pointer, report),
    effect: readEffect(object, bands, pointer, report),
    isIgnoredIfUnknown: readWord(object, 'missing', ['unknown', 'ignore'], 'unknown', pointer, report) === 'ignore',
  };
}

/** Reads the gates of a card; its bands are undefined where they could not be read. */
export function readGates(object: JsonObject, bands: readonly string[] | undefined, report: ReportOption): readonly Gate[] {
  const json = member(object, 'gates');
  if (json === undefined) return [];
  if (!isJsonList(json)) report('/gates', '`gates` must be a list of gates, such as [{ "id": "blocked", "when": { "var": "blocked" }, "total": 0 }]');
  return isJsonList(json) ? json.map((each, index) => readGate(each, `/gates/${String(index)}`, bands, report)) : [];
}

/** The answer to a rule: null where it is unknown. */
export function answerTo({ key }: Asked, inputs: ScoreInputs): boolean | null {
  const answer = Object.hasOwn(inputs, key) ? inputs[key] : null;
  return typeof answer === 'boolean' ? answer : null;
}

/** The last gate that sets the value, whatever came before; -1 where none does. */
export function settingGate(gates: readonly Gate[], inputs: ScoreInputs): number {
  return gates.reduce((last, { asked, effect }, index) => ('total' in effect && answerTo(asked, inputs) === true ? index : last), -1);
}

/** What a gate changes of a total; nothing where it is about the band. */
function changeOf({ effect }: Gate, total: Fraction): Fraction {
  if ('total' in effect) return less(effect.total, total);
  return 'most' in effect && compareFractions(total, effect.most) > 0 ? less(effect.most, total) : ZERO;
}

/** The line of a gate over a total; null where its rule is unknown and it matters, undefined where it has no line. */
export function gateLine(gate: Gate, total: Fraction, inputs: ScoreInputs, isSetLater: boolean): Line | null | undefined {
  const answer = answerTo(gate.asked, inputs);
  if (answer === false) return undefined;
  const points = changeOf(gate, total);
  if (answer === true) return { id: gate.id, kind: 'gate', points };
  if (gate.isIgnoredIfUnknown) return { id: gate.id, kind: 'missing', points: ZERO };
  // Whether it holds or not, the value is the same.
  return isSetLater || points.numerator === 0n ? undefined : null;
}

/** The place of a band below which gates hold it; null where an unknown gate decides. */
export function limitedClass(gates: readonly Gate[], bands: readonly string[], reached: number, inputs: ScoreInputs): number | null {
  const limits = gates.flatMap(({ effect, asked, isIgnoredIfUnknown }) => {
    if (!('band' in effect)) return [];
    const answer = answerTo(asked, inputs);
    return answer === false || (answer === null && isIgnoredIfUnknown) ? [] : [{ at: bands.indexOf(effect.band), isSure: answer === true }];
  });
  const sure = limits.filter(({ isSure }) => isSure).reduce((least, { at }) => Math.min(least, at), reached);
  return limits.some(({ at, isSure }) => !isSure && at < sure) ? null : sure;
}
