/** A number with its unit; `{n}` is the number. `one` is for a bare 1; languages without plural give `other` alone. */
export interface UnitWords {
  readonly one?: string;
  readonly other: string;
}
