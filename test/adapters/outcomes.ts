// What becomes of each operator of the query builders on each type: the tests hold it against the real libraries, and the guide shows it.
import { COLUMNS, type Column } from './kit.js';

export type Outcome =
  /** Read as it is, and means what the builder says. */
  | 'evaluated'
  /** Refused with this code and a mend; mended, it means what the builder says. */
  | `mended ${string}`
  /** Refused with this code. */
  | `refused ${string}`
  /** The builder itself says that it has no JSON Logic for it. */
  | 'not exported';

export type Row<C extends string = Column> = { readonly [K in C]: Outcome };
export interface Outcomes<C extends string = Column> { readonly [operator: string]: Row<C> }

const yes = 'evaluated';
const mismatch = 'refused rule/type-mismatch';
const asText = 'mended rule/number-as-text';
const search = 'mended rule/in-text';
const presence = 'mended rule/not-boolean';

/** A row from its cells; the columns that are not given have the other outcome. */
function row(otherwise: Outcome, cells: Partial<Row> = {}): Row {
  const pairs = COLUMNS.map((column) => [column, cells[column] ?? otherwise] as const);
  return Object.fromEntries(pairs) as unknown as Row;
}

/** The same, and what becomes of numbers that are exported as text. */
function both(numberAsText: Outcome, columns: Row): Row<ColumnOfRqb> {
  return { ...columns, 'number as text': numberAsText };
}

export type ColumnOfRqb = Column | 'number as text';
export const COLUMNS_OF_RQB: readonly ColumnOfRqb[] = ['number', 'number as text', ...COLUMNS.slice(1)];

const equality = row(yes, { list: mismatch });
const ordered = row(mismatch, { number: yes, date: yes });
const searched = row(mismatch, { text: search, enum: search, list: yes });
const affix = row(mismatch, { text: yes, enum: yes });
const absence = row(yes);
const membership = row(yes, { list: 'mended rule/type-mismatch' });
const notExported = row('not exported');
const emptiness = row(presence, { boolean: yes });
const ofLists = row(mismatch, { list: yes });
const ofGroups = row('refused rule/wrong-arity');

/** React Query Builder, `formatQuery(query, 'jsonlogic')`. */
export const RQB_OUTCOMES: Outcomes<ColumnOfRqb> = {
  '=': both(asText, equality),
  '!=': both(asText, equality),
  '<': both(asText, ordered),
  '>': both(asText, ordered),
  '<=': both(asText, ordered),
  '>=': both(asText, ordered),
  contains: both(mismatch, searched),
  beginsWith: both(mismatch, affix),
  endsWith: both(mismatch, affix),
  doesNotContain: both(mismatch, searched),
  doesNotBeginWith: both(mismatch, affix),
  doesNotEndWith: both(mismatch, affix),
  null: both(yes, absence),
  notNull: both(yes, absence),
  in: both(asText, membership),
  notIn: both(asText, membership),
  between: both(asText, ordered),
  notBetween: both(asText, ordered),
};

/** Its match modes, on a list of objects. */
export const RQB_MATCH_MODES: { readonly [mode: string]: Outcome } = {
  all: yes,
  some: yes,
  none: yes,
  atLeast: 'refused rule/refused-operator',
  atMost: 'refused rule/refused-operator',
  exactly: 'refused rule/refused-operator',
};

/** React Awesome Query Builder, `jsonLogicFormat`. */
export const RAQB_OUTCOMES: Outcomes = {
  equal: equality,
  not_equal: equality,
  less: ordered,
  less_or_equal: ordered,
  greater: ordered,
  greater_or_equal: ordered,
  like: searched,
  not_like: searched,
  starts_with: notExported,
  ends_with: notExported,
  between: ordered,
  not_between: ordered,
  is_empty: emptiness,
  is_not_empty: emptiness,
  is_null: absence,
  is_not_null: absence,
  select_equals: equality,
  select_not_equals: equality,
  select_any_in: membership,
  select_not_any_in: membership,
  multiselect_contains: ofLists,
  multiselect_not_contains: ofLists,
  multiselect_equals: ofLists,
  multiselect_not_equals: ofLists,
  proximity: notExported,
  some: ofGroups,
  all: ofGroups,
  none: ofGroups,
};

/** Its operators of a group, on a list of objects. */
export const RAQB_GROUPS: { readonly [operator: string]: Outcome } = {
  some: yes,
  all: yes,
  none: yes,
  equal: 'refused rule/refused-operator',
  not_equal: 'refused rule/refused-operator',
  less: 'refused rule/refused-operator',
  less_or_equal: 'refused rule/refused-operator',
  greater: 'refused rule/refused-operator',
  greater_or_equal: 'refused rule/refused-operator',
  between: 'refused rule/refused-operator',
  not_between: 'refused rule/refused-operator',
};
