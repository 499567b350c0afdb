import { readWindow, type Window as Read } from '../facts/window.js';
import { dayText } from '../internal/days.js';
import type { Window } from '../policy/window.js';
import type { UnitWords } from './locales/unit-words.js';
import type { LocaleWords } from './locales/words.js';
import type { RuleWording } from './told.js';
import { fill } from './text.js';

/** A whole number with its unit. */
export function counted(wording: RuleWording, { one, other }: UnitWords, count: number): string {
  return fill(wording.words, one !== undefined && count === 1 ? one : other, { n: wording.numbers.exact(count, 'count') });
}

/** A window as it is as of the day, or so many windows before. */
function unmovedText(wording: RuleWording, window: Exclude<Read, { readonly kind: 'life' }>): string {
  const { words, numbers } = wording;
  const { policies } = words;
  if (window.kind === 'between') return fill(words, policies.between, { from: numbers.date(dayText(window.from)), to: numbers.date(dayText(window.to - 1)) });
  const { back } = window;
  const n = numbers.exact(back, 'count');
  if (window.kind === 'last') {
    const length = window.months > 0 ? counted(wording, policies.months, window.months) : numbers.exact(window.days, 'days');
    if (back === 0) return fill(words, policies.last, { length });
    const { one, other } = policies.beforeLast;
    return fill(words, back === 1 && one !== undefined ? one : other, { length, n });
  }
  const { now, before, earlier } = policies.periods[window.unit];
  if (back < 2) return back === 0 ? now : before;
  return fill(words, earlier, { n });
}

/** Which days a fact looks at. */
export function windowText(wording: RuleWording, json: Window | undefined): string {
  const { words, numbers } = wording;
  const { life, yearsEarlier } = words.policies;
  const window = json === undefined ? null : readWindow(json, 1);
  if (window === null || window.kind === 'life') return life;
  const text = unmovedText(wording, window);
  if (window.kind === 'between' || window.yearsBack === 0) return text;
  const { one, other } = yearsEarlier;
  return fill(words, window.yearsBack === 1 && one !== undefined ? one : other, { window: text, n: numbers.exact(window.yearsBack, 'count') });
}

/** The name of a month, 1 to 12. */
export function monthName(words: LocaleWords, month: number): string {
  return new Intl.DateTimeFormat(words.dates, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1));
}
