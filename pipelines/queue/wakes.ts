import type { HubQueue, QueueBackend } from './backend.ts';
import { type JobName, type Jobs, QUEUE_OF, QUEUES, type QueueName, wakeKey } from './names.ts';

/** Says that there is work. Losing a wake-up loses nothing but time: the sweep finds the rows. */
export type Wakes = {
  /** Returns at once; many calls for the same work within a moment become one job. */
  wake<Name extends JobName>(name: Name, data: Jobs[Name]): void;
  /** Makes sure that a job comes every so often; the same call again changes nothing. */
  every<Name extends JobName>(name: Name, data: Jobs[Name], everyMs: number): Promise<void>;
};

const QUIET_MS = 15;

/** Wake-ups on a backend. `keepLastIfActive`: one that arrives while its job is active would else be lost. */
export function openWakes(backend: QueueBackend, onError: (error: Error) => void): Wakes {
  const queues = new Map<QueueName, HubQueue>(QUEUES.map((name) => [name, backend.queue(name)]));
  const quiet = new Map<string, 'quiet' | 'again'>();
  const queueOf = (name: JobName): HubQueue => queues.get(QUEUE_OF[name]) as HubQueue;

  const add = <Name extends JobName>(name: Name, data: Jobs[Name], key: string): void => {
    quiet.set(key, 'quiet');
    const deduplication = { id: key, keepLastIfActive: true };
    queueOf(name)
      .add(name, data, { deduplication })
      .catch(onError)
      .finally(() => setTimeout(() => rest(name, data, key), QUIET_MS).unref());
  };
  const rest = <Name extends JobName>(name: Name, data: Jobs[Name], key: string): void => {
    const again = quiet.get(key) === 'again';
    quiet.delete(key);
    if (again) add(name, data, key);
  };

  return {
    wake(name, data) {
      const key = wakeKey(name, data);
      if (quiet.has(key)) quiet.set(key, 'again');
      else add(name, data, key);
    },
    async every(name, data, everyMs) {
      const key = wakeKey(name, data).replaceAll(':', '_');
      await queueOf(name).upsertJobScheduler(key, { every: everyMs }, { name, data });
    },
  };
}
