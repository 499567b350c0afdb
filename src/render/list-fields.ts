import { CATALOGUE } from '../facts/catalogue.js';
import { CUSTOMER_FIELDS } from '../facts/fields.js';
import type { PolicyPlan } from '../policy/plan.js';
import { scoreOfPath } from '../policy/resolve-scores.js';
import type { Declared } from '../policy/types.js';
import type { EditorField } from '../rules/editor-field.js';
import { operatorsOfType } from '../rules/operators-of-type.js';
import type { Field } from '../rules/types.js';
import { valuesOf } from './describe-declared.js';
import type { Locale } from './locales/words.js';
import { idsOf, ownPaths, policyWording } from './policy-wording.js';
import { parameterName, pathName } from './rule-names.js';
import { fill, wordsOf } from './text.js';
import type { RuleWording } from './told.js';
import { valueName } from './wording.js';

/** What a policy declares under a path; undefined for what it does not declare itself. */
function declaredAt({ policy }: PolicyPlan, path: string): Declared | undefined {
  const attribute = /^customer\.attributes\.(.+)$/.exec(path)?.[1];
  const [part, id] = attribute === undefined ? [policy.facts, path] : [policy.attributes, attribute];
  return part !== undefined && Object.hasOwn(part, id) ? part[id] : undefined;
}

/** A score has two values, so its name alone would not tell them apart. */
function labelAt(wording: RuleWording, path: string): string {
  const { words } = wording;
  if (path.startsWith('parameters.')) return fill(words, words.rules.names.parameter, { 1: parameterName(wording, path) });
  const name = pathName(wording, path);
  if (scoreOfPath(path) === undefined) return name;
  return fill(words, path.endsWith('.band') ? words.policies.bandOf : words.policies.valueOf, { score: name });
}

function unitAt({ policy }: PolicyPlan, path: string, { type }: Field, declared: Declared | undefined): string | undefined {
  return declared?.unit ?? policy.measures?.[path]?.unit ?? (type === 'money' ? policy.currency : undefined);
}

function editorField(plan: PolicyPlan, wording: RuleWording, path: string, field: Field): EditorField {
  const declared = declaredAt(plan, path);
  const unit = unitAt(plan, path, field, declared);
  const values = declared === undefined ? (field.values ?? []) : valuesOf(declared, field);
  return {
    path,
    type: field.type,
    label: labelAt(wording, path),
    ...(unit === undefined ? {} : { unit }),
    ...(values.length === 0 ? {} : { values: values.map((value) => ({ value, label: valueName(wording, path, value) ?? wording.style.plain(value) })) }),
    operators: operatorsOfType(field.type, plan.operators),
  };
}

/** False for what can never be more than missing: the band of a score that is not cut, the value of one that has only bands. */
function canHaveValue(plan: PolicyPlan, path: string, field: Field): boolean {
  if (field.type === 'enum') return (field.values ?? []).length > 0;
  const id = scoreOfPath(path);
  return id === undefined || plan.scores.find((score) => score.id === id)?.result === 'numeric';
}

/** Every path that rules of a policy may use: what the policy declares first, then what every policy has. */
export function listFields(plan: PolicyPlan, locale: Locale | undefined): readonly EditorField[] {
  const wording = policyWording(plan, wordsOf(locale));
  const named = [...plan.used].filter((path) => path.startsWith('assessments.')).sort();
  const paths = [
    ...ownPaths(plan),
    ...named,
    ...idsOf(plan.policy.parameters).map((id) => `parameters.${id}`),
    'previous.segment',
    ...idsOf(plan.policy.scores).map((id) => `previous.scores.${id}.band`),
    ...Object.keys(CATALOGUE),
    ...Object.keys(CUSTOMER_FIELDS),
    'asOf',
  ];
  return paths.flatMap((path) => {
    const field = plan.field(path);
    return field === undefined || !canHaveValue(plan, path, field) ? [] : [editorField(plan, wording, path, field)];
  });
}
