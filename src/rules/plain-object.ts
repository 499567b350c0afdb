/** An object of plain data, as far as it is read. */
export interface Members {
  readonly [name: string]: unknown;
}

/** What holds facts by their names. */
export interface Holder {
  readonly facts: Members;
}

/**
 * Readers of one member each, all the same. An engine remembers which name was read at each place of the text, and reads it as fast as a
 * field where it was always the same one; so each name gets a place of its own, and only beyond that number they share.
 */
const READERS: readonly ((name: string) => (source: Holder) => unknown)[] = Object.freeze([
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
  (name) => ({ facts }) => facts[name],
]);

/** The reader of a member; `place` is its number among those that are read together. */
export function memberReader(name: string, place: number): (source: Holder) => unknown {
  const make = READERS[place % READERS.length];
  return make === undefined ? ({ facts }) => facts[name] : make(name);
}

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

/** False where every object would seem to have a member that it does not own: objects are then read the careful way. */
export function isPrototypeEmpty(): boolean {
  for (const name in Object.prototype) if (name !== '') return false;
  return true;
}

/**
 * True for an object of this realm that is no instance of a class. Its constructor is looked at first: once an engine has read a member it
 * knows the shape of the object, and with it the prototype.
 */
export function isPlain(object: Members): boolean {
  return object['constructor'] === Object && Object.getPrototypeOf(object) === Object.prototype;
}

/** True for an object whose members can be read as they are: it inherits nothing but what every object does. */
export function isReadAsItIs(value: unknown): value is Members {
  return isObject(value) && isPlain(value) && isPrototypeEmpty();
}
