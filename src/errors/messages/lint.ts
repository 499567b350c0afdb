/** What `lint` notices: allowed, and probably not meant. */
export const lintMessages = {
  'lint/declared-unused': '`{name}` is declared under `{part}` and nothing reads it: use it, or remove it',
  'lint/label-missing': 'the label of {what} has no `{language}`: add it, as the other labels have it',
  'lint/protected-attribute': '`{path}` is protected, and this decides by it: be sure that this is allowed and fair',
} as const;
