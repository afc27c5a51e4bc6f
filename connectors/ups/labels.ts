import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, parseMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { gifToPdf } from '../kit/labelPdf.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { packageOf, partyOf } from './address.ts';
import { type Client, noneWhen } from './client.ts';
import { serviceTitle } from './codes.ts';
import { type Charge, RecoveryAnswer, ShipAnswer } from './wire.ts';

type Format = NonNullable<LabelRequest['labelFormat']>;

/** What `encode` prepares; the shipper is added by the client, who knows the account. */
type Prepared = {
  readonly from: Record<string, unknown>;
  readonly to: Record<string, unknown>;
  readonly packages: readonly Record<string, unknown>[];
  readonly service: string | undefined;
  readonly format: Format | undefined;
};

function encode(request: LabelRequest): Result<Prepared, Fault> {
  const from = partyOf(request.from, '/from');
  if (!from.ok) return from;
  const to = partyOf(request.to, '/to');
  if (!to.ok) return to;
  return ok({
    from: from.value,
    to: to.value,
    packages: request.parcels.map((parcel) => packageOf(parcel, request.reference)),
    service: request.service,
    format: request.labelFormat,
  });
}

/** UPS draws GIF, ZPL and EPL; a PDF or PNG is made from its GIF. */
const IMAGE: Readonly<Record<Format, string>> = {
  PDF: 'GIF',
  PNG: 'GIF',
  GIF: 'GIF',
  ZPL: 'ZPL',
  EPL: 'EPL',
};

const specification = (format: Format): Record<string, unknown> => ({
  LabelImageFormat: { Code: IMAGE[format] },
  HTTPUserAgent: 'Mozilla/4.5',
  LabelStockSize: { Height: '6', Width: '4' },
});

function shipRequest({ settings }: Client, prepared: Prepared, reference: string): Record<string, unknown> {
  const service = prepared.service ?? settings.service;
  return {
    ShipmentRequest: {
      Request: { RequestOption: 'nonvalidate', TransactionReference: { CustomerContext: reference } },
      Shipment: {
        Description: 'Goods',
        Shipper: { ...prepared.from, Name: settings.shipperName, ShipperNumber: settings.shipperNumber },
        ShipTo: prepared.to,
        ShipFrom: prepared.from,
        PaymentInformation: {
          ShipmentCharge: [{ Type: '01', BillShipper: { AccountNumber: settings.shipperNumber } }],
        },
        Service: { Code: service, Description: serviceTitle(service).slice(0, 35) },
        ReferenceNumber: [{ Value: reference }],
        Package: prepared.packages,
      },
      LabelSpecification: specification(prepared.format ?? settings.labelFormat),
    },
  };
}

async function labelOf(
  format: Format,
  image: { readonly code: string; readonly base64: string } | undefined,
): Promise<{ format: string; base64: string } | undefined> {
  if (!image) return undefined;
  const code = image.code.toUpperCase();
  if (format !== 'PDF' || code !== 'GIF') return { format: code, base64: image.base64 };
  const pdf = await gifToPdf(Buffer.from(image.base64, 'base64'));
  return { format: 'PDF', base64: Buffer.from(pdf).toString('base64') };
}

function chargeOf(charge: Charge | undefined): Pick<LabelReceipt, 'chargeMinor' | 'currency'> {
  if (!charge) return {};
  const minor = parseMinor(charge.MonetaryValue, charge.CurrencyCode as CurrencyCode);
  return minor.ok ? { chargeMinor: minor.value, currency: charge.CurrencyCode } : {};
}

