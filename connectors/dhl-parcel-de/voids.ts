import type { LabelReceipt } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import type { Client } from './client.ts';
import { deleteShipments, openShipments, wereClosed } from './deleting.ts';

type Prepared = { readonly externalId: string; readonly numbers: readonly string[] };

/** How long DHL may take to carry a deletion out whose answer was lost. */
const SETTLE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Deletes all shipments of an order, as long as they are not closed. DHL says the same of a deleted one and of a closed one,
 * so it is asked before whether they are open: then one that is gone afterwards was deleted, unless it stands in a manifest.
 */
export const voidLabel: Write<Client, LabelReceipt, RemoteRef> = {
  encode({ externalId, parcels }) {
    const numbers = parcels.map(({ trackingNumber }) => trackingNumber);
    const at = numbers.findIndex((number) => !/^\w{8,50}$/.test(number));
    if (at < 0) return ok({ externalId, numbers } satisfies Prepared);
    return err(permanent('no-shipment', `${numbers[at]} is no shipment of DHL`, `/parcels/${at}/trackingNumber`));
  },
  async send(client, raw, _key, signal) {
    const { externalId, numbers } = raw as Prepared;
    const open = await openShipments(client, numbers, signal);
    if (!open.ok) return open;
    if (open.value === 0) return err(permanent('not-open', `DHL has closed ${externalId}, or it was deleted before`));
    const deleted = await deleteShipments(client, numbers, signal);
    return deleted.ok ? ok({ externalId }) : deleted;
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: SETTLE_MS,
    async landed(client, raw, _key, signal): Promise<Result<RemoteRef | null, Fault>> {
      const { externalId, numbers } = raw as Prepared;
      const open = await openShipments(client, numbers, signal);
      if (!open.ok) return open;
      if (open.value > 0) return ok(null);
      for (const days of [0, 1]) {
        const date = instantOf(epochMs(client.now()) - days * DAY_MS).slice(0, 10);
        const closed = await wereClosed(client, numbers, date, signal);
        if (!closed.ok) return closed;
        if (closed.value) return err(permanent('not-deleted', `DHL has closed ${externalId}`));
      }
      return ok({ externalId });
    },
  },
};
