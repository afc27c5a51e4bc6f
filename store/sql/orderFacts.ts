import type { OrderFactsQuery, PricePage, PriceQuery, PriceRow, StoredOrderFacts } from '../../core/ports/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { column, type Executor } from '../database.ts';
import { instantFrom } from '../instant.ts';

/** What is known about an order that is to be checked. Duplicates are found by what the search knows: moments old. */
export async function orderFacts(
  db: Executor,
  id: OrderId,
  { document, skus, withinHours }: OrderFactsQuery,
): Promise<StoredOrderFacts> {
  const items = await db.query<{ sku: string; is_active: boolean; unit_price: string | null; tolerance_bps: number }>({
    name: 'order-items',
    text: `
      select p.sku, p.is_active, trim_scale(l.unit_price)::text as unit_price, l.tolerance_bps
      from product p left join price_list l on l.sku = p.sku and l.currency = $2
      where p.sku = any($1::text[])`,
    values: [skus, document.currency],
  });
  return {
    sellable: new Map(items.rows.map(({ sku, is_active }) => [sku, is_active])),
    prices: new Map(
      items.rows.flatMap(({ sku, unit_price, tolerance_bps }) =>
        unit_price === null ? [] : [[sku, { unitPrice: unit_price, toleranceBps: tolerance_bps }] as const],
      ),
    ),
    alike: await alike(db, id, document, withinHours),
  };
}

async function alike(
  db: Executor,
  id: OrderId,
  { customer, currency, totals, placedAt }: OrderFactsQuery['document'],
  withinHours: number,
): Promise<StoredOrderFacts['alike']> {
  const buyer = customer?.externalId ?? customer?.email ?? customer?.phone;
  if (buyer === undefined) return [];
  const { rows } = await db.query<StoredOrderFacts['alike'][number]>({
    name: 'orders-alike',
    text: `
      select o.number, o.document -> 'lines' as lines
      from order_search s join orders o on o.id = s.order_id
      where s.keys @> array[$2::text] and o.id <> $1 and o.state <> 'cancelled'
        and o.links is null and o.currency = $3 and o.grand_minor = $4
        and s.placed_at between $5::timestamptz - $6 * interval '1 hour' and $5::timestamptz + $6 * interval '1 hour'
      order by s.placed_at limit 20`,
    values: [id, `customer:${buyer}`.toLowerCase(), currency, totals.grandMinor, placedAt, withinHours],
  });
  return rows;
}

/** Sets prices of the list. */
export async function savePrices(db: Executor, prices: readonly PriceRow[]): Promise<void> {
  const unique = [...new Map(prices.map((price) => [`${price.sku} ${price.currency}`, price])).values()];
  if (unique.length === 0) return;
  await db.query({
    name: 'save-prices',
    text: `
      insert into price_list (sku, currency, unit_price, tolerance_bps)
      select * from unnest($1::text[], $2::text[], $3::numeric[], $4::integer[]) as row (s, c, p, t) order by s, c
      on conflict (sku, currency) do update
      set unit_price = excluded.unit_price, tolerance_bps = excluded.tolerance_bps, updated_at = clock_timestamp()`,
    values: [
      column(unique, (price) => price.sku),
      column(unique, (price) => price.currency),
      column(unique, (price) => price.unitPrice),
      column(unique, (price) => price.toleranceBps),
    ],
  });
}

/** Prices of the list in the order of their SKUs. The cursor is the last one's SKU and currency. */
export async function listPrices(db: Executor, { sku, currency, limit, cursor }: PriceQuery): Promise<PricePage> {
  const [afterSku = '', afterCurrency = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString('utf8')
    .split('\n');
  type Row = PriceRow & { readonly updated_at: string };
  const { rows } = await db.query<Row>({
    name: 'list-prices',
    text: `
      select sku, currency, trim_scale(unit_price)::text as "unitPrice", tolerance_bps as "toleranceBps", updated_at
      from price_list
      where (sku, currency) > ($1, $2) and ($3::text is null or sku = $3) and ($4::text is null or currency = $4)
      order by sku, currency limit $5`,
    values: [afterSku, afterCurrency, sku ?? null, currency ?? null, limit],
  });
  const items = rows.map(({ updated_at, ...row }) => ({ ...row, updatedAt: instantFrom(updated_at) }));
  const last = items.at(-1);
  const next =
    last && items.length === limit ? Buffer.from(`${last.sku}\n${last.currency}`).toString('base64url') : null;
  return { items, cursor: next };
}
