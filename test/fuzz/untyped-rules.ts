// Random rules and documents without a schema: every operator of JSON Logic and ours, with operands that mostly fit, and often do not.
import type { Json } from '../../src/errors/json.js';
import { several, type Random } from './random.js';

type Rule = Json;
type Kind = 'number' | 'text' | 'boolean' | 'list' | 'rows';

const v = (path: string): Rule => ({ var: path });

/** The paths of a document, by what lies there in most documents. */
const PATHS: { readonly [kind in Kind]: readonly string[] } = {
  number: ['n', 'm', 'deep.n', 'deep.er.n', 'xs.0', 'rows.0.n', 'xs.length', 'rows.1.n'],
  text: ['s', 't', 'deep.s', 'texts.0', '地区'],
  boolean: ['yes', 'no', 'deep.yes'],
  list: ['xs', 'texts', 'empty', 'mixed', 'nested'],
  rows: ['rows', 'deep.rows'],
};
const ODD_PATHS = ['', 'gone', 'deep.gone.on', 's.length', 's.0', 'xs.map', 'deep', 'toString', 'constructor.name', '0', 'n.', '.', '^.n', 'xs.7', '__proto__.n'];
const NUMBERS = [0, 1, 2, 3, -1, 0.5, 10, 1e21, 0.1];
const TEXTS = ['a', 'b', 'ab', '5', '1.5x', 'true', '2026-01-01', ' 7 ', 'é', '0'];
/** Values that are loosely the same as others, and not the same. */
const ALIKE: readonly Json[] = [0, 1, 10, '0', '1', '10', ' 1 ', '', true, false, [], [1], ['1'], [[0]], [1, 2], '1,2'];

/** A document in which nothing is null or blank. */
export function looseDocument(random: Random): { readonly [key: string]: unknown } {
  const { chance, pick, below } = random;
  const value = (kind: Kind): Json => {
    if (chance(0.1)) return pick<Json>([pick(NUMBERS), pick(TEXTS), true, [], {}, [1, 'a']]);
    if (kind === 'number') return pick(NUMBERS);
    if (kind === 'text') return pick(TEXTS);
    return kind === 'boolean' ? chance(0.5) : several(below(4), () => (kind === 'rows' ? row() : pick(NUMBERS)));
  };
  const row = (): Json => ({ n: value('number'), s: value('text'), yes: value('boolean'), ...(chance(0.3) ? { xs: value('list') } : {}) });
  const document: { [key: string]: Json } = {
    n: value('number'), m: value('number'), s: value('text'), t: value('text'), 地区: value('text'), yes: value('boolean'), no: false,
    xs: value('list'), texts: several(below(4), () => pick(TEXTS)), empty: [], mixed: [1, 'a', true, { n: 1 }], nested: [[1], [2, 'b']], rows: value('rows'),
    deep: { n: value('number'), s: value('text'), yes: value('boolean'), er: { n: value('number') }, rows: value('rows') },
  };
  return Object.fromEntries(Object.entries(document).filter(() => !chance(0.04)));
}

