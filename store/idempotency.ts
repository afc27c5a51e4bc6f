import type pg from 'pg';

export type Begun =
  | { readonly kind: 'new' }
  | { readonly kind: 'running' }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'done'; readonly status: number; readonly body: unknown };

/** After this time a request that never finished (its process died) may be made again under its key. */
const ABANDONED_AFTER = '60 seconds';

/** Answers of API writes by their Idempotency-Key. */
export function idempotencyStore(pool: pg.Pool) {
  return {
    async begin(scope: string, key: string, fingerprint: string): Promise<Begun> {
      const values = [scope, key, Buffer.from(fingerprint, 'hex')];
      const { rowCount } = await pool.query({
        name: 'begin-idempotent',
        text: `
          insert into idempotency_record as r (scope, key, fingerprint) values ($1, $2, $3)
          on conflict (scope, key) do update set created_at = now()
          where r.status is null and r.fingerprint = $3 and r.created_at < now() - interval '${ABANDONED_AFTER}'`,
        values,
      });
      if (rowCount === 1) return { kind: 'new' };
      const { rows } = await pool.query<{ same: boolean; status: number | null; response: unknown }>({
        name: 'show-idempotent',
        text: 'select fingerprint = $3 as same, status, response from idempotency_record where scope = $1 and key = $2',
        values,
      });
      const row = rows[0];
      if (!row) return { kind: 'running' };
      if (!row.same) return { kind: 'mismatch' };
      return row.status === null ? { kind: 'running' } : { kind: 'done', status: row.status, body: row.response };
    },
    async finish(scope: string, key: string, status: number, body: unknown): Promise<void> {
      await pool.query({
        name: 'finish-idempotent',
        text: 'update idempotency_record set status = $3, response = $4 where scope = $1 and key = $2',
        values: [scope, key, status, JSON.stringify(body)],
      });
    },
    async abandon(scope: string, key: string): Promise<void> {
      await pool.query({
        name: 'abandon-idempotent',
        text: 'delete from idempotency_record where scope = $1 and key = $2 and status is null',
        values: [scope, key],
      });
    },
  };
}
