import { isJsonObject, type Json, type JsonObject, type Text } from '../../errors/json.js';
import { fractionOf, times, type Fraction } from '../../internal/fraction.js';
import { childPointer } from '../../internal/pointer.js';
import { member, readObject, readPath, readWhole, readWord } from '../options.js';
import type { ReportOption } from '../scorer.js';
import { over, sumOf } from './exact.js';
import type { MarkBy } from './marks.js';
import { needFigure, readFigure, readId, readLabel, readList, readWhen } from './read.js';
import { readMarking } from './read-marks.js';
import type { CardItem, ConditionItem, CountedItem, Group, MarkedItem, MissingItem } from './types.js';

type Kind = CardItem['kind'];

/** What the items of a card may be, and what they are like where they do not say. */
export interface ItemRules {
  readonly kinds: readonly Kind[];
  readonly missing: MissingItem;
  readonly marks?: MarkBy;
}

/** An item whose points are not known before the weights of all are. */
export interface Weighed {
  readonly item: CardItem;
  readonly weight: number;
  readonly pointer: string;
}

/** A group as it was read; `weight` is undefined where nothing in it weighs. */
export interface ReadGroup {
  readonly id: string;
  readonly label: Text | undefined;
  readonly weight: number | undefined;
  readonly cap: number | undefined;
  readonly items: readonly Weighed[];
  readonly pointer: string;
}

const DESCRIBED = ['id', 'label', 'note'] as const;
const OPTIONS: { readonly [K in Kind]: readonly string[] } = {
  marked: [...DESCRIBED, 'of', 'weight', 'marks', 'better', 'missing'],
  counted: [...DESCRIBED, 'of', 'each', 'times', 'undecayed', 'missing'],
  condition: [...DESCRIBED, 'when', 'points', 'missing'],
};
const GROUP_OPTIONS = [...DESCRIBED, 'weight', 'cap', 'items'];
const ITEMS = 'a list of items, such as [{ "of": "netSpend", "weight": 20, "marks": "best" }]';
const GROUPS = 'a list of groups with items, such as [{ "id": "visits", "items": [{ "of": "interactions", "each": 2 }] }]';

function kindOf(object: JsonObject, kinds: readonly Kind[]): Kind {
  const named = member(object, 'when') !== undefined ? 'condition' : member(object, 'each') !== undefined ? 'counted' : 'marked';
  return kinds.includes(named) ? named : (kinds[0] ?? named);
}

function readMissing<Word extends MissingItem>(object: JsonObject, words: readonly Word[], usual: Word, pointer: string, report: ReportOption): Word {
  return readWord(object, 'missing', words, usual, pointer, report);
}

const ALL_MISSING = ['unknown', 'penalise', 'redistribute'] as const;

function readMarked(object: JsonObject, pointer: string, rules: ItemRules, report: ReportOption): MarkedItem {
  const input = readPath(object, 'of', pointer, report);
  return {
    kind: 'marked',
    id: readId(object, pointer, report, input),
    label: readLabel(object, pointer, report),
    missing: readMissing(object, ALL_MISSING, rules.missing, pointer, report),
    input,
    marking: readMarking(object, pointer, report, rules.marks),
    most: fractionOf(0),
  };
}

function readCounted(object: JsonObject, pointer: string, { missing: usual }: ItemRules, report: ReportOption): CountedItem {
  const input = readPath(object, 'of', pointer, report);
  const each = needFigure(object, 'each', 'any', pointer, report);
  const most = member(object, 'times') === undefined ? undefined : readWhole(object, 'times', 'times', pointer, report);
  const missing = readMissing(object, ['unknown', 'penalise'], usual === 'unknown' ? 'unknown' : 'penalise', pointer, report);
  if (missing === 'penalise' && each < 0 && most === undefined) {
    report(childPointer(pointer, 'times'), 'nobody knows how many points to take off for a missing count: add `times`, or let `missing` be `unknown`');
  }
  return {
    kind: 'counted',
    id: readId(object, pointer, report, input),
    label: readLabel(object, pointer, report),
    missing,
    input,
    each: fractionOf(each),
    times: most,
    undecayed: member(object, 'undecayed') === undefined ? undefined : readPath(object, 'undecayed', pointer, report),
  };
}