/** Makes a rule. Inside a list operator names are those of the element. */
export function untypedRule(random: Random, asksAbsence: boolean): Rule {
  let fuel = 1 + random.below(random.chance(0.3) ? 12 : 5);
  const { below, chance, pick } = random;
  const isSpent = (): boolean => (fuel -= 1) < 0;
  const call = (operator: string, ...operands: readonly Rule[]): Rule => ({ [operator]: operands });
  const unary = (operator: string, operand: Rule): Rule => ({ [operator]: chance(0.5) && !Array.isArray(operand) ? operand : [operand] });

  type Inside = 'document' | 'row' | 'scalar' | 'reduce';

  const path = (kind: Kind, inside: Inside): Rule => {
    if (chance(0.04)) return v(pick(ODD_PATHS));
    if (inside === 'scalar') return v(chance(0.9) ? '' : `^.${pick(PATHS[kind])}`);
    if (inside === 'reduce') return v(pick(['current', 'accumulator', 'accumulator', 'current.n', '^.n']));
    if (inside === 'row' && chance(0.8)) return v(kind === 'number' ? 'n' : kind === 'text' ? 's' : kind === 'boolean' ? 'yes' : chance(0.6) ? 'xs' : '^.xs');
    const name = (inside === 'row' ? '^.' : '') + pick(PATHS[kind]);
    if (asksAbsence && chance(0.1)) return { var: [name, literal(kind)] };
    return chance(0.03) ? { var: call('cat', name) } : chance(0.1) ? { var: [name] } : v(name);
  };

  const literal = (kind: Kind): Rule => {
    if (kind === 'number') return pick(NUMBERS);
    if (kind === 'text') return chance(0.06) ? '' : pick(TEXTS);
    if (kind === 'list' && chance(0.02)) return ['', 'a'];
return kind === 'boolean' ? chance(0.5) : several(below(4), () => (chance(0.7) ? pick(NUMBERS) : pick(TEXTS)));
  };

  const branches = (kind: Kind, inside: Inside): Rule => {
    const pairs = several(1 + below(2), () => [any('boolean', inside), any(kind, inside)]);
    const isOpen = asksAbsence && chance(0.2);
    return { [pick(['if', 'if', isOpen ? 'if' : '?:'])]: isOpen ? pairs.flat() : [...pairs.flat(), any(kind, inside)] };
  };

  const listOf = (inside: Inside): { readonly list: Rule; readonly within: Inside } => {
    if (inside === 'document' && chance(0.4)) return { list: path('rows', inside), within: 'row' };
    return { list: any('list', inside), within: 'scalar' };
  };

  const reduced = (inside: Inside): Rule => {
    const { list } = listOf(inside);
    const body = pick<Kind>(['number', 'text', 'list', 'boolean']);
    return call('reduce', list, any(body, 'reduce'), ...(asksAbsence && chance(0.2) ? [] : [any(body, inside)]));
  };

  const number = (inside: Inside): Rule => {
    switch (below(9)) {
      case 0: return { '+': several(1 + below(3), () => any('number', inside)) };
      case 1: return call('-', ...several(1 + below(2), () => any('number', inside)));
      case 2: return { '*': several(1 + below(3), () => any('number', inside)) };
      case 3: return call('/', any('number', inside), any('number', inside));
      case 4: return call('%', any('number', inside), any('number', inside));
      case 5: return { [pick(['min', 'max'])]: several(1 + below(3), () => any('number', inside)) };
      case 6: return reduced(inside);
      case 7: return branches('number', inside);
      default: return unary('+', any('text', inside));
    }
  };

  const text = (inside: Inside): Rule => {
    switch (below(4)) {
      case 0: return { cat: several(below(4), () => any(pick<Kind>(['text', 'text', 'number', 'list']), inside)) };
      case 1: return call('substr', any('text', inside), ...several(1 + below(2), () => pick([0, 1, -1, 2, -2, '1'])));
      case 2: return reduced(inside);
      default: return branches('text', inside);
    }
  };

  const list = (inside: Inside): Rule => {
    const { list: of, within } = listOf(inside);
    switch (below(6)) {
      case 0: return call('map', of, any(pick<Kind>(['number', 'text', 'boolean']), within));
      case 1: return call('filter', of, any('boolean', within));
      case 2: return { merge: several(below(4), () => any(pick<Kind>(['list', 'list', 'number', 'text']), inside)) };
      case 3: return several(below(4), () => any(pick<Kind>(['number', 'text']), inside));
      case 4: return reduced(inside);
      default: return asksAbsence ? absentNames(inside) : branches('list', inside);
    }
  };

  const names = (): readonly Rule[] => several(below(4), () => pick(pick([...Object.values(PATHS), ODD_PATHS])));
  const absentNames = (inside: Inside): Rule => {
    if (chance(0.5)) return { missing: chance(0.5) ? names() : [names()] };
    return chance(0.5) ? call('missing_some', chance(0.8) ? below(3) : any('number', inside), chance(0.8) ? names() : any('list', inside)) : { missing: [call('merge', ...names(), any('text', inside))] };
  };

  const boolean = (inside: Inside): Rule => {
    const kind = pick<Kind>(['number', 'number', 'text', 'boolean', 'list']);
    const { list: of, within } = listOf(inside);
    switch (below(16)) {
      case 0: return call(pick(['==', '!=', '===', '!==']), chance(0.6) ? any(kind, inside) : pick(ALIKE), chance(0.4) ? any(kind, inside) : pick(ALIKE));
      case 1: case 2: case 3: return call(pick(['<', '<=', '>', '>=']), any(kind, inside), any(kind, inside));
      case 4: return call(pick(['<', '<=', 'between']), any('number', inside), any('number', inside), any('number', inside));
      case 5: return { [pick(['and', 'or'])]: several(1 + below(3), () => any(chance(0.8) ? 'boolean' : kind, inside)) };
      case 6: return unary(pick(['!', '!!']), any(chance(0.7) ? 'boolean' : kind, inside));
      case 7: case 8: return call(pick(['some', 'all', 'none']), of, any('boolean', within));
      case 9: return chance(0.5) ? call('in', any(kind, inside), any(chance(0.7) ? 'list' : 'text', inside)) : call('in', any(chance(0.8) ? 'text' : 'list', inside), any('text', inside));
      case 10: return call('contains', any(chance(0.5) ? 'list' : 'text', inside), any('text', inside));
      case 11: return call(pick(['startsWith', 'endsWith']), any('text', inside), any('text', inside));
      case 12: return chance(0.5) ? call('overlaps', any('list', inside), any('list', inside)) : call(pick(['before', 'after']), any('text', inside), pick(['2026-01-01', '2025-12-31']));
      case 13: return branches('boolean', inside);
      case 14: return unary('fuzz:odd', any('number', inside));
      default: return asksAbsence ? absence(inside) : call('<', any('number', inside), any('number', inside));
    }
  };

  const absence = (inside: Inside): Rule => {
    switch (below(5)) {
      case 0: return { '!': absentNames(inside) };
      case 1: return call(pick(['==', '!=', '===', '!==']), any('number', inside), null);
      case 2: return chance(0.5) ? { present: pick(PATHS.number) } : { present: [any('number', inside)] };
      case 3: return call('default', any('boolean', inside), chance(0.5));
      default: return call('==', null, v(pick(ODD_PATHS)));
    }
  };

  const any = (wanted: Kind, inside: Inside): Rule => {
    const kind = chance(0.06) ? pick<Kind>(['number', 'text', 'boolean', 'list']) : wanted;
    if (isSpent()) return chance(0.6) ? path(kind, inside) : literal(kind);
    switch (kind) {
      case 'number': return number(inside);
      case 'text': return text(inside);
      case 'boolean': return boolean(inside);
      default: return list(inside);
    }
  };

  return any(pick<Kind>(['boolean', 'boolean', 'number', 'text', 'list']), 'document');
}
