import type { BinId, LotId, PlacedUnits, UnitFactor } from '../../core/inventory/index.ts';
import type { InventoryTransaction, LotRow, PlaceNames, StoredIncoming } from '../../core/ports/index.ts';
import type { LocationId, ProductId } from '../../core/shared/ids.ts';
import { isUuid } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';
import { booksAt, loadCount, saveCount } from './counts.ts';
import { loadTransfer, moveTransferLots, saveTransfer, transferLots } from './transfers.ts';

/** The inventory side of a transaction, on its client. */
export function inventoryTransaction(db: Executor): InventoryTransaction {
  return {
    places: (products) => places(db, products),
    placeNames: (products) => placeNames(db, products),
    bin: (location, code) => bin(db, location, code),
    lot: (product, code) => lot(db, product, code),
    unit: (product, code) => unit(db, product, code),
    addLot: (product, row) => addLot(db, product, row),
    transfer: (id) => loadTransfer(db, id),
    saveTransfer: (change) => saveTransfer(db, change),
    transferLots: (transfer) => transferLots(db, transfer),
    moveTransferLots: (transfer, moves) => moveTransferLots(db, transfer, moves),
    count: (id) => loadCount(db, id),
    saveCount: (change) => saveCount(db, change),
    incoming: (id) => incoming(db, id),
    receiveIncoming: (id, quantity) => receiveIncoming(db, id, quantity),
    stocked: (location) => stocked(db, location),
    booksAt: (location, keys, at) => booksAt(db, location, keys, at),
  };
}

async function places(db: Executor, products: readonly ProductId[]): Promise<readonly PlacedUnits[]> {
  type Row = {
    product_id: ProductId;
    location_id: LocationId;
    bin_id: BinId | null;
    lot_id: LotId | null;
    quantity: number;
    expires_on: string | null;
    received_at: string | null;
    walk: number | null;
  };
  const { rows } = await db.query<Row>({
    name: 'stock-places',
    text: `select s.product_id, s.location_id, s.bin_id, s.lot_id, s.quantity, l.expires_on, l.created_at as received_at, b.walk
           from stock_place s left join lot l on l.id = s.lot_id left join bin b on b.id = s.bin_id
           where s.product_id = any($1::uuid[]) and s.quantity > 0`,
    values: [products],
  });
  return rows.map((row) => ({
    product: row.product_id,
    location: row.location_id,
    bin: row.bin_id,
    lot: row.lot_id,
    quantity: row.quantity,
    expiresOn: row.expires_on,
    receivedAt: row.received_at ?? '9999',
    walk: row.walk,
  }));
}

async function placeNames(db: Executor, products: readonly ProductId[]): Promise<PlaceNames> {
  type Row = {
    bin_id: BinId | null;
    bin: string;
    walk: number;
    lot_id: LotId | null;
    lot: string;
    expires_on: string | null;
  };
  const { rows } = await db.query<Row>({
    name: 'place-names',
    text: `select s.bin_id, b.code as bin, b.walk, s.lot_id, l.code as lot, l.expires_on
           from stock_place s left join bin b on b.id = s.bin_id left join lot l on l.id = s.lot_id
           where s.product_id = any($1::uuid[]) and s.quantity > 0`,
    values: [products],
  });
  const binned = rows.flatMap((row) => (row.bin_id === null ? [] : [{ ...row, id: row.bin_id }]));
  return {
    bins: new Map(binned.map(({ id, bin: code }) => [id, code])),
    walks: new Map(binned.map(({ id, walk }) => [id, walk])),
    lots: new Map(
      rows.flatMap((row) => (row.lot_id === null ? [] : [[row.lot_id, { code: row.lot, expiresOn: row.expires_on }]])),
    ),
  };
}

async function bin(db: Executor, location: LocationId, code: string): Promise<BinId | null> {
  const { rows } = await db.query<{ id: BinId }>({
    name: 'bin-by-code',
    text: 'select id from bin where location_id = $1 and code = $2 and is_active',
    values: [location, code],
  });
  return rows[0]?.id ?? null;
}

async function lot(db: Executor, product: ProductId, code: string): Promise<LotRow | null> {
  const { rows } = await db.query<LotRow>({
    name: 'lot-by-code',
    text: `select id, code, is_serial as "isSerial", expires_on as "expiresOn" from lot where product_id = $1 and code = $2`,
    values: [product, code],
  });
  return rows[0] ?? null;
}

async function unit(db: Executor, product: ProductId, code: string): Promise<UnitFactor | null> {
  const { rows } = await db.query<UnitFactor>({
    name: 'product-unit',
    text: 'select code, numerator, denominator from product_unit where product_id = $1 and code = $2',
    values: [product, code],
  });
  return rows[0] ?? null;
}

async function addLot(db: Executor, product: ProductId, { id, code, isSerial, expiresOn }: LotRow): Promise<void> {
  await db.query({
    name: 'insert-lot',
    text: 'insert into lot (id, product_id, code, is_serial, expires_on) values ($1, $2, $3, $4, $5)',
    values: [id, product, code, isSerial, expiresOn],
  });
}

async function stocked(db: Executor, location: LocationId): Promise<readonly ProductId[]> {
  const { rows } = await db.query<{ product_id: ProductId }>({
    name: 'stocked-products',
    text: `select product_id from stock_balance b
           where location_id = $1 and (on_hand <> 0 or exists (
             select from stock_entry e where e.product_id = b.product_id and e.location_id = b.location_id))
           order by product_id`,
    values: [location],
  });
  return rows.map((row) => row.product_id);
}

async function incoming(db: Executor, id: string): Promise<StoredIncoming | null> {
  if (!isUuid(id)) return null;
  type Row = Omit<StoredIncoming, 'unitCostMinor'> & { readonly cost: string | null };
  const { rows } = await db.query<Row>({
    name: 'lock-incoming',
    text: `select product_id as product, location_id as location, quantity - received as open, reference, unit_cost_minor as cost
           from incoming_supply where id = $1 and not is_cancelled for update`,
    values: [id],
  });
  const row = rows[0];
  if (!row) return null;
  const { cost, ...rest } = row;
  return { ...rest, unitCostMinor: cost === null ? null : Number(cost) };
}

async function receiveIncoming(db: Executor, id: string, quantity: number): Promise<void> {
  await db.query({
    name: 'receive-incoming',
    text: `update incoming_supply set received = received + $2, version = version + 1, updated_at = clock_timestamp() where id = $1`,
    values: [id, quantity],
  });
}
