import type { Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { isPlugIn, type Operator } from '../rules/define-operator.js';
import { safeParseRule, type CompiledRule } from '../rules/parse-rule.js';
import type { SchemaField } from '../rules/schema.js';
import type { ValueType } from '../rules/types.js';
import { testingIssue } from './testing-issue.js';

/** Values of each type that code forgets. */
const EDGES: { readonly [T in ValueType]: readonly Json[] } = {
  number: [0, -1, 0.1, 1e15],
  money: [0, -0.01, 1e9],
  ratio: [0, 1, -0.5, 12],
  count: [0, 1, 1e9],
  days: [0, 1, 36_500],
  date: ['2024-02-29', '0001-01-01', '9999-12-31'],
  boolean: [true, false],
  text: ['a', '客户', 'x'.repeat(1000)],
  enum: ['a', 'b'],
  list: [[], ['a'], [1, 'b']],
};

const fieldOf = (type: ValueType): SchemaField => (type === 'enum' ? { type, values: ['a', 'b'] } : { type });

/** One document for each edge of each operand, the others at their first; and all at their first, second, and so on. */
function documents(types: readonly ValueType[]): readonly { readonly [name: string]: Json }[] {
  const most = Math.max(1, ...types.map((type) => EDGES[type].length));
  const at = (placeOf: (operand: number) => number) => Object.fromEntries(types.map((type, operand) => [`o${String(operand)}`, EDGES[type][placeOf(operand) % EDGES[type].length] ?? null]));
  const together = Array.from({ length: most }, (_, place) => at(() => place));
  const alone = types.flatMap((type, operand) => EDGES[type].map((_, place) => at((other) => (other === operand ? place : 0))));
  return [...together, ...alone];
}

function resultIssues(rule: CompiledRule, types: readonly ValueType[]): readonly Issue[] {
  const found = new Map<string, Issue>();
  for (const document of documents(types)) {
    const operands = JSON.stringify(Object.values(document)).slice(1, -1);
    const once = rule.evaluate(document);
    if (once === undefined) found.set('none', found.get('none') ?? testingIssue('testing/no-result', '/evaluate', { operands }));
    else if (JSON.stringify(rule.evaluate(document)) !== JSON.stringify(once)) found.set('other', testingIssue('testing/not-repeatable', '/evaluate'));
  }
  return [...found.values()];
}

/**
 * Tries an operator of your own against what every operator promises, on values that code forgets: nothing, negative, very large, a leap day,
 * an empty list. No issues: it keeps its promises there.
 *
 * It is looked at whether it gives a result of its type for every value of its operands (what throws, or gives another type, is
 * unknown in a rule); whether the same operands give the same twice; and whether the words name every operand in English and Chinese. That a
 * missing operand makes it unknown is the engine's doing. An operator that has no answer for some values (a division by 0) is told of
 * them: that is fine where you mean it.
 *
 * @example
 * import { defineOperator } from 'clientele';
 * import { checkOperator } from 'clientele/testing';
 * const near = defineOperator({
 *   id: 'acme:near', version: '1', operands: ['number', 'number'], result: 'boolean',
 *   evaluate: (a, b) => Math.abs(Number(a) - Number(b)) <= 5,
 *   words: { en: '{1} is near {2}', 'zh-CN': '{1} 接近 {2}' },
 * });
 * checkOperator(near); // => []
 */
export function checkOperator(operator: Operator): readonly Issue[] {
  if (!isPlugIn(operator)) return [testingIssue('testing/not-a-plug-in', '')];
  const { id, operands: types = [], words } = operator;
  const schema = Object.fromEntries(types.map((type, index) => [`o${String(index)}`, fieldOf(type)]));
  const read = safeParseRule({ [id]: types.map((_, index) => ({ var: `o${String(index)}` })) }, { schema, operators: [operator] });
  const ofWords = (['en', 'zh-CN'] as const).flatMap((language) =>
    types.flatMap((_, index) => {
      const isNamed = words[language]?.includes(`{${String(index + 1)}}`) === true;
      return isNamed ? [] : [testingIssue('testing/words-missing', `/words/${language}`, { language, operand: index + 1 })];
    }),
  );
  return [...(read.ok ? resultIssues(read.value, types) : read.issues), ...ofWords];
}
