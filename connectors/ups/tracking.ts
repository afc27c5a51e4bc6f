import type { TrackingDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { parseInstant, parseLocal } from '../../core/shared/instant.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';
import { oldestFirst } from '../kit/scans.ts';
import type { Client } from './client.ts';
import { trackingStatus } from './codes.ts';
import { type Activity, parseAnswer, TrackAnswer, type TrackedPackage } from './wire.ts';

/** What UPS says about one parcel, oldest first. */
export const track: Ask<Client, { readonly trackingNumber: string }, TrackingDocument> = {
  async ask(client, { trackingNumber }, signal) {
    const path = `/api/track/v1/details/${encodeURIComponent(trackingNumber)}`;
    // Statuses without a code are read by their words, which are these only in this locale.
    const answer = await client.call({ method: 'GET', path, query: { locale: 'en_US' } }, signal);
    return answer.ok ? trackingOf(answer.value, trackingNumber, client.settings.timeZone) : answer;
  },
};

/** An answer of the Tracking API as a canonical document; `zone` is that of times that come without an offset. */
export function trackingOf(raw: unknown, trackingNumber: string, zone: string): Result<TrackingDocument, Fault> {
  const parsed = parseAnswer(TrackAnswer, raw, 'UPS tracking');
  if (!parsed.ok) return parsed;
  const { shipment } = parsed.value.trackResponse;
  const parcel = parcelOf(
    shipment.flatMap((each) => each.package ?? []),
    trackingNumber,
  );
  if (!parcel) {
    const warning = shipment.flatMap(({ warnings = [] }) => warnings)[0];
    return err(permanent('not-found', warning?.message ?? 'UPS does not know this number'));
  }
  const events = [];
  for (const [i, activity] of (parcel.activity ?? []).entries()) {
    const at = scannedAt(activity, zone);
    if (!at.ok) return err(permanent('unexpected-shape', `UPS tracking: ${at.error}`, `/activity/${i}`));
    const { status = {}, location } = activity;
    const description = status.description?.trim().slice(0, 500);
    events.push({
      code: (status.code ?? status.type ?? '').slice(0, 50),
      status: trackingStatus(status),
      ...(description ? { description } : {}),
      ...(location?.address?.city ? { place: location.address.city.slice(0, 200) } : {}),
      at: at.value,
    });
  }
  return parseDocument('tracking', { trackingNumber, events: oldestFirst(events) });
}

/** A shipment of one parcel answers under its own number, which need not be the one that was asked for. */
function parcelOf(parcels: readonly TrackedPackage[], trackingNumber: string): TrackedPackage | undefined {
  return (
    parcels.find((each) => each.trackingNumber === trackingNumber) ?? (parcels.length === 1 ? parcels[0] : undefined)
  );
}

/** "20220126" and "163000" as an instant: by GMT where UPS gives it, then by its offset, else in the declared zone. */
function scannedAt({ gmtDate, gmtTime, gmtOffset, date, time }: Activity, zone: string): Result<Instant, string> {
  if (gmtDate && gmtTime) return parseInstant(`${dayOf(gmtDate)}T${clockOf(gmtTime)}Z`);
  const local = `${dayOf(date ?? '')}T${clockOf(time ?? '')}`;
  if (gmtOffset) return parseInstant(`${local}${gmtOffset.replace('.', ':')}`);
  const isDate = parseInstant(`${local}Z`);
  return isDate.ok ? parseLocal(local, zone) : isDate;
}

const dayOf = (text: string): string => text.replace(/\D/g, '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
/** UPS leaves out the zero before an hour of one digit. */
const clockOf = (text: string): string =>
  text
    .replace(/\D/g, '')
    .padStart(6, '0')
    .replace(/^(\d{2})(\d{2})(\d{2})$/, '$1:$2:$3');
