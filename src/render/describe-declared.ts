import type { PolicyPlan } from '../policy/plan.js';
import type { Declared } from '../policy/types.js';
import type { Field } from '../rules/types.js';
import { line, type Block } from './outline.js';
import { figureText, idsOf, subjectOfPath, withId } from './policy-wording.js';
import { pathName } from './rule-names.js';
import { listOf, valueText } from './rule-values.js';
import { fill } from './text.js';
import type { RuleWording } from './told.js';

/** The parameters with their values. */
export function parameterBlocks({ policy }: PolicyPlan, wording: RuleWording): readonly Block[] {
  const { words, style } = wording;
  return idsOf(policy.parameters).map((id) => {
    const value = valueText(wording, { kind: 'value', pointer: '', type: 'any', value: policy.parameters?.[id] ?? null });
    return line(fill(words, words.policies.option, { name: style.plain(id), value }));
  });
}

/** The values in an order that no database changes: those of a list as they stand, those with labels by themselves. */
export function valuesOf({ values: declared }: Declared, { values = [] }: Field): readonly string[] {
  return Array.isArray(declared) ? values : [...values].sort();
}

function rangeOf(wording: RuleWording, path: string, field: Field): readonly string[] {
  const { words } = wording;
  const { range, from, upTo } = words.policies;
  const subject = subjectOfPath(wording, path, field);
  const text = (bound: number | undefined): string => (bound === undefined ? '' : figureText(wording, bound, { ...subject, unit: undefined }));
  const bounds = { min: text(field.min), max: text(field.max) };
  if (field.min === undefined && field.max === undefined) return [];
  return [fill(words, field.max === undefined ? from : field.min === undefined ? upTo : range, bounds)];
}

/** What is declared of a fact or an attribute, on one line. */
function declaredText(wording: RuleWording, path: string, declared: Declared, field: Field): string {
  const { words, style } = wording;
  const { policies, types } = words;
  const subject = subjectOfPath(wording, path, field);
  const values = valuesOf(declared, field).map((value) => valueText(wording, { kind: 'value', pointer: '', type: 'enum', value }, subject));
  const type = field.type === 'enum' ? [] : [types[field.type]];
  return [
    ...type,
    ...(values.length === 0 ? [] : [fill(words, policies.oneOf, { list: listOf(wording, values) })]),
    ...rangeOf(wording, path, field),
    ...(declared.unit === undefined ? [] : [fill(words, policies.unit, { unit: style.plain(declared.unit) })]),
    ...(declared.protected === true ? [policies.isProtected] : []),
  ].join(words.clauseSeparator);
}

/** What the host gives: the attributes of customers, or facts. */
export function declaredBlocks({ policy, field }: PolicyPlan, wording: RuleWording, part: 'attributes' | 'facts'): readonly Block[] {
  const { words } = wording;
  return idsOf(policy[part]).flatMap((id): readonly Block[] => {
    const path = part === 'attributes' ? `customer.attributes.${id}` : id;
    const declared = policy[part]?.[id];
    const known = field(path);
    if (declared === undefined || known === undefined) return [];
    return [line(`${withId(wording, pathName(wording, path), id)}${words.colon}${declaredText(wording, path, declared, known)}`)];
  });
}
