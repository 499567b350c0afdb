/** What an event counts after some days when it loses as much each day: 1 on its day, 0 from `overDays` on. */
export function linearWeight(age: number, overDays: number): number {
  return age >= overDays ? 0 : 1 - age / overDays;
}

/** What an event counts after some days when it loses half in every `halfLife` days: 1 on its day, never 0 in theory. */
export function exponentialWeight(age: number, halfLife: number): number {
  // Whole half-lives are exact, whatever the power function of the runtime.
  const halvings = Math.floor(age / halfLife);
  return 2 ** -halvings * 2 ** -(age / halfLife - halvings);
}
