import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { Write } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';
import { type Client, inDoubt } from './client.ts';
import { type LabelFormat, labelOf } from './labelImage.ts';
import { findShipment } from './lookUp.ts';
import { moneyOf } from './money.ts';
import { papersOf, uploadPapers } from './papers.ts';
import { checkRequest, serviceOf, shipRequest } from './shipRequest.ts';
import { parseAnswer, ShipAnswer } from './wire.ts';

/**
 * Buys labels. FedEx keeps no idempotency key (x-customer-transaction-id only names the call), so a purchase of unknown
 * outcome is looked up by our reference in Track. It tells nowhere how soon it shows a shipment there, so what is not
 * found is never taken for not bought.
 */
export const buyLabel: Write<Client, LabelRequest, LabelReceipt> = {
  encode: checkRequest,
  async send(client, raw, { reference }, signal) {
    const request = raw as LabelRequest;
    const service = serviceOf(request, client.settings) ?? '';
    const body = shipRequest(request, client.settings, reference);
    if (!body.ok) return body;
    const papers = await uploadPapers(client, request, service, signal);
    if (!papers.ok) return papers;
    const path = '/ship/v1/shipments';
    const call = {
      method: 'POST',
      path,
      body: body.value(papers.value),
      effect: 'write',
      transaction: reference,
    } as const;
    const answer = await client.call(call, signal);
    if (!answer.ok) return answer;
    const wanted = request.labelFormat ?? client.settings.labelFormat;
    const receipt = receiptOf(answer.value, service, wanted);
    return receipt.ok ? receipt : inDoubt(receipt.error);
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: null,
    landed: (client, raw, { reference }, signal) => findShipment(client, raw as LabelRequest, reference, signal),
  },
};

/** The receipt of an answer of the Ship API: the master tracking number is the shipment's key. */
export function receiptOf(raw: unknown, service: string, wanted: LabelFormat): Result<LabelReceipt, Fault> {
  const parsed = parseAnswer(ShipAnswer, raw, 'FedEx shipment');
  if (!parsed.ok) return parsed;
  const [shipment, other] = parsed.value.output.transactionShipments;
  if (!shipment || other) return err(permanent('unexpected-shape', 'FedEx answers with more than one shipment'));
  const pieces = shipment.pieceResponses.toSorted(
    (a, b) => (a.packageSequenceNumber ?? 0) - (b.packageSequenceNumber ?? 0),
  );
  return parseDocument('labelReceipt', {
    externalId: shipment.masterTrackingNumber,
    carrier: 'FedEx',
    service: shipment.serviceType ?? service,
    ...chargeOf(shipment),
    ...papersOf(shipment.shipmentDocuments ?? []),
    parcels: pieces.map(({ trackingNumber, packageDocuments = [] }) => {
      const found = packageDocuments.find(({ contentType = 'LABEL' }) => contentType === 'LABEL');
      const label = labelOf(wanted, found?.docType, found?.encodedLabel);
      return { trackingNumber, ...(label ? { label } : {}) };
    }),
  });
}

type Shipment = ShipAnswer['output']['transactionShipments'][number];

/** The charge by the rate that FedEx says is the actual one; none where it states one that is not exact. */
function chargeOf({ completedShipmentDetail }: Shipment): Pick<LabelReceipt, 'chargeMinor' | 'currency'> {
  const { actualRateType, shipmentRateDetails = [] } = completedShipmentDetail?.shipmentRating ?? {};
  const rate = shipmentRateDetails.find(({ rateType }) => rateType === actualRateType) ?? shipmentRateDetails[0];
  if (rate?.totalNetCharge === undefined) return {};
  const money = moneyOf(rate.totalNetCharge, rate.currency);
  return money.ok ? { chargeMinor: money.value.minor, currency: money.value.currency } : {};
}
