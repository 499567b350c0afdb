/** Every code that a finding may carry: things noticed in the data of one customer. Explained in `docs/errors.md`. */
export const FINDING_CODES = [
  'data/part-absent',
  'data/unreadable-entry',
  'data/duplicate-id',
  'data/wrong-type',
  'data/unknown-value',
  'data/lines-missing',
  'data/units-missing',
  'event/after-as-of',
  'history/too-short',
  'money/rate-missing',
  'money/too-large',
  'measure/filter-unknown',
  'record/no-customer-id',
  'target/missing',
  'target/overlapping',
  'payment/unknown-invoice',
  'score/not-given',
  'override/unknown-segment',
  'override/expired',
  'override/not-yet',
  'override/unreadable',
  'previous/other-policy',
  'previous/not-before',
  'previous/unreadable',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];
