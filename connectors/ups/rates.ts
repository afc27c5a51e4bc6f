import type { RateQuery, RateQuote } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, formatMinor, parseCurrency, parseMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { partyOf, ratePartyOf } from './address.ts';
import type { Client } from './client.ts';
import { serviceTitle } from './codes.ts';
import { customsOf } from './customs.ts';
import { optionsOf } from './options.ts';
import { OWN_PACKAGING, parcelsOf, totalWeight } from './parcel.ts';
import type { Settings } from './settings.ts';
import { atHome, PRINT_RETURN_LABEL } from './shipRequest.ts';
import { type Party, parseAnswer, RateAnswer, type RatedShipment, type RateRequest } from './wire.ts';

/** Prices of all services for a shipment, or of the one that is asked for; the account's own where it has them. */
export const quoteRates: Ask<Client, RateQuery, readonly RateQuote[]> = {
  async ask(client, query, signal) {
    const today = client.now().slice(0, 10);
    const body = rateRequest(query, client.settings, today);
    if (!body.ok) return body;
    const path = '/api/rating/v2409/Shoptimeintransit';
    const answer = await client.call({ method: 'POST', path, body: body.value, effect: 'read' }, signal);
    if (!answer.ok) return answer;
    const quotes = quotesOf(answer.value);
    if (!quotes.ok || query.service === undefined) return quotes;
    return ok(quotes.value.filter(({ service }) => service === query.service));
  },
};

/** The question to the Rating API: what does this shipment cost, by every service there is, and how long does it take. */
export function rateRequest(query: RateQuery, settings: Settings, today: string): Result<RateRequest, Fault> {
  const from = partyOf(query.from, '/from');
  if (!from.ok) return from;
  const to = partyOf(query.to, '/to');
  if (!to.ok) return to;
  const parties = { from: from.value, to: to.value };
  const options = optionsOf(query, parties);
  if (!options.ok) return options;
  const customs = customsOf(query, parties);
  if (!customs.ok) return customs;
  const parcels = parcelsOf(query.parcels, from.value.Address.CountryCode);
  if (!parcels.ok) return parcels;
  const sender = ratePartyOf(from.value);
  const plain = ratePartyOf(to.value);
  const recipient = query.residential ? atHome(plain) : plain;
  const { shipment, isReturn, shipmentDate = today.replaceAll('-', '') } = options.value;
  const services = { ...shipment, ...(isReturn ? { ReturnService: { Code: PRINT_RETURN_LABEL } } : {}) };
  return ok({
    RateRequest: {
      Request: { RequestOption: 'Shoptimeintransit' },
      Shipment: {
        Shipper: { ...sender, Name: settings.shipperName, ShipperNumber: settings.shipperNumber },
        ShipTo: recipient,
        ShipFrom: sender,
        ShipmentRatingOptions: { NegotiatedRatesIndicator: 'Y' },
        ...(Object.keys(services).length > 0 ? { ShipmentServiceOptions: services } : {}),
        ...abroadPart(query, parties),
        DeliveryTimeInformation: {
          PackageBillType: customs.value?.isDocuments ? DOCUMENTS : GOODS,
          Pickup: { Date: shipmentDate },
        },
        Package: parcels.value.map((parcel, i) => {
          const each = options.value.parcels[i] ?? {};
          const own = Object.keys(each).length > 0 ? { PackageServiceOptions: each } : {};
          return { PackagingType: OWN_PACKAGING, ...parcel, ...own };
        }),
      },
    },
  });
}

const DOCUMENTS = '02';
const GOODS = '03';

/** Between countries UPS tells transit times only of a known weight and value. */
function abroadPart(
  { parcels, declaredValueMinor, currency }: RateQuery,
  { from, to }: { readonly from: Party; readonly to: Party },
): Pick<RateRequest['RateRequest']['Shipment'], 'ShipmentTotalWeight' | 'InvoiceLineTotal'> {
  if (from.Address.CountryCode === to.Address.CountryCode) return {};
  const weightGrams = parcels.reduce((sum, parcel) => sum + parcel.weightGrams, 0);
  const total = totalWeight(weightGrams, from.Address.CountryCode);
  if (!declaredValueMinor || !currency) return { ShipmentTotalWeight: total };
  const MonetaryValue = formatMinor(declaredValueMinor, currency as CurrencyCode);
  return { ShipmentTotalWeight: total, InvoiceLineTotal: { CurrencyCode: currency, MonetaryValue } };
}

/** The prices of an answer of the Rating API, in minor units. A price that is not exact is a fault that names it. */
export function quotesOf(raw: unknown): Result<readonly RateQuote[], Fault> {
  const parsed = parseAnswer(RateAnswer, raw, 'UPS rates');
  if (!parsed.ok) return parsed;
  const quotes: RateQuote[] = [];
  for (const [i, rated] of parsed.value.RateResponse.RatedShipment.entries()) {
    const { MonetaryValue, CurrencyCode } = rated.NegotiatedRateCharges?.TotalCharge ?? rated.TotalCharges;
    const currency = parseCurrency(CurrencyCode);
    const minor = currency.ok ? parseMinor(MonetaryValue, currency.value) : currency;
    if (!minor.ok) return err(permanent('unexpected-shape', minor.error, `/RateResponse/RatedShipment/${i}`));
    const days = daysOf(rated);
    quotes.push({
      service: rated.Service.Code,
      title: serviceTitle(rated.Service.Code),
      chargeMinor: minor.value,
      currency: CurrencyCode.toUpperCase(),
      ...(Number.isInteger(days) && days > 0 ? { transitDays: days } : {}),
    });
  }
  return ok(quotes);
}

/** Business days: as estimated, else as guaranteed. The hour stays out, for UPS tells it in a zone that it does not name. */
function daysOf({ TimeInTransit, GuaranteedDelivery }: RatedShipment): number {
  const estimated = TimeInTransit?.ServiceSummary.EstimatedArrival.BusinessDaysInTransit;
  return Number(estimated ?? GuaranteedDelivery?.BusinessDaysInTransit);
}
