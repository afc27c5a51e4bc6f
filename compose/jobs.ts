import type { ApiContext } from '../api/context.ts';
import type { UploadedFile } from '../core/documents/index.ts';
import type { JobFile, NewJob } from '../core/ports/index.ts';
import { type JobRunnerContext, runJobHere } from '../pipelines/jobs/runner.ts';
import { uuidSource } from '../store/ids.ts';
import type { Parts } from './parts.ts';

type Request = Parameters<ApiContext['jobs']['submit']>[0];

/** What the API and the command line do with jobs. */
export function jobOperations({ store, wakes }: Parts): ApiContext['jobs'] {
  return {
    async submit(request, actor) {
      const job = jobOf(request);
      await store.jobs.submit(job, actor);
      wakes.wake('job.run.v1', {});
      return job.id;
    },
    cancel: (id, actor) => store.jobs.cancel(id, actor),
    result: (id) => store.jobs.result(id),
  };
}

type Watch = Pick<JobRunnerContext, 'onError'> & {
  readonly onBegin: (id: string) => void;
  readonly onProgress: (share: number) => void;
};

/** Works on a job in this process; it ends early when it is cancelled. Answers its id. */
export async function workOnJob({ store }: Parts, request: Request, actor: string, watch: Watch): Promise<string> {
  const job = jobOf(request);
  watch.onBegin(job.id);
  await runJobHere(job, actor, { ...watch, jobs: store.jobs, runner: uuidSource.next() });
  return job.id;
}

function jobOf({ kind, options, input, stock }: Request): NewJob {
  const files = [fileOf('input', input), ...(stock ? [fileOf('stock', stock)] : [])];
  return { id: uuidSource.next(), kind, options: options ?? {}, files };
}

function fileOf(name: JobFile['name'], { text, base64 }: UploadedFile): JobFile {
  return { name, body: base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64') };
}
