import { Worker } from 'node:worker_threads';

/** Runs one search on a thread of its own and answers what it found; a thread that fails or dies rejects. */
export function runThread<T>(kind: 'search' | 'fleet', assignment: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./${kind}.worker.ts`, import.meta.url), { workerData: assignment });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a routing thread ended without an answer (${code})`)));
  });
}
