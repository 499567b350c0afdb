import type { IdleOverride } from '../../explain/types.js';

/** Words for what the record of a customer says behind an explanation. */
export interface RecordWords {
  /** After a reason: the events behind it, by the parts of the record that they are in. */
  readonly evidence: string;
  /** The same where there are more events than are named. */
  readonly evidenceAndMore: string;
  /** A value that the record gives otherwise than the classification. */
  readonly differs: string;
  /** Overrides that are not in force. */
  readonly overrides: { readonly [S in IdleOverride['state']]: string };
  /** The same without who set them and why. */
  readonly overridesByHand: { readonly [S in IdleOverride['state']]: string };
}
