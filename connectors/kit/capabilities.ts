import { z } from 'zod';
import { AddressQuery, type DocumentName, LocationQuery, RateQuery } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { AnyConnector, Ask, AskName, Decoded, Pull, Write, WriteName } from './connector.ts';
import { parseDocument, parseWire } from './parse.ts';

/** What each write is given. */
export const WRITE_DOCUMENTS: Readonly<Record<WriteName, DocumentName>> = {
  pushOrder: 'order',
  cancelOrder: 'order',
  acknowledgeOrder: 'order',
  pushProduct: 'product',
  pushStock: 'stock',
  pushShipment: 'shipment',
  pushEvent: 'event',
  buyLabel: 'label',
  voidLabel: 'labelReceipt',
  schedulePickup: 'pickup',
  cancelPickup: 'pickupReceipt',
  closeDay: 'dayClose',
};

const QUERIES: Readonly<Record<AskName, z.ZodType>> = {
  quoteRates: RateQuery,
  track: z.object({ trackingNumber: z.string().min(1).max(100) }),
  validateAddress: AddressQuery,
  findLocations: LocationQuery,
};

/** A capability with its kind, for tools that take them by name. */
export type NamedCapability =
  | { readonly kind: 'pull'; readonly pull: Pull<unknown> }
  | { readonly kind: 'write'; readonly write: Write<unknown, unknown, unknown>; readonly name: WriteName }
  | { readonly kind: 'ask'; readonly ask: Ask<unknown, unknown, unknown>; readonly name: AskName };

/** A connector's capability by its name; undefined when it has none of that name. */
export function capabilityOf({ capabilities }: AnyConnector, name: string): NamedCapability | undefined {
  if (!Object.hasOwn(capabilities, name)) return undefined;
  const capability = (capabilities as Readonly<Record<string, unknown>>)[name] as object;
  if ('fetch' in capability) return { kind: 'pull', pull: capability as Pull<unknown> };
  if ('encode' in capability)
    return { kind: 'write', write: capability as Write<unknown, unknown, unknown>, name: name as WriteName };
  return { kind: 'ask', ask: capability as Ask<unknown, unknown, unknown>, name: name as AskName };
}

/** The writes of a connector that a word means: their own name, or that of the document they take. */
export function writesFor({ capabilities }: AnyConnector, word: string): readonly WriteName[] {
  const names = Object.keys(capabilities).filter((name): name is WriteName => name in WRITE_DOCUMENTS);
  if (names.includes(word as WriteName)) return [word as WriteName];
  return names.filter((name) => WRITE_DOCUMENTS[name] === word);
}

/** The canonical documents of a raw message or record, by a topic of the connector. Bugs of a decoder are faults too. */
export function decodeRaw({ topics, manifest }: AnyConnector, topic: string, raw: unknown): Result<Decoded, Fault> {
  const found = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
  if (!found) return err(permanent('unknown-topic', `${manifest.id} has no topic ${topic}`));
  try {
    return found.decode(raw);
  } catch (error) {
    return err(permanent('decoder-failed', `${manifest.id} ${topic}: ${(error as Error).message}`));
  }
}

/** What a write would send for a canonical document, which is checked first. */
export function encodeDocument(
  write: Write<unknown, unknown, unknown>,
  name: WriteName,
  document: unknown,
): Result<unknown, Fault> {
  const checked = parseDocument(WRITE_DOCUMENTS[name], document);
  return checked.ok ? write.encode(checked.value) : checked;
}

/** The query of an ask, checked and completed. */
export function queryFor(name: AskName, query: unknown): Result<unknown, Fault> {
  return parseWire(QUERIES[name], query, name);
}
