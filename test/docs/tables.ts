// Tables of the documents that are made from the sources. A table stands below `<!-- table: NAME -->`, up to the next blank line, and
// `npm run generate` renews it. Its last columns may be written by hand: they are kept, row by row, by the first cell.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { FINDING_CODES } from '../../src/errors/finding-codes.js';
import { REASON_CODES } from '../../src/explain/reason-codes.js';
import { CATALOGUE, isCatalogueFact } from '../../src/facts/catalogue.js';
import type { FactDefinition } from '../../src/facts/fact-definition.js';
import { CUSTOMER_FIELDS } from '../../src/facts/fields.js';
import { FACT_TAKES, type FactTake } from '../../src/facts/over-facts.js';
import { SOURCES, type Source } from '../../src/facts/sources.js';
import { EVENT_TAKES, type EventTakeDefinition } from '../../src/facts/takes.js';
import { en } from '../../src/render/locales/en.js';
import type { Policy } from '../../src/policy/types.js';
import * as presets from '../../src/presets/index.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { wordsOf } from '../../src/render/text.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import type { OperatorDefinition } from '../../src/rules/types.js';
import { BUILT_IN_SCORERS } from '../../src/scorers/built-in.js';
import { SCORE_REASONS } from '../../src/scorers/reason-codes.js';
import { IMPORTS, type Imported } from '../adapters/imports.js';
import { COLUMNS } from '../adapters/kit.js';
import { COLUMNS_OF_RQB, RAQB_OUTCOMES, RQB_OUTCOMES, type Outcome } from '../adapters/outcomes.js';
import { conformanceDifferences, conformanceTable } from '../conformance/tables.js';
import { filesUnder, root } from '../project.js';
import { RFM_TABLES } from './rfm-tables.js';

export interface Table {
  /** Titles of the columns that are made. */
  readonly columns: readonly string[];
  /** Titles of the columns that are written by hand, after the others. */
  readonly byHand: readonly string[];
  /** True if a cell written by hand may be empty. */
  readonly mayBeEmpty?: true;
  /** The cells of the columns that are made; the first is different in every row. */
  readonly rows: readonly (readonly string[])[];
}

const code = (text: string): string => `\`${text}\``;

const messageFiles = filesUnder('src/errors/messages', (path) => path.endsWith('.ts'));
const messageModules = messageFiles.map(({ path }) => pathToFileURL(join(root, path)).href);
const messageTables = await Promise.all(messageModules.map(async (module) => (await import(module)) as object));

/** Every code of an issue with its message. */
export const issueMessages: ReadonlyMap<string, string> = new Map(
  messageTables.flatMap((module) => Object.values(module) as readonly { readonly [code: string]: string }[]).flatMap(Object.entries<string>),
);

function issuesOf(area: string): Table {
  const rows = [...issueMessages].filter(([id]) => id.startsWith(`${area}/`)).map(([id, message]) => [code(id), message]);
  return { columns: ['code', 'message'], byHand: ['more'], mayBeEmpty: true, rows };
}

const issueAreas = [...new Set([...issueMessages.keys()].map((id) => id.split('/')[0] ?? ''))];

/** The range in which figures are plausible, such as `0 to 10`; words where there are only so many. */
function rangeCell({ min, max, values }: FactDefinition): string {
  if (values !== undefined) return values.map(code).join(', ');
  if (min === undefined) return '';
  return max === undefined ? `from ${min}` : `${min} to ${max}`;
}

function howCell({ of }: FactDefinition): string {
  if (of === 'given') return 'given by the host';
  return typeof of === 'function' ? '' : code(JSON.stringify(of.measure));
}

function factRow(id: string, fact: FactDefinition): readonly string[] {
  const { type, takesWindow, over, nullable, parts, customer = [], description } = fact;
  const days = over ?? (takesWindow ? 'the window' : parts.includes('targets') ? 'plans' : 'whole life');
  const chinese = isCatalogueFact(id) ? wordsOf(zhCN).facts[id] : '';
  const madeOf = [...parts, ...customer.map((field) => `customer.${field}`)].map(code).join(', ');
  return [code(id), chinese, type, days, nullable ? 'yes' : 'no', rangeCell(fact), madeOf, fact.protected === true ? `${description} Protected.` : description, howCell(fact)];
}

