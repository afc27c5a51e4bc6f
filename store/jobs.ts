import type pg from 'pg';
import type { ClaimedJob, JobFile, JobHolder, JobOutcome, JobStore, NewJob } from '../core/ports/index.ts';
import { isUuid } from '../core/shared/ids.ts';
import { withClient } from './unitOfWork.ts';

/** A job that took its process with it so often is not begun again. */
const ATTEMPTS = 3;

/** Jobs in PostgreSQL. */
export function jobStore(pool: pg.Pool): JobStore {
  return {
    submit: (job, actor, holder) => withClient(pool, (client) => submit(client, job, actor, holder)),
    claim: (runner, leaseMs) => withClient(pool, (client) => claim(client, runner, leaseMs)),
    async beat(id, runner, leaseMs, progress) {
      const { rows } = await pool.query<{ cancel: boolean }>({
        name: 'beat-job',
        text: `update job_run set leased_until = clock_timestamp() + $3 * interval '1 ms', progress = $4
               where id = $1 and runner = $2 and state = 'running' returning cancel_requested as cancel`,
        values: [id, runner, leaseMs, progress],
      });
      const [row] = rows;
      if (!row) return 'lost';
      return row.cancel ? 'cancel' : 'running';
    },
    finish: (id, runner, outcome) => withClient(pool, (client) => finish(client, id, runner, outcome)),
    async release(id, runner) {
      await pool.query({
        name: 'release-job',
        text: `update job_run set state = 'queued', runner = null, leased_until = null, attempts = attempts - 1, progress = 0
               where id = $1 and runner = $2 and state = 'running'`,
        values: [id, runner],
      });
    },
    cancel: async (id, actor) => isUuid(id) && cancel(pool, id, actor),
    async result(id) {
      if (!isUuid(id)) return null;
      const { rows } = await pool.query<{ body: string }>({
        name: 'job-result',
        text: 'select body from job_result where job_id = $1',
        values: [id],
      });
      return rows[0]?.body ?? null;
    },
  };
}

async function submit(
  client: pg.PoolClient,
  { id, kind, options, files }: NewJob,
  actor: string,
  holder: JobHolder | undefined,
): Promise<void> {
  await client.query(
    `with job as (
       insert into job_run (id, kind, state, input, created_by, runner, leased_until, started_at, attempts)
       select $1, $2, case when held.is_so then 'running' else 'queued' end, $3, $4, $5,
              case when held.is_so then clock_timestamp() + $6::integer * interval '1 ms' end,
              case when held.is_so then clock_timestamp() end, case when held.is_so then 1 else 0 end
       from (select $5::uuid is not null as is_so) held)
     insert into audit_entry (actor, action, subject, detail)
     values ($4, 'job.submit', 'job/' || $1::uuid, jsonb_build_object('kind', $2::text))`,
    [id, kind, JSON.stringify(options), actor, holder?.runner ?? null, holder?.leaseMs ?? null],
  );
  for (const { name, body } of files) {
    await client.query('insert into job_file (job_id, name, body) values ($1, $2, $3)', [id, name, Buffer.from(body)]);
  }
}

type Claimed = Pick<ClaimedJob, 'id' | 'kind' | 'options' | 'attempts'>;

async function claim(client: pg.PoolClient, runner: string, leaseMs: number): Promise<ClaimedJob | null> {
  await endAbandoned(client);
  const { rows } = await client.query<Claimed>({
    name: 'claim-job',
    text: `
      update job_run
      set state = 'running', runner = $1, leased_until = clock_timestamp() + $2 * interval '1 ms', progress = 0,
          started_at = coalesce(started_at, clock_timestamp()), attempts = attempts + 1
      where id = (
        select id from job_run
        where (state = 'queued' or (state = 'running' and leased_until < clock_timestamp()))
        order by created_at, id limit 1 for update skip locked)
      returning id, kind, input as options, attempts`,
    values: [runner, leaseMs],
  });
  const [job] = rows;
  if (!job) return null;
  const files = await client.query<JobFile>('select name, body from job_file where job_id = $1', [job.id]);
  return { ...job, files: files.rows };
}

/** Jobs whose runner is gone and that are not to be begun again: a cancelled one, and one that keeps killing its process. */
async function endAbandoned(client: pg.PoolClient): Promise<void> {
  await client.query({
    name: 'end-abandoned-jobs',
    text: `
      update job_run
      set state = case when cancel_requested then 'cancelled' else 'failed' end, ended_at = clock_timestamp(),
          runner = null, leased_until = null,
          fault = case when not cancel_requested then jsonb_build_object('kind', 'permanent', 'code', 'runner-lost',
            'message', 'the process that worked on it ended ' || attempts || ' times') end
      where state = 'running' and leased_until < clock_timestamp() and (cancel_requested or attempts >= $1)`,
    values: [ATTEMPTS],
  });
}

async function finish(client: pg.PoolClient, id: string, runner: string, outcome: JobOutcome): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'finish-job',
    text: `
      update job_run
      set state = $3, result = $4::jsonb, fault = $5::jsonb, ended_at = clock_timestamp(), runner = null,
          leased_until = null, progress = case when $3 = 'done' then 1 else progress end
      where id = $1 and runner = $2 and state = 'running'`,
    values: [
      id,
      runner,
      outcome.state,
      outcome.state === 'done' ? JSON.stringify(outcome.summary) : null,
      outcome.state === 'failed' ? JSON.stringify(outcome.fault) : null,
    ],
  });
  if (rowCount !== 1) return false;
  if (outcome.state === 'done') {
    await client.query('insert into job_result (job_id, body) values ($1, $2)', [id, outcome.result]);
  }
  return true;
}

/** One that nobody works on ends at once; else its runner hears of it with its next heartbeat. */
async function cancel(pool: pg.Pool, id: string, actor: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'cancel-job',
    text: `
      with job as (
        update job_run
        set cancel_requested = true,
            state = case when state = 'queued' then 'cancelled' else state end,
            ended_at = case when state = 'queued' then clock_timestamp() end
        where id = $1 and state in ('queued', 'running') returning id)
      insert into audit_entry (actor, action, subject) select $2, 'job.cancel', 'job/' || id from job`,
    values: [id, actor],
  });
  return rowCount === 1;
}
