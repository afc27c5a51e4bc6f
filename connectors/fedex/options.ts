import type { LabelRequest, RateQuery } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { allocate } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type ShipmentOption, takesOptions } from '../kit/shipmentOptions.ts';
import { amountOf } from './money.ts';

const POSSIBLE: readonly ShipmentOption[] = [
  'insuredValueMinor',
  'signature',
  'saturdayDelivery',
  'shipOn',
  'customs',
  'collectAt',
  'returnLabel',
];

/** Refuses what FedEx is not asked for: an option that is not known, or a return that crosses a border. */
export function checkOptions(request: LabelRequest | RateQuery): Result<void, Fault> {
  const taken = takesOptions(request, POSSIBLE);
  if (!taken.ok) return taken;
  if (request.returnLabel && request.from.country !== request.to.country)
    return err(permanent('option-unsupported', 'returns from abroad need a reason of customs', '/returnLabel'));
  if (request.insuredValueMinor && !request.currency)
    return err(permanent('value-missing', 'an insured value needs its currency', '/currency'));
  return ok(undefined);
}

/** What FedEx is to do for a whole shipment; `etdDetail` names the papers that go electronically. */
export function shipmentServices(request: LabelRequest | RateQuery, etdDetail?: object) {
  const collectAt = 'collectAt' in request ? request.collectAt : undefined;
  const services = {
    ...(request.saturdayDelivery ? { SATURDAY_DELIVERY: {} } : {}),
    ...(collectAt ? { HOLD_AT_LOCATION: { holdAtLocationDetail: { locationId: collectAt } } } : {}),
    ...(request.returnLabel ? { RETURN_SHIPMENT: { returnShipmentDetail: { returnType: 'PRINT_RETURN_LABEL' } } } : {}),
    ...(etdDetail ? { ELECTRONIC_TRADE_DOCUMENTS: { etdDetail } } : {}),
  };
  const specialServiceTypes = Object.keys(services);
  if (specialServiceTypes.length === 0) return {};
  return { shipmentSpecialServices: Object.assign({ specialServiceTypes }, ...Object.values(services)) as object };
}

const SIGNATURES = { required: 'DIRECT', adult: 'ADULT' } as const;

/** What FedEx is to do for each parcel. What it answers for is shared out, to the cent. */
export function parcelServices({ signature, insuredValueMinor, currency, parcels }: LabelRequest | RateQuery) {
  const packageSpecialServices = signature && {
    specialServiceTypes: ['SIGNATURE_OPTION'],
    signatureOptionType: SIGNATURES[signature],
  };
  const shares = insuredValueMinor
    ? allocate(
        insuredValueMinor,
        parcels.map(({ weightGrams }) => weightGrams),
      )
    : [];
  return parcels.map((_, i) => ({
    ...(packageSpecialServices ? { packageSpecialServices } : {}),
    ...(shares[i] && currency ? { declaredValue: amountOf(shares[i], currency) } : {}),
  }));
}

/** What FedEx answers for in all, beyond its usual liability. */
export function declaredTotal({ insuredValueMinor, currency }: LabelRequest) {
  return insuredValueMinor && currency ? { totalDeclaredValue: amountOf(insuredValueMinor, currency) } : {};
}
