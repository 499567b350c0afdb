import type { JsonObject } from '../../errors/json.js';
import { fractionOf } from '../../internal/fraction.js';
import { childPointer } from '../../internal/pointer.js';
import { member, readWord } from '../options.js';
import type { ReportOption } from '../scorer.js';
import { conditionsOf, isCutFitted } from './card-scorer.js';
import { readGates } from './gates.js';
import { readGrades } from './grades.js';
import { checkDistinct, readFigure } from './read.js';
import { weigh, type ReadGroup } from './read-groups.js';
import type { Card, MissingItem } from './types.js';

/** Reads what is done about what is not known: no score where the policy does not say. */
export function readMissing<Word extends MissingItem>(object: JsonObject, words: readonly Word[], usual: Word, report: ReportOption): Word {
  return readWord(object, 'missing', words, usual, '', report);
}

/** The points of a card that is met in full: 100 where the policy does not say. */
export function readOutOf(object: JsonObject, report: ReportOption): number {
  return readFigure(object, 'outOf', 'above 0', '', report) ?? 100;
}

/** Reads what every card may have beside its groups, and checks the whole. */
export function readCard(object: JsonObject, groups: readonly ReadGroup[], outOf: number, report: ReportOption): Card {
  const cap = readFigure(object, 'cap', 'any', '', report);
  const floor = readFigure(object, 'floor', 'any', '', report);
  if (cap !== undefined && floor !== undefined && floor > cap) report('/floor', '`floor` must be at most `cap`');
  const { cut, bands } = readGrades(object, report);
  const isUnread = cut === undefined && member(object, 'cut') !== undefined;
  const gates = readGates(object, isUnread ? undefined : bands, report);
  const named = [
    ...groups.flatMap(({ id, pointer, items }) => [{ id, pointer }, ...items.map((each) => ({ id: each.item.id, pointer: each.pointer }))]),
    ...gates.map(({ id }, index) => ({ id, pointer: childPointer('/gates', index) })),
  ];
  checkDistinct(named, report);
  const card: Card = {
    groups: weigh(groups, outOf),
    cap: cap === undefined ? undefined : fractionOf(cap),
    floor: floor === undefined ? undefined : fractionOf(floor),
    gates,
    cut,
    bands,
  };
  if (isCutFitted(card) && conditionsOf(card).length > 0) {
    report('/cut', 'rules are not asked of a population: use a `fixed` cut here, or cut the value in a score of its own, of `scores.<id>.value`');
  }
  return card;
}
