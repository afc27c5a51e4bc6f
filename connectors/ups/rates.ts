import type { RateQuery, RateQuote } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { parseCurrency, parseMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { takesOptions } from '../kit/shipmentOptions.ts';
import { partyOf, ratePartyOf } from './address.ts';
import type { Client } from './client.ts';
import { serviceTitle } from './codes.ts';
import { OWN_PACKAGING, parcelsOf } from './parcel.ts';
import type { Settings } from './settings.ts';
import { parseAnswer, RateAnswer, type RateRequest } from './wire.ts';

/** Prices of all services for a shipment, or of the one that is asked for; the account's own where it has them. */
export const quoteRates: Ask<Client, RateQuery, readonly RateQuote[]> = {
  async ask(client, query, signal) {
    const body = rateRequest(query, client.settings);
    if (!body.ok) return body;
    const path = '/api/rating/v2409/Shop';
    const answer = await client.call({ method: 'POST', path, body: body.value, effect: 'read' }, signal);
    if (!answer.ok) return answer;
    const quotes = quotesOf(answer.value);
    if (!quotes.ok || query.service === undefined) return quotes;
    return ok(quotes.value.filter(({ service }) => service === query.service));
  },
};

/** The question to the Rating API: what does this shipment cost, by every service there is. */
export function rateRequest(query: RateQuery, settings: Settings): Result<RateRequest, Fault> {
  const options = takesOptions(query, []);
  if (!options.ok) return options;
  const from = partyOf(query.from, '/from');
  if (!from.ok) return from;
  const to = partyOf(query.to, '/to');
  if (!to.ok) return to;
  const parcels = parcelsOf(query.parcels, from.value.Address.CountryCode);
  if (!parcels.ok) return parcels;
  const sender = ratePartyOf(from.value);
  return ok({
    RateRequest: {
      Request: { RequestOption: 'Shop' },
      Shipment: {
        Shipper: { ...sender, Name: settings.shipperName, ShipperNumber: settings.shipperNumber },
        ShipTo: ratePartyOf(to.value),
        ShipFrom: sender,
        ShipmentRatingOptions: { NegotiatedRatesIndicator: 'Y' },
        Package: parcels.value.map((parcel) => ({ PackagingType: OWN_PACKAGING, ...parcel })),
      },
    },
  });
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
    const days = Number(rated.GuaranteedDelivery?.BusinessDaysInTransit);
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
