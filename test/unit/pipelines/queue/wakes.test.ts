import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HubQueue, QueueBackend } from '../../../../pipelines/queue/backend.ts';
import { openWakes, type Wakes } from '../../../../pipelines/queue/wakes.ts';

let jobs: { readonly name: string; readonly data: unknown; readonly at: number }[];
let errors: Error[];
let refuses: boolean;
let wakes: Wakes;

beforeEach(() => {
  vi.useFakeTimers();
  jobs = [];
  errors = [];
  refuses = false;
  const queue = {
    add: async (name: string, data: unknown) => {
      if (refuses) throw new Error('no queue');
      jobs.push({ name, data, at: Date.now() });
    },
  } as unknown as HubQueue;
  const backend = { kind: 'postgres', queue: () => queue } as unknown as QueueBackend;
  wakes = openWakes(backend, (error) => errors.push(error));
});
afterEach(() => void vi.useRealTimers());

/** Wakes one partition once a millisecond for so long, and lets everything come to rest. */
async function traffic(ms: number): Promise<void> {
  for (let i = 0; i < ms; i += 1) {
    wakes.wake('inbox.apply.v1', { partition: 1 });
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(1000);
}

describe('wake-ups', () => {
  test('become a job at once when nothing was called before', async () => {
    wakes.wake('inbox.apply.v1', { partition: 1 });
    wakes.wake('inbox.apply.v1', { partition: 2 });
    expect(jobs.map(({ data }) => data)).toEqual([{ partition: 1 }, { partition: 2 }]);
  });

  test('of the same work within a moment become one more job after it, so that the last is never lost', async () => {
    const begun = Date.now();
    await traffic(3);
    expect(jobs).toHaveLength(2);
    expect((jobs[1]?.at ?? 0) - begun).toBeLessThanOrEqual(20);
  });

  test('cost few jobs under steady traffic, and wait for none longer than an eighth of a second', async () => {
    await traffic(3000);
    expect(jobs.length).toBeLessThan(40);
    const waits = jobs.slice(1).map(({ at }, i) => at - (jobs[i]?.at ?? 0));
    expect(Math.max(...waits)).toBeLessThanOrEqual(125);
  });

  test('are quick again after a rest', async () => {
    await traffic(3000);
    const before = jobs.length;
    const begun = Date.now();
    await traffic(2);
    expect(jobs.slice(before).map(({ at }) => at - begun <= 20)).toEqual([true, true]);
  });

  test('that the queue does not take are reported, and the next ones are tried', async () => {
    refuses = true;
    await traffic(1);
    expect(errors.map(({ message }) => message)).toEqual(['no queue']);
    refuses = false;
    await traffic(1);
    expect(jobs).toHaveLength(1);
  });
});
