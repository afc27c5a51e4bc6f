import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JobFile, JobOutcome, NewJob } from '../../core/ports/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { makeJobFolder } from './jobFolder.ts';
import type { JobFiles, OnProgress } from './kinds.ts';

export type JobAssignment = { readonly kind: string; readonly options: unknown; readonly files: JobFiles };
export type JobMessage =
  | { readonly progress: number }
  | { readonly fault: Fault }
  | { readonly summary: unknown; readonly result: string };

/** More memory than this ends the job and not the hub. */
const MAX_HEAP_MB = 4096;

/** Runs a job in a thread of its own. Aborting the signal ends the thread, and those that it started, at once. */
export async function runInThread(job: NewJob, signal: AbortSignal, onProgress: OnProgress): Promise<JobOutcome> {
  const folder = await makeJobFolder();
  try {
    const files = await unpacked(job.files, folder);
    return await run({ kind: job.kind, options: job.options, files }, signal, onProgress);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpacked(files: readonly JobFile[], folder: string): Promise<JobFiles> {
  const paths = new Map<string, string>();
  for (const { name, body } of files) {
    // Readers know a packed file by its name.
    const isPacked = body[0] === 0x1f && body[1] === 0x8b;
    const path = join(folder, isPacked ? `${name}.gz` : name);
    await writeFile(path, body);
    paths.set(name, path);
  }
  return { input: paths.get('input') ?? join(folder, 'input'), stock: paths.get('stock') };
}

function run(assignment: JobAssignment, signal: AbortSignal, onProgress: OnProgress): Promise<JobOutcome> {
  const { promise, resolve } = Promise.withResolvers<JobOutcome>();
  const resourceLimits = { maxOldGenerationSizeMb: MAX_HEAP_MB };
  const thread = new Worker(new URL('./job.worker.ts', import.meta.url), { workerData: assignment, resourceLimits });
  const stop = (): void => void thread.terminate();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  thread.on('message', (message: JobMessage) => {
    if ('progress' in message) onProgress(message.progress);
    else if ('fault' in message) resolve({ state: 'failed', fault: message.fault });
    else resolve({ state: 'done', ...message });
  });
  const failed = (error: Error): void =>
    resolve({ state: 'failed', fault: permanent('job-failed', `the job failed: ${error.message}`) });
  thread.once('error', failed);
  thread.once('exit', () => {
    signal.removeEventListener('abort', stop);
    if (signal.aborted) resolve({ state: 'cancelled' });
    else failed(new Error('its thread ended without an answer'));
  });
  return promise;
}
