import { readWindow } from '../facts/window.js';
import type { Window } from '../policy/window.js';
import type { UnitWords } from './locales/unit-words.js';
import type { LocaleWords } from './locales/words.js';
import type { RuleWording } from './told.js';
import { fill } from './text.js';

/** A whole number with its unit. */
export function counted(wording: RuleWording, { one, other }: UnitWords, count: number): string {
  return fill(wording.words, one !== undefined && count === 1 ? one : other, { n: wording.numbers.exact(count, 'count') });
}

/** Which days a fact looks at. */
export function windowText(wording: RuleWording, json: Window | undefined): string {
  const { words } = wording;
  const { policies } = words;
  const window = json === undefined ? null : readWindow(json, 1);
  if (window === null || window.kind === 'life') return policies.life;
  if (window.kind === 'last') {
    const length = window.months > 0 ? counted(wording, policies.months, window.months) : wording.numbers.exact(window.days, 'days');
    return fill(words, policies.last, { length });
  }
  const { now, before, earlier } = policies.periods[window.months === 1 ? 'month' : window.months === 3 ? 'quarter' : 'year'];
  if (window.back < 2) return window.back === 0 ? now : before;
  return fill(words, earlier, { n: wording.numbers.exact(window.back, 'count') });
}

/** The name of a month, 1 to 12. */
export function monthName(words: LocaleWords, month: number): string {
  return new Intl.DateTimeFormat(words.dates, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1));
}
