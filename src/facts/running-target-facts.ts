import { ratioOf } from '../internal/money.js';
import type { History } from './history.js';
import type { DayRange } from './window.js';
import { actualOf, isOverlapped, whole } from './target-facts.js';
import type { Target } from './targets.js';

/** The plan whose period has begun and not ended by the day; undefined, with a finding, where there is none, or more than one. */
export function runningTarget(history: History, fact: string): Target | undefined {
  const { reading } = history;
  const targets = history.targets();
  if (targets === undefined) return undefined;
  const { day } = reading.asOf;
  const target = targets.find(({ first, last }) => first <= day && last > day);
  if (target === undefined || whole(target, target.plan) === 0n) return void reading.find('target/missing', { running: true }, { fact });
  return isOverlapped(target, targets) ? void reading.find('target/overlapping', {}, { fact }) : target;
}

/** Actual to date divided by the whole plan, of the running one. A finding says how much of its period is over: half of a plan is much or little by that. */
export function targetCompletionToDate(history: History, _range: DayRange, fact: string): number | undefined {
  const target = runningTarget(history, fact);
  const actual = target === undefined ? undefined : actualOf(history, target, fact);
  if (target === undefined || actual === undefined) return undefined;
  history.reading.find('target/running', { elapsed: history.reading.asOf.day - target.first + 1, days: target.last - target.first + 1 }, { fact });
  return ratioOf(whole(target, actual), whole(target, target.plan));
}

/** How much of the period of the running plan is over; the day itself is. */
export function targetElapsedShare(history: History, _range: DayRange, fact: string): number | undefined {
  const target = runningTarget(history, fact);
  return target === undefined ? undefined : (history.reading.asOf.day - target.first + 1) / (target.last - target.first + 1);
}