/** Buys a label. UPS keeps no idempotency key, so a purchase of unknown outcome is looked up by our reference. */
export const buyLabel: Write<Client, LabelRequest, LabelReceipt> = {
  encode,
  async send(client, raw, { reference }, signal) {
    const prepared = raw as Prepared;
    const body = shipRequest(client, prepared, reference);
    const answer = await client.call(
      { method: 'POST', path: '/api/shipments/v2409/ship', body, effect: 'write' },
      signal,
    );
    if (!answer.ok) return answer;
    const parsed = parseWire(ShipAnswer, answer.value, 'UPS shipment');
    if (!parsed.ok) return err({ kind: 'in-doubt', code: parsed.error.code, message: parsed.error.message });
    const results = parsed.value.ShipmentResponse.ShipmentResults;
    const parcels = [];
    for (const { TrackingNumber, ShippingLabel } of results.PackageResults) {
      const image = ShippingLabel && { code: ShippingLabel.ImageFormat.Code, base64: ShippingLabel.GraphicImage };
      parcels.push({
        trackingNumber: TrackingNumber,
        label: await labelOf(prepared.format ?? client.settings.labelFormat, image),
      });
    }
    return parseDocument('labelReceipt', {
      externalId: results.ShipmentIdentificationNumber,
      carrier: 'UPS',
      service: prepared.service ?? client.settings.service,
      ...chargeOf(results.NegotiatedRateCharges?.TotalCharge ?? results.ShipmentCharges?.TotalCharges),
      parcels,
    });
  },
  duplicates: { mode: 'lookupByRef', settleMs: 20_000, landed: recover },
};

/** Label Recovery by our reference: the shipment with its labels, or null when UPS has none under it. */
async function recover(
  client: Client,
  raw: unknown,
  { reference }: { readonly reference: string },
  signal: AbortSignal,
): Promise<Result<LabelReceipt | null, Fault>> {
  const { format = client.settings.labelFormat, service } = raw as Prepared;
  const body = {
    LabelRecoveryRequest: {
      Request: { TransactionReference: { CustomerContext: reference } },
      LabelSpecification: specification(format),
      ReferenceValues: { ReferenceNumber: { Value: reference }, ShipperNumber: client.settings.shipperNumber },
    },
  };
  const call = await client.call({ method: 'POST', path: '/api/labels/v1/recovery', body, effect: 'read' }, signal);
  const answer = noneWhen(call, isNoLabel);
  if (!answer.ok || answer.value === null) return answer.ok ? ok(null) : answer;
  const parsed = parseWire(RecoveryAnswer, answer.value, 'UPS label recovery');
  if (!parsed.ok) return parsed;
  const { LabelResults, ShipmentIdentificationNumber } = parsed.value.LabelRecoveryResponse;
  const parcels = [];
  for (const { TrackingNumber, LabelImage } of LabelResults) {
    const image = LabelImage && { code: LabelImage.LabelImageFormat.Code, base64: LabelImage.GraphicImage };
    parcels.push({ trackingNumber: TrackingNumber, label: await labelOf(format, image) });
  }
  const externalId = ShipmentIdentificationNumber ?? parcels[0]?.trackingNumber;
  return parseDocument('labelReceipt', {
    externalId,
    carrier: 'UPS',
    service: service ?? client.settings.service,
    parcels,
  });
}

/** UPS answers a recovery that finds nothing with an error in words. Any other error leaves the doubt. */
const isNoLabel = (fault: Fault): boolean =>
  fault.kind === 'permanent' && /no (label|shipment|tracking)|not found|no matching/i.test(fault.message);

/** Voids a whole shipment; one that is void already is void. */
export const voidLabel: Write<Client, LabelReceipt, RemoteRef> = {
  encode: (receipt) =>
    receipt.externalId.startsWith('1Z')
      ? ok(receipt.externalId)
      : err(permanent('no-shipment', 'not a UPS shipment', '/externalId')),
  async send(client, raw, _key, signal) {
    const id = raw as string;
    const path = `/api/shipments/v2409/void/cancel/${encodeURIComponent(id)}`;
    const answer = noneWhen(await client.call({ method: 'DELETE', path, effect: 'write' }, signal), isAlreadyVoid);
    return answer.ok ? ok({ externalId: id }) : answer;
  },
  duplicates: { mode: 'idempotent' },
};

const isAlreadyVoid = (fault: Fault): boolean => fault.kind === 'permanent' && /already.*void/i.test(fault.message);
