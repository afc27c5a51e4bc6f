import type { Decoded } from '../../connectors/kit/connector.ts';
import type { CanonicalRecord } from '../../core/documents/index.ts';
import type { InboxItem } from '../../core/ports/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { LiveConnection } from '../connections.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The canonical documents of a message, by its connector's table of topics. Never throws for what a sender wrote. */
export function decodeMessage(item: InboxItem, connection: LiveConnection): Result<Decoded, Fault> {
  const topic = connection.connector.topics[item.topic];
  if (!topic) return ok({ kind: 'ignored', reason: `topic-not-used: ${item.topic}` });
  const raw = parseBody(item.body);
  if (!raw.ok) return raw;
  try {
    const decoded = topic.decode(raw.value);
    return decoded.ok ? mapped(decoded.value, connection) : decoded;
  } catch (error) {
    return err(
      permanent('decoder-failed', `${connection.connector.manifest.id} ${item.topic}: ${(error as Error).message}`),
    );
  }
}

/** The documents as the connection's mapping makes them. */
function mapped(decoded: Decoded, { mapping }: LiveConnection): Result<Decoded, Fault> {
  if (decoded.kind === 'ignored' || !mapping) return ok(decoded);
  const documents: CanonicalRecord[] = [];
  for (const record of decoded.documents) {
    const one = mapping.map(record, 'in');
    if (!one.ok) return one;
    documents.push(one.value);
  }
  return ok({ kind: 'documents', documents });
}

function parseBody(body: Uint8Array): Result<unknown, Fault> {
  try {
    return ok(JSON.parse(utf8.decode(body)));
  } catch (error) {
    return err(permanent('not-json', `the message is not JSON in UTF-8: ${(error as Error).message}`));
  }
}
