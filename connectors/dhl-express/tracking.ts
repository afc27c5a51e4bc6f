import type { TrackingDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { parseInstant, parseLocal } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { oldestFirst } from '../kit/scans.ts';
import type { Client } from './client.ts';
import { trackingStatus } from './codes.ts';
import { type Event, TrackAnswer, type Tracked } from './wire.ts';

/**
 * What DHL says about one parcel, oldest first. Times come with their offset only where a shipment is asked for by its
 * waybill, so the waybill of a piece is asked for before.
 */
export const track: Ask<Client, { readonly trackingNumber: string }, TrackingDocument> = {
  async ask(client, { trackingNumber }, signal) {
    const waybill = isWaybill(trackingNumber) ? ok(trackingNumber) : await waybillOf(client, trackingNumber, signal);
    if (!waybill.ok) return waybill;
    const path = `/shipments/${encodeURIComponent(waybill.value)}/tracking`;
    const query = { trackingView: 'all-checkpoints', levelOfDetail: 'all', requestGMTOffsetPerEvent: true };
    const answer = await client.call({ method: 'GET', path, query }, signal);
    return answer.ok ? trackingOf(answer.value, trackingNumber, client.settings.timeZone) : answer;
  },
};

const isWaybill = (number: string): boolean => /^\d{10}$/.test(number);

async function waybillOf(client: Client, piece: string, signal: AbortSignal): Promise<Result<string, Fault>> {
  const query = { pieceTrackingNumber: piece, trackingView: 'shipment-details-only', levelOfDetail: 'shipment' };
  const answer = await client.call({ method: 'GET', path: '/tracking', query }, signal);
  if (!answer.ok) return answer;
  const parsed = parseWire(TrackAnswer, answer.value, 'DHL Express tracking');
  if (!parsed.ok) return parsed;
  const waybill = parsed.value.shipments[0]?.shipmentTrackingNumber;
  return waybill === undefined ? err(unknown(piece)) : ok(waybill);
}

const unknown = (number: string): Fault => permanent('not-found', `DHL Express does not know ${number}`);

/** An answer as a canonical document; `zone` is that of times that come without an offset. */
export function trackingOf(raw: unknown, trackingNumber: string, zone: string): Result<TrackingDocument, Fault> {
  const parsed = parseWire(TrackAnswer, raw, 'DHL Express tracking');
  if (!parsed.ok) return parsed;
  const [shipment] = parsed.value.shipments;
  if (!shipment) return err(unknown(trackingNumber));
  const events = [];
  for (const [i, event] of eventsOf(shipment, trackingNumber).entries()) {
    const at = instantOfEvent(event, zone);
    if (!at.ok)
      return err(permanent('unexpected-shape', `DHL Express tracking: ${at.error}`, `/shipments/0/events/${i}`));
    const description = event.description?.trim().slice(0, 500);
    const place = event.serviceArea?.[0]?.description?.trim().slice(0, 200);
    events.push({
      code: event.typeCode.slice(0, 50),
      status: trackingStatus(event.typeCode),
      ...(description ? { description } : {}),
      ...(place ? { place } : {}),
      at: at.value,
    });
  }
  return parseDocument('tracking', { trackingNumber, events: oldestFirst(events) });
}

/** The events of a piece where one was asked for, else those of the shipment. */
function eventsOf({ events = [], pieces = [] }: Tracked, trackingNumber: string): readonly Event[] {
  return pieces.find((piece) => piece.trackingNumber === trackingNumber)?.events ?? events;
}

function instantOfEvent({ date, time, GMTOffset }: Event, zone: string): Result<Instant, string> {
  const local = `${date}T${time}`;
  return GMTOffset ? parseInstant(`${local}${GMTOffset}`) : parseLocal(local, zone);
}
