import type { LabelReceipt } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { type Client, noneWhen } from './client.ts';
import { parseAnswer, VoidAnswer } from './wire.ts';

/** Voids a whole shipment; one that is void already stays so. */
export const voidLabel: Write<Client, LabelReceipt, RemoteRef> = {
  encode: ({ externalId }) =>
    /^1Z[0-9A-Z]{16}$/.test(externalId)
      ? ok(externalId)
      : err(permanent('no-shipment', `${externalId} is no UPS shipment`, '/externalId')),
  async send(client, raw, _key, signal) {
    const externalId = raw as string;
    const path = `/api/shipments/v2409/void/cancel/${externalId}`;
    const answer = noneWhen(await client.call({ method: 'DELETE', path, effect: 'write' }, signal), isAlreadyVoid);
    if (!answer.ok) return answer;
    if (answer.value === null) return ok({ externalId });
    const parsed = parseAnswer(VoidAnswer, answer.value, 'UPS void');
    if (!parsed.ok) return err({ kind: 'in-doubt', code: parsed.error.code, message: parsed.error.message });
    const { Code, Description } = parsed.value.VoidShipmentResponse.SummaryResult.Status;
    return plain(Code) === '1' ? ok({ externalId }) : err(permanent('not-voided', `UPS: ${plain(Description)}`));
  },
  duplicates: { mode: 'idempotent' },
};

/** UPS has been seen to send line ends in void answers as character references, before the value itself. */
const plain = (text: string): string => text.replace(/&#x[0-9A-Fa-f]+;/g, '').trim();

const isAlreadyVoid = (fault: Fault): boolean => fault.kind === 'permanent' && /already.*void/i.test(fault.message);
