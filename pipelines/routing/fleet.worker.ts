import { parentPort, workerData } from 'node:worker_threads';
import { annealFleet, type FleetRoute } from '../../core/routing/index.ts';
import type { FleetAssignment } from './assignment.ts';
import { progressOf } from './progress.ts';
import { tradeBest } from './sharedBest.ts';

const { problem, seed, budget, best } = workerData as FleetAssignment;

/** Routes travel through shared memory as lists of numbers, the vehicle type before the stops. */
const pack = (routes: readonly FleetRoute[]) => routes.map(({ vehicle, stops }) => [vehicle, ...stops]);
const unpack = (lists: readonly number[][]) => lists.map(([vehicle = 0, ...stops]) => ({ vehicle, stops }));

const found = annealFleet(problem, {
  seed,
  progress: progressOf(budget, best),
  ...('steps' in budget
    ? {}
    : {
        exchange: (cost, routes) => {
          const better = tradeBest(best, cost, () => pack(routes()));
          return better && unpack(better);
        },
      }),
});
parentPort?.postMessage(found);
