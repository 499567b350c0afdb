import type { Axis } from './axis.js';
import { asksForAll, createMeanings, told, withMeaning, type Told } from './meaning.js';
import { notationOf } from './notation.js';
import { overlay } from './spans.js';
import type { CallNode, Report, RuleNode } from './types.js';
import { chosen, combined, isNone, ofLiteral, opposite, spared, type Meaning, type Values } from './values.js';

type Connective = 'and' | 'or';

/** What a condition says: of one path, a yes or no that is written out, or nothing that can be told. */
type Said = Told | boolean | undefined;

/** One of the conditions that must all hold, or of which one must. */
interface Part {
  readonly node: RuleNode;
  readonly pointer: string;
  readonly negated: boolean;
  readonly said: Said;
}

/** A part, and the values that it leaves: together parts must leave one. */
interface Leaving {
  readonly part: Part;
  readonly leaves: Values;
}

/** More conditions than these are not named in one message. */
const MOST_NAMED = 5;
/** Conditions made of conditions beyond these places are not looked into as a whole: their parts were. */
const MOST_PLACES = 1_000;

const isConnective = (id: string): id is Connective => id === 'and' || id === 'or';
const dual = (connective: Connective): Connective => (connective === 'and' ? 'or' : 'and');
/** True for `!` of a condition; of `missing` it asks about a list. */
const isNegation = ({ operator, operands }: CallNode): boolean => operator.id === '!' && operands[0]?.type === 'boolean';

/**
 * Warns of conditions on one path of which no value can meet all (`rule/contradiction`), and of those of which every known value meets
 * one (`rule/always-holds`). What depends on a parameter is as wrong with today's value as what is written out.
 */
export function contradictions(tree: RuleNode, report: Report): void {
  const meanings = createMeanings();

  const tell = (connective: Connective, { path }: Axis, last: Part, others: readonly Part[]): void => {
    const code = connective === 'and' ? 'rule/contradiction' : 'rule/always-holds';
    const named = others.slice(0, MOST_NAMED).map((part) => ({ pointer: part.pointer, condition: textOf(part) }));
    const texts = [`\`${textOf(last)}\``, ...named.map(({ pointer, condition }) => `\`${condition}\` (${pointer})`), ...(named.length < others.length ? ['…'] : [])];
    const params = { path: path === '' ? '""' : path, condition: textOf(last), others: named, conditions: texts.join(` ${connective} `) };
    report(code, last.pointer, params, { severity: 'warning' });
  };

  /** A single condition that no value meets, or every known one. */
  const checkAlone = (node: CallNode, said: Told): void => {
    const meaning = meanings.isSuspect(node) ? said.meaning() : undefined;
    if (meaning === undefined) return;
    if (isNone(meaning.holds)) tell('and', said.axis, partOf(node, node.pointer, false, said), []);
    else if (isNone(spared(meaning))) tell('or', said.axis, partOf(node, node.pointer, false, said), []);
  };

  const checkTogether = (connective: Connective, parts: readonly Part[]): void => {
    const byAxis = new Map<Axis, Part[]>();
    for (const part of parts) {
      if (typeof part.said !== 'object') continue;
      const same = byAxis.get(part.said.axis);
      if (same === undefined) byAxis.set(part.said.axis, [part]);
      else same.push(part);
    }
    for (const [axis, same] of byAxis) {
      if (same.length < 2) continue;
      const [last, ...others] = connective === 'and' ? conflicting(same, (meaning) => meaning.holds) : covering(same);
      if (last !== undefined) tell(connective, axis, last, others.reverse());
    }
  };

  /** Adds the parts of nested connectives of the same kind, and of the other kind under `!`, to one list. */
  const addParts = (node: RuleNode, connective: Connective, negated: boolean, parts: Part[]): void => {
    if (node.kind === 'call') {
      const { operator, operands } = node;
      const isFlat = operator.id === '!!' || operator.id === (negated ? dual(connective) : connective);
      if (isFlat || isNegation(node)) {
        for (const operand of operands) addParts(operand, connective, isFlat ? negated : !negated, parts);
        return;
      }
      const needed = negated === (connective === 'or') ? asksForAll(node) : [];
      for (const path of needed) parts.push(partOf(node, path.pointer, negated, meanings.presenceOf(path)));
      if (needed.length > 0) return;
    }
    parts.push(partOf(node, node.pointer, negated, visit(node)));
  };

  const visitConnective = (node: CallNode, connective: Connective): Said => {
    const parts: Part[] = [];
    for (const operand of node.operands) addParts(operand, connective, false, parts);
    checkTogether(connective, parts);
    return together(parts.map(({ said }) => said), (all, each) => combined(connective, all, each));
  };

  /** What a node says, after everything inside it was checked. */
  const visit = (node: RuleNode): Said => {
    if (node.kind === 'literal') return typeof node.value === 'boolean' ? node.value : undefined;
    if (node.kind !== 'call') return meanings.of(node);
    const { operator, operands } = node;
    if (isConnective(operator.id)) return visitConnective(node, operator.id);
    const each = operands.map(visit);
    if (isNegation(node)) return not(each[0]);
    if (operator.id === '!!') return each[0];
    if (operator.id === 'if' && node.type === 'boolean') return branches(each);
    const said = meanings.of(node);
    if (said !== undefined) checkAlone(node, said);
    return said;
  };

  visit(tree);
}

