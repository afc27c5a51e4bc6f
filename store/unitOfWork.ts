import type pg from 'pg';
import type { UnitOfWork } from '../core/ports/index.ts';
import { openTransaction } from './transaction.ts';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const ATTEMPTS = 5;

/** Runs functions in transactions of a pool. Deadlocks and serialization failures end here: the function runs again. */
export function unitOfWork(pool: pg.Pool): UnitOfWork {
  return {
    transaction: (run) => withClient(pool, (client) => run(openTransaction(client))),
  };
}

/** Runs a function between BEGIN and COMMIT on one client; retried when PostgreSQL chose it as a victim. */
export async function withClient<T>(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await run(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((reason: Error) => {
        broken = reason;
      });
      if (!isVictim(error) || attempt === ATTEMPTS) throw error;
    } finally {
      client.release(broken);
    }
    await new Promise((resolve) => setTimeout(resolve, attempt * 5 * (1 + Math.random())));
  }
}

function isVictim(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === DEADLOCK || code === SERIALIZATION;
}
