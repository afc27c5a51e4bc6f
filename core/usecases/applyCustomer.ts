import type { CustomerDocument } from '../documents/index.ts';
import type { Fault } from '../shared/fault.ts';
import type { CustomerId, Instant } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import type { Batch, Sender } from './batch.ts';

/** Adds a customer under its source's key, or brings it to the newer version; the store drops an older one. */
export function applyCustomer(batch: Batch, sender: Sender, document: CustomerDocument): Result<Applied, Fault> {
  const known = batch.referenceTo(sender.id, 'customer', document.externalId);
  const id = (known ?? batch.newId()) as CustomerId;
  if (!known) {
    batch.addReference({ connection: sender.id, entity: 'customer', externalId: document.externalId, internalId: id });
  }
  batch.customers.push({
    id,
    name: document.name ?? null,
    email: document.email ?? null,
    phone: document.phone ?? null,
    address: document.address ?? {},
    sourceVersion: document.updatedAt as Instant,
  });
  return ok(APPLIED);
}
