import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { parseCurrency, parseMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Write } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';
import type { Client } from './client.ts';
import { labelOf } from './labelImage.ts';
import { formOf, uploadPapers } from './papers.ts';
import { recoverShipment } from './recovery.ts';
import type { Settings } from './settings.ts';
import { type Prepared, prepare, serviceOf, shipRequest } from './shipRequest.ts';
import { type Charge, parseAnswer, ShipAnswer } from './wire.ts';

/** How long UPS may take to show a shipment to Label Recovery after it took the order. */
const SETTLE_MS = 20_000;

/** Buys labels. UPS keeps no idempotency key, so a purchase of unknown outcome is looked up by our reference. */
export const buyLabel: Write<Client, LabelRequest, LabelReceipt> = {
  encode: prepare,
  async send(client, raw, { reference }, signal) {
    const prepared = raw as Prepared;
    const papers = await uploadPapers(client, prepared.customs?.papers ?? [], signal);
    if (!papers.ok) return papers;
    const today = client.now().slice(0, 10).replaceAll('-', '');
    const sending = { reference, today, documentIds: papers.value };
    const body = shipRequest(prepared, client.settings, sending);
    if (!body.ok) return body;
    const path = '/api/shipments/v2409/ship';
    const answer = await client.call({ method: 'POST', path, body: body.value, effect: 'write' }, signal);
    if (!answer.ok) return answer;
    const receipt = await receiptOf(client.settings, prepared, answer.value);
    // UPS said yes in words that cannot be read: bought, most likely, and so never simply refused.
    return receipt.ok ? receipt : err({ kind: 'in-doubt', code: receipt.error.code, message: receipt.error.message });
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: SETTLE_MS,
    async landed(client, raw, { reference }, signal) {
      const prepared = raw as Prepared;
      const format = prepared.format ?? client.settings.labelFormat;
      const found = await recoverShipment(client, reference, format, signal);
      if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
      return parseDocument('labelReceipt', {
        ...found.value,
        carrier: 'UPS',
        service: serviceOf(prepared, client.settings),
      });
    },
  },
};

/** The receipt of an answer of the Shipping API, with the labels in the format that was wanted. */
export async function receiptOf(
  settings: Settings,
  prepared: Prepared,
  raw: unknown,
): Promise<Result<LabelReceipt, Fault>> {
  const parsed = parseAnswer(ShipAnswer, raw, 'UPS shipment');
  if (!parsed.ok) return parsed;
  const results = parsed.value.ShipmentResponse.ShipmentResults;
  const format = prepared.format ?? settings.labelFormat;
  const parcels = [];
  for (const { TrackingNumber, ShippingLabel } of results.PackageResults ?? []) {
    const label = await labelOf(format, ShippingLabel?.ImageFormat, ShippingLabel?.GraphicImage);
    parcels.push({ trackingNumber: TrackingNumber, ...(label ? { label } : {}) });
  }
  return parseDocument('labelReceipt', {
    externalId: results.ShipmentIdentificationNumber ?? parcels[0]?.trackingNumber,
    carrier: 'UPS',
    service: serviceOf(prepared, settings),
    ...chargeOf(results.NegotiatedRateCharges?.TotalCharge ?? results.ShipmentCharges?.TotalCharges),
    parcels,
    ...formOf(results.Form),
  });
}

/** A charge to the cent; none where UPS states one that is not exact, for a price is never rounded unsaid. */
function chargeOf(charge: Charge | undefined): Pick<LabelReceipt, 'chargeMinor' | 'currency'> {
  const currency = parseCurrency(charge?.CurrencyCode ?? '');
  if (!charge || !currency.ok) return {};
  const minor = parseMinor(charge.MonetaryValue, currency.value);
  return minor.ok ? { chargeMinor: minor.value, currency: currency.value } : {};
}
