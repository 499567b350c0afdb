import { MAX_DEPTH } from '../internal/limits.js';
import type { Phrase } from '../rules/describe.js';
import type { Block } from './outline.js';
import { listPathOf, nameAt, scopeAt, type Scope } from './rule-names.js';
import { tellValue } from './rule-values.js';
import { plugIn, TELLERS } from './tell-operators.js';
import { asCondition, type Teller } from './tell-parts.js';
import { WEIGHT, type RuleWording, type Told } from './told.js';

/** Conditions further in are told on one line: nobody reads more levels of lines. */
const DEEPEST_OUTLINE = 8;
/** No rule is read that is deeper; what is, is no rule. */
const DEEPEST = 2 * MAX_DEPTH;

/** Operators whose second operand is about the elements of the first. */
const ELEMENTWISE: readonly string[] = ['some', 'all', 'none', 'map', 'filter', 'reduce'];
/** Operators whose operands may follow line by line: all of them, or from one on. */
const OUTLINED: { readonly [operator: string]: (index: number, count: number) => boolean } = {
  and: () => true,
  or: () => true,
  '!': () => true,
  '!!': () => true,
  some: (index) => index === 1,
  all: (index) => index === 1,
  none: (index) => index === 1,
  if: (index, count) => index % 2 === 1 || index === count - 1,
  '?:': (index, count) => index % 2 === 1 || index === count - 1,
};

/** A part of a rule where it stands. */
interface Visit {
  readonly phrase: Phrase;
  readonly depth: number;
  readonly scope: Scope | undefined;
  /** How many lines of an outline lie above; undefined on one line. */
  readonly level: number | undefined;
  /** The places of its operands among the visits. */
  first: number;
  end: number;
}

function operandsOf(visit: Visit): readonly Visit[] {
  const { phrase, depth, scope, level } = visit;
  if (phrase.kind !== 'operator' || depth >= DEEPEST) return [];
  const { operator, operands } = phrase;
  const isOutlined = Object.hasOwn(OUTLINED, operator) ? OUTLINED[operator] : undefined;
  // One condition alone has no line of its own.
  const below = level === undefined || level >= DEEPEST_OUTLINE ? undefined : operands.length > 1 ? level + 1 : level;
  return operands.map((operand, index) => ({
    phrase: operand,
    depth: depth + 1,
    scope: index === 1 && ELEMENTWISE.includes(operator) ? { operator: phrase, outer: scope } : scope,
    level: isOutlined?.(index, operands.length) === true ? below : undefined,
    first: 0,
    end: 0,
  }));
}

/** A rule and all its parts, each after the one that it is a part of; without recursion, for rules are deep. */
function visitsOf(root: Visit): readonly Visit[] {
  const visits = [root];
  for (const visit of visits) {
    visit.first = visits.length;
    for (const operand of operandsOf(visit)) visits.push(operand);
    visit.end = visits.length;
  }
  return visits;
}

function tellerOf(operator: string): Teller {
  const table: { readonly [id: string]: Teller } = TELLERS;
  return (Object.hasOwn(table, operator) ? table[operator] : undefined) ?? plugIn;
}

function tellPart(wording: RuleWording, { phrase, depth, scope, level }: Visit, operands: readonly Told[]): Told {
  switch (phrase.kind) {
    case 'value':
      return tellValue(wording, phrase);
    case 'path': {
      const { type, path, element } = phrase;
      const own = element === undefined ? path : path === '' ? (listPathOf(scopeAt(scope, element)) ?? '') : '';
      const unit = element === undefined && Object.hasOwn(wording.units, path) ? wording.units[path] : undefined;
      return { phrase, text: nameAt(wording, phrase, scope), items: [], weight: WEIGHT.name, isCondition: false, subject: { type, path: own, unit } };
    }
    case 'operator': {
      if (depth < DEEPEST) return tellerOf(phrase.operator)({ wording, phrase, operands, isOutline: level !== undefined });
      return { phrase, text: wording.words.rules.names.more, items: [], weight: WEIGHT.name, isCondition: phrase.type === 'boolean', subject: { type: phrase.type, path: '', unit: undefined } };
    }
  }
}

/** A rule in words: on one line, or with its conditions line by line. */
export function tellRule(wording: RuleWording, phrase: Phrase, layout: 'list' | 'line'): Told {
  const root: Visit = { phrase, depth: 0, scope: undefined, level: layout === 'list' ? 0 : undefined, first: 0, end: 0 };
  const visits = visitsOf(root);
  const told = new Map<Visit, Told>();
  for (const visit of [...visits].reverse()) {
    const operands = visits.slice(visit.first, visit.end).flatMap((operand) => told.get(operand) ?? []);
    told.set(visit, tellPart(wording, visit, operands));
  }
  const whole = told.get(root) ?? tellPart(wording, root, []);
  return phrase.type === 'boolean' ? asCondition(wording, whole) : whole;
}

/** A rule in words as a line, with its conditions line by line below. */
export function ruleBlock(wording: RuleWording, phrase: Phrase): Block {
  const { text, items } = tellRule(wording, phrase, 'list');
  return { head: text, items };
}
