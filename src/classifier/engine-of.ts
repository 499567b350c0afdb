import type { Engine } from '../classify/engine.js';

/** By this name the kits of this package find what a classifier runs on, be it of the ESM or the CommonJS copy. It is no part of the interface. */
const ENGINE = Symbol.for('clientele.engine');

/** Keeps the engine with a classifier, where no loop and no copy of it sees it. */
export function withEngine<Owner extends object>(owner: Owner, engine: Engine): Owner {
  return Object.defineProperty(owner, ENGINE, { value: engine });
}

function isEngine(value: unknown): value is Engine {
  return typeof value === 'object' && value !== null && 'plan' in value && 'decide' in value && 'settings' in value;
}

/** The engine of a classifier that `createClassifier` made; undefined for anything else. */
export function engineOf(classifier: unknown): Engine | undefined {
  if (typeof classifier !== 'object' || classifier === null) return undefined;
  const engine: unknown = Object.getOwnPropertyDescriptor(classifier, ENGINE)?.value;
  return isEngine(engine) ? engine : undefined;
}
