// A fuzzer that hangs cannot say so itself: another thread listens to its beats.
import type { Worker } from 'node:worker_threads';

/** What the thread shares: the number of the run it is at, and how often it has said so. */
export interface Pulse {
  readonly beat: (run: number) => void;
  readonly read: () => { readonly run: number; readonly beats: number };
}

export function pulseOf(shared: SharedArrayBuffer): Pulse {
  const cells = new Int32Array(shared);
  return {
    beat: (run) => {
      Atomics.store(cells, 0, run);
      Atomics.add(cells, 1, 1);
    },
    read: () => ({ run: Atomics.load(cells, 0), beats: Atomics.load(cells, 1) }),
  };
}

export const PULSE_BYTES = 8;

/** How a watched thread ended: with a message, or without a beat for so long that it was stopped at that run. */
export type Ended<T> = { readonly kind: 'done'; readonly message: T } | { readonly kind: 'hangs'; readonly run: number };

/** Waits for a thread's message. A thread that is not heard for `patience` milliseconds is stopped. */
export async function watched<T>(worker: Worker, pulse: Pulse, patience: number): Promise<Ended<T>> {
  let last = pulse.read();
  let heard = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<Ended<T>>((resolve, reject) => {
    worker.once('message', (message: T) => resolve({ kind: 'done', message }));
    worker.once('error', reject);
    timer = setInterval(() => {
      const now = pulse.read();
      if (now.beats !== last.beats) {
        last = now;
        heard = performance.now();
      } else if (performance.now() - heard > patience) resolve({ kind: 'hangs', run: now.run });
    }, Math.min(1_000, patience / 4));
  });
  try {
    return await ended;
  } finally {
    clearInterval(timer);
    await worker.terminate();
  }
}
