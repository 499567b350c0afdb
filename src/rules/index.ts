/**
 * The rule engine alone: JSON Logic read against types, three-valued on missing data.
 *
 * @module clientele/rules
 */

export { ClassifierError } from '../errors/classifier-error.js';
export type { Operator, OperatorSpec } from './define-operator.js';
export { parseRule, safeParseRule, type CompiledRule, type RuleOptions } from './parse-rule.js';
export type { RuleSchema, SchemaField } from './schema.js';
export type { OperatorPhrase, PathPhrase, Phrase, ValuePhrase } from './describe.js';
export type { Trace } from './trace.js';
export type { FactValue } from './public-value.js';
export type { NodeType, Truth, ValueType } from './types.js';
export type { Finding, Fix, Issue, Result, Severity } from '../errors/issue.js';
export type { Json } from '../errors/json.js';
export type { Limits } from '../internal/limits.js';
