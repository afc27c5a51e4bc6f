import { type CustomsValue, customsTotalMinor, type RateQuery, type RateQuote } from '../../core/documents/index.ts';
import { crossesCustoms } from '../../core/shared/customsUnion.ts';
import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import type { Client } from './client.ts';
import { amountOf, billedPrice } from './money.ts';
import { packagesOf, postalAddressOf } from './parties.ts';
import { plannedTime } from './plannedTime.ts';
import { servicesOf } from './services.ts';
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
  const services = servicesOf(query);
  if (!services.ok) return services;
  const from = postalAddressOf(query.from, '/from');
  if (!from.ok) return from;
  const to = postalAddressOf(query.to, '/to');
  if (!to.ok) return to;
  const { customs, service, shipOn } = query;
  const isDeclared = customs ? customs.contents === 'goods' : crossesCustoms(query.from, query.to);
  return ok({
    customerDetails: { shipperDetails: from.value, receiverDetails: to.value },
    accounts: [{ typeCode: 'shipper', number: settings.accountNumber }],
    ...(service === undefined ? {} : { productCode: service }),
    ...(services.value.length > 0 ? { valueAddedServices: services.value } : {}),
    plannedShippingDateAndTime: plannedTime(now, settings.timeZone, shipOn),
    unitOfMeasurement: 'metric',
    isCustomsDeclarable: isDeclared,
    ...(customs && isDeclared ? { monetaryAmount: [declaredValueOf(customs)] } : {}),
    packages: packagesOf(query.parcels),
  });
}

const declaredValueOf = (customs: CustomsValue) => ({
  typeCode: 'declaredValue' as const,
  value: amountOf(customsTotalMinor(customs), customs.currency),
  currency: customs.currency,
});

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
