import type pg from 'pg';
import type { ClosedDifferences, DestinationTotal, DestinationTotalTransaction } from '../../core/ports/index.ts';
import type { ConnectionId, OrderId } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';

/** The side of a transaction that deals with what orders come to elsewhere, on its client. */
export function destinationTotalTransaction(db: Executor): DestinationTotalTransaction {
  return {
    toleranceOf: (connection) => toleranceOf(db, connection),
    connectionNamed: (name) => connectionNamed(db, name),
    saveDestinationTotal: (total) => saveDestinationTotal(db, total),
    closeDifference: (order, connection, by, note) => closeDifference(db, order, connection, { by, note }),
  };
}

async function toleranceOf(db: Executor, connection: ConnectionId): Promise<number> {
  const text = 'select tolerance_minor as minor from closing_policy where connection_id = $1';
  const { rows } = await db.query<{ minor: string }>({ name: 'closing-tolerance', text, values: [connection] });
  return Number(rows[0]?.minor ?? 0);
}

async function connectionNamed(db: Executor, name: string): Promise<ConnectionId | null> {
  const text = `select id from connection where name = $1 and state <> 'removed'`;
  const { rows } = await db.query<{ id: ConnectionId }>({ name: 'connection-by-name', text, values: [name] });
  return rows[0]?.id ?? null;
}

async function saveDestinationTotal(db: Executor, total: DestinationTotal): Promise<void> {
  await db.query({
    name: 'save-destination-total',
    text: `
      insert into destination_total (order_id, connection_id, grand_minor, lines_minor, shipping_minor, tax_minor,
                                     levelled_minor, ours_minor, currency, causes, closing, stated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      on conflict (order_id, connection_id) do update
      set grand_minor = excluded.grand_minor, lines_minor = excluded.lines_minor, tax_minor = excluded.tax_minor,
          shipping_minor = excluded.shipping_minor, levelled_minor = excluded.levelled_minor,
          ours_minor = excluded.ours_minor, causes = excluded.causes, stated_at = excluded.stated_at,
          closing = excluded.closing, closed_by = null, note = null
      where destination_total.closing <> 'operator'
         or (destination_total.grand_minor, destination_total.ours_minor) is distinct from
            (excluded.grand_minor, excluded.ours_minor)`,
    values: [
      total.order,
      total.connection,
      total.grandMinor,
      total.linesMinor ?? null,
      total.shippingMinor ?? null,
      total.taxMinor ?? null,
      total.levelledMinor,
      total.oursMinor,
      total.currency,
      JSON.stringify(total.causes),
      total.closing,
      total.statedAt,
    ],
  });
}

async function closeDifference(
  db: Executor,
  order: OrderId,
  connection: ConnectionId,
  { by, note }: { readonly by: string; readonly note: string },
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'close-difference',
    text: `update destination_total set closing = 'operator', closed_by = $3, note = $4
           where order_id = $1 and connection_id = $2 and closing = 'open'`,
    values: [order, connection, by, note],
  });
  return rowCount === 1;
}

/** How the differences that were stated on a day (UTC) were closed, by destination and cause. */
export async function closedDifferences(pool: pg.Pool, day: string): Promise<readonly ClosedDifferences[]> {
  type Row = Omit<ClosedDifferences, 'sumMinor' | 'absoluteMinor'> & {
    readonly sum: string;
    readonly absolute: string;
  };
  const { rows } = await pool.query<Row>({
    name: 'closed-differences',
    text: `
      select c.name as connection, t.currency, t.closing, x.cause, count(distinct t.order_id)::integer as orders,
             coalesce(sum(x.minor), 0)::bigint as sum, coalesce(sum(abs(x.minor)), 0)::bigint as absolute
      from destination_total t join connection c on c.id = t.connection_id
      left join lateral jsonb_to_recordset(t.causes) as x (cause text, minor bigint) on true
      where t.stated_at >= $1::date and t.stated_at < $1::date + 1
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    values: [day],
  });
  return rows.map(({ sum, absolute, ...row }) => ({ ...row, sumMinor: Number(sum), absoluteMinor: Number(absolute) }));
}
