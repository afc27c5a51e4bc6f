import type { CarrierDocument, CarrierOperation, DeliveryDocument, NothingToSend } from '../../core/ports/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Executor } from '../database.ts';

/** The document of a wish to a carrier, as it was made. */
export async function carrierRequest(
  db: Executor,
  operation: CarrierOperation,
  id: string,
): Promise<Result<DeliveryDocument, NothingToSend>> {
  const { rows } = await db.query<{ document: CarrierDocument }>({
    name: 'carrier-request',
    text: 'select document from carrier_request where id = $1',
    values: [id],
  });
  const row = rows[0];
  return row ? ok({ operation, document: row.document }) : err({ code: 'gone', message: 'the request is not there' });
}
