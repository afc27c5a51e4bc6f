import type pg from 'pg';
import type { RateBudget } from '../core/ports/index.ts';

/**
 * Token buckets as rows: all processes that call one account take from the same bucket. A bucket refills by the time
 * that passed on PostgreSQL's clock, so the clocks of the workers do not matter.
 */
export function rateBudget(pool: pg.Pool): RateBudget {
  return {
    take: async (connection, cost, perSecond, burst) => {
      const { rows } = await pool.query<{ wait_ms: number }>({
        name: 'take-tokens',
        text: `
          with refilled as (
            select connection_id, blocked_until,
                   least($4::double precision,
                         tokens + $3 * extract(epoch from clock_timestamp() - refilled_at)::double precision) as tokens
            from rate_bucket where connection_id = $1 for update
          ), taken as (
            update rate_bucket b
            set refilled_at = clock_timestamp(),
                tokens = r.tokens - case when r.tokens >= $2 and r.blocked_until <= clock_timestamp() then $2 else 0 end
            from refilled r where b.connection_id = r.connection_id
            returning r.tokens, r.blocked_until
          )
          select ceil(1000 * greatest(0, ($2 - tokens) / $3, extract(epoch from blocked_until - clock_timestamp())))::float8
            as wait_ms from taken`,
        values: [connection, cost, perSecond, burst],
      });
      if (rows[0]) return { waitMs: rows[0].wait_ms };
      await pool.query({
        name: 'new-bucket',
        text: `insert into rate_bucket (connection_id, tokens, refilled_at) values ($1, $2, clock_timestamp())
               on conflict do nothing`,
        values: [connection, Math.max(0, burst - cost)],
      });
      return { waitMs: 0 };
    },
    block: async (connection, forMs) => {
      await pool.query({
        name: 'block-bucket',
        text: `insert into rate_bucket (connection_id, tokens, refilled_at, blocked_until)
               values ($1, 0, clock_timestamp(), clock_timestamp() + $2 * interval '1 ms')
               on conflict (connection_id) do update
               set blocked_until = greatest(rate_bucket.blocked_until, excluded.blocked_until)`,
        values: [connection, forMs],
      });
    },
  };
}
