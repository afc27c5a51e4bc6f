import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { StartupProblem } from './problem.ts';

const HUB_LOCK = 0x1b0e;
const APPLICATION = 'crossdock holder';
const RETRY_MS = 250;
/** The server notices a hub that was just killed soon, but not at once. */
const LOCK_PATIENCE_MS = 1000;

/**
 * Takes a place among those who use a server. A holder is a connection: it is gone with its process, however that ends.
 * `second-hub` when there is a hub already.
 */
export async function takeHold(
  url: string,
  role: 'hub' | 'guest',
  dataDir: string,
): Promise<Result<pg.Client, StartupProblem>> {
  const client = new pg.Client({ connectionString: url, application_name: APPLICATION, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  if (role === 'guest') return ok(client);
  const until = Date.now() + LOCK_PATIENCE_MS;
  while (!(await tryHubLock(client))) {
    if (Date.now() < until) await sleep(50);
    else {
      await client.end();
      return err({
        code: 'second-hub',
        message: `another hub is running on the data directory ${dataDir}`,
        next: 'stop it first, or give this one a place of its own with --data DIR',
      });
    }
  }
  return ok(client);
}

async function tryHubLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [HUB_LOCK]);
  return rows[0]?.locked === true;
}

/** Gives a place up and tells how many others are left; none when the server is gone. */
export async function letGo(client: pg.Client, url: string): Promise<number> {
  await client.end().catch(() => undefined);
  // Asked on a new connection: the place's own may have been lost while the server and the others live on.
  const asking = new pg.Client({ connectionString: url });
  asking.on('error', () => undefined);
  try {
    await asking.connect();
    const { rows } = await asking.query<{ others: number }>(
      'select count(*)::integer as others from pg_stat_activity where application_name = $1',
      [APPLICATION],
    );
    return rows[0]?.others ?? 0;
  } catch {
    return 0;
  } finally {
    await asking.end().catch(() => undefined);
  }
}

/** A place among the holders that is taken again whenever it is lost, until it is ended. */
export type KeptHold = { end(): Promise<pg.Client> };

/**
 * Watches a holder's connection. When the server dies under it (killed, out of memory) `again` is called until it
 * brings the server back and gives a new connection: a hub without its hold could have the server stopped under it.
 */
export function keepHold(first: pg.Client, again: () => Promise<Result<pg.Client, StartupProblem>>): KeptHold {
  let client = first;
  let isEnding = false;
  let reviving = Promise.resolve();
  const revive = async () => {
    for (; !isEnding; await sleep(RETRY_MS)) {
      const taken = await again().catch(() => undefined);
      if (!taken?.ok) continue;
      client = taken.value;
      watch();
      return;
    }
  };
  const watch = () =>
    client.once('end', () => {
      if (!isEnding) reviving = revive();
    });
  watch();
  return {
    end: async () => {
      isEnding = true;
      await reviving;
      return client;
    },
  };
}
