import type { TrackingDocument, TrackingStatus } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { parseInstant, parseLocal } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { oldestFirst } from '../kit/scans.ts';
import { type Client, UNIFIED_HOSTS } from './client.ts';
import { type Event, TrackAnswer, type Tracked } from './wire.ts';

/** What DHL says about one parcel by Unified Tracking, oldest first. */
export const track: Ask<Client, { readonly trackingNumber: string }, TrackingDocument> = {
  async ask(client, { trackingNumber }, signal) {
    const query = { trackingNumber, service: 'parcel-de', language: 'en' };
    const request = { method: 'GET', path: '/track/shipments', hosts: UNIFIED_HOSTS.tracking, query } as const;
    const answer = await client.callUnified(request, signal);
    return answer.ok ? trackingOf(answer.value, trackingNumber, client.settings.timeZone) : answer;
  },
};

/** An answer as a canonical document; `zone` is that of times that come without an offset. */
export function trackingOf(raw: unknown, trackingNumber: string, zone: string): Result<TrackingDocument, Fault> {
  const parsed = parseWire(TrackAnswer, raw, 'DHL tracking');
  if (!parsed.ok) return parsed;
  const { shipments } = parsed.value;
  const shipment =
    shipments.find(({ id }) => id === trackingNumber) ?? (shipments.length === 1 ? shipments[0] : undefined);
  if (!shipment) return err(permanent('not-found', `DHL does not know ${trackingNumber}`));
  return documentOf(shipment, trackingNumber, zone, `/shipments/${shipments.indexOf(shipment)}`);
}

/** One shipment as DHL tells it, in an answer or in a message; `at` is where it stands. */
export function documentOf(
  { status, events = [], estimatedTimeOfDelivery }: Tracked,
  trackingNumber: string,
  zone: string,
  at: string,
): Result<TrackingDocument, Fault> {
  const told = [];
  for (const [i, event] of (events.length > 0 || !status ? events : [status]).entries()) {
    const read = eventOf(event, zone);
    if (!read.ok) return err(permanent('unexpected-shape', `DHL tracking: ${read.error}`, `${at}/events/${i}`));
    told.push(read.value);
  }
  const expected = parseInstant(estimatedTimeOfDelivery ?? '');
  return parseDocument('tracking', {
    trackingNumber,
    events: oldestFirst(told),
    ...(expected.ok ? { expectedAt: expected.value } : {}),
  });
}

function eventOf(event: Event, zone: string): Result<TrackingDocument['events'][number] & { at: Instant }, string> {
  const at = timeOf(event.timestamp ?? '', zone);
  if (!at.ok) return at;
  const description = (event.description ?? event.status)?.trim().slice(0, 500);
  const place = event.location?.address?.addressLocality?.trim().slice(0, 200);
  return ok({
    code: codeOf(event),
    status: statusOf(event),
    ...(description ? { description } : {}),
    ...(place ? { place } : {}),
    at: at.value,
  });
}

/** The status codes of Unified Tracking. It has one for all that goes wrong, and none for a parcel out for delivery. */
const STATUSES: Readonly<Record<string, TrackingStatus>> = {
  'pre-transit': 'labelled',
  transit: 'in-transit',
  delivered: 'delivered',
  failure: 'exception',
};
const codeOf = ({ statusCode = '' }: Event): string => statusCode.slice(0, 50);
const statusOf = ({ statusCode = '' }: Event): TrackingStatus =>
  STATUSES[statusCode.trim().toLowerCase()] ?? 'unrecognised';

const timeOf = (text: string, zone: string): Result<Instant, string> => {
  const whole = parseInstant(text);
  return whole.ok ? whole : parseLocal(text.replace(/\.\d+$/, ''), zone);
};
