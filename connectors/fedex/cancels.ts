import type { LabelReceipt } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { type Client, codeOf, inDoubt } from './client.ts';
import { CancelAnswer, parseAnswer } from './wire.ts';

/** Cancels a whole shipment by its master tracking number; one that is cancelled already stays so. */
export const voidLabel: Write<Client, LabelReceipt, RemoteRef> = {
  encode: ({ externalId }) =>
    /^\d{10,34}$/.test(externalId)
      ? ok(externalId)
      : err(permanent('no-shipment', `${externalId} is no FedEx shipment`, '/externalId')),
  async send(client, raw, { reference }, signal) {
    const externalId = raw as string;
    const body = {
      accountNumber: { value: client.settings.accountNumber },
      trackingNumber: externalId,
      deletionControl: 'DELETE_ALL_PACKAGES',
    };
    const path = '/ship/v1/shipments/cancel';
    const call = { method: 'PUT', path, body, effect: 'write', transaction: reference } as const;
    const answer = await client.call(call, signal);
    if (!answer.ok) return isCancelled(answer.error) ? ok({ externalId }) : answer;
    const parsed = parseAnswer(CancelAnswer, answer.value, 'FedEx cancellation');
    if (!parsed.ok) return inDoubt(parsed.error);
    const { cancelledShipment, message = 'the shipment was not cancelled' } = parsed.value.output;
    return cancelledShipment ? ok({ externalId }) : err(permanent('not-cancelled', `FedEx: ${message}`));
  },
  duplicates: { mode: 'idempotent' },
};

const isCancelled = ({ code }: Fault): boolean => code === codeOf('CANCELSHIPMENT.TRACKINGNUMBER.DELETED');
