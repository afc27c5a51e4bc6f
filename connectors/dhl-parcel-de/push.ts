import { z } from 'zod';
import type { CanonicalRecord } from '../../core/documents/index.ts';
import { permanent } from '../../core/shared/fault.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { Topic, WebhookAdapter } from '../kit/connector.ts';
import { contentHash } from '../kit/contentHash.ts';
import { parseWire } from '../kit/parse.ts';
import { verifyToken } from '../kit/webhook.ts';
import type { Settings } from './settings.ts';
import { documentOf } from './tracking.ts';
import { Tracked } from './wire.ts';

/** The header that a subscription of ours tells DHL to send its token in. */
export const TOKEN_HEADER = 'x-crossdock-token';

/** What Unified Push sends: its scope says what it is about, and shipments are told as Unified Tracking tells them. */
const Push = z.object({ scope: z.string(), shipments: z.array(Tracked).exactOptional() });

/** DHL Parcel is German, and its times without an offset are those of Germany. */
const ZONE = 'Europe/Berlin';

const moved: Topic = {
  decode(raw) {
    const parsed = parseWire(Push, raw, 'DHL push');
    if (!parsed.ok) return parsed;
    const documents: CanonicalRecord[] = [];
    for (const [i, shipment] of (parsed.value.shipments ?? []).entries()) {
      const document = documentOf(shipment, shipment.id, ZONE, `/shipments/${i}`);
      if (!document.ok) return document;
      documents.push({ name: 'tracking', document: document.value });
    }
    return documents.length > 0 ? ok({ kind: 'documents', documents }) : ok({ kind: 'ignored', reason: 'no shipment' });
  },
};

const asked: Topic = {
  decode: () => ok({ kind: 'ignored', reason: 'DHL waits for its subscription to be activated with this secret' }),
};

export const topics = { 'subscription.push': moved, 'subscription.validate': asked } as const;

/** DHL signs nothing: a subscription names a header and a token, by which its messages are known. */
export const webhook: WebhookAdapter<Settings> = {
  verify(request, { pushToken }) {
    if (pushToken !== undefined) return verifyToken(request, TOKEN_HEADER, pushToken);
    const message = 'this connection has no push token to know messages by';
    return err({ kind: 'auth', code: 'no-push-token', message, remedy: 'reconnect' });
  },
  identify({ body }) {
    const raw = jsonOf(body);
    const parsed = Push.safeParse(raw);
    if (!parsed.success) return err(permanent('unexpected-shape', 'no message of DHL Unified Push', '/scope'));
    const { scope, shipments = [] } = parsed.data;
    const subject = shipments[0] ? `parcel/${shipments[0].id}` : `push/${scope}`;
    return ok({ messageId: `${subject}@${contentHash(raw)}`, subject, topic: scope });
  },
};

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
