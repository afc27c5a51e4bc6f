import { createHash } from 'node:crypto';

/** The most characters of an id of OFBiz (field type id). */
export const ID_LENGTH = 20;

/** Our reference as an id of OFBiz: itself, or a name that is made of it where it is longer. */
export function externalIdOf(reference: string): string {
  if (reference.length <= ID_LENGTH) return reference;
  return `x${createHash('sha256')
    .update(reference)
    .digest('hex')
    .slice(0, ID_LENGTH - 1)}`;
}

/** An id that nobody else gives to a record of ours: made of our reference, so that a second create of it is refused. */
export const ownIdOf = (reference: string): string => externalIdOf(`crossdock shipment ${reference}`);

/** The same for the payment of an order, by the order's reference. */
export const ownPaymentOf = (reference: string): string => externalIdOf(`crossdock payment ${reference}`);
