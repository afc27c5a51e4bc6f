import type { RateQuery, RateQuote } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { takesOptions } from '../kit/shipmentOptions.ts';
import type { Client } from './client.ts';
import { crossesCustoms } from './codes.ts';
import { billedPrice } from './money.ts';
import { packagesOf, postalAddressOf } from './parties.ts';
import { plannedTime } from './plannedTime.ts';
import type { Settings } from './settings.ts';
import { RateAnswer, type RateRequest } from './wire.ts';

/** Prices of the account for all products of a shipment, or for the one that is asked for. */
export const quoteRates: Ask<Client, RateQuery, readonly RateQuote[]> = {
  async ask(client, query, signal) {
    const body = rateRequest(query, client.settings, client.now());
    if (!body.ok) return body;
    const answer = await client.call({ method: 'POST', path: '/rates', body: body.value, effect: 'read' }, signal);
    if (!answer.ok) return answer;
    const quotes = quotesOf(answer.value);
    if (!quotes.ok || query.service === undefined) return quotes;
    return ok(quotes.value.filter(({ service }) => service === query.service));
  },
};

export function rateRequest(query: RateQuery, settings: Settings, now: Instant): Result<RateRequest, Fault> {
  const options = takesOptions(query, ['customs']);
  if (!options.ok) return options;
  const from = postalAddressOf(query.from, '/from');
  if (!from.ok) return from;
  const to = postalAddressOf(query.to, '/to');
  if (!to.ok) return to;
  return ok({
    customerDetails: { shipperDetails: from.value, receiverDetails: to.value },
    accounts: [{ typeCode: 'shipper', number: settings.accountNumber }],
    ...(query.service === undefined ? {} : { productCode: query.service }),
    plannedShippingDateAndTime: plannedTime(now, settings.timeZone),
    unitOfMeasurement: 'metric',
    isCustomsDeclarable: crossesCustoms(from.value.countryCode, to.value.countryCode),
    packages: packagesOf(query.parcels),
  });
}

/** The prices of an answer. A product for which DHL states no price is no quote. */
export function quotesOf(raw: unknown): Result<readonly RateQuote[], Fault> {
  const parsed = parseWire(RateAnswer, raw, 'DHL Express rates');
  if (!parsed.ok) return parsed;
  const quotes: RateQuote[] = [];
  for (const [i, { productCode, productName, totalPrice, deliveryCapabilities }] of parsed.value.products.entries()) {
    const charge = billedPrice(totalPrice, `/products/${i}/totalPrice`);
    if (!charge.ok) return charge;
    if (charge.value === null) continue;
    const days = deliveryCapabilities?.totalTransitDays;
    quotes.push({
      service: productCode,
      title: productName ?? `DHL Express product ${productCode}`,
      ...charge.value,
      ...(days !== undefined && Number.isInteger(days) && days >= 0 ? { transitDays: days } : {}),
    });
  }
  return ok(quotes);
}
