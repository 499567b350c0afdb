/** Issues of the measures of a policy. */
export const measureMessages = {
  'measure/not-one-take': 'a measure says exactly one of {known}; here are {count}',
  'measure/unknown-take': '`{take}` is no way to measure: use one of {known}',
  'measure/unknown-option': '`{option}` is no option of `{take}`: use {known}',
  'measure/wrong-value': '`{name}` cannot be `{value}`: use {expected}',
  'measure/unknown-source': '`{of}` cannot be measured over: use one of {known}',
  'measure/unknown-field': '`{take}` cannot be taken of `{of}`: use one of {known}',
  'measure/unknown-fact': 'fact `{fact}` is not known: use a ready fact, or declare it under `measures` or `facts`',
  'measure/wrong-window': 'the window is not understood: use {"last": "P12M"}, {"calendar": "quarter", "back": 1}, {"from": "2026-01-01", "to": "2026-03-31"} or {"life": true}',
  'measure/no-earlier-window': '`{fact}` has no earlier window to compare with: choose a fact over a window such as {"last": "P12M"}, or a whole calendar period with "back": 1',
  'measure/type-mismatch': '`{of}` is a {ofType} and `{to}` a {toType}: a ratio is of two facts of one numeric type',
  'measure/where-missing': '`share` needs `where`: the rule that says which part of the whole is meant',
  'measure/ready-name': '`{id}` is a ready fact: choose another id',
  'measure/declared-twice': '`{id}` is declared under `measures` and under `facts`: keep one',
  'measure/cycle': 'these measures need each other: {cycle}',
} as const;
