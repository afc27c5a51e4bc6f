import { parentPort } from 'node:worker_threads';
import loadHighs from 'highs';
import type { ModelAnswer, ModelQuestion } from './highsModel.ts';

// The package's types are those of its CommonJS build, where the function is one level deeper.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

parentPort?.on('message', ({ id, model, seconds }: ModelQuestion) => {
  const options = { output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1e-7, threads: 1 };
  const solved = highs.solve(model, options);
  const cost = solved.Status === 'Optimal' ? solved.ObjectiveValue : null;
  parentPort?.postMessage({ id, cost } satisfies ModelAnswer);
});