function fieldsOf(fields: Source['fields']): string {
  return Object.entries(fields).map(([name, { field }]) => `${code(name)} (${field.type})`).join(', ');
}

const TAKEN_OF: { readonly [O in EventTakeDefinition['of']]: string } = { source: 'events', figure: 'a figure', either: 'events, or a figure', field: 'any field', word: 'a word' };
const OF_FACTS: { readonly [T in FactTake]: { readonly of: string; readonly options: string } } = {
  ratio: { of: 'two facts', options: '`of`, `to`' },
  change: { of: 'a fact over a window', options: '`of`, `back`, `as`' },
  when: { of: 'facts', options: 'the rule itself' },
  calculate: { of: 'facts', options: 'the rule itself' },
};

function takeRow(id: string, { of, options, isOfPeriods }: EventTakeDefinition): readonly string[] {
  return [code(id), TAKEN_OF[of], ['of', 'where', ...(isOfPeriods === true ? [] : ['window']), ...options].map(code).join(', ')];
}

function operandsOf({ arity: { min, max, odd } }: OperatorDefinition): string {
  if (max === Number.POSITIVE_INFINITY) return `${min} or more${odd === true ? ', odd' : ''}`;
  return min === max ? String(min) : `${min} to ${max}`;
}

function operatorTable(accept: (operator: OperatorDefinition) => boolean): Table {
  const rows = OPERATORS.filter(accept).map((operator) => [code(operator.id), operandsOf(operator)]);
  return { columns: ['operator', 'operands'], byHand: ['gives'], rows };
}

/** `how much a customer is worth` of `# \`value\`: how much a customer is worth`. */
function headingOf(scorer: string): string {
  const [page] = filesUnder('docs/scorers', (path) => path === `docs/scorers/${scorer}.md`);
  return /^# .*?: (.+)$/m.exec(page?.text ?? '')?.[1] ?? '';
}

/** `mended rule/in-text` as a cell. */
function outcomeCell(outcome: Outcome): string {
  if (outcome === 'evaluated') return 'yes';
  return outcome.replace(/^mended (.+)$/, 'mended: `$1`').replace(/^refused (.+)$/, 'no: `$1`');
}

/** What becomes of the operators of a query builder; those of its groups are for no field. */
function builderTable<C extends string>(columns: readonly C[], outcomes: { readonly [operator: string]: { readonly [K in C]: Outcome } }): Table {
  const ofFields = Object.entries(outcomes).filter(([, row]) => columns.some((column) => row[column] !== 'refused rule/wrong-arity'));
  const rows = ofFields.map(([operator, row]) => [code(operator), ...columns.map((column) => outcomeCell(row[column]))]);
  return { columns: ['operator', ...columns], byHand: [], rows };
}

/** The presets of one score: their classes from the best to the worst where they are ranked, and what they need. */
const presetsOfOneScore: Table = {
  columns: ['preset', 'says', 'classes', 'calibration'],
  byHand: ['source'],
  rows: (Object.entries(presets) as readonly (readonly [string, Policy])[])
    .filter(([name, { scores = {} }]) => !name.startsWith('rfm') && Object.keys(scores).length === 1 && Object.hasOwn(scores, 'class'))
    .map(([name, preset]) => [
      code(name), typeof preset.label === 'object' ? `${preset.label.en} · ${preset.label['zh-CN'] ?? ''}` : '', preset.segments.map(({ id }) => code(id)).slice(0, -1).join(', '),
      createClassifier(preset).needsCalibration.length > 0 ? 'yes' : 'no',
    ]),
};

const importCells: { readonly [I in Imported]: string } = {
  same: 'yes',
  lost: '**lost**',
  refused: 'no, with an error',
  changed: '**says something else**',
  spoilt: '**spoilt**',
};

