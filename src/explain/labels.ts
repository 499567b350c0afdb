import type { Text } from '../errors/json.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { ScoreSpec } from '../policy/score-spec.js';
import type { Policy } from '../policy/types.js';
import { labelledClasses } from '../scorers/taxonomy.js';

/** Whatever a policy declares under a name, as far as words are concerned. */
interface Described {
  readonly label?: Text;
  readonly unit?: string;
  readonly values?: { readonly [value: string]: Text } | readonly string[];
  readonly bandLabels?: { readonly [band: string]: Text };
}

/** A score with what its bands are called: by itself, and else by the tree that they are classes of. */
function describedScore(spec: ScoreSpec | undefined): Described | undefined {
  if (spec?.scorer !== 'category' || spec.taxonomy === undefined) return spec;
  const ofTree = labelledClasses(spec.taxonomy, '').map(({ id, label }) => [id, label] as const);
  return { ...spec, bandLabels: { ...Object.fromEntries(ofTree), ...spec.bandLabels } };
}

function described(policy: Policy, path: string): Described | undefined {
  const attribute = /^customer\.attributes\.(.+)$/.exec(path)?.[1];
  const score = /^scores\.([^.]+)/.exec(path)?.[1];
  const own = <One>(table: { readonly [id: string]: One | undefined } | undefined, id: string): One | undefined =>
    table !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;
  if (attribute !== undefined) return own(policy.attributes, attribute);
  if (score !== undefined) return describedScore(own(policy.scores, score));
  return own(policy.measures, path) ?? own(policy.facts, path);
}

/** The policy's own label of a path. */
export function labelOf(policy: Policy, path: string): Text | undefined {
  return described(policy, path)?.label;
}

/** True for a difference of two ratios, which is told in percentage points. */
function isChangeOfRatio({ policy, field }: PolicyPlan, path: string): boolean {
  if (field(path)?.type !== 'ratio') return false;
  const change = policy.measures?.[path]?.change;
  return path === 'targetCompletionChange' || (change !== undefined && change.as !== 'rate');
}

/** What one of a fact is called, such as `boxes`; `points` for percentage points. */
export function unitOf(plan: PolicyPlan, path: string): string | undefined {
  return described(plan.policy, path)?.unit ?? (isChangeOfRatio(plan, path) ? 'points' : undefined);
}

/** What the values of a path are called: those of an enum, and the bands of a score. */
function valueLabels(words: Described | undefined, path: string): { readonly [value: string]: Text } {
  if (words?.bandLabels !== undefined && path.endsWith('.band')) return words.bandLabels;
  return words?.values === undefined || Array.isArray(words.values) ? {} : (words.values as { readonly [value: string]: Text });
}

/** The labels of everything that is named. */
export type LabelsOf = (paths: Iterable<string>, segments: ReadonlySet<string>) => { readonly [path: string]: Text };

/** Finds labels of a policy. Each path is looked up once: explanations name the same ones again and again. */
export function createLabels(policy: Policy): LabelsOf {
  const known = new Map<string, readonly (readonly [string, Text])[]>();
  const labelsAt = (path: string): readonly (readonly [string, Text])[] => {
    const words = described(policy, path);
    const key = /^scores\.[^.]+/.exec(path)?.[0] ?? path;
    const values = Object.entries(valueLabels(words, path)).map(([value, text]) => [`${path}=${value}`, text] as const);
    return words?.label === undefined ? values : [[key, words.label], ...values];
  };
  return (paths, segments) => {
    const labels: { [path: string]: Text } = {};
    for (const path of paths) {
      const found = known.get(path) ?? labelsAt(path);
      known.set(path, found);
      for (const [name, text] of found) labels[name] = text;
    }
    for (const { id, label, publicLabel } of policy.segments) {
      if (!segments.has(id)) continue;
      if (label !== undefined) labels[`segments.${id}`] = label;
      if (publicLabel !== undefined) labels[`segments.${id}.public`] = publicLabel;
    }
    return labels;
  };
}

/** The labels of everything that is named, where it is asked for once. */
export function labelsFor(policy: Policy, paths: readonly string[], segments: readonly string[]): { readonly [path: string]: Text } {
  return createLabels(policy)(paths, new Set(segments));
}
