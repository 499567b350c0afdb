import type { Day } from '../internal/days.js';
import { shiftMonths } from '../internal/months.js';
import { firstDayOfPeriod, periodIndex } from '../internal/periods.js';
import { CALENDAR, type Window } from './window.js';

/** The first day as of which a day moved back by months, and then by days, is later than another. */
function firstShiftedPast(months: number, days: number, day: Day): Day {
  const wanted = day + 1 + days;
  const guess = shiftMonths(wanted, months);
  // Where the end of a shorter month stood in, the next day is the first that is moved back far enough.
  const next = shiftMonths(guess, -months) >= wanted ? guess : guess + 1;
  return next - 1;
}

/**
 * The first day as of which a bound of a window is later than a day: a day leaves the window when it begins later, and is in it or behind it
 * when it ends later. Infinite where that never is, and less than every day where it always was. The inverse of `rangeOf`, `earlier` windows back.
 */
export function firstDayPast(window: Window, bound: 'from' | 'to', day: Day, earlier = 0): Day {
  if (window.kind === 'life') return bound === 'from' ? Infinity : day;
  if (window.kind === 'between') {
    const moved = (window.to - window.from) * earlier;
    if (window.from - moved > day) return -Infinity;
    return bound === 'to' && window.to - moved > day ? day : Infinity;
  }
  const back = window.back + earlier + (bound === 'from' ? 1 : 0);
  const { yearsBack } = window;
  if (window.kind === 'last') return firstShiftedPast(yearsBack * 12 + window.months * back, window.days * back, day);
  // The window that runs ends with the day itself, that many years before.
  if (back === 0) return firstShiftedPast(yearsBack * 12, 0, day);
  const { unit, perYear } = CALENDAR[window.unit];
  return firstDayOfPeriod(periodIndex(day, unit, window.startMonth) + back + yearsBack * perYear, unit, window.startMonth);
}