const TABLES: { readonly [name: string]: Table } = {
  ...RFM_TABLES,
  ...Object.fromEntries(issueAreas.map((area) => [`issues ${area}`, issuesOf(area)])),
  findings: {
    columns: ['code'],
    byHand: ['what was noticed', 'what follows, and what to do'],
    rows: FINDING_CODES.map((id) => [code(id)]),
  },
  'score reasons': { columns: ['code'], byHand: ['why'], rows: SCORE_REASONS.map((id) => [code(id)]) },
  'reason codes': { columns: ['code', 'in words', '中文'], byHand: ['says that'], rows: REASON_CODES.map((id) => [code(id), wordsOf(en).reasons[id], wordsOf(zhCN).reasons[id]]) },
  facts: {
    columns: ['fact', '中文', 'type', 'counted over', 'may be missing', 'plausible', 'made of', 'description', 'as a measure'],
    byHand: [],
    rows: Object.entries(CATALOGUE).map(([id, fact]) => factRow(id, fact)),
  },
  'customer fields': {
    columns: ['path', 'type'],
    byHand: [],
    rows: Object.entries(CUSTOMER_FIELDS).map(([path, { type, values }]) => [code(path), values ? `${type}: ${values.map(code).join(', ')}` : type]),
  },
  takes: {
    columns: ['take', 'of', 'options'],
    byHand: ['gives'],
    rows: [...Object.entries(EVENT_TAKES).map(([id, take]) => takeRow(id, take)), ...FACT_TAKES.map((id) => [code(id), OF_FACTS[id].of, OF_FACTS[id].options])],
  },
  sources: {
    columns: ['source', 'fields'],
    byHand: [],
    rows: Object.entries(SOURCES).map(([id, { fields }]) => [code(id), fieldsOf(fields)]),
  },
  'react-querybuilder': builderTable(COLUMNS_OF_RQB, RQB_OUTCOMES),
  'react-awesome-query-builder': builderTable(COLUMNS, RAQB_OUTCOMES),
  'rules in query builders': {
    columns: ['rule', 'React Query Builder', 'React Awesome Query Builder'],
    byHand: [],
    rows: IMPORTS.map(([rule, ...imported]) => [code(JSON.stringify(rule)), ...imported.map((each) => importCells[each])]),
  },
  'policy operators': operatorTable((operator) => operator.typed !== undefined),
  'other operators': operatorTable((operator) => operator.typed === undefined),
  conformance: conformanceTable(),
  'conformance differences': conformanceDifferences(),
  'presets of one score': presetsOfOneScore,
  scorers: {
    columns: ['scorer', 'says', 'result'],
    byHand: ['needs a calibration'],
    rows: Object.entries(BUILT_IN_SCORERS).map(([id, { result }]) => [`[${code(id)}](scorers/${id}.md)`, headingOf(id), result]),
  },
};

/** A table by its name; throws for a name that there is none of. */
export function tableOf(name: string): Table {
  const table = TABLES[name];
  if (table === undefined) throw new Error(`there is no table \`${name}\`: use one of ${Object.keys(TABLES).join(', ')}`);
  return table;
}

const marked = /<!-- table: ([^\n]+?) -->\n((?:\n?\|[^\n]*)*)/g;

/** The names of the tables that a document shows, each with its rows of cells, without the two rows of the head. */
export function tablesIn(markdown: string): readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[] {
  return [...markdown.matchAll(marked)].map(([, name = '', text = '']) => ({ name, rows: rowsOf(text).slice(2) }));
}

/** The document with each marked table made anew; what is written by hand stays. */
export function withTables(markdown: string, find: (name: string) => Table = tableOf): string {
  return markdown.replace(marked, (_, name: string, text: string) => {
    const { columns, byHand, rows } = find(name);
    const kept = new Map(rowsOf(text).map((cells) => [cells[0], cells.slice(columns.length)]));
    const titles = [...columns, ...byHand];
    const head = [titles, titles.map(() => '---')].map((cells) => lineOf(cells));
    const body = rows.map((cells) => {
      const own = kept.get(escaped(cells[0] ?? '')) ?? [];
      return lineOf([...cells.map(escaped), ...byHand.map((_title, index) => own[index] ?? '')]);
    });
    return `<!-- table: ${name} -->\n${[...head, ...body].join('\n')}${text === '' ? '\n' : ''}`;
  });
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.map((line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim()));
}

function lineOf(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`;
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
