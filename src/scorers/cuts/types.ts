/** So many classes. (A type alias, because interfaces are no JSON to the compiler.) */
export type Classes = {
  /** 2 to 101. */
  readonly classes: number;
};

/** Which of the nine sample quantiles of Hyndman and Fan (1996) is meant. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * How customers of the same value, who always share a class, are counted. `together` holds the value against the quantile itself; the others
 * hold its place in the population against a share of the places: the lowest place of those who share it (`min`), the highest (`max`), the
 * mean of the two (`mid`), or its place among the different values (`dense`).
 */
export type Ties = 'together' | 'min' | 'max' | 'mid' | 'dense';

/** Another program whose quantile classes are wanted: R's `rfm`, `pandas.qcut`, or SQL's `PERCENT_RANK`. */
export type QuantileMode = 'r-rfm' | 'pandas-qcut' | 'percent-rank';

/** Shares of the population, or so many classes of about the same size. */
export type QuantileCut = {
  /** Shares of the population (0 to 1, exclusive) that lie at or below each line: `[0.8]` parts off about the best fifth. */
  readonly quantile: readonly number[] | Classes;
  /** 7 by default, as in R, NumPy and spreadsheets. */
  readonly type?: QuantileType;
  /** `together` by default. */
  readonly ties?: Ties;
  /** Instead of `type` and `ties`. */
  readonly mode?: QuantileMode;
};

/** How a value is cut into classes. Every cut looks at the value alone: equal values are always in the same class. */
export type Cut = (
  | {
      /** Lines that the policy states, in the unit of the fact; a value at a line is in the class above it. */
      readonly fixed: readonly number[];
    }
  | QuantileCut
  | {
      /** Above the arithmetic mean, or not. */
      readonly mean: true;
    }
  | {
      /** Above the median, or not. */
      readonly median: true;
    }
  | {
      /** The best half, the best few, or the best share of the population; a tie across the line is below it. */
      readonly rank: 'top-half' | { readonly top: number } | { readonly share: number };
    }
  | {
      /** Shares of the total (0 to 1, exclusive), rising: `[0.8, 0.95]` parts off those who together make up 80 %, then 95 % of it. */
      readonly pareto: readonly number[];
    }
  | {
      /** Classes whose values lie as close together as possible (natural breaks after Fisher and Jenks). */
      readonly natural: Classes;
    }
  | {
      /** Classes of one width from the least value to the greatest. */
      readonly equalWidth: Classes;
    }
) & {
  /** Which end is the upper class. `lower`: less is better, and a value at or below the line is in the upper class. */
  readonly better?: 'higher' | 'lower';
};

/** A line of a cut; null where nobody of the population was above it. */
export type Line = number | null;

/** What a calibration keeps of a cut. (A type alias, because interfaces are no JSON to the compiler.) */
export type FittedCut = {
  /** Lowest class first: each the first value inside the class above it. */
  readonly lines: readonly Line[];
  /** Customers whose value was known. */
  readonly population: number;
  /** Their values from the smallest up; of more than 1,000 customers, 1,000 of the values, evenly spaced by rank. */
  readonly values: readonly number[];
};
