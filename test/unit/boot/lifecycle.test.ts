import { expect, test } from 'vitest';
import { type LifecycleOptions, openLifecycle } from '../../../boot/lifecycle.ts';
import { openLog } from '../../../boot/log.ts';
import { err, ok } from '../../../core/shared/result.ts';

function story(more: Partial<LifecycleOptions> = {}) {
  const said: string[] = [];
  const stream = { write: (line: string) => said.push(JSON.parse(line).msg) } as unknown as NodeJS.WriteStream;
  const log = openLog({ level: 'warn', stream });
  const life = openLifecycle({ log, signal: new AbortController().signal, deadlineMs: 20, graceMs: 10, ...more });
  const part = (name: string, stop: (deadline: AbortSignal) => Promise<void> = async () => void said.push(name)) =>
    life.start(name, async () => ok({ value: name, stop }));
  return { life, part, said };
}
const never = (): Promise<void> => new Promise(() => undefined);

test('parts stop newest first, once, however often stop is called', async () => {
  const { life, part, said } = story();
  expect(await part('database')).toEqual(ok('database'));
  await part('queues');
  await part('server');
  expect(await Promise.all([life.stop(), life.stop()])).toEqual([[], []]);
  expect(said).toEqual(['server', 'queues', 'database']);
});

test('a part that cannot start is a problem, and what had started before still stops', async () => {
  const { life, part, said } = story();
  await part('database');
  const problem = { code: 'port-in-use', message: 'Port 8080 is in use.', next: 'Use another.' };
  expect(await life.start('server', async () => err(problem))).toEqual(err(problem));
  await life.stop();
  expect(said).toEqual(['database']);
});

test('a part that hangs or throws does not keep the others from stopping, and is named', async () => {
  const { life, part, said } = story();
  await part('database');
  await part('thrower', async () => {
    throw new Error('broken');
  });
  await part('hanger', never);
  await part('server');
  expect(await life.stop()).toEqual(['hanger', 'thrower']);
  expect(said).toEqual(['server', 'hanger did not stop in time', 'thrower failed to stop', 'database']);
});

test('a part that drains is told when the deadline has come', async () => {
  const { life, part } = story();
  let wasTold = false;
  await part(
    'drain',
    (deadline) =>
      new Promise((resolve) => {
        deadline.addEventListener('abort', () => {
          wasTold = true;
          resolve();
        });
      }),
  );
  expect(await life.stop()).toEqual([]);
  expect(wasTold).toBe(true);
});

test('nothing starts once the process is asked to end', async () => {
  const { part } = story({ signal: AbortSignal.abort() });
  expect(await part('server')).toMatchObject({ ok: false, error: { code: 'stopped' } });
});
