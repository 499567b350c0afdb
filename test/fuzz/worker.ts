// The thread that fuzzes: it is given its task, beats at every run, and ends with what there is to tell.
import { parentPort, workerData } from 'node:worker_threads';
import { describeFound, describeReport, fuzz } from './fuzz.js';
import { pulseOf } from './watch.js';

export interface Task {
  readonly seed: number;
  readonly runs: number;
  readonly from: number;
  readonly shared: SharedArrayBuffer;
}

export interface Told {
  readonly text: string;
  readonly ok: boolean;
}

function work({ shared, ...task }: Task): Told {
  const report = fuzz({ ...task, beat: pulseOf(shared).beat });
  const { found } = report;
  return { text: [describeReport(report), ...(found === undefined ? ['no disagreement'] : ['', describeFound(found)])].join('\n'), ok: found === undefined };
}

parentPort?.postMessage(work(workerData as Task));
