import { isJsonList, type Json } from '../../errors/json.js';
import { keysOf, known, ownValue } from '../document.js';
import { run, spend } from '../evaluate.js';
import type { Call, Context, Evaluate, OperatorDefinition, RuleNode, RuleValue } from '../types.js';
import { primitive } from './json-logic.js';
import { isWrittenOut } from './list.js';
import { ANY, knownValues, SOME } from './operand.js';

/** The paths that are named in plain text, in one list or as operands; undefined after a report. */
export function namedPaths(operands: readonly RuleNode[], call: Call): readonly RuleNode[] | undefined {
  const [first] = operands;
  const names = first !== undefined && operands.length === 1 && isWrittenOut(first) ? first.operands : operands;
  const paths = names.map((name) => {
    if (name.kind !== 'literal' || typeof name.value !== 'string' || name.path !== undefined)
      return void call.report('rule/computed-path', name.pointer, { operator: call.operator });
    return call.resolve(name.value, name.pointer);
  });
  const found = paths.filter((path) => path !== undefined);
  return found.length < paths.length ? undefined : found;
}

/** The names among the paths that have no value. */
export function missingAmong(paths: readonly RuleNode[], context: Context): readonly string[] {
  const missing: string[] = [];
  for (const node of paths) if ('path' in node && node.path !== undefined && run(node, context) === undefined) missing.push(node.path);
  return missing;
}

/** The names, where nothing was known of them when the rule was read. */
export function missingNames(names: readonly Json[], context: Context): readonly Json[] {
  if (!spend(context, names.length)) return [];
  return names.filter((name) => {
    const key = name === null ? '' : primitive(name, context);
    return key === undefined || known(ownValue(context.element, keysOf(String(key)))) === undefined;
  });
}

/** Without a schema names may be computed; those written out are paths that the rule names. */
export function noteNames(operands: readonly RuleNode[], call: Call): void {
  for (const operand of operands) {
    if (operand.kind !== 'literal' || operand.value === undefined) continue;
    for (const name of isJsonList(operand.value) ? operand.value : [operand.value])
      if (typeof name === 'string') call.resolve(name, operand.pointer);
  }
}

const typed: Evaluate = (operands, context) => missingAmong(operands, context);

const untyped: Evaluate = (operands, context) => {
  const values = knownValues(operands, context);
  const first: RuleValue | undefined = values?.[0];
  return values === undefined ? undefined : missingNames(first !== undefined && isJsonList(first) ? first : values, context);
};

/** The paths that have no value, as a list. Never unknown. */
export const missing: OperatorDefinition = {
  id: 'missing',
  group: 'absence',
  arity: SOME,
  untypedArity: ANY,
  typed: (call) => {
    const operands = namedPaths(call.operands, call);
    return operands === undefined ? undefined : { type: 'list', operands, evaluate: typed };
  },
  untyped: (call) => {
    noteNames(call.operands, call);
    return { type: 'list', evaluate: untyped };
  },
};
