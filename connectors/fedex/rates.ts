import type { RateQuery, RateQuote } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { addressOf } from './address.ts';
import type { Client } from './client.ts';
import { transitDaysOf } from './codes.ts';
import { clearanceOf } from './customs.ts';
import { moneyOf } from './money.ts';
import { checkOptions, parcelServices, shipmentServices } from './options.ts';
import { parcelsOf } from './parcel.ts';
import type { Settings } from './settings.ts';
import { parseAnswer, RateAnswer } from './wire.ts';

/** Prices and days in transit of all services for a shipment, or of the one that is asked for. */
export const quoteRates: Ask<Client, RateQuery, readonly RateQuote[]> = {
  async ask(client, query, signal) {
    const body = rateRequest(query, client.settings);
    if (!body.ok) return body;
    const path = '/rate/v1/rates/quotes';
    const answer = await client.call({ method: 'POST', path, body: body.value, effect: 'read' }, signal);
    return answer.ok ? quotesOf(answer.value) : answer;
  },
};

/** The question to the Rates and Transit Times API: the account's own prices. */
export function rateRequest(query: RateQuery, settings: Settings): Result<object, Fault> {
  const options = checkOptions(query);
  if (!options.ok) return options;
  const from = addressOf(query.from, '/from');
  if (!from.ok) return from;
  const to = addressOf(query.to, '/to');
  if (!to.ok) return to;
  const parcels = parcelsOf(query.parcels, from.value.countryCode);
  if (!parcels.ok) return parcels;
  const clearance = rateClearance(query);
  if (!clearance.ok) return clearance;
  const services = parcelServices(query);
  const { service, shipOn, residential } = query;
  return ok({
    accountNumber: { value: settings.accountNumber },
    rateRequestControlParameters: { returnTransitTimes: true },
    requestedShipment: {
      shipper: { address: placeOf(from.value) },
      recipient: { address: { ...placeOf(to.value), ...(residential === undefined ? {} : { residential }) } },
      ...(service === undefined ? {} : { serviceType: service }),
      ...(shipOn === undefined ? {} : { shipDateStamp: shipOn }),
      ...clearance.value,
      ...shipmentServices(query),
      pickupType: settings.pickupType,
      packagingType: 'YOUR_PACKAGING',
      rateRequestType: ['ACCOUNT'],
      totalPackageCount: parcels.value.length,
      requestedPackageLineItems: parcels.value.map((parcel, i) => ({
        groupPackageCount: 1,
        ...parcel,
        ...services[i],
      })),
    },
  });
}

/** Of what customs are told, a price depends on the goods and on who pays the duties; FedEx knows only the sender here. */
function rateClearance(query: RateQuery): Result<object, Fault> {
  const clearance = clearanceOf(query, '0');
  if (!clearance.ok || !clearance.value.customsClearanceDetail) return clearance;
  const { commodities, commercialInvoice } = clearance.value.customsClearanceDetail;
  const { shipmentPurpose } = commercialInvoice;
  return ok({
    customsClearanceDetail: {
      dutiesPayment: { paymentType: 'SENDER' },
      commodities,
      commercialInvoice: { shipmentPurpose },
    },
  });
}

/** Prices do not depend on the street. */
const placeOf = ({ streetLines: _, ...place }: { readonly streetLines: readonly string[] }) => place;

/** The prices of an answer, in minor units. A price that is not exact is a fault that names it. */
export function quotesOf(raw: unknown): Result<readonly RateQuote[], Fault> {
  const parsed = parseAnswer(RateAnswer, raw, 'FedEx rates');
  if (!parsed.ok) return parsed;
  const quotes: RateQuote[] = [];
  for (const [i, rated] of parsed.value.output.rateReplyDetails.entries()) {
    const { serviceType, serviceName = serviceType, ratedShipmentDetails = [] } = rated;
    const price = ['ACCOUNT', 'LIST'].flatMap((type) =>
      ratedShipmentDetails.filter(({ rateType }) => rateType === type),
    );
    const { totalNetCharge = Number.NaN, currency, shipmentRateDetail } = price[0] ?? {};
    const money = moneyOf(totalNetCharge, currency ?? shipmentRateDetail?.currency);
    if (!money.ok) return err(permanent('unexpected-shape', money.error, `/output/rateReplyDetails/${i}`));
    const transitDays = transitDaysOf(rated.commit?.transitDays?.minimumTransitTime);
    quotes.push({
      service: serviceType,
      title: serviceName,
      chargeMinor: money.value.minor,
      currency: money.value.currency,
      ...(transitDays === undefined ? {} : { transitDays }),
    });
  }
  return ok(quotes);
}
