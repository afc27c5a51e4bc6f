import { z } from 'zod';
import type { StockDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef } from '../kit/connector.ts';
import { contentHash } from '../kit/contentHash.ts';
import { parseWire } from '../kit/parse.ts';
import type { CommerceClient } from './client.ts';

/** What of a batch was refused; an answer without a body took all of it. */
const Refused = z.object({
  errors: z.array(z.object({ errorCode: z.string().optional(), message: z.string().optional() })).optional(),
});

/**
 * Sets the quantity on hand of a product at a location of Omnichannel Inventory, as of an instant. The platform takes
 * its own reservations off it.
 */
export async function setOnHand(
  client: CommerceClient,
  { sku, location, quantity, asOf }: StockDocument,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const id = contentHash([location, sku, quantity, asOf]);
  const record = { id, sku, location, onHand: Math.max(0, quantity), effectiveDate: asOf };
  const set = await batch(
    client,
    'inventory/availability',
    '/availability-records/actions/batch-update',
    [record],
    signal,
  );
  return set.ok ? ok({ externalId: `${location}/${sku}`, version: asOf }) : set;
}

/** Units of one product that left a location. */
export type Fulfilled = { readonly sku: string; readonly quantity: number };

/** Ends the reservations of what left a location: quantity reserved and on hand go down together, once for each key. */
export function fulfillReservations(
  client: CommerceClient,
  {
    location,
    lines,
    reference,
    at,
  }: { location: string; lines: readonly Fulfilled[]; reference: string; at: string | undefined },
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const records = lines.map(({ sku, quantity }, i) => ({
    id: contentHash([reference, i]),
    location,
    sku,
    quantity,
    ...(at === undefined ? {} : { fulfillmentTime: at }),
  }));
  return batch(client, 'inventory/reservation', '/fulfillments', records, signal);
}

/** A record with this key was taken before. */
const DONE_BEFORE = 'DuplicateEventId';
/** The most records that one call takes. */
const MAX = 100;

async function batch(
  client: CommerceClient,
  family: string,
  path: string,
  records: readonly object[],
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const { tenantGroupId } = client.settings;
  if (tenantGroupId === undefined)
    return err(permanent('no-tenant-group', 'Omnichannel Inventory wants the tenant group ID (tenantGroupId)'));
  for (let from = 0; from < records.length; from += MAX) {
    const url = client.scapi(family, path, tenantGroupId);
    const body = { records: records.slice(from, from + MAX) };
    const answer = await client.http.request({ method: 'POST', url, body }, signal);
    if (!answer.ok) return answer;
    const refused = parseWire(Refused, answer.value.body ?? {}, 'answer to a batch');
    const errors = refused.ok ? (refused.value.errors ?? []) : [];
    const first = errors.find(({ errorCode }) => errorCode !== DONE_BEFORE);
    if (first) return err(permanent(`sfcc-${first.errorCode ?? 'refused'}`, first.message ?? 'the record was refused'));
  }
  return ok(undefined);
}
