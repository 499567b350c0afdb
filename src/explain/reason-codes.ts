/** What a reason says about a fact. A public, stable list, with words in every locale. */
export const REASON_CODES = [
  'reason/at-least',
  'reason/above',
  'reason/at-most',
  'reason/below',
  'reason/between',
  'reason/outside',
  'reason/inside',
  'reason/not-inside',
  'reason/equal',
  'reason/not-equal',
  'reason/one-of',
  'reason/none-of',
  'reason/before',
  'reason/after',
  'reason/not-before',
  'reason/not-after',
  'reason/contains',
  'reason/lacks',
  'reason/starts-with',
  'reason/ends-with',
  'reason/present',
  'reason/absent',
  'reason/yes',
  'reason/no',
  'reason/missing',
  'reason/holds',
  'reason/fails',
  'reason/lowers',
] as const;

/** What a reason says about a fact: one of `REASON_CODES`. */
export type ReasonCode = (typeof REASON_CODES)[number];
