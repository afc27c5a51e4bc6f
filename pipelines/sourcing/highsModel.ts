import { Worker } from 'node:worker_threads';
import type { ExactModel } from '../../core/ports/index.ts';
import { windowModel } from './windowModel.ts';

export type ModelQuestion = { readonly id: number; readonly model: string; readonly seconds: number };
export type ModelAnswer = { readonly id: number; readonly cost: number | null };

type Waiting = { readonly resolve: (cost: number | null) => void; readonly reject: (error: Error) => void };

/** The solver HiGHS (Huangfu and Hall 2018) as WebAssembly, in a thread that starts with the first question. */
export function highsModel(): ExactModel {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./highs.worker.ts', import.meta.url));
    started.on('message', ({ id, cost }: ModelAnswer) => {
      waiting.get(id)?.resolve(cost);
      waiting.delete(id);
    });
    started.on('error', fail);
    started.on('exit', (code) => fail(new Error(`the solver's thread ended (${code})`)));
    return started;
  };
  return {
    leastCost(window, seconds) {
      worker ??= start();
      const id = asked++;
      worker.postMessage({ id, model: windowModel(window), seconds } satisfies ModelQuestion);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    async close() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}
