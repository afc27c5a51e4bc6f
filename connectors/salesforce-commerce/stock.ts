import type { StockDocument } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { type CommerceClient, NO_INSTANCE } from './client.ts';
import { inventoryXml } from './inventoryXml.ts';
import { setOnHand } from './omnichannel.ts';

/**
 * Sets the allocation of a product in an inventory list as of an instant; B2C Commerce takes off it what it sells from
 * then on. A product that has no record there yet gets one.
 */
export const pushStock: Write<CommerceClient, StockDocument, RemoteRef> = {
  encode: (document) => ok(document),
  send: (client, raw, _key, signal) => {
    const level = raw as StockDocument;
    switch (client.settings.stockBy) {
      case 'lists':
        return setAllocation(client, level, signal);
      case 'omnichannel':
        return setOnHand(client, level, signal);
      case 'feed':
        return writeFeed(client, level, signal);
    }
  },
  duplicates: { mode: 'idempotent' },
};

const NO_RECORD = 'sfcc-ProductInventoryRecordNotFoundException';

async function setAllocation(
  client: CommerceClient,
  { location: list, sku, quantity, asOf }: StockDocument,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const path = `/inventory_lists/${encodeURIComponent(list)}/product_inventory_records/${encodeURIComponent(sku)}`;
  const url = client.dataApi(path);
  if (url === undefined) return err(NO_INSTANCE);
  const body = { allocation: { amount: Math.max(0, quantity), reset_date: asOf } };
  const set = await client.http.request({ method: 'PATCH', url, body }, signal);
  if (set.ok) return ok({ externalId: `${list}/${sku}`, version: asOf });
  if (set.error.code !== NO_RECORD) return set;
  const made = await client.http.request({ method: 'PUT', url, body }, signal);
  return made.ok ? ok({ externalId: `${list}/${sku}`, version: asOf }) : made;
}

/** A file for each product of a list, which a job of the instance imports; a later level takes the place of an earlier one. */
async function writeFeed(
  client: CommerceClient,
  level: StockDocument,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const folder = client.feed('inventory-in');
  if (folder === undefined) return err(NO_INSTANCE);
  const name = encodeURIComponent(`${level.location}-${level.sku}.xml`);
  const headers = { 'Content-Type': 'application/xml' };
  const request = { method: 'PUT', url: `${folder}/${name}`, headers, body: inventoryXml(level) } as const;
  const put = await client.http.request({ ...request, responseType: 'text' }, signal);
  return put.ok ? ok({ externalId: `${level.location}/${level.sku}`, version: level.asOf }) : put;
}
