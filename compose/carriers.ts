import type { ApiContext, CarrierWish } from '../api/context.ts';
import { WRITE_DOCUMENTS } from '../connectors/kit/capabilities.ts';
import { parseDocument } from '../connectors/kit/parse.ts';
import type { CarrierDocument, CarrierOperation, NothingToSend } from '../core/ports/index.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import { closeManifest, dayClose } from '../core/usecases/operateShipping.ts';
import type { LiveConnection } from '../pipelines/connections.ts';
import { uuidSource } from '../store/ids.ts';
import type { Parts } from './parts.ts';

/** What people ask of carriers, for the API and the command line. The journal carries it out, once. */
export function carrierOperations(parts: Parts): Pick<ApiContext, 'carriers'> {
  const { store, connections } = parts;
  return {
    carriers: {
      async request(wish, actor) {
        const connection = connections.byName(wish.connection);
        if (!connection) return refused('unknown-connection', `there is no connection ${wish.connection}`);
        return request(parts, connection, wish, actor);
      },
      show: (id) => store.carrierRequests.show(id),
      async closeManifest({ tells, ...what }, actor) {
        const closing = tells ? connections.all().filter(({ connector }) => connector.capabilities.closeDay) : [];
        const command = { ...what, actor, closing: closing.map(({ id }) => id) };
        const closed = await closeManifest(command, { unitOfWork: store.unitOfWork, ids: uuidSource, now: parts.now });
        if (closed.ok) for (const id of command.closing) parts.wakes.wake('delivery.send.v1', { connection: id });
        return closed;
      },
      closeDay: (manifest, date, actor) => closeDay(parts, { manifest, date }, actor),
      async voidLabel(shipment, actor) {
        const label = await store.carrierRequests.labelOf(shipment);
        const connection = label && connections.byId(label.connection);
        if (!label || !connection)
          return refused('no-label', `shipment ${shipment} has no label of a connected carrier`);
        const document = label.document as unknown as CarrierWish['document'];
        return request(parts, connection, { operation: 'voidLabel', document }, actor);
      },
    },
  };
}

async function closeDay(
  parts: Parts,
  { manifest, date }: { readonly manifest: string; readonly date: string | undefined },
  actor: string,
): Promise<Result<readonly string[], NothingToSend>> {
  const ids: string[] = [];
  for (const part of await parts.store.carrierRequests.manifested(manifest)) {
    const connection = parts.connections.byId(part.connection);
    if (!connection?.connector.capabilities.closeDay) continue;
    const document = dayClose(part, date ?? parts.now().slice(0, 10));
    const asked = await request(parts, connection, { operation: 'closeDay', document }, actor);
    if (!asked.ok) return asked;
    ids.push(asked.value);
  }
  return ids.length > 0 ? ok(ids) : refused('no-capability', 'no carrier of this manifest closes its day');
}

const refused = (code: string, message: string): Result<never, NothingToSend> => err({ code, message });

async function request(
  { store, wakes }: Parts,
  { id: connection, name, connector }: LiveConnection,
  { operation, document }: Pick<CarrierWish, 'operation' | 'document'>,
  actor: string,
): Promise<Result<string, NothingToSend>> {
  if (!connector.capabilities[operation]) return refused('no-capability', `${name} cannot ${operation}`);
  const id = uuidSource.next();
  const reference = referenceOf(operation, document, id);
  const parsed = parseDocument(WRITE_DOCUMENTS[operation], { reference, ...document });
  if (!parsed.ok) return refused('invalid-document', parsed.error.message);
  const wished = await store.carrierRequests.add(
    { id, reference, connection, operation, document: parsed.value as CarrierDocument },
    actor,
  );
  wakes.wake('delivery.send.v1', { connection });
  return ok(wished);
}

/**
 * What the wish is called over there, and by which a second one is the same one: a pickup that is called off, a label that
 * is taken back, by their own keys; else the sender's own word, or a new one of 32 characters, which all carriers take.
 */
function referenceOf(
  operation: CarrierOperation,
  { reference, externalId }: CarrierWish['document'],
  id: string,
): string {
  if (operation === 'voidLabel' || operation === 'cancelPickup') return String(externalId ?? '');
  return typeof reference === 'string' && reference !== '' ? reference : id.replaceAll('-', '');
}
