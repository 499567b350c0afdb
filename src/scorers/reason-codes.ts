/** Why a score has no value or no band. Stable; plug-ins may give codes of their own beside them. */
export const SCORE_REASONS = [
  /** A fact that the score needs is missing, or is not of the type that the scorer reads. */
  'score/missing-fact',
  /** A fact lies outside of the range in which it means something. */
  'score/out-of-range',
  /** A rule of the score can be neither true nor false, because data for it is missing. */
  'score/condition-unknown',
  /** The score needs a calibration and none is bound. */
  'score/not-calibrated',
  /** The calibration was made over a population without a single known value. */
  'score/no-population',
  /** A plug-in gave neither a value nor a band, and no reason. */
  'score/too-little-data',
  /** A plug-in gave a result that does not keep the contract. */
  'score/bad-result',
  /** The customer's group had too few customers at the calibration to be compared within. */
  'peers/too-few',
  /** The first axis is not known: for plan completion, there is no plan. */
  'boston/no-level',
  /** The second axis is not known: for growth, there is no earlier period. */
  'boston/no-growth',
  /** Ranking needs four customers with both axes known. */
  'boston/too-few',
  /** The axis of the rows of a matrix is not known. */
  'matrix/no-row',
  /** The axis of the columns of a matrix is not known. */
  'matrix/no-column',
  /** Ranking needs four customers with both axes known. */
  'matrix/too-few',
  /** An axis has a word that is in none of its classes. */
  'matrix/no-class',
  /** The rule of a class that comes first cannot be decided. */
  'category/undecided',
  /** The rule of no class holds. */
  'category/none',
  /** The word is in no class of the taxonomy. */
  'category/unknown-value',
  /** No purchase in the window. */
  'loyalty/no-purchases',
  /** What the customer does is not known: whether it is loyal in deed. */
  'loyalty/no-behaviour',
  /** What the customer thinks is not known: whether it is loyal at heart. */
  'loyalty/no-attitude',
  /** No purchase, ever: there is nothing to judge. */
  'rfm/no-purchases',
  /** The axis of recency is not known. */
  'rfm/no-recency',
  /** The axis of frequency is not known. */
  'rfm/no-frequency',
  /** The axis of monetary value is not known. */
  'rfm/no-monetary',
  /** Fewer purchases than the score asks for. */
  'rfm/too-few-purchases',
  /** The calibration was made over fewer customers than the score asks for. */
  'rfm/too-few-customers',
  /** No purchase, ever: nobody lapses who never came. */
  'lapse/no-purchases',
  /** Fewer gaps between purchases than the score asks for. */
  'lapse/too-few-gaps',
  /** No rule of a stage holds. */
  'stages/none',
  /** The rule of a stage that would be given if it held is unknown. */
  'stages/unknown',
] as const;

/** Why a score of the library has no value or no band. */
export type ScoreReason = (typeof SCORE_REASONS)[number];
