import { workerData } from 'node:worker_threads';
import { BucketSearch } from '../../core/roads/index.ts';
import { type MatrixTask, ROWS_DONE, ROWS_TAKEN, STOPPED } from './matrixTask.ts';

const { hierarchy, buckets, departures, cost, beside, control } = workerData as MatrixTask;
const search = new BucketSearch(hierarchy, buckets);

for (;;) {
  const row = Atomics.add(control, ROWS_TAKEN, 1);
  const seeds = departures[row];
  if (seeds === undefined || Atomics.load(control, STOPPED) === 1) break;
  search.fillRow(seeds, cost, beside, row * departures.length);
  Atomics.add(control, ROWS_DONE, 1);
}