function readCondition(object: JsonObject, pointer: string, { missing }: ItemRules, report: ReportOption): ConditionItem {
  const id = readId(object, pointer, report);
  return {
    kind: 'condition',
    id,
    label: readLabel(object, pointer, report),
    missing: readMissing(object, ALL_MISSING, missing, pointer, report),
    asked: readWhen(object, id, pointer, report),
    points: fractionOf(needFigure(object, 'points', 'any', pointer, report)),
  };
}

function readItem(json: Json, pointer: string, rules: ItemRules, report: ReportOption): readonly Weighed[] {
  const kind = kindOf(isJsonObject(json) ? json : {}, rules.kinds);
  const object = readObject(json, OPTIONS[kind], pointer, report);
  if (!isJsonObject(json)) return [];
  if (kind === 'condition') return [{ item: readCondition(object, pointer, rules, report), weight: 0, pointer }];
  if (kind === 'counted') return [{ item: readCounted(object, pointer, rules, report), weight: 0, pointer }];
  return [{ item: readMarked(object, pointer, rules, report), weight: needFigure(object, 'weight', 'above 0', pointer, report), pointer }];
}

/** Reads a list of items. */
export function readItems(owner: JsonObject, name: string, at: string, rules: ItemRules, report: ReportOption): readonly Weighed[] {
  const pointer = childPointer(at, name);
  return readList(owner, name, ITEMS, at, report).flatMap((json, index) => readItem(json, childPointer(pointer, index), rules, report));
}

function readGroup(json: Json, pointer: string, rules: ItemRules, report: ReportOption): ReadGroup {
  const object = readObject(json, GROUP_OPTIONS, pointer, report);
  const isGroup = isJsonObject(json);
  const items = isGroup ? readItems(object, 'items', pointer, rules, report) : [];
  const isWeighed = items.some(({ item }) => item.kind === 'marked');
  const hasWeight = member(object, 'weight') !== undefined;
  if (hasWeight && items.length > 0 && !isWeighed) report(childPointer(pointer, 'weight'), 'no item of the group has marks, so that nothing weighs: remove `weight`');
  return {
    id: isGroup ? readId(object, pointer, report) : '',
    label: readLabel(object, pointer, report),
    weight: isWeighed ? needFigure(object, 'weight', 'above 0', pointer, report) : undefined,
    cap: readFigure(object, 'cap', 'any', pointer, report),
    items,
    pointer,
  };
}

/** Reads the groups of a card. */
export function readGroups(object: JsonObject, rules: ItemRules, report: ReportOption): readonly ReadGroup[] {
  return readList(object, 'groups', GROUPS, '', report).map((json, index) => readGroup(json, `/groups/${String(index)}`, rules, report));
}

function weighedItem({ item, weight }: Weighed, points: Fraction, weights: Fraction): CardItem {
  return item.kind === 'marked' ? { ...item, most: over(times(points, fractionOf(weight)), weights) } : item;
}

/** Groups with the points of their items for 100 marks: the weight of the item among those of its group, of the weight of the group among all. */
export function weigh(groups: readonly ReadGroup[], outOf: number): readonly Group[] {
  const all = sumOf(groups.map(({ weight = 0 }) => fractionOf(weight)));
  return groups.map(({ id, label, weight, cap, items }) => {
    const weights = sumOf(items.map((each) => fractionOf(each.weight)));
    const points = weight === undefined ? fractionOf(0) : over(times(fractionOf(outOf), fractionOf(weight)), all);
    return { id, label, cap: cap === undefined ? undefined : fractionOf(cap), items: items.map((each) => weighedItem(each, points, weights)) };
  });
}
