import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseDocument } from '../kit/parse.ts';
import { type Client, codeOf } from './client.ts';
import { serviceOf } from './shipRequest.ts';
import { type Identifier, parseAnswer, TrackAnswer, type TrackResult } from './wire.ts';

const DAY_MS = 86_400_000;
/** How far back Track looks when it is not told. */
const DAYS_BACK = 30;
const NONE: ReadonlySet<string> = new Set(['TRACKING.REFERENCENUMBER.NOTFOUND', 'TRACKING.DATA.NOTFOUND']);

type Parcel = { readonly trackingNumber: string; readonly master: string; readonly isCancelled: boolean };

/**
 * The shipment that carries our reference, by Track; null while it shows none that stands. FedEx gives a label once, with
 * the purchase, so the receipt has tracking numbers alone. A shipment whose parcels are not all shown yet is looked for
 * again; two standing shipments are a fault: which of them was meant is for a person to say.
 */
export async function findShipment(
  client: Client,
  request: LabelRequest,
  reference: string,
  signal: AbortSignal,
): Promise<Result<LabelReceipt | null, Fault>> {
  const parcels = await parcelsUnder(client, reference, request.shipOn, signal);
  if (!parcels.ok) return parcels;
  const standing = parcels.value.filter(({ isCancelled }) => !isCancelled);
  const masters = [...new Set(standing.map(({ master }) => master))];
  const [externalId] = masters;
  if (externalId === undefined) return ok(null);
  if (masters.length > 1)
    return err(permanent('several-shipments', `FedEx holds ${masters.join(', ')} under ${reference}`));
  if (standing.length < request.parcels.length)
    return err(retryable('parcels-missing', `FedEx shows ${standing.length} of ${request.parcels.length} parcels`));
  const service = serviceOf(request, client.settings);
  return parseDocument('labelReceipt', {
    externalId,
    carrier: 'FedEx',
    ...(service === undefined ? {} : { service }),
    parcels: standing.map(({ trackingNumber }) => ({ trackingNumber })),
  });
}

async function parcelsUnder(
  client: Client,
  reference: string,
  shipOn: string | undefined,
  signal: AbortSignal,
): Promise<Result<readonly Parcel[], Fault>> {
  const now = epochMs(client.now());
  // A purchase late in the day may be dated ahead, where it is tomorrow already, and any by the day it is wanted for.
  const last = [dayOf(now + DAY_MS), shipOn ?? ''].toSorted().at(-1);
  const body = {
    referencesInformation: {
      value: reference,
      accountNumber: client.settings.accountNumber,
      shipDateBegin: dayOf(now - DAYS_BACK * DAY_MS),
      shipDateEndDate: last,
    },
    includeDetailedScans: false,
  };
  const answer = await client.call(
    { method: 'POST', path: '/track/v1/referencenumbers', body, effect: 'read' },
    signal,
  );
  if (!answer.ok) return isNone(answer.error) ? ok([]) : answer;
  const parsed = parseAnswer(TrackAnswer, answer.value, 'FedEx tracking by reference');
  if (!parsed.ok) return parsed;
  const results = parsed.value.output.completeTrackResults.flatMap(({ trackingNumber, trackResults }) =>
    trackResults.map((result) => ({ ...result, number: result.trackingNumberInfo?.trackingNumber ?? trackingNumber })),
  );
  const failed = results.find(({ error }) => error && !NONE.has(error.code));
  if (failed?.error) return err(faultOf(failed.error));
  const ours = results.filter((result) => !result.error && carries(result, reference));
  const parcels = ours.flatMap((result) => parcelOf(result, result.number));
  return ok([...new Map(parcels.map((parcel) => [parcel.trackingNumber, parcel])).values()]);
}

function parcelOf(result: TrackResult, trackingNumber: string | undefined): readonly Parcel[] {
  if (!trackingNumber) return [];
  const isCancelled = result.latestStatusDetail?.code === 'CA';
  return [{ trackingNumber, master: masterOf(result) ?? trackingNumber, isCancelled }];
}

const dayOf = (ms: number): string => instantOf(ms).slice(0, 10);
const isNone = ({ code }: Fault): boolean => [...NONE].some((none) => codeOf(none) === code);
const faultOf = ({ code, message }: { readonly code: string; readonly message: string }): Fault =>
  retryable(codeOf(code), `FedEx tracking: ${message}`);

const valuesOf = ({ value = [], values = [] }: Identifier): readonly string[] => [
  ...(typeof value === 'string' ? [value] : value),
  ...values,
];
const identifiersOf = ({ additionalTrackingInfo }: TrackResult) => additionalTrackingInfo?.packageIdentifiers ?? [];

/** Whether a parcel is ours: it says the reference among its own, or says none at all. */
function carries(result: TrackResult, reference: string): boolean {
  const references = identifiersOf(result).filter(({ type }) => type === 'CUSTOMER_REFERENCE');
  return references.length === 0 || references.some((each) => valuesOf(each).includes(reference));
}

/** The master number of a shipment of several parcels. */
const masterOf = (result: TrackResult): string | undefined =>
  identifiersOf(result)
    .filter(({ type }) => type === 'STANDARD_MPS')
    .flatMap(valuesOf)[0];
