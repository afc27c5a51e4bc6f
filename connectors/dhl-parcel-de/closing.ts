import type { DayClose, ManifestReceipt } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Write } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { type Client, SHIPPING } from './client.ts';
import { manifestOf } from './deleting.ts';
import { ClosedAnswer, isDone, type ManifestAnswer } from './wire.ts';

const AT_ONCE = 30;

/**
 * Closes shipments, so that DHL takes them today, and brings the manifest. One that is closed already stays so, and one
 * that DHL does not call closed now must stand in the manifest.
 */
export const closeDay: Write<Client, DayClose, ManifestReceipt> = {
  encode: (document) => ok(document),
  async send(client, raw, _key, signal) {
    const { date, trackingNumbers, shipments } = raw as DayClose;
    const numbers = trackingNumbers.length > 0 ? trackingNumbers : shipments;
    const done: string[] = [];
    for (const body of bodiesOf(client, numbers)) {
      const query = numbers.length === 0 ? { all: true } : {};
      const path = `${SHIPPING}/manifests`;
      const answer = await client.call({ method: 'POST', path, query, body, effect: 'write' }, signal);
      if (!answer.ok) return answer;
      const parsed = parseWire(ClosedAnswer, answer.value, 'DHL closing');
      if (!parsed.ok) return err({ kind: 'in-doubt', code: parsed.error.code, message: parsed.error.message });
      done.push(...(parsed.value.items ?? []).filter(isDone).map(({ shipmentNo = '' }) => shipmentNo));
    }
    const manifest = await manifestOf(client, date, 'include', signal);
    if (!manifest.ok) return manifest;
    return receiptOf(manifest.value ?? {}, { date, numbers, done });
  },
  duplicates: { mode: 'idempotent' },
};

function bodiesOf({ settings }: Client, numbers: readonly string[]): readonly object[] {
  const { profile } = settings;
  if (numbers.length === 0) return [{ profile }];
  const count = Math.ceil(numbers.length / AT_ONCE);
  return Array.from({ length: count }, (_, i) => ({
    profile,
    shipmentNumbers: numbers.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  }));
}

type Closing = { readonly date: string; readonly numbers: readonly string[]; readonly done: readonly string[] };

/** The receipt of a day: `done` was closed just now, the manifest knows what was closed before, and `numbers` must all be. */
export function receiptOf(
  { items = [], manifest = [] }: ManifestAnswer,
  { date, numbers, done }: Closing,
): Result<ManifestReceipt, Fault> {
  const closed = [...new Set([...done, ...items.flatMap(({ shipmentNo }) => (shipmentNo ? [shipmentNo] : []))])];
  const missing = numbers.filter((number) => !closed.includes(number));
  if (missing.length > 0) return err(permanent('not-closed', `DHL has not closed ${missing.slice(0, 10).join(', ')}`));
  return parseDocument('manifestReceipt', {
    externalId: date,
    date,
    trackingNumbers: numbers.length > 0 ? numbers : closed,
    papers: manifest.flatMap(({ b64 }) => (b64 ? [{ kind: 'manifest', format: 'PDF', base64: b64 }] : [])),
  });
}
