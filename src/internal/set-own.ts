/** Sets a member of an object of our own. One that it inherits, from a polluted prototype too, is neither asked nor in the way. */
export function setOwn<T>(target: { [name: string]: T }, name: string, value: T): void {
  if (name in target) Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  else target[name] = value;
}
