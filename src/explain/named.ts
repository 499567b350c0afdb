import type { Classification } from '../classify/types.js';
import type { Explanation, Reason } from './types.js';

type Parts = Omit<Explanation, 'labels'>;

/** Every path that an explanation names, beside those that its rules read. */
export function pathsNamed({ because, passedOver, alsoHolding, whyNot, scores, differs, validity }: Parts, read: readonly string[]): ReadonlySet<string> {
  const paths = new Set(read);
  const add = ({ fact, facts, requiredFact, because: beneath }: Reason): void => {
    paths.add(fact);
    if (requiredFact !== undefined) paths.add(requiredFact);
    facts?.forEach((each) => paths.add(each));
    beneath?.forEach(add);
  };
  because.forEach(add);
  for (const { reasons } of passedOver) reasons.forEach(add);
  for (const { reasons } of alsoHolding) reasons.forEach(add);
  for (const { failed, missing } of whyNot) {
    failed.forEach(add);
    missing.forEach((path) => paths.add(path));
  }
  for (const { axes, contributions, because: ofBand, peers } of scores) {
    if (peers !== undefined) paths.add(peers.by);
    axes?.forEach(({ input }) => paths.add(input));
    contributions?.forEach(({ id }) => paths.add(id));
    ofBand?.forEach(add);
  }
  for (const { fact } of differs) paths.add(fact);
  if (validity?.because !== undefined) add(validity.because);
  return paths;
}

/** Every segment that an explanation names, and those of overrides that are not in force. */
export function segmentsNamed({ segment, computed, passedOver, alsoHolding, whyNot, counterfactuals, validity, idleOverrides }: Parts, { matched, undecided, findings }: Classification): ReadonlySet<string> {
  const segments = new Set([segment, ...matched, ...undecided]);
  if (computed !== undefined) segments.add(computed.segment);
  for (const part of [passedOver, alsoHolding, whyNot, idleOverrides]) for (const each of part) segments.add(each.segment);
  for (const { to } of counterfactuals) segments.add(to);
  if (validity !== null && validity.becomes !== null) segments.add(validity.becomes);
  for (const { code, params } of findings) if (code.startsWith('override/') && typeof params['segment'] === 'string') segments.add(params['segment']);
  return segments;
}
