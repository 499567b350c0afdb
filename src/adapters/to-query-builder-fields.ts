import { ClassifierError } from '../errors/classifier-error.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { closestName, listNames } from '../internal/closest.js';
import type { EditorField } from '../rules/editor-field.js';
import { VALUE_TYPES } from '../rules/types.js';
import { toAwesomeField, type AwesomeField } from './react-awesome-query-builder.js';
import { toQueryBuilderField, type QueryBuilderField } from './react-querybuilder.js';

/** A library of React components in which people edit rules. */
export type QueryBuilder = 'react-querybuilder' | 'react-awesome-query-builder';

const BUILDERS: readonly QueryBuilder[] = ['react-querybuilder', 'react-awesome-query-builder'];

/**
 * Lists the fields of an editor of rules as a query builder wants them.
 *
 * `fields` are those of `classifier.fields()`. Each gets the input that its type needs, its values, and those operators of the builder whose
 * JSON Logic is read as it is: what people build with them is never refused. For React Query Builder they are its `fields`, named by their
 * paths. For React Awesome Query Builder each is a member of `config.fields` with its key as `name`; dots are slashes there, because that
 * library parts keys at dots, and `fieldName` is the path that rules name.
 * Throws a ClassifierError `option/unknown-builder` for another builder, and `option/wrong-field` for what is no field.
 *
 * @example
 * import { toQueryBuilderFields } from 'clientele/adapters';
 * const fields = [{ path: 'scores.value.band', type: 'enum', label: 'Value', values: [{ value: 'high', label: 'High' }], operators: ['==', 'in'] }] as const;
 * const [field] = toQueryBuilderFields(fields, 'react-querybuilder');
 * field?.name; // => 'scores.value.band'
 * field?.operators.map(({ name }) => name); // => ['=', 'in', 'notIn']
 * const config = Object.fromEntries(toQueryBuilderFields(fields, 'react-awesome-query-builder').map(({ name, ...rest }) => [name, rest]));
 * Object.keys(config); // => ['scores/value/band']
 */
export function toQueryBuilderFields(fields: readonly EditorField[], builder: 'react-querybuilder'): QueryBuilderField[];
export function toQueryBuilderFields(fields: readonly EditorField[], builder: 'react-awesome-query-builder'): AwesomeField[];
export function toQueryBuilderFields(fields: readonly EditorField[], builder: QueryBuilder): QueryBuilderField[] | AwesomeField[];
export function toQueryBuilderFields(fields: readonly EditorField[], builder: QueryBuilder): QueryBuilderField[] | AwesomeField[] {
  const named = BUILDERS.find((each) => each === builder);
  if (named === undefined) throw unknownBuilder(builder);
  const given: unknown = fields;
  if (!Array.isArray(given)) throw wrongField('/fields');
  const read = given.map((field: unknown, index) => {
    if (!isEditorField(field)) throw wrongField(`/fields/${String(index)}`);
    return field;
  });
  return named === 'react-querybuilder' ? read.map(toQueryBuilderField) : read.map(toAwesomeField);
}

function unknownBuilder(builder: unknown): ClassifierError {
  const name = typeof builder === 'string' ? builder : typeof builder;
  const params = { builder: name, known: listNames(BUILDERS) };
  return new ClassifierError([referenceIssue('option/unknown-builder', '/builder', params, { suggestion: closestName(name, BUILDERS) })]);
}

function wrongField(pointer: string): ClassifierError {
  return new ClassifierError([referenceIssue('option/wrong-field', pointer)]);
}

function isEditorField(field: unknown): field is EditorField {
  if (typeof field !== 'object' || field === null) return false;
  const { path, label, type, values, operators }: { readonly [K in keyof EditorField]?: unknown } = field;
  const isListed = values === undefined || (Array.isArray(values) && values.every(isListedValue));
  return typeof path === 'string' && typeof label === 'string' && VALUE_TYPES.some((each) => each === type) && Array.isArray(operators) && isListed;
}

function isListedValue(listed: unknown): boolean {
  if (typeof listed !== 'object' || listed === null) return false;
  const { value, label }: { readonly value?: unknown; readonly label?: unknown } = listed;
  return typeof value === 'string' && typeof label === 'string';
}
