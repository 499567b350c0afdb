import type { Explanation } from '../explain/types.js';
import { reasonPhrase } from './reasons.js';
import { fill } from './text.js';
import { segmentName, type Wording } from './wording.js';

const DATE_LENGTH = 10;

/** Until when the class holds, what follows and why, and what that takes for granted. */
export function validityLines(wording: Wording, { validity }: Explanation): readonly string[] {
  if (validity === null) return [];
  const { words, numbers, style } = wording;
  const { lastDay, changesAt, becomes, because, through, assumptions = [] } = validity;
  const dateOf = (text: string): string => style.plain(numbers.date(text.slice(0, DATE_LENGTH)));
  const given = assumptions.length === 0 ? [] : [words.validity.given];
  if (lastDay === null || changesAt === null || becomes === null) return through === '' ? [] : [fill(words, words.validity.lasts, { through: dateOf(through) }), ...given];
  const change = fill(words, words.validity.changes, { last: dateOf(lastDay), date: dateOf(changesAt), segment: style.strong(segmentName(wording, becomes)) });
  const why = because === undefined ? '' : fill(words, words.validity.because, { reason: reasonPhrase(wording, because) });
  return [`${change}${why}`, ...given];
}
