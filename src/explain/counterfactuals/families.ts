import { isEntry } from '../../facts/reading.js';
import { givenFamilies } from './given.js';
import type { Family } from './lever.js';
import type { Changeable, Changeables } from './means.js';
import { paymentFamilies } from './payment.js';
import { purchaseFamilies } from './purchase.js';
import type { Subject } from './subject.js';
import { targetFamilies } from './target.js';

/** All that can be done about facts: what the host gives is said otherwise, the rest is brought about by events. */
export function familiesFor(subject: Subject, changeables: Changeables, facts: readonly string[]): readonly Family[] {
  const { facts: given } = subject.record;
  const isGiven = (id: string): boolean => isEntry(given) && Object.hasOwn(given, id) && given[id] !== undefined;
  const found = facts.flatMap((id) => changeables.of(id, isGiven(id)) ?? []);
  const by = (means: Changeable['means']): readonly Changeable[] => found.filter((one) => one.means === means);
  return [
    ...targetFamilies(subject, by('plan')),
    ...purchaseFamilies(subject, by('purchase')),
    ...paymentFamilies(subject, by('payment')),
    ...by('given').flatMap((one) => givenFamilies(subject, one)),
  ];
}
