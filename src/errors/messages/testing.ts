/** What the kits for policies and plug-ins find. */
export const testingMessages = {
  'testing/not-a-classifier': 'give a classifier that `createClassifier` made',
  'testing/not-a-plug-in': 'give what `defineScorer` or `defineOperator` made',
  'testing/option-refused': 'the options of this example are refused: {problem}',
  'testing/throws': 'it throws ({problem}): give null, with a reason where it is a score',
  'testing/not-repeatable': 'the same inputs give another result the second time: read nothing but the inputs',
  'testing/bad-score': 'the result breaks the contract: the value must be finite, the band declared, and contributions sum to the value from left to right',
  'testing/not-declared': 'the score depends on `{input}`, which its `inputs` do not list, so that the engine never gives it: list it',
  'testing/order-matters': 'the fit depends on the order of the customers: sort before you sum or pick',
  'testing/not-monotone': '`{input}` is declared as `{way}`, and yet raising it from {from} to {to} turns {before} into {after}: correct `score`, or take `{input}` out of `monotone`',
  'testing/not-tried': '`{input}` is declared as monotone, and no example has a number for it: name an input that the scorer reads, and give an example with it',
  'testing/no-result': 'there is no result for {operands}: it throws there, or gives another type than it says',
  'testing/words-missing': 'the words in `{language}` do not name the operand {operand}: write `{1}` for the first, `{2}` for the second',
  'testing/no-rfm-table': 'the policy has no RFM score `{score}` with a table: name one that has',
} as const;
