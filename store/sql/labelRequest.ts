import type { LabelRequest } from '../../core/documents/index.ts';
import type { DeliveryDocument, DeliveryTask, NothingToSend } from '../../core/ports/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Executor } from '../database.ts';
import { shipmentFacts } from './shipmentFacts.ts';

/** The label of what is packed and has none, or of all that is picked where nothing is packed. */
export async function labelRequest(
  db: Executor,
  { subject, reference, connection }: DeliveryTask,
): Promise<Result<DeliveryDocument, NothingToSend>> {
  const [facts] = await shipmentFacts(db, { work: subject });
  if (!facts || facts.loose === 0) {
    return err({ code: 'not-picked', message: `the fulfillment order is ${facts?.state ?? 'gone'}` });
  }
  if (facts.packed > facts.loose) {
    return err({ code: 'not-repacked', message: 'packages hold units that the order took back: pack them again' });
  }
  const service = await chosenService(db, reference, connection);
  const document: LabelRequest = {
    reference,
    ...facts.parts('picked', reference),
    ...(service === null ? {} : { service }),
  };
  return ok({ operation: 'buyLabel', document });
}

/** The service of the offer that was chosen for this label. */
async function chosenService(db: Executor, reference: string, connection: string): Promise<string | null> {
  const text = 'select service from carrier_choice where reference = $1 and connection_id = $2';
  const { rows } = await db.query<{ service: string | null }>({
    name: 'chosen-service',
    text,
    values: [reference, connection],
  });
  return rows[0]?.service ?? null;
}
