/** What may be noticed in a population while scores are fitted to it: the findings of a calibration. */
const FIT_FINDING_CODES = ['fit/empty-class', 'fit/merged-classes', 'fit/no-population', 'fit/small-groups'] as const;

/** Every code that a finding may carry: things noticed in the data of one customer, or of a population. Explained in `docs/errors.md`. */
export const FINDING_CODES = [
  'data/part-absent',
  'data/unreadable-entry',
  'data/duplicate-id',
  'data/wrong-type',
  'data/unknown-value',
  'data/lines-missing',
  'data/units-missing',
  'data/zero-amount',
  'data/return-exceeds-sale',
  'data/too-few',
  'event/after-as-of',
  'history/too-short',
  'history/stale',
  'money/rate-missing',
  'money/too-large',
  'measure/filter-unknown',
  'record/no-customer-id',
  'target/missing',
  'target/overlapping',
  'target/running',
  'payment/unknown-invoice',
  'score/not-given',
  'score/compared-with-all',
  ...FIT_FINDING_CODES,
  'score/missing-counted',
  'score/weight-shared',
  'segment/ambiguous',
  'override/unknown-segment',
  'override/expired',
  'override/not-yet',
  'override/unreadable',
  'previous/other-policy',
  'previous/not-before',
  'previous/unreadable',
  'previous/unknown-band',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

export type FitFindingCode = (typeof FIT_FINDING_CODES)[number];
