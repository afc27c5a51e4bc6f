import type { TrackingDocument } from '../../core/documents/index.ts';
import { permanent } from '../../core/shared/fault.ts';
import { err } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import type { Client } from './client.ts';
import { trackingStatus } from './codes.ts';
import { type Activity, TrackAnswer } from './wire.ts';

/** "20220126" and "163000" as an instant. UPS gives GMT where it knows it; the local time without zone is the fallback. */
function instantOf({ gmtDate, gmtTime, date = '', time = '' }: Activity): string {
  const day = (gmtDate ?? date).replace(/-/g, '');
  const clock = (gmtDate ? (gmtTime ?? '') : time).replace(/:/g, '').padEnd(6, '0');
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}T${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4, 6)}Z`;
}

/** What UPS says about one parcel, oldest first. */
export const track: Ask<Client, { readonly trackingNumber: string }, TrackingDocument> = {
  async ask(client, { trackingNumber }, signal) {
    const path = `/api/track/v1/details/${encodeURIComponent(trackingNumber)}`;
    const answer = await client.call({ method: 'GET', path, query: { locale: 'en_US' } }, signal);
    if (!answer.ok) return answer;
    const parsed = parseWire(TrackAnswer, answer.value, 'UPS tracking');
    if (!parsed.ok) return parsed;
    const [shipment] = parsed.value.trackResponse.shipment;
    const parcel = shipment?.package?.find((each) => each.trackingNumber === trackingNumber) ?? shipment?.package?.[0];
    if (!parcel)
      return err(permanent('not-found', shipment?.warnings?.[0]?.message ?? 'UPS does not know this number'));
    const events = (parcel.activity ?? []).map((activity) => ({
      code: activity.status?.code ?? activity.status?.type ?? '',
      status: trackingStatus(activity.status?.type),
      ...(activity.status?.description ? { description: activity.status.description.trim() } : {}),
      ...(activity.location?.address?.city ? { place: activity.location.address.city } : {}),
      at: instantOf(activity),
    }));
    return parseDocument('tracking', { trackingNumber, events: events.sort((a, b) => (a.at < b.at ? -1 : 1)) });
  },
};
