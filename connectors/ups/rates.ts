import type { RateQuery, RateQuote } from '../../core/documents/index.ts';
import { permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, parseMinor } from '../../core/shared/money.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { packageOf, partyOf } from './address.ts';
import type { Client } from './client.ts';
import { serviceTitle } from './codes.ts';
import { RateAnswer } from './wire.ts';

/** Prices of all services for a shipment (request option Shop), negotiated ones where the account has them. */
export const quoteRates: Ask<Client, RateQuery, readonly RateQuote[]> = {
  async ask(client, query, signal) {
    const from = partyOf(query.from, '/from');
    if (!from.ok) return from;
    const to = partyOf(query.to, '/to');
    if (!to.ok) return to;
    const { shipperNumber, shipperName } = client.settings;
    const body = {
      RateRequest: {
        Request: { RequestOption: 'Shop' },
        Shipment: {
          Shipper: { ...from.value, Name: shipperName, ShipperNumber: shipperNumber },
          ShipTo: to.value,
          ShipFrom: from.value,
          ShipmentRatingOptions: { NegotiatedRatesIndicator: 'Y' },
          Package: query.parcels.map((parcel) => packageOf(parcel, '')),
        },
      },
    };
    const answer = await client.call({ method: 'POST', path: '/api/rating/v2409/Shop', body, effect: 'read' }, signal);
    if (!answer.ok) return answer;
    const parsed = parseWire(RateAnswer, answer.value, 'UPS rates');
    if (!parsed.ok) return parsed;
    const quotes: RateQuote[] = [];
    for (const rated of parsed.value.RateResponse.RatedShipment) {
      const charge = rated.NegotiatedRateCharges?.TotalCharge ?? rated.TotalCharges;
      const minor = parseMinor(charge.MonetaryValue, charge.CurrencyCode as CurrencyCode);
      if (!minor.ok) return err(permanent('unexpected-shape', minor.error, '/RatedShipment/TotalCharges'));
      const days = Number(rated.GuaranteedDelivery?.BusinessDaysInTransit);
      quotes.push({
        service: rated.Service.Code,
        title: serviceTitle(rated.Service.Code),
        chargeMinor: minor.value,
        currency: charge.CurrencyCode,
        ...(Number.isInteger(days) && days > 0 ? { transitDays: days } : {}),
      });
    }
    return ok(quotes);
  },
};
