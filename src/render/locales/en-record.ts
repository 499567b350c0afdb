import type { RecordWords } from './record-words.js';

export const record: RecordWords = {
  evidence: 'from {parts} {list}',
  evidenceAndMore: 'from {parts} {list} and {count} more',
  differs: '{fact} was {then}; the record now gives {now}',
  overrides: {
    expired: '{segment}, set by {actor}, ended on {until}: {reason}',
    'not-yet': '{segment}, set by {actor}, starts on {from}: {reason}',
    'unknown-segment': '{segment}, set by {actor}, is no segment of the policy: {reason}',
  },
  overridesByHand: {
    expired: '{segment}, set by hand, ended on {until}',
    'not-yet': '{segment}, set by hand, starts on {from}',
    'unknown-segment': '{segment}, set by hand, is no segment of the policy',
  },
};
