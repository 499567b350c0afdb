import { scoreOf, scoreReasonText } from './opened-scores.js';
import { fill } from './text.js';
import { nameOf, type Wording } from './wording.js';

/** The name of a missing fact; of a score, with the reason for which it is missing. */
export function missingName(wording: Wording, path: string): string {
  const { words } = wording;
  const name = nameOf(wording, path);
  const reason = scoreOf(wording, path)?.reason;
  return reason === undefined ? name : name + fill(words, words.inBrackets, { text: scoreReasonText(wording, reason) });
}
