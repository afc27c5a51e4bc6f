import type pg from 'pg';
import { MOVES_NO_VALUE } from '../../core/inventory/index.ts';
import type { OwnedChanges } from '../../core/ports/index.ts';

const FETCH = 2000;

type Row = { readonly sku: string; readonly units: number; readonly cost: string | null };

/**
 * What changed of the owned units of each product, product by product in the order of the ledger, up to an instant. Read by
 * a cursor on one snapshot, so that any ledger fits into memory; promises change nothing that is owned and are left out.
 */
export async function ownedChanges(
  pool: pg.Pool,
  { sku, until }: { readonly sku: string | null; readonly until: string | null },
  onChange: Parameters<OwnedChanges>[1],
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query({ text: `declare change no scroll cursor for ${TEXT}`, values: [MOVES_NO_VALUE, sku, until] });
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${FETCH} from change`);
      for (const { sku: of, units, cost } of rows)
        onChange(of, { units, unitCostMinor: cost === null ? null : Number(cost) });
      if (rows.length < FETCH) return;
    }
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

const UNITS = `e.on_hand + coalesce(e.picked, 0) + coalesce(e.damaged, 0) + coalesce(e.quality, 0) + coalesce(e.in_transit, 0)`;

const TEXT = `
  select p.sku, ${UNITS} as units, e.unit_cost_minor as cost
  from stock_entry e join product p on p.id = e.product_id
  where e.kind <> all($1::text[]) and ${UNITS} <> 0 and ($2::text is null or p.sku = $2)
    and ($3::timestamptz is null or e.at <= $3)
  order by p.sku, e.id`;
