/**
 * Bridges to other libraries: the fields of an editor of rules for React Query Builder and React Awesome Query Builder.
 *
 * @module clientele/adapters
 */

export type { EditorField } from '../rules/editor-field.js';
export type { ValueType } from '../rules/types.js';
export type { AwesomeField } from './react-awesome-query-builder.js';
export type { EditorKind } from './editor-kind.js';
export type { QueryBuilderField } from './react-querybuilder.js';
export { toQueryBuilderFields, type QueryBuilder } from './to-query-builder-fields.js';
