import { parentPort, workerData } from 'node:worker_threads';
import { runKind } from './kinds.ts';
import type { JobAssignment, JobMessage } from './runInThread.ts';

const { kind, options, files } = workerData as JobAssignment;
const say = (message: JobMessage): void => parentPort?.postMessage(message);

/** The figures of a result without its lists. */
function summaryOf(result: object): unknown {
  return Object.fromEntries(Object.entries(result).filter(([, value]) => !Array.isArray(value)));
}

const ran = await runKind(kind, options, files, (progress) => say({ progress }));
// Written out here: a large result would keep the hub's own thread from everything else.
if (ran.ok) say({ summary: summaryOf(ran.value as object), result: JSON.stringify(ran.value) });
else say({ fault: ran.error });
