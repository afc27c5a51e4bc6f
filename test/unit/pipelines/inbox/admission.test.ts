import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { admit } from '../../../../api/admission.ts';
import { Admission, type InboxLook } from '../../../../pipelines/inbox/admission.ts';

const RULES = { seconds: 60, always: 100, atMost: 10_000 };

/** An inbox that is looked at every three seconds, as somebody sends all the time. */
async function looking(looks: readonly InboxLook[]): Promise<Admission> {
  let at = 0;
  let next = 0;
  const admission = new Admission(
    async () => looks[next++] as InboxLook,
    RULES,
    () => at,
  );
  for (const _ of looks) {
    at += 3000;
    await admission.refresh();
  }
  return admission;
}

/** `count` looks at an inbox to which `arriving` messages come per second, and from which `leaving` go. */
function traffic(count: number, arriving: number, leaving: number, waiting = 1, stored = 0): InboxLook[] {
  return Array.from({ length: count }, (_, i) => {
    const left = waiting + i * 3 * (arriving - leaving);
    return { stored: stored + i * 3 * arriving, waiting: left, live: left };
  });
}

describe('admission to the inbox', () => {
  test('everything is taken while the inbox is empty', async () => {
    const admission = await looking(traffic(5, 20, 20, 0));
    expect(admission.retryAfterSeconds()).toBe(0);
    expect(await admission.forecast()).toEqual({ waiting: 0, live: 0, perSecond: null, seconds: 0 });
  });

  test('a backlog that drains in time is taken on', async () => {
    const admission = await looking(traffic(10, 110, 100, 3000));
    expect(await admission.forecast()).toEqual({ waiting: 3270, live: 3270, perSecond: 100, seconds: 33 });
    expect(admission.retryAfterSeconds()).toBe(0);
  });

  test('beyond the seconds that a message may wait, the sender is told when there will be room', async () => {
    const admission = await looking(traffic(10, 110, 100, 6230));
    expect(await admission.forecast()).toMatchObject({ waiting: 6500, perSecond: 100, seconds: 65 });
    expect(admission.retryAfterSeconds()).toBe(5);
  });

  test('a slow hub still takes a short crowd', async () => {
    const [slow, slower] = [await looking(traffic(10, 1, 1, 100)), await looking(traffic(10, 1, 1, 102))];
    expect(slow.retryAfterSeconds()).toBe(0);
    expect(slower.retryAfterSeconds()).toBe(2);
  });

  test('while no worker runs, messages are taken up to a number that no disk minds', async () => {
    const [many, tooMany] = [await looking(traffic(10, 100, 0, 7000)), await looking(traffic(10, 100, 0, 8000))];
    expect(many.retryAfterSeconds()).toBe(0);
    expect(await many.forecast()).toMatchObject({ perSecond: null, seconds: null });
    expect(tooMany.retryAfterSeconds()).toBe(300);
  });

  test('an idle time says nothing about the pace, and the last one stays known', async () => {
    const admission = await looking([
      ...traffic(10, 100, 100, 50),
      { stored: 3000, waiting: 0, live: 0 },
      ...traffic(2, 5, 0, 5, 3000),
    ]);
    expect((await admission.forecast()).perSecond).toBe(100);
  });

  test('a backfill keeps no live message out', async () => {
    const backfill = traffic(10, 0, 10, 9000).map((look) => ({ ...look, live: 3 }));
    expect((await looking(backfill)).retryAfterSeconds()).toBe(0);
  });

  test('a server that began its counters again, or does not answer, changes nothing that is known', async () => {
    const admission = await looking([...traffic(10, 100, 100, 50), ...traffic(1, 0, 0, 50, 0)]);
    expect((await admission.forecast()).perSecond).toBe(100);
    const deaf = new Admission(() => Promise.reject(new Error('connection refused')), RULES);
    expect(deaf.retryAfterSeconds()).toBe(0);
  });
});

test('a message without room is answered 429 with the time to come again, and its body is not read', async () => {
  let room = false;
  const app = new Hono();
  app.post('/', admit({ retryAfterSeconds: () => (room ? 0 : 7) }), (c) => c.json({}, 202));
  const refused = await app.request('/', { method: 'POST', body: 'x' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await refused.json()).toMatchObject({ code: 'inbox-full', next: 'send again in 7 s' });
  room = true;
  expect((await app.request('/', { method: 'POST' })).status).toBe(202);
});
