import type { StockDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import type { CommerceClient } from './client.ts';

type StockWrite = { readonly list: string; readonly sku: string; readonly amount: number; readonly asOf: string };

/**
 * Sets the allocation of a product in an inventory list as of an instant; B2C Commerce takes off it what it sells from
 * then on. A product that has no record there yet gets one.
 */
export const pushStock: Write<CommerceClient, StockDocument, RemoteRef> = {
  encode: ({ sku, location, quantity, asOf }) =>
    ok({ list: location, sku, amount: Math.max(0, quantity), asOf } satisfies StockWrite),
  send: (client, raw, _key, signal) => setAllocation(client, raw as StockWrite, signal),
  duplicates: { mode: 'idempotent' },
};

const NO_RECORD = 'sfcc-ProductInventoryRecordNotFoundException';

async function setAllocation(
  client: CommerceClient,
  { list, sku, amount, asOf }: StockWrite,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const path = `/inventory_lists/${encodeURIComponent(list)}/product_inventory_records/${encodeURIComponent(sku)}`;
  const url = client.dataApi(path);
  if (url === undefined) return err(NO_INSTANCE);
  const body = { allocation: { amount, reset_date: asOf } };
  const set = await client.http.request({ method: 'PATCH', url, body }, signal);
  if (set.ok) return ok({ externalId: `${list}/${sku}`, version: asOf });
  if (set.error.code !== NO_RECORD) return set;
  const made = await client.http.request({ method: 'PUT', url, body }, signal);
  return made.ok ? ok({ externalId: `${list}/${sku}`, version: asOf }) : made;
}

export const NO_INSTANCE: Fault = permanent(
  'no-instance-host',
  'inventory lists are in the OCAPI Data API of the instance: enter its host name (instanceHost)',
  '/location',
);
