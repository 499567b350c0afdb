import type { Text } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import { labelledClasses } from '../scorers/taxonomy.js';
import { lintIssue, type Lint } from './lint.js';

interface Labelled {
  readonly pointer: string;
  readonly what: string;
  readonly text: Text;
}

/** A label that lacks a language which other labels of the policy have. */
export const labelMissing: Lint = ({ policy }) => {
  const found: Labelled[] = [];
  const see = (pointer: string, what: string, text: Text | undefined): void => {
    if (text !== undefined) found.push({ pointer, what, text });
  };
  see('/label', 'the policy', policy.label);
  for (const part of ['attributes', 'facts', 'measures', 'scores'] as const) {
    const labelled: { readonly [id: string]: { readonly label?: Text } | undefined } = policy[part] ?? {};
    for (const [id, one] of Object.entries(labelled)) see(childPointer(childPointer(`/${part}`, id), 'label'), `\`${id}\``, one?.label);
  }
  for (const [id, spec] of Object.entries(policy.scores ?? {})) {
    const { bandLabels = {} } = spec;
    for (const [band, text] of Object.entries(bandLabels)) see(childPointer(`${childPointer('/scores', id)}/bandLabels`, band), `band \`${band}\` of \`${id}\``, text);
    const tree = spec.scorer === 'category' ? (spec.taxonomy ?? []) : [];
    for (const one of labelledClasses(tree, `${childPointer('/scores', id)}/taxonomy`)) see(one.pointer, `class \`${one.id}\` of \`${id}\``, one.label);
  }
  policy.segments.forEach(({ id, label, publicLabel, actions = [] }, index) => {
    const pointer = `/segments/${String(index)}`;
    see(`${pointer}/label`, `segment \`${id}\``, label);
    see(`${pointer}/publicLabel`, `segment \`${id}\``, publicLabel);
    actions.forEach((action, position) => see(`${pointer}/actions/${String(position)}/label`, `action \`${action.id}\``, action.label));
  });
  policy.rules?.forEach(({ id, label }, index) => see(`/rules/${String(index)}/label`, `rule \`${id}\``, label));
  const languages = new Set(found.flatMap(({ text }) => (typeof text === 'string' ? [] : Object.keys(text))));
  return found.flatMap(({ pointer, what, text }) =>
    [...languages]
      .filter((language) => (typeof text === 'string' ? language !== 'en' : !Object.hasOwn(text, language)))
      .map((language) => lintIssue('lint/label-missing', pointer, { what, language }, { severity: 'warning' })),
  );
};
