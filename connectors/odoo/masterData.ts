import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { OdooClient } from './client.ts';
import { searchRead } from './records.ts';
import { WireIds } from './wire.ts';

/** A price list in a currency, by which an order gets its currency; undefined when there is none: then the company's counts. */
export function findPricelist(
  client: OdooClient,
  currency: string,
  signal: AbortSignal,
): Promise<Result<number | undefined, Fault>> {
  return client.remember(`pricelist/${currency}`, async () => {
    const search = { model: 'product.pricelist', domain: [['currency_id.name', '=', currency]], limit: 1 } as const;
    const found = await searchRead(client, WireIds, { ...search, fields: ['id'] }, signal);
    return found.ok ? ok(found.value[0]?.id) : found;
  });
}

/** The id of a warehouse by its code; undefined when there is none. */
export function findWarehouse(
  client: OdooClient,
  code: string,
  signal: AbortSignal,
): Promise<Result<number | undefined, Fault>> {
  return client.remember(`warehouse/${code}`, async () => {
    const search = { model: 'stock.warehouse', domain: [['code', '=', code]], limit: 1 } as const;
    const found = await searchRead(client, WireIds, { ...search, fields: ['id'] }, signal);
    return found.ok ? ok(found.value[0]?.id) : found;
  });
}

const WireCompany = z.array(z.object({ name: z.string() }));

/** The name of the company that the user works in. */
export async function companyName(client: OdooClient, signal: AbortSignal): Promise<Result<string, Fault>> {
  const { companyId } = client.settings;
  const domain = companyId === undefined ? [] : ([['id', '=', companyId]] as const);
  const found = await searchRead(
    client,
    WireCompany,
    { model: 'res.company', domain, fields: ['name'], limit: 1 },
    signal,
  );
  return found.ok ? ok(found.value[0]?.name ?? '') : found;
}
