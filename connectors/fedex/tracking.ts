import type { TrackingDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { parseInstant } from '../../core/shared/instant.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';
import { oldestFirst } from '../kit/scans.ts';
import { type Client, codeOf } from './client.ts';
import { trackingStatus } from './codes.ts';
import { parseAnswer, TrackAnswer, type TrackResult } from './wire.ts';

/** What FedEx says about one parcel, oldest first. */
export const track: Ask<Client, { readonly trackingNumber: string }, TrackingDocument> = {
  async ask(client, { trackingNumber }, signal) {
    const body = { includeDetailedScans: true, trackingInfo: [{ trackingNumberInfo: { trackingNumber } }] };
    const answer = await client.call(
      { method: 'POST', path: '/track/v1/trackingnumbers', body, effect: 'read' },
      signal,
    );
    return answer.ok ? trackingOf(answer.value, trackingNumber) : answer;
  },
};

/** An answer of the Track API as a canonical document. */
export function trackingOf(raw: unknown, trackingNumber: string): Result<TrackingDocument, Fault> {
  const parsed = parseAnswer(TrackAnswer, raw, 'FedEx tracking');
  if (!parsed.ok) return parsed;
  const results = parsed.value.output.completeTrackResults.flatMap(({ trackResults }) => trackResults);
  const known = results.filter(({ error }) => error === undefined).toSorted((a, b) => newestOf(b) - newestOf(a));
  const [result] = known;
  if (result) return documentOf(result, trackingNumber);
  const refusal = results.flatMap(({ error }) => (error ? [error] : []))[0];
  const isUnknown = refusal === undefined || refusal.code.endsWith('.NOTFOUND');
  const message = refusal?.message || 'FedEx does not know this number';
  return err(permanent(isUnknown ? 'not-found' : codeOf(refusal.code), message));
}

/** FedEx uses numbers again after a time and then answers for both parcels: the later one is meant. */
function newestOf({ scanEvents = [] }: TrackResult): number {
  return Math.max(0, ...scanEvents.map(({ date = '' }) => Date.parse(date) || 0));
}

/** One tracked parcel. A scan whose time has no offset is a fault that names its place: its instant would be a guess. */
export function documentOf(result: TrackResult, trackingNumber: string): Result<TrackingDocument, Fault> {
  const events = [];
  for (const [i, scan] of (result.scanEvents ?? []).entries()) {
    const at = parseInstant(scan.date ?? '');
    if (!at.ok) return err(permanent('unexpected-shape', `FedEx tracking: ${at.error}`, `/scanEvents/${i}/date`));
    const description = [scan.eventDescription, scan.exceptionDescription]
      .flatMap((text) => text?.trim() || [])
      .join(': ')
      .slice(0, 500);
    const place = scan.scanLocation?.city?.trim().slice(0, 200);
    events.push({
      code: (scan.eventType ?? scan.derivedStatusCode ?? '').slice(0, 50),
      status: trackingStatus(scan),
      ...(description ? { description } : {}),
      ...(place ? { place } : {}),
      at: at.value,
    });
  }
  return parseDocument('tracking', { trackingNumber, events: oldestFirst(events), ...expectedOf(result) });
}

/** When FedEx expects to deliver: the end of its window, else its estimate; nothing where that has no offset. */
function expectedOf({ estimatedDeliveryTimeWindow, dateAndTimes = [] }: TrackResult) {
  const estimate = dateAndTimes.find(({ type }) => type === 'ESTIMATED_DELIVERY')?.dateTime;
  for (const text of [estimatedDeliveryTimeWindow?.window?.ends, estimate]) {
    const at = parseInstant(text ?? '');
    if (at.ok) return { expectedAt: at.value };
  }
  return {};
}
