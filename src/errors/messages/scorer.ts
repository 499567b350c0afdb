/** Issues of plug-in scorers and of the options of scores. */
export const scorerMessages = {
  'scorer/bare-id': 'the id `{id}` has no namespace: write one of your own and a name, such as `acme:churn`',
  'scorer/wrong-definition': '{problem}',
  'scorer/wrong-option': '{problem}',
  'scorer/fit-not-json': 'the fit of `{id}` cannot be kept as JSON: {problem}',
} as const;
