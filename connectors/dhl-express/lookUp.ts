import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseWire } from '../kit/parse.ts';
import { type Client, NOTHING_FOUND } from './client.ts';
import { TrackAnswer } from './wire.ts';

type Parcel = LabelReceipt['parcels'][number];
type Found = Pick<LabelReceipt, 'externalId' | 'parcels'>;

const DAY_MS = 86_400_000;
/** A purchase is looked up within hours, or days where a person let it wait. */
const DAYS_BACK = 14;

/**
 * The shipment that carries our reference, without its labels, which DHL gives once; null when tracking shows none. Several
 * shipments under one reference are a fault: which of them was meant is for a person to say.
 */
export async function findShipment(
  client: Client,
  { reference, shipOn }: Pick<LabelRequest, 'reference' | 'shipOn'>,
  signal: AbortSignal,
): Promise<Result<Found | null, Fault>> {
  const today = client.now();
  const query = {
    shipmentReference: reference,
    shipmentReferenceType: 'CU',
    shipperAccountNumber: client.settings.accountNumber,
    dateRangeFrom: dayOf(today, -DAYS_BACK),
    dateRangeTo: [dayOf(today, 1), shipOn ?? ''].toSorted().at(-1) ?? '',
    trackingView: 'shipment-details-only',
    levelOfDetail: 'all',
  };
  const answer = await client.call({ method: 'GET', path: '/tracking', query }, signal);
  if (!answer.ok) return answer.error.code === NOTHING_FOUND ? ok(null) : answer;
  const parsed = parseWire(TrackAnswer, answer.value, 'DHL Express tracking');
  if (!parsed.ok) return parsed;
  const found = parsed.value.shipments.filter(
    ({ shipperReferences }) => shipperReferences?.some(({ value }) => value === reference) ?? true,
  );
  const [shipment, ...others] = found;
  if (!shipment) return ok(null);
  const { shipmentTrackingNumber: externalId, pieces = [] } = shipment;
  if (others.length > 0) {
    const numbers = found.map((each) => each.shipmentTrackingNumber).join(', ');
    return err(permanent('several-shipments', `DHL Express holds ${numbers} under ${reference}`));
  }
  const numbers = pieces.flatMap(({ trackingNumber }) => (trackingNumber ? [{ trackingNumber }] : []));
  return ok({
    externalId,
    parcels: [...parcelsOf(externalId, numbers.length > 0 ? numbers : [{ trackingNumber: externalId }])],
  });
}

const dayOf = (now: Instant, days: number): string => instantOf(epochMs(now) + days * DAY_MS).slice(0, 10);

/** A single parcel is known by the number of its waybill; of several each has a number of its own. */
export function parcelsOf(waybill: string, pieces: readonly { readonly trackingNumber: string }[]): readonly Parcel[] {
  return pieces.length === 1 ? [{ trackingNumber: waybill }] : pieces.map(({ trackingNumber }) => ({ trackingNumber }));
}
