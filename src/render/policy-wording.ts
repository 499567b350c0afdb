import { labelsFor, unitOf } from '../explain/labels.js';
import { CATALOGUE } from '../facts/catalogue.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { Field } from '../rules/types.js';
import { createNumbers } from './numbers.js';
import type { LocaleWords } from './locales/words.js';
import { tellValue } from './rule-values.js';
import { shortStyle } from './style.js';
import { fill } from './text.js';
import type { RuleWording, Subject } from './told.js';

/** The ids of a part of a policy, in an order that no database changes. */
export function idsOf(part: object | undefined): readonly string[] {
  return Object.keys(part ?? {}).sort();
}

/** Everything that a policy declares, by path. */
export function ownPaths({ policy }: PolicyPlan): readonly string[] {
  return [
    ...idsOf(policy.measures),
    ...idsOf(policy.facts),
    ...idsOf(policy.scores).flatMap((id) => [`scores.${id}.band`, `scores.${id}.value`]),
    ...idsOf(policy.attributes).map((id) => `customer.attributes.${id}`),
  ];
}

/** What a policy is told with: its labels, units and currency. */
export function policyWording(plan: PolicyPlan, words: LocaleWords): RuleWording {
  const { policy } = plan;
  const own = ownPaths(plan);
  const units = [...own, ...Object.keys(CATALOGUE)].flatMap((path) => {
    const unit = unitOf(plan, path);
    return unit === undefined ? [] : [[path, unit] as const];
  });
  return {
    words,
    numbers: createNumbers(words, policy.currency),
    style: shortStyle,
    labels: labelsFor(policy, own, policy.segments.map(({ id }) => id)),
    units: Object.fromEntries(units),
    scores: [],
    showsCodes: false,
  };
}

/** What the values of a path are told in the terms of. */
export function subjectOfPath({ units }: RuleWording, path: string, field: Field | undefined): Subject {
  return { type: field?.type ?? 'any', path, unit: Object.hasOwn(units, path) ? units[path] : undefined };
}

/** A figure in the terms of a path. */
export function figureText(wording: RuleWording, value: number, subject: Subject, parameter?: string): string {
  return tellValue(wording, { kind: 'value', pointer: '', type: 'number', value, ...(parameter === undefined ? {} : { path: parameter }) }, subject).text;
}

/** A name, with the id that rules and data have for it where that is another. */
export function withId({ words, style }: RuleWording, name: string, id: string): string {
  const plain = style.plain(id);
  return name === plain ? name : fill(words, words.policies.named, { name, id: plain });
}
