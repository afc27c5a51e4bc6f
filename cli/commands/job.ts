import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { JOB_KINDS } from '../../core/shared/jobKind.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { readSettings } from '../readSettings.ts';
import { changeEach, faultColumn, listCommand, plain, type RecordView, showCommand, unknown } from '../records.ts';
import { type Operations, withOperations } from '../withOperations.ts';

const JOB: RecordView = {
  noun: 'job',
  source: 'jobs',
  filters: { kind: JOB_KINDS.join(', '), state: 'queued, running, done, failed or cancelled' },
  columns: [
    plain('ID', 'id'),
    plain('KIND', 'kind'),
    plain('STATE', 'state'),
    plain('PROGRESS', 'progress'),
    plain('CREATED', 'createdAt'),
    plain('ENDED', 'endedAt'),
    faultColumn,
  ],
  names: [],
};

const cancel = defineCommand({
  noun: 'job',
  verb: 'cancel',
  summary: 'Stop jobs that wait or are under way',
  positionals: { ids: { help: 'ids of jobs', isRepeated: true } },
  run: (context, { ids }) =>
    withOperations(context, ({ jobs, actor }) =>
      changeEach(context, 'job', { names: ids, done: 'is stopped', change: (id) => jobs.cancel(id, actor) }),
    ),
});

const result = defineCommand({
  noun: 'job',
  verb: 'result',
  summary: 'Write the whole result of a job, as JSON',
  positionals: { id: { help: 'id of a job that is done' } },
  options: { output: { type: 'string', placeholder: 'FILE', help: 'where to, instead of stdout' } },
  run: (context, { id, output }) =>
    withOperations(context, async ({ jobs }) => {
      const text = await jobs.result(id);
      if (text === null) return context.fail(unknown('job', `${id} that is done`), EXIT.refused);
      if (output !== undefined) writeFileSync(output, text);
      context.out.result(output === undefined ? JSON.parse(text) : { id, output }, () => output ?? text);
      return EXIT.done;
    }),
});

const run = defineCommand({
  noun: 'job',
  verb: 'run',
  summary: 'Queue a planning or routing job on a file, and work on it here unless told otherwise',
  positionals: { kind: { help: 'what to do', choices: JOB_KINDS } },
  options: {
    input: { type: 'string', isRequired: true, placeholder: 'FILE', help: 'what it works on, gzip or not' },
    stock: { type: 'string', placeholder: 'FILE', help: 'what is in stock, for plan-replenish' },
    set: { type: 'list', placeholder: 'NAME=VALUE', help: 'an option of the job; NAME:=JSON for numbers and flags' },
    queue: { type: 'boolean', help: 'leave it to the workers of the hub and do not wait' },
  },
  examples: ['crossdock job run plan-abc --input orders.csv.gz --set criterion=margin'],
  async run(context, args) {
    const request = await requestOf(args);
    if (!request.ok) return context.fail({ code: 'invalid-job', next: 'See crossdock job run --help.', ...request });
    return withOperations(context, async (operations) => {
      const id = args.queue
        ? await operations.jobs.submit(request.value, operations.actor)
        : await workOn(request.value, context, operations);
      return show(id, context, operations);
    });
  },
});

type RunArgs = {
  readonly kind: string;
  readonly input: string;
  readonly stock: string | undefined;
  readonly set: readonly string[];
};
type JobSubmission = Parameters<Operations['jobs']['submit']>[0];
type Request = { ok: true; value: JobSubmission } | { ok: false; message: string };

async function requestOf({ kind, input, stock, set }: RunArgs): Promise<Request> {
  const missing = [input, stock].find((path) => path !== undefined && !existsSync(path));
  if (missing !== undefined) return { ok: false, message: `There is no file ${missing}.` };
  const options = readSettings(undefined, set);
  if (!options.ok) return { ok: false, message: options.error.message };
  const file = (path: string) => ({ base64: readFileSync(path).toString('base64') });
  const given = { kind, options: options.value, input: file(input), ...(stock ? { stock: file(stock) } : {}) };
  const { JobRequest } = await import('../../core/documents/index.ts');
  const parsed = JobRequest.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data };
  const message = parsed.error.issues.map(({ path, message: why }) => `${path.join('.')}: ${why}`).join('; ');
  return { ok: false, message };
}

/** Works on a job in this process. Ctrl-C cancels it. */
async function workOn(request: JobSubmission, context: CommandContext, operations: Operations): Promise<string> {
  const { workOnJob } = await import('../../compose/jobs.ts');
  const { parts, jobs, actor } = operations;
  const bar = context.out.progress(100, '%');
  try {
    return await workOnJob(parts, request, actor, {
      onBegin: (id) => context.signal.addEventListener('abort', () => void jobs.cancel(id, actor), { once: true }),
      onProgress: (share) => bar.to(Math.round(share * 100)),
      onError: (error) => context.log.warn({ err: error }, 'while the job ran'),
    });
  } finally {
    bar.end();
  }
}

async function show(id: string, context: CommandContext, { queries }: Operations): Promise<ExitCode> {
  const row = (await queries.show('jobs', id)) ?? {};
  const { state } = row;
  context.out.result(row, () => `job ${id} is ${state}${state === 'done' ? `: crossdock job result ${id}` : ''}`);
  if (state !== 'failed') return state === 'cancelled' ? EXIT.attention : EXIT.done;
  const { code = 'job-failed', message = 'The job failed.' } = (row['fault'] ?? {}) as {
    code?: string;
    message?: string;
  };
  return context.fail({ code, message, next: 'Check the file and the options.' });
}

export const JOB_COMMANDS: readonly Command[] = [listCommand(JOB), showCommand(JOB), run, result, cancel];
