import { parentPort, workerData } from 'node:worker_threads';
import { planLoads } from '../../core/loading/index.ts';
import type { LoadTask } from './loadTask.ts';

const { given, budget, stop } = workerData as LoadTask;
const begun = performance.now();

const plan = planLoads(given, (share) => {
  const start = performance.now();
  const room = 'steps' in budget ? 0 : Math.max(1, share * (budget.milliseconds - (start - begun)));
  return {
    progress(loads) {
      if (Atomics.load(stop, 0) > 0) return 1;
      return 'steps' in budget ? loads / budget.steps : (performance.now() - start) / room;
    },
  };
});
parentPort?.postMessage(plan);
