// Readers of what groups, items and gates share. What is wrong is reported, and something usable is returned.
import { isJsonList, isJsonObject, type Json, type JsonObject, type Text } from '../../errors/json.js';
import { isBlank } from '../../internal/blank.js';
import { childPointer } from '../../internal/pointer.js';
import { member } from '../options.js';
import { TOTAL, type ReportOption } from '../scorer.js';
import type { Asked } from './types.js';

const FIGURES = {
  any: { text: 'a number', accepts: () => true },
  'above 0': { text: 'a number above 0', accepts: (value: number) => value > 0 },
} as const;

/** Reads a number; undefined where it is absent or wrong. */
export function readFigure(object: JsonObject, name: string, kind: keyof typeof FIGURES, pointer: string, report: ReportOption): number | undefined {
  const value = member(object, name);
  if (value === undefined) return undefined;
  const { text, accepts } = FIGURES[kind];
  if (typeof value === 'number' && Number.isFinite(value) && accepts(value)) return value + 0;
  report(childPointer(pointer, name), `\`${name}\` must be ${text}`);
  return undefined;
}

/** Reads a number that must be there. */
export function needFigure(object: JsonObject, name: string, kind: keyof typeof FIGURES, pointer: string, report: ReportOption): number {
  if (member(object, name) === undefined) report(childPointer(pointer, name), `\`${name}\` must be ${FIGURES[kind].text}: add it`);
  return readFigure(object, name, kind, pointer, report) ?? 1;
}

/** Reads yes or no, which is no where it is absent. */
export function readFlag(object: JsonObject, name: string, pointer: string, report: ReportOption): boolean {
  const value = member(object, name);
  if (value !== undefined && typeof value !== 'boolean') report(childPointer(pointer, name), `\`${name}\` must be true or false`);
  return value === true;
}

/** Reads a list of objects; anything else is reported as not being what is expected. */
export function readList(object: JsonObject, name: string, expected: string, pointer: string, report: ReportOption): readonly Json[] {
  const json = member(object, name);
  if (isJsonList(json) && json.length > 0) return json;
  const mend = json === undefined ? ': add it' : '';
  report(childPointer(pointer, name), `\`${name}\` must be ${expected}${mend}`);
  return [];
}

/** Reads the name of a line. `total` is the name of the whole. */
export function readId(object: JsonObject, pointer: string, report: ReportOption, fallback?: string): string {
  const own = member(object, 'id');
  const id = own === undefined ? fallback : own;
  const isName = typeof id === 'string' && !isBlank(id);
  // A path that is none has been reported.
  if (!isName && (own !== undefined || fallback === undefined)) report(childPointer(pointer, 'id'), `\`id\` must be a name${id === undefined ? ': add it' : ''}`);
  else if (id === TOTAL) report(childPointer(pointer, 'id'), '`total` means the whole score: give another `id`');
  return isName ? id : '';
}

function isText(json: Json): json is string {
  return typeof json === 'string' && !isBlank(json);
}

/** Reads the label of a part; its note is for those who read the policy, and only has to be a text. */
export function readLabel(object: JsonObject, pointer: string, report: ReportOption): Text | undefined {
  const [json, note] = [member(object, 'label'), member(object, 'note')];
  if (note !== undefined && typeof note !== 'string') report(childPointer(pointer, 'note'), '`note` must be a text');
  if (json === undefined || isText(json)) return json;
  if (isJsonObject(json) && Object.keys(json).every((tag) => tag === 'en' || tag === 'zh-CN') && Object.values(json).every(isText)) {
    const { en, 'zh-CN': chinese } = json;
    if (typeof en === 'string') return typeof chinese === 'string' ? { en, 'zh-CN': chinese } : { en };
  }
  report(childPointer(pointer, 'label'), '`label` must be a text, or texts by language such as { "en": "Gold", "zh-CN": "金牌" }');
  return undefined;
}

/** Reads a rule as it is: the engine reads what is in it. */
export function readWhen(object: JsonObject, id: string, pointer: string, report: ReportOption): Asked {
  const when = member(object, 'when');
  const at = childPointer(pointer, 'when');
  if (when === undefined) report(at, '`when` must be a rule such as { ">=": [{ "var": "netSpend" }, 5000] }: add it');
  return { key: `when ${id}`, pointer: at, when: when === undefined ? false : when };
}

/** Reports names that stand for two lines: nobody could tell them apart. */
export function checkDistinct(named: readonly { readonly id: string; readonly pointer: string }[], report: ReportOption): void {
  const seen = new Set<string>();
  for (const { id, pointer } of named) {
    if (seen.has(id) && id !== '') report(pointer, `\`${id}\` is the name of another part: give each its own \`id\``);
    seen.add(id);
  }
}
