/** Freezes plain data with all that is in it, and gives it back: who tries to change it is told at once. With an explicit stack. */
export function freezeJson<T>(json: T): T {
  const open: unknown[] = [json];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) continue;
    for (const member of Object.values(Object.freeze(value))) open.push(member);
  }
  return json;
}
