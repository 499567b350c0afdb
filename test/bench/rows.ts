// The rows of the bench, with their bars.

/** What a process measured. */
export interface Measured {
  /** In the quickest round. */
  readonly nanoseconds: number;
  /** To the policy written by hand, the quickest round of each. */
  readonly ratio: number;
  /** Of the rounds one by one. */
  readonly least: number;
  readonly most: number;
  /** Customers whose segments were compared with those of the policy written by hand. */
  readonly checked: number;
}

export interface Row {
  /** What the process is told to measure. */
  readonly run: string;
  readonly title: string;
  readonly bar?: { readonly ratio?: number; readonly microseconds?: number };
}

export const ROWS: readonly Row[] = [
  { run: 'clientele: assign, facts of the catalogue', title: '**`assign`**, facts of the catalogue', bar: { ratio: 5 } },
  { run: 'clientele: assign, facts of the host', title: '**`assign`**, facts of the host', bar: { ratio: 6.5 } },
  { run: 'clientele/rules: test, 12 rules', title: '**`clientele/rules`**, `test` of 12 rules' },
  { run: 'json-logic-engine: build(), 12 functions', title: 'json-logic-engine, `build()`, 12 functions' },
  { run: 'json-logic-engine: run(), 12 rules', title: 'json-logic-engine, `run()`, 12 rules' },
  { run: 'json-logic-js: apply(), 12 rules', title: 'json-logic-js, `apply()`, 12 rules' },
  { run: '@gorules/zen-engine: decision table', title: '@gorules/zen-engine, decision table' },
  { run: 'json-rules-engine: run(), stops at the first', title: 'json-rules-engine, stops at the first' },
  { run: 'keep', title: '**`classify`**, results kept', bar: { ratio: 15 } },
  { run: 'trace', title: '**`assign`**, then **`trace`** of the winning rule' },
  { run: 'explain', title: '**`explain`**', bar: { microseconds: 100 } },
  { run: 'record explained', title: '**`explain`** with a record of 200 sales: what would change it, until when it holds', bar: { microseconds: 5_000 } },
  { run: 'calibrate', title: '**`calibrate`** `rfm` and `abc` over 100,000 customers, against sorting their four columns', bar: { ratio: 3 } },
  { run: 'read', title: '**`createClassifier`**: 12 rules read, hash included', bar: { microseconds: 1_000 } },
  { run: 'thousand', title: '**`classify`** by 1,000 rules, all tried', bar: { microseconds: 1_000 } },
  { run: 'facts, texts', title: '**facts** of `retail` from a million events, ISO texts; time of one event', bar: { ratio: 2.5 } },
  { run: 'facts, dates', title: '**facts** of `retail` from a million events, `Date`s; time of one event', bar: { ratio: 3.5 } },
];
