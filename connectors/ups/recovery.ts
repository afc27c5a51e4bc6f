import type { LabelReceipt } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type Client, codeOf, noneWhen } from './client.ts';
import { RECOVERY_NONE } from './codes.ts';
import { type LabelFormat, labelOf, labelSpecification } from './labelImage.ts';
import { parseAnswer, RecoveryAnswer, type RecoveryRequest } from './wire.ts';

type Recovered = Pick<LabelReceipt, 'externalId' | 'parcels'>;
type Target = Pick<RecoveryRequest['LabelRecoveryRequest'], 'TrackingNumber' | 'ReferenceValues'>;
type Found = RecoveryAnswer['LabelRecoveryResponse'];

/**
 * The shipment that carries our reference, with its labels; null only when UPS says that there is none, or none that is
 * not void. Where several parcels carry the reference UPS names them as candidates, and each is asked for by its
 * number. Candidates of more than one shipment are a fault: which of them was meant is for a person to say.
 */
export async function recoverShipment(
  client: Client,
  reference: string,
  format: LabelFormat,
  signal: AbortSignal,
): Promise<Result<Recovered | null, Fault>> {
  const { shipperNumber } = client.settings;
  const byReference = { ReferenceValues: { ReferenceNumber: { Value: reference }, ShipperNumber: shipperNumber } };
  const first = await ask(client, byReference, format, signal);
  if (!first.ok || first.value === null) return first.ok ? ok(null) : first;
  const found = first.value.LabelRecoveryResponse;
  const candidates = candidatesOf(found);
  if (candidates.length === 0) return shipmentOf([found], reference, format);
  const answers = await askForEach(client, labelsOf([found]).length > 0 ? [found] : [], candidates, format, signal);
  if (!answers.ok) return answers;
  return answers.value.length === 0 ? ok(null) : shipmentOf(answers.value, reference, format);
}

/** What is known and the answers for parcels by their numbers, without those that are void or came with another. */
async function askForEach(
  client: Client,
  known: readonly Found[],
  trackingNumbers: readonly string[],
  format: LabelFormat,
  signal: AbortSignal,
): Promise<Result<readonly Found[], Fault>> {
  const answers: Found[] = [...known];
  for (const TrackingNumber of trackingNumbers) {
    if (labelsOf(answers).some((label) => label.TrackingNumber === TrackingNumber)) continue;
    const answer = await ask(client, { TrackingNumber }, format, signal);
    if (!answer.ok) return answer;
    if (answer.value) answers.push(answer.value.LabelRecoveryResponse);
  }
  return ok(answers);
}

async function ask(
  client: Client,
  target: Target,
  format: LabelFormat,
  signal: AbortSignal,
): Promise<Result<RecoveryAnswer | null, Fault>> {
  const body: RecoveryRequest = {
    LabelRecoveryRequest: { Request: {}, LabelSpecification: labelSpecification(format), ...target },
  };
  const call = await client.call({ method: 'POST', path: '/api/labels/v1/recovery', body, effect: 'read' }, signal);
  const answer = noneWhen(call, isNone);
  if (!answer.ok || answer.value === null) return answer.ok ? ok(null) : answer;
  return parseAnswer(RecoveryAnswer, answer.value, 'UPS label recovery');
}

const NONE = new Set([...RECOVERY_NONE].map(codeOf));
const isNone = (fault: Fault): boolean => NONE.has(fault.code);

const candidatesOf = (found: Found): readonly string[] =>
  (found.TrackingCandidate ?? []).map(({ TrackingNumber }) => TrackingNumber);

const labelsOf = (answers: readonly Found[]) =>
  answers.flatMap(({ LabelResults = [], ShipmentIdentificationNumber }) =>
    LabelResults.map(({ TrackingNumber = ShipmentIdentificationNumber, LabelImage }) => ({
      TrackingNumber,
      LabelImage,
    })),
  );

async function shipmentOf(
  answers: readonly Found[],
  reference: string,
  format: LabelFormat,
): Promise<Result<Recovered, Fault>> {
  const shipments = new Set(answers.flatMap(({ ShipmentIdentificationNumber: id }) => (id ? [id] : [])));
  if (shipments.size > 1)
    return err(permanent('several-shipments', `UPS holds ${[...shipments].join(', ')} under ${reference}`));
  const parcels = new Map<string, Recovered['parcels'][number]>();
  for (const { TrackingNumber, LabelImage } of labelsOf(answers)) {
    if (TrackingNumber === undefined) continue;
    const label = await labelOf(format, LabelImage?.LabelImageFormat, LabelImage?.GraphicImage);
    parcels.set(TrackingNumber, { trackingNumber: TrackingNumber, ...(label ? { label } : {}) });
  }
  const externalId = [...shipments, ...parcels.keys()][0];
  if (externalId === undefined || parcels.size === 0)
    return err(permanent('unexpected-shape', `UPS recovered no parcel under ${reference}`));
  return ok({ externalId, parcels: [...parcels.values()] });
}