function not(said: Said): Said {
  if (typeof said === 'object') return told(said.axis, () => withMeaning(said, opposite));
  return said === undefined ? undefined : !said;
}

function partOf(node: RuleNode, pointer: string, negated: boolean, said: Said): Part {
  return { node, pointer, negated, said: negated ? not(said) : said };
}

function textOf({ node, negated }: Part): string {
  const text = notationOf(node);
  return negated ? `!(${text})` : text;
}

/** What follows from conditions that are all about one path, or written out; undefined if there are other paths. */
function together(parts: readonly Said[], make: (all: Meaning['all'], each: readonly Meaning[]) => Meaning | undefined): Said {
  const first = parts.find((part) => typeof part === 'object');
  if (first === undefined || parts.some((part) => part === undefined || (typeof part === 'object' && part.axis !== first.axis))) return undefined;
  const { axis } = first;
  return told(axis, () => {
    const each: Meaning[] = [];
    let places = 0;
    for (const part of parts) {
      const meaning = typeof part === 'boolean' ? ofLiteral(axis.all, part) : part?.meaning();
      places += meaning === undefined ? Infinity : meaning.holds.known.length + meaning.fails.known.length;
      if (meaning === undefined || places > MOST_PLACES) return undefined;
      each.push(meaning);
    }
    return make(axis.all, each);
  });
}

/** Condition, value, condition, value, …, value otherwise. */
function branches(each: readonly Said[]): Said {
  let rest = each.at(-1);
  for (let index = each.length - 3; index >= 0; index -= 2) {
    rest = together([each[index], each[index + 1], rest], (all, [asked, yes, no]) =>
      asked === undefined || yes === undefined || no === undefined ? undefined : chosen(all, asked, yes, no),
    );
  }
  return rest;
}

/** Parts of which every known value meets one, or every value, known or not. */
function covering(parts: readonly Part[]): readonly Part[] {
  const ofKnown = conflicting(parts, spared);
  return ofKnown.length > 0 ? ofKnown : conflicting(parts, (meaning) => ({ ...spared(meaning), missing: !meaning.holds.missing }));
}

/** Parts that together leave no value, the last one first, each of them needed; none if a value is left. */
function conflicting(given: readonly Part[], leavesOf: (meaning: Meaning) => Values): readonly Part[] {
  const parts = given.flatMap((part): readonly Leaving[] => {
    const meaning = typeof part.said === 'object' ? part.said.meaning() : undefined;
    const leaves = meaning === undefined ? undefined : leavesOf(meaning);
    // What leaves nothing by itself was told already, or is no mistake: every known value is present.
    return leaves === undefined || isNone(leaves) ? [] : [{ part, leaves }];
  });
  const haveCommon = overlay(parts.map(({ leaves }) => leaves.known));
  const needed = new Set<number>();
  /** Whether the first parts, so many, leave nothing beside those that are needed. */
  const isEmpty = (first: number): boolean => {
    const isAmong = (index: number): boolean => index < first || needed.has(index);
    return !haveCommon(isAmong, first + needed.size) && !parts.every(({ leaves }, index) => leaves.missing || !isAmong(index));
  };
  let enough = parts.length;
  if (enough < 2 || !isEmpty(enough)) return [];
  do {
    // The fewest of the first parts that are enough: the last of them is needed, and the search goes on before it.
    let short = 0;
    while (enough - short > 1) {
      const middle = (enough + short) >> 1;
      if (isEmpty(middle)) enough = middle;
      else short = middle;
    }
    enough -= 1;
    needed.add(enough);
  } while (enough > 0 && needed.size <= MOST_NAMED + 1 && !isEmpty(0));
  return [...needed].flatMap((index) => parts[index]?.part ?? []);
}
