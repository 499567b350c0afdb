// What names mean at a place in a rule: the document, or the element of a list.
import { exponentOf, type Field, type Schema } from './schemas.js';

export interface Name {
  readonly path: string;
  readonly field: Field;
}

/** Names by what can be done with them. */
export interface Names {
  readonly numbers: readonly Name[];
  readonly money: readonly Name[];
  readonly dates: readonly Name[];
  readonly booleans: readonly Name[];
  readonly texts: readonly Name[];
  readonly enums: readonly Name[];
  readonly lists: readonly Name[];
}

export interface Place {
  readonly names: Names;
  readonly all: readonly Name[];
  /** Digits of the money there is most of. */
  readonly exponent: number;
  /** True inside a list of texts and numbers, where `""` is the element. */
  readonly isScalar: boolean;
  /** How names of the document are written here: `^.` for each list around. */
  readonly outward: string;
}

const NUMBERS: readonly Field['type'][] = ['number', 'count', 'days', 'ratio'];

function placeOf(all: readonly Name[], isScalar: boolean, outward: string): Place {
  const of = (accept: (type: Field['type']) => boolean): readonly Name[] => all.filter(({ field }) => accept(field.type));
  const money = of((type) => type === 'money');
  const exponent = money[0] === undefined ? 2 : exponentOf(money[0].field);
  return {
    all,
    exponent,
    isScalar,
    outward,
    names: {
      numbers: of((type) => NUMBERS.includes(type)),
      money: money.filter(({ field }) => exponentOf(field) === exponent),
      dates: of((type) => type === 'date'),
      booleans: of((type) => type === 'boolean'),
      texts: of((type) => type === 'text'),
      enums: of((type) => type === 'enum'),
      lists: of((type) => type === 'list'),
    },
  };
}

export function documentPlace(schema: Schema): Place {
  return placeOf(Object.entries(schema).map(([path, field]) => ({ path, field })), false, '');
}

/** Inside a list: the fields of its elements, and what lies outside under `^.`. */
export function elementPlace(list: Field, outer: Place): Place {
  const outside = outer.all.map(({ path, field }) => ({ path: `^.${path}`, field }));
  if (list.element !== undefined) return placeOf([...Object.entries(list.element).map(([path, field]) => ({ path, field })), ...outside], false, `^.${outer.outward}`);
  const element: readonly Name[] = list.values === undefined ? [] : [{ path: '', field: { type: 'enum', values: list.values } }];
  return placeOf([...element, ...outside], list.values === undefined, `^.${outer.outward}`);
}
