import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { OdooClient } from './client.ts';
import { searchRead } from './records.ts';
import { Id, Many2one, OptionalText } from './wire.ts';

const MaybeOne = z.union([Many2one, z.literal(false)]).transform((one) => (one === false ? undefined : one[0]));
const WireWarehouses = z.array(z.object({ id: Id, code: z.string() }));
const WirePlaces = z.array(z.object({ id: Id, warehouse_id: MaybeOne }));

/** Codes of the warehouses by location of kind internal: where stock lies that can be sold. */
export function warehousesByLocation(client: OdooClient, signal: AbortSignal) {
  return codesBy(client, 'stock.location', [['usage', '=', 'internal']], signal);
}

/** Codes of the warehouses by operation type. */
export function warehousesByType(client: OdooClient, signal: AbortSignal) {
  return codesBy(client, 'stock.picking.type', [], signal);
}

async function codesBy(
  client: OdooClient,
  model: string,
  domain: readonly (readonly [string, string, unknown])[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<number, string>, Fault>> {
  const houses = await searchRead(
    client,
    WireWarehouses,
    { model: 'stock.warehouse', domain: [], fields: ['code'] },
    signal,
  );
  if (!houses.ok) return houses;
  const codes = new Map(houses.value.map(({ id, code }) => [id, code]));
  const places = await searchRead(client, WirePlaces, { model, domain, fields: ['warehouse_id'] }, signal);
  if (!places.ok) return places;
  return ok(
    new Map(
      places.value.flatMap(({ id, warehouse_id }) => {
        const code = warehouse_id === undefined ? undefined : codes.get(warehouse_id);
        return code === undefined ? [] : [[id, code] as const];
      }),
    ),
  );
}

const WireSkus = z.array(z.object({ id: Id, default_code: OptionalText }));

/** Internal references of products by id; archived ones included, because their past is still told. */
export async function skusOf(
  client: OdooClient,
  products: readonly number[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<number, string>, Fault>> {
  const domain = [['id', 'in', [...new Set(products)]]] as const;
  const search = { model: 'product.product', domain, fields: ['default_code'], context: { active_test: false } };
  const read = await searchRead(client, WireSkus, search, signal);
  return read.ok ? ok(new Map(read.value.map(({ id, default_code }) => [id, default_code]))) : read;
}
