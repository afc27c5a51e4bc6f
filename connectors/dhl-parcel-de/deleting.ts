import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseWire } from '../kit/parse.ts';
import { type Client, isNotFound, SHIPPING } from './client.ts';
import { isDone, ManifestAnswer, OrderAnswer, saidOf } from './wire.ts';

/** Deletes shipments that are not closed yet. DHL says of each whether it is gone. */
export async function deleteShipments(
  client: Client,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const query = new URLSearchParams([['profile', client.settings.profile], ...shipmentsIn(numbers)]);
  const path = `${SHIPPING}/orders?${query}`;
  const answer = await client.call({ method: 'DELETE', path, effect: 'write' }, signal);
  if (!answer.ok) return answer;
  const parsed = parseWire(OrderAnswer, answer.value, 'DHL deletion');
  if (!parsed.ok) return err({ kind: 'in-doubt', code: parsed.error.code, message: parsed.error.message });
  const standing = parsed.value.items.filter((item) => !isDone(item));
  return standing.length === 0 ? ok(undefined) : err(permanent('not-deleted', standing.map(saidOf).join('; ')));
}

/** How many of these shipments DHL holds open: closed and deleted ones are not shown. */
export async function openShipments(
  client: Client,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const query = new URLSearchParams([['includeDocs', 'URL'], ...shipmentsIn(numbers)]);
  const answer = await client.call({ method: 'GET', path: `${SHIPPING}/orders?${query}` }, signal);
  if (!answer.ok) return isNotFound(answer.error) ? ok(0) : answer;
  const parsed = parseWire(OrderAnswer, answer.value, 'DHL orders');
  return parsed.ok ? ok(parsed.value.items.filter(isDone).length) : parsed;
}

/** The manifest of a day; null where DHL has none of it. */
export async function manifestOf(
  client: Client,
  date: string,
  includeDocs: 'include' | 'URL',
  signal: AbortSignal,
): Promise<Result<ManifestAnswer | null, Fault>> {
  const query = { date, includeDocs };
  const answer = await client.call({ method: 'GET', path: `${SHIPPING}/manifests`, query }, signal);
  if (!answer.ok) return isNotFound(answer.error) ? ok(null) : answer;
  return parseWire(ManifestAnswer, answer.value, 'DHL manifest');
}

/** Whether one of these shipments stands in the manifest of a day, so that it was closed on it. */
export async function wereClosed(
  client: Client,
  numbers: readonly string[],
  date: string,
  signal: AbortSignal,
): Promise<Result<boolean, Fault>> {
  const manifest = await manifestOf(client, date, 'URL', signal);
  if (!manifest.ok) return manifest;
  const closed = new Set(manifest.value?.items?.map(({ shipmentNo }) => shipmentNo));
  return ok(numbers.some((number) => closed.has(number)));
}

const shipmentsIn = (numbers: readonly string[]): [string, string][] => numbers.map((number) => ['shipment', number]);
