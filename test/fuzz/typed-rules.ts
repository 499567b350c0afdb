// Random rules of a policy: every one is well typed against its schema.
import type { Json } from '../../src/errors/json.js';
import { documentPlace, elementPlace, type Name, type Place } from './places.js';
import { several, type Random } from './random.js';
import { amountOf, DAYS, numberValue, TEXTS, type Schema } from './schemas.js';

/** Values that are fixed when a rule is read. */
export const PARAMETERS: { readonly [path: string]: number | string | boolean } = {
  'parameters.least': 3,
  'parameters.share': 0.5,
  'parameters.tier': 'gold',
  'parameters.isOpen': true,
};

type Rule = Json;
type Part = (place: Place) => Rule;

const v = (path: string): Rule => ({ var: path });

/** Makes a rule. With `asksAbsence` it may use the words that ask about absence. */
export function typedRule(random: Random, schema: Schema, asksAbsence: boolean): Rule {
  let fuel = 1 + random.below(random.chance(0.3) ? 14 : 5);
  const { below, chance, pick } = random;
  const call = (operator: string, ...operands: readonly Rule[]): Rule => ({ [operator]: operands });
  const pathOf = ({ path }: Name): Rule => (chance(0.1) ? { var: [path] } : v(path));
  const isSpent = (): boolean => (fuel -= 1) < 0;

  const parameter = (place: Place, ...names: readonly string[]): Rule => v(`${place.outward}parameters.${pick(names)}`);
  const numberLiteral: Part = (place) => (chance(0.04) ? parameter(place, 'least', 'share') : numberValue(random));
  const moneyLiteral = (place: Place): Rule => amountOf(random) / 10 ** place.exponent;
  const dayLiteral = (): Rule => pick(DAYS) + (chance(0.1) ? 'T00:00:00Z' : '');
  const textLiteral = (): Rule => (chance(0.03) ? '' : pick(TEXTS));

  const branches = (place: Place, value: () => Rule): Rule => {
    const pairs = several(1 + below(2), () => [condition(place), value()]);
    return { if: [...pairs.flat(), value()] };
  };

  const number = (place: Place): Rule => {
    const { numbers, money } = place.names;
    const leaf = (): Rule => (numbers.length > 0 && chance(0.75) ? pathOf(pick(numbers)) : numberLiteral(place));
    if (isSpent()) return leaf();
    switch (below(14)) {
      case 0: return { '+': several(1 + below(3), () => number(place)) };
      case 1: return call('-', number(place), number(place));
      case 2: return chance(0.3) ? call('-', number(place)) : call('*', number(place), number(place));
      case 3: return call('/', number(place), chance(0.6) ? pick([2, 4, -1, 0.1, 0]) : number(place));
      case 4: return call('%', number(place), chance(0.7) ? pick([2, 3, 0]) : number(place));
      case 5: return { [pick(['min', 'max'])]: several(1 + below(3), () => number(place)) };
      case 6: return branches(place, () => number(place));
      case 7: return money.length > 0 ? call('/', amount(place), amount(place)) : leaf();
      case 8: return asksAbsence && numbers.length > 0 ? withDefault(pathOf(pick(numbers)), numberLiteral(place)) : leaf();
      default: return leaf();
    }
  };

  const withDefault = (path: Rule, otherwise: Rule): Rule => {
    const name = (path as { readonly var: Json }).var;
    return chance(0.4) && typeof name === 'string' ? { var: [name, otherwise] } : call('default', path, otherwise);
  };

  /** Money of the place's currency; never a bare literal, which would be a number. */
  const amount = (place: Place): Rule => {
    const leaf = (): Rule => pathOf(pick(place.names.money));
    if (isSpent()) return leaf();
    switch (below(12)) {
      case 0: return { '+': several(1 + below(3), () => amount(place)) };
      case 1: return call('-', amount(place), amount(place));
      case 2: return chance(0.3) ? call('-', amount(place)) : call('*', amount(place), pick([2, 0.5, 0.1, 1.1, 1 / 3, 1e-7, -1]));
      case 3: return call('*', number(place), amount(place), ...(chance(0.2) ? [number(place)] : []));
      case 4: return call('/', amount(place), chance(0.6) ? pick([2, 3, 8, 0.3, 0, 1e15]) : number(place));
      case 5: return { [pick(['min', 'max'])]: [amount(place), ...several(below(3), () => amountOrLiteral(place))] };
      case 6: return { if: [condition(place), amount(place), amountOrLiteral(place)] };
      case 7: return asksAbsence ? withDefault(leaf(), moneyLiteral(place)) : leaf();
      default: return leaf();
    }
  };
  const amountOrLiteral = (place: Place): Rule => (chance(0.5) ? moneyLiteral(place) : amount(place));

  const date = (place: Place): Rule => {
    const leaf = pathOf(pick(place.names.dates));
    if (chance(0.85) || isSpent()) return leaf;
    return asksAbsence && chance(0.5) ? withDefault(leaf, dayLiteral()) : call('if', condition(place), leaf, dayLiteral());
  };
  const dateOrLiteral = (place: Place): Rule => (chance(0.6) ? dayLiteral() : date(place));

  const text = (place: Place): Rule => {
    const leaf = pathOf(pick(place.names.texts));
    if (chance(0.85) || isSpent()) return leaf;
    return asksAbsence && chance(0.5) ? withDefault(leaf, textLiteral()) : branches(place, () => (chance(0.5) ? leaf : textLiteral()));
  };
  const textOrLiteral = (place: Place): Rule => (chance(0.6) ? textLiteral() : text(place));

  const compared = (first: Rule, second: Rule, third: () => Rule): Rule => {
    switch (below(6)) {
      case 0: return call(pick(['<', '<=']), first, second, third());
      case 1: return call('between', first, second, third());
      case 2: return call(pick(['==', '!=', '===', '!==']), first, second);
      default: return chance(0.8) ? call(pick(['<', '<=', '>', '>=']), first, second) : call(pick(['<', '<=', '>', '>=', '==']), second, first);
    }
  };

  const enumCondition = (place: Place): Rule => {
    const name = pick(place.names.enums);
    const value = (): Rule => (name.field.values?.includes('gold') === true && chance(0.05) ? parameter(place, 'tier') : pick(name.field.values ?? []));
    switch (below(4)) {
      case 0: return call('in', pathOf(name), several(below(3), value));
      case 1: return call(pick(['startsWith', 'endsWith', 'contains']), pathOf(name), pick(['g', 'a', '1']));
      default: return call(pick(['==', '!=', '===', '!==']), pathOf(name), value());
    }
  };

  const textCondition = (place: Place): Rule => {
    switch (below(3)) {
      case 0: return call('in', text(place), several(below(4), () => textOrLiteral(place)));
      case 1: return call(pick(['startsWith', 'endsWith', 'contains']), text(place), textOrLiteral(place));
      default: return call(pick(['==', '!=', '===', '!==']), text(place), textOrLiteral(place));
    }
  };

  const scalarLiteral = (): Rule => (chance(0.5) ? numberValue(random) : textLiteral());

  /** A condition on the element of a list of texts and numbers. */
  const scalarCondition: Part = (place) => {
    const element = v('');
    switch (below(5)) {
      case 0: return call('in', element, several(below(4), scalarLiteral));
      case 1: return call(pick(['startsWith', 'endsWith', '==', '!==']), element, textLiteral());
      default: return compared(element, number(place), () => number(place));
    }
  };

  const listCondition: Part = (place) => {
    const name = pick(place.names.lists);
    const { field } = name;
    if (field.element !== undefined || chance(0.5) || isSpent()) return quantified(pathOf(name), elementPlace(field, place));
    const value = (): Rule => (field.values === undefined ? scalarLiteral() : pick(field.values));
    /** What may be an element of the list: of a declared one nothing but its values and texts. */
    const wanted = (): Rule => {
      const { dates, texts, enums } = place.names;
      const kind = below(5);
      if (kind === 0 && texts.length > 0) return text(place);
      if (kind === 1 && enums.length > 0) return pathOf(pick(enums));
      if (field.values !== undefined || kind === 2) return value();
      return kind === 3 && dates.length > 0 ? date(place) : number(place);
    };
    switch (below(4)) {
      case 0: return call('in', value(), pathOf(name));
      case 1: return call('contains', pathOf(name), wanted());
      case 2: return chance(0.5) ? call('overlaps', pathOf(name), several(below(4), value)) : call('overlaps', several(below(4), value), pathOf(name));
      default: return call('in', wanted(), pathOf(name));
    }
  };

  const quantified = (list: Rule, inner: Place): Rule => call(pick(['some', 'all', 'none']), list, condition(inner));

  /** A list written in the rule: nothing is known of its elements but that they are texts or numbers. */
  const writtenList: Part = (place) => {
    const { dates, texts, enums } = place.names;
    const list = several(below(4), () => {
      const kind = below(8);
      if (kind === 0 && dates.length > 0) return date(place);
      if (kind === 1 && texts.length > 0) return text(place);
      if (kind === 2 && enums.length > 0) return pathOf(pick(enums));
      return kind === 3 ? number(place) : kind === 4 && place.isScalar ? v('') : scalarLiteral();
    });
    return quantified(list, elementPlace({ type: 'list' }, place));
  };

  const absence: Part = (place) => {
    const name = (): string => pick(place.all).path;
    switch (below(6)) {
      case 0: return { '!': { missing: chance(0.3) ? name() : several(1 + below(3), name) } };
      case 1: return { '!': [{ missing_some: [below(4), several(1 + below(3), name)] }] };
      case 2: return call('default', condition(place), chance(0.5));
      case 3: return call(pick(['==', '!=', '===', '!==']), ...(chance(0.7) ? [v(name()), null] : [null, v(name())]));
      case 4: return { present: chance(0.5) ? name() : v(name()) };
      default: return { present: [chance(0.5) ? condition(place) : number(place)] };
    }
  };

  const connective: Part = (place) => {
    switch (below(8)) {
      case 0: return { '!': chance(0.5) ? condition(place) : [condition(place)] };
      case 1: return call('!!', condition(place));
      case 2: return branches(place, () => condition(place));
      default: return { [pick(['and', 'or'])]: several(1 + below(4), () => condition(place)) };
    }
  };

  const booleanLeaf: Part = (place) => {
    const { booleans } = place.names;
    if (booleans.length === 0) return compared(number(place), numberLiteral(place), () => numberLiteral(place));
    const path = pathOf(pick(booleans));
    return chance(0.5) ? path : call(pick(['==', '!=', '===', '!==']), path, chance(0.2) ? parameter(place, 'isOpen') : chance(0.5));
  };

  const basic: Part = (place) => {
    const { money, dates, texts, enums, lists } = place.names;
    if (place.isScalar && chance(0.6)) return scalarCondition(place);
    switch (below(10)) {
      case 0: case 1: if (money.length > 0) return compared(amount(place), amountOrLiteral(place), () => amountOrLiteral(place)); break;
      case 2: if (money.length > 0) return call('in', amount(place), several(below(4), () => amountOrLiteral(place))); break;
      case 3: if (dates.length > 0) return chance(0.5) ? call(pick(['before', 'after']), date(place), dateOrLiteral(place)) : compared(date(place), dateOrLiteral(place), () => dateOrLiteral(place)); break;
      case 4: if (texts.length > 0) return textCondition(place); break;
      case 5: if (enums.length > 0) return enumCondition(place); break;
      case 6: case 7: if (lists.length > 0) return listCondition(place); break;
      case 8: return chance(0.3) ? writtenList(place) : chance(0.5) ? call('in', number(place), several(below(4), () => number(place))) : booleanLeaf(place);
      default: break;
    }
    if (chance(0.03)) return call('fuzz:odd', number(place));
    return chance(0.7) ? compared(number(place), number(place), () => number(place)) : booleanLeaf(place);
  };

  const condition: Part = (place) => {
    if (isSpent()) return chance(0.03) ? chance(0.5) : booleanLeaf(place);
    if (asksAbsence && chance(0.25)) return absence(place);
    return chance(0.4) ? connective(place) : basic(place);
  };

  const place = documentPlace(schema);
  const { money, dates, texts } = place.names;
  switch (chance(0.85) ? -1 : below(7)) {
    case 0: return number(place);
    case 1: return money.length > 0 ? amount(place) : number(place);
    case 2: return dates.length > 0 ? date(place) : number(place);
    case 3: return texts.length > 0 ? text(place) : number(place);
    case 4: return place.names.lists.length > 0 ? pathOf(pick(place.names.lists)) : number(place);
    case 5: return asksAbsence ? { missing: several(1 + below(3), () => pick(place.all).path) } : number(place);
    case 6: return several(below(4), () => (money.length > 0 && chance(0.5) ? amount(place) : number(place)));
    default: return condition(place);
  }
}
