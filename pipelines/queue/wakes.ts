import type { HubQueue, QueueBackend } from './backend.ts';
import { type JobName, type Jobs, QUEUE_OF, QUEUES, type QueueName, wakeKey } from './names.ts';

/** Says that there is work. Losing a wake-up loses nothing but time: the sweep finds the rows. */
export type Wakes = {
  /** Returns at once; many calls for the same work within a moment become one job. */
  wake<Name extends JobName>(name: Name, data: Jobs[Name]): void;
  /** Makes sure that a job comes every so often; the same call again changes nothing. */
  every<Name extends JobName>(name: Name, data: Jobs[Name], everyMs: number): Promise<void>;
};

/**
 * How long the same work is not called again after a call. Under steady traffic it doubles each time up to the second
 * figure: a job costs the queue far more than a row costs the batch that it wakes.
 */
const QUIET_MS = 15;
const BUSY_MS = 120;

type Quiet = { readonly ms: number; isWantedAgain: boolean };

/** Wake-ups on a backend. `keepLastIfActive`: one that arrives while its job is active would else be lost. */
export function openWakes(backend: QueueBackend, onError: (error: Error) => void): Wakes {
  const queues = new Map<QueueName, HubQueue>(QUEUES.map((name) => [name, backend.queue(name)]));
  const quiet = new Map<string, Quiet>();
  const queueOf = (name: JobName): HubQueue => queues.get(QUEUE_OF[name]) as HubQueue;

  const add = <Name extends JobName>(name: Name, data: Jobs[Name], key: string, ms: number): void => {
    quiet.set(key, { ms, isWantedAgain: false });
    const deduplication = { id: key, keepLastIfActive: true };
    queueOf(name)
      .add(name, data, { deduplication })
      .catch(onError)
      .finally(() => setTimeout(() => rest(name, data, key), ms).unref());
  };
  const rest = <Name extends JobName>(name: Name, data: Jobs[Name], key: string): void => {
    const ended = quiet.get(key);
    quiet.delete(key);
    if (ended?.isWantedAgain) add(name, data, key, Math.min(BUSY_MS, ended.ms * 2));
  };

  return {
    wake(name, data) {
      const key = wakeKey(name, data);
      const running = quiet.get(key);
      if (running) running.isWantedAgain = true;
      else add(name, data, key, QUIET_MS);
    },
    async every(name, data, everyMs) {
      const key = wakeKey(name, data).replaceAll(':', '_');
      await queueOf(name).upsertJobScheduler(key, { every: everyMs }, { name, data });
    },
  };
}
