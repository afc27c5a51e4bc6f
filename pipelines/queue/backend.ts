import {
  createPostgresBackend,
  Queue,
  type QueueOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { redisClient } from './redisClient.ts';

/** Where the queues live. Without a Redis they live in the hub's own PostgreSQL, in a schema of their own. */
export type QueueBackend = {
  readonly kind: 'postgres' | 'redis';
  queue(name: string): HubQueue;
  worker(name: string, process: (name: string, data: unknown) => Promise<unknown>, concurrency: number): HubWorker;
  close(): Promise<void>;
};

export type BackendOptions = {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly onError: (error: Error) => void;
};

/** Keeps the keys of one hub in one slot of a Redis cluster. */
const PREFIX = '{crossdock}';
const SCHEMA = 'crossdock_queue';
const LOCK_MS = 15_000;
const RETRY_MS = 1000;
/** How soon the job of a killed process is found; until then wake-ups of the same work wait behind it. */
const STALLED_MS = 5000;
/** Connections of each queue and of each worker; a worker holds one more to listen. */
const QUEUE_POOL = 2;
const WORKER_POOL = 2;

/** Opens the backend that the configuration names. Both run the same jobs by the same code. */
export async function openBackend(options: BackendOptions): Promise<QueueBackend> {
  return options.redisUrl ? redisBackend(options.redisUrl, options.onError) : postgresBackend(options);
}

/** BullMQ's own schema, brought up to date on one client of the caller's. */
export async function migrateQueues(client: Parameters<typeof runMigrations>[0]): Promise<void> {
  await runMigrations(client, SCHEMA);
}

function postgresBackend({ databaseUrl, onError }: BackendOptions): QueueBackend {
  const Postgres = withBackend(createPostgresBackend);
  const connection = (max: number) => ({
    connectionString: databaseUrl,
    schema: SCHEMA,
    application_name: 'crossdock queues',
    max,
    connectionTimeoutMillis: 10_000,
  });
  return collecting('postgres', onError, {
    queue: (name, options) => new Postgres.Queue(name, { ...options, connection: connection(QUEUE_POOL) }),
    worker: (name, process, options) =>
      new Postgres.Worker(name, process, { ...options, connection: connection(WORKER_POOL) }),
    end: async () => undefined,
  });
}

function redisBackend(url: string, onError: (error: Error) => void): QueueBackend {
  const client = redisClient(url, 'lasting');
  client.on('error', onError);
  return collecting('redis', onError, {
    queue: (name, options) => new Queue(name, { ...options, prefix: PREFIX, connection: client }),
    worker: (name, process, options) => new Worker(name, process, { ...options, prefix: PREFIX, connection: client }),
    end: async () => void client.disconnect(),
  });
}

/** What this hub uses of BullMQ's classes, whichever backend they are bound to. */
export type HubQueue = Pick<Queue, 'add' | 'upsertJobScheduler' | 'close'> & Listening;
export type HubWorker = Pick<Worker, 'close'> & Listening;
type Listening = { on(event: 'error', listener: (error: Error) => void): unknown };

type Makers = {
  readonly queue: (name: string, options: Omit<QueueOptions, 'connection'>) => HubQueue;
  readonly worker: (
    name: string,
    process: (job: { name: string; data: unknown }) => Promise<unknown>,
    options: Omit<WorkerOptions, 'connection'>,
  ) => HubWorker;
  readonly end: () => Promise<void>;
};

function collecting(kind: QueueBackend['kind'], onError: (error: Error) => void, make: Makers): QueueBackend {
  const queues: HubQueue[] = [];
  const workers: HubWorker[] = [];
  return {
    kind,
    queue(name) {
      const queue = make.queue(name, {
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
        skipVersionCheck: true,
      });
      queue.on('error', onError);
      queues.push(queue);
      return queue;
    },
    worker(name, process, concurrency) {
      const worker = make.worker(name, (job) => process(job.name, job.data), {
        concurrency,
        lockDuration: LOCK_MS,
        runRetryDelay: RETRY_MS,
        stalledInterval: STALLED_MS,
        drainDelay: 5,
        skipVersionCheck: true,
      });
      worker.on('error', onError);
      workers.push(worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(queues.map((queue) => queue.close()));
      await make.end();
    },
  };
}
