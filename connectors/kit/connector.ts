import type { z } from 'zod';
import type {
  AddressCheck,
  AddressQuery,
  CanonicalRecord,
  CarrierLocation,
  DayClose,
  EventDocument,
  LabelReceipt,
  LabelRequest,
  LocationQuery,
  ManifestReceipt,
  OrderDocument,
  PickupReceipt,
  PickupRequest,
  ProductDocument,
  RateQuery,
  RateQuote,
  ShipmentDocument,
  StockDocument,
  TrackingDocument,
} from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { Auth } from './auth.ts';
import { type CursorDeclaration, cursorRefusal } from './cursor.ts';
import { type ErrorTable, faultByTable } from './errorTable.ts';
import type { ConnectorIo, HttpFailure } from './io.ts';
import type { MappingBody } from './mapping/mappingBody.ts';
import type { MoneyFormat } from './moneyFormat.ts';
import type { Servers } from './server.ts';
import type { TimeFormat } from './timeFormat.ts';

export { type AskName, WRITE_NAMES, type WriteName } from './capabilityNames.ts';
export type { CursorDeclaration } from './cursor.ts';
export type { ConnectorIo, HttpFailure, HttpRequest } from './io.ts';

export type SystemKind = 'storefront' | 'marketplace' | 'erp' | 'crm' | 'wms' | 'carrier' | 'payment' | 'edi' | 'file';

/**
 * Everything the hub needs to know about one kind of external system.
 *
 * A connector says how to talk (`client`), what arrives (`topics`) and what it can do (`capabilities`). Decoding and
 * encoding are pure and synchronous; only `check`, `fetch`, `send`, `landed` and `ask` touch the network, through the
 * `io` they were given. The kit and the pipelines own retries, pacing, paging loops, checkpoints, the clock, logging and
 * redaction, so a connector has none of them.
 */
export type Connector<Settings, Client> = {
  readonly manifest: Manifest;
  /** Checks and completes what a user enters for a connection. Keys named in `manifest.secretSettings` are encrypted. */
  readonly settings: z.ZodType<Settings>;
  /** Where its API answers; absent for a connector that calls nobody. */
  readonly servers?: Servers<Settings>;
  /** Host names beyond those of its servers and logins; a call to any other is refused before it is made. */
  readonly hosts: (settings: Settings) => readonly string[];
  /** How its requests show who they are. Absent: they do not, or the client says it in its own way. */
  readonly auth?: (settings: Settings) => Auth;
  /** How it writes times and amounts, for its page in the documentation and for `decode` and `encode` to read by. */
  readonly formats?: { readonly time?: TimeFormat; readonly money?: MoneyFormat };
  readonly client: (settings: Settings, io: ConnectorIo) => Client;
  /** The cheapest authenticated call: answers "are these credentials good?". Called when a connection is added or tested. */
  readonly check: (client: Client, signal: AbortSignal) => Promise<Result<CheckAnswer, Fault>>;
  /** What can arrive, by topic: webhooks, pulled pages and files share this table. An unknown topic is ignored by name. */
  readonly topics: Readonly<Record<string, Topic>>;
  readonly capabilities: Capabilities<Client>;
  readonly webhook?: WebhookAdapter<Settings>;
  /** This system's own error answers as faults; `undefined` falls through to the kit's HTTP table. */
  readonly classify?: (failure: HttpFailure) => Fault | undefined;
  /** What its documents become before a connection's own mapping: the vendor's codes as most users have them. */
  readonly mapping?: MappingBody;
  /** Its error codes by what they mean: `classify` as a table. */
  readonly errors?: ErrorTable;
};

export type Manifest = {
  readonly id: string;
  readonly kind: SystemKind;
  readonly title: string;
  readonly apiVersion: string;
  readonly docs: string;
  /** The vendor's limit for one account, and how much of it the hub may hold at once. */
  readonly pacing: { readonly requestsPerSecond: number; readonly burst: number; readonly concurrency: number };
  readonly timeoutMs: number;
  /** Settings that are secrets: encrypted at rest, never shown. */
  readonly secretSettings: readonly string[];
  /** Header names and JSON keys, lower case, whose values are never logged nor recorded. */
  readonly redact: readonly string[];
};

/** What the account said about itself, for people: "Odoo 17.0, company Acme". */
export type CheckAnswer = { readonly about: string };

/**
 * How one kind of message becomes canonical documents. Called by the inbox job, again on every retry and replay, so it
 * depends on nothing but its input. A fault names the place by a JSON pointer.
 */
export type Topic = {
  readonly decode: (raw: unknown) => Result<Decoded, Fault>;
};

export type Decoded =
  | { readonly kind: 'documents'; readonly documents: readonly CanonicalRecord[] }
  | { readonly kind: 'ignored'; readonly reason: string };

/** A key that is present is a capability that works; it is certified. */
export type Capabilities<Client> = {
  readonly pullOrders?: Pull<Client>;
  readonly pullStock?: Pull<Client>;
  readonly pullProducts?: Pull<Client>;
  readonly pullCustomers?: Pull<Client>;
  readonly pullPickings?: Pull<Client>;
  readonly pullShipments?: Pull<Client>;
  readonly pullReturns?: Pull<Client>;
  readonly pullPayments?: Pull<Client>;
  readonly pushOrder?: Write<Client, OrderDocument, RemoteRef>;
  /** Told to the systems that were given the order, and to the one it came from, where that takes none itself. */
  readonly cancelOrder?: Write<Client, OrderDocument, RemoteRef>;
  /** Tells the system that an order came from that the hub has taken it over: its goods are committed. */
  readonly acknowledgeOrder?: Write<Client, OrderDocument, RemoteRef>;
  readonly pushProduct?: Write<Client, ProductDocument, RemoteRef>;
  readonly pushStock?: Write<Client, StockDocument, RemoteRef>;
  readonly pushShipment?: Write<Client, ShipmentDocument, RemoteRef>;
  readonly pushEvent?: Write<Client, EventDocument, RemoteRef>;
  readonly buyLabel?: Write<Client, LabelRequest, LabelReceipt>;
  readonly voidLabel?: Write<Client, LabelReceipt, RemoteRef>;
  readonly quoteRates?: Ask<Client, RateQuery, readonly RateQuote[]>;
  readonly track?: Ask<Client, { readonly trackingNumber: string }, TrackingDocument>;
  readonly schedulePickup?: Write<Client, PickupRequest, PickupReceipt>;
  readonly cancelPickup?: Write<Client, PickupReceipt, RemoteRef>;
  readonly closeDay?: Write<Client, DayClose, ManifestReceipt>;
  readonly validateAddress?: Ask<Client, AddressQuery, AddressCheck>;
  readonly findLocations?: Ask<Client, LocationQuery, readonly CarrierLocation[]>;
};
export type PullName = Extract<keyof Capabilities<never>, `pull${string}`>;
/** All pulls, in the order in which they are best run: what others refer to comes first. */
export const PULL_NAMES: readonly PullName[] = [
  'pullProducts',
  'pullCustomers',
  'pullStock',
  'pullOrders',
  'pullPickings',
  'pullShipments',
  'pullPayments',
  'pullReturns',
];

/**
 * Reads what changed since a checkpoint. The pull job calls `fetch` again while `more` holds, and stores the items and
 * the new checkpoint in one transaction; after a crash it starts again from the last stored checkpoint. Items become
 * inbox rows under `topic` and are decoded from there.
 */
export type Pull<Client> = {
  readonly topic: string;
  readonly cursor: CursorDeclaration;
  /** How often it is run when the hub is not told otherwise; a snapshot reads everything each time. Default: `pullEveryMs`. */
  readonly everyMs?: number;
  readonly fetch: (client: Client, from: Checkpoint, signal: AbortSignal) => Promise<Result<Page, Fault>>;
  /** Names an item: the same record at the same version always gets the same message id. */
  readonly identify: (raw: unknown) => Result<MessageName, Fault>;
};

const MINUTE = 60_000;

/** How often a pull is run by default: as it declares, else every minute, or every quarter of an hour for a snapshot. */
export function pullEveryMs({ everyMs, cursor }: Pick<Pull<never>, 'everyMs' | 'cursor'>): number {
  return everyMs ?? (cursor.kind === 'snapshot' ? 15 * MINUTE : MINUTE);
}

/** `since` moves when a run ends; `cursor` is the place inside a run (a page token). Both null: from the beginning. */
export type Checkpoint = { readonly since: Instant | null; readonly cursor: string | null };
export type Page = { readonly items: readonly unknown[]; readonly checkpoint: Checkpoint; readonly more: boolean };

/**
 * Writes one document. The journal stores the intent, calls `send`, and stores the receipt. `key.reference` is stable
 * across retries of the same write and is what the remote record carries.
 */
export type Write<Client, Doc, Receipt> = {
  readonly encode: (document: Doc) => Result<unknown, Fault>;
  readonly send: (client: Client, raw: unknown, key: WriteKey, signal: AbortSignal) => Promise<Result<Receipt, Fault>>;
  readonly duplicates: DuplicatePolicy<Client, Receipt>;
};

export type WriteKey = { readonly reference: string; readonly idempotencyKey: string };

/**
 * How a write that may have happened is kept from happening twice.
 * - `nativeKey`: the system itself refuses or answers again by the idempotency key, so an in-doubt write is sent again.
 * - `lookupByRef`: `landed` searches by our reference; called before a create that follows an unknown outcome. `null`
 *   permits sending again only `settleMs` after the first attempt, because the system may commit late. `settleMs` null:
 *   the system tells nowhere how late it shows a write, so a look-up can only say yes, and what stays unfound goes to an
 *   operator.
 * - `idempotent`: the write sets an absolute state; sending it again changes nothing.
 * - `none`: an operator decides.
 */
export type DuplicatePolicy<Client, Receipt> =
  | { readonly mode: 'nativeKey' }
  | { readonly mode: 'idempotent' }
  | {
      readonly mode: 'lookupByRef';
      readonly settleMs: number | null;
      readonly landed: (
        client: Client,
        raw: unknown,
        key: WriteKey,
        signal: AbortSignal,
      ) => Promise<Result<Receipt | null, Fault>>;
    }
  | { readonly mode: 'none' };

/**
 * `stockItem`: the system's key of the item whose level was written; by it, levels that come back find their product.
 * `total`: of an order, what it came to there, and a rounding line that the connector wrote beside it; minor units.
 */
export type RemoteRef = {
  readonly externalId: string;
  readonly version?: string;
  readonly number?: string;
  readonly stockItem?: string;
  readonly total?: { readonly grandMinor: number; readonly levelledMinor: number };
};

/** Ask and answer, with no state on either side. */
export type Ask<Client, Query, Answer> = {
  readonly ask: (client: Client, query: Query, signal: AbortSignal) => Promise<Result<Answer, Fault>>;
};

export type WebhookAdapter<Settings> = {
  /** Checks the signature over the raw bytes, in constant time, before anything is parsed. */
  readonly verify: (request: RawRequest, settings: Settings) => Result<void, Fault>;
  /** Names the delivery, so that a redelivery is recognised before it is stored twice. Called after `verify`. */
  readonly identify: (request: RawRequest) => Result<MessageName & { readonly topic: string }, Fault>;
};

/**
 * `messageId`: equal for redeliveries of the same message. `subject`: the record it is about ("order/42"); messages of
 * one subject are applied one after another. `correlation`: shared by all messages of one action over there.
 */
export type MessageName = { readonly messageId: string; readonly subject: string; readonly correlation?: string };

export type RawRequest = {
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly receivedAt: Instant;
};

/** Settings and Client stay private to a connector; the registry sees one uniform shape. */
export type AnyConnector = Connector<unknown, unknown>;

/** A connector as it is written: `hosts` only for further ones, and errors as a table or by `classify`. */
export type ConnectorSpec<Settings, Client> = Omit<Connector<Settings, Client>, 'hosts' | 'manifest'> &
  Partial<Pick<Connector<Settings, Client>, 'hosts'>> & { readonly manifest: ManifestSpec };
type Usual = Pick<Manifest, 'pacing' | 'timeoutMs' | 'redact'>;
type ManifestSpec = Omit<Manifest, keyof Usual> & Partial<Usual>;

/** For a system that publishes no limits: gentle, and patient. */
const USUAL: Usual = {
  pacing: { requestsPerSecond: 10, burst: 20, concurrency: 4 },
  timeoutMs: 20_000,
  redact: [],
};

/** Checks a connector's declaration and hides its own types. Throws when it declares what the hub refuses. */
export function defineConnector<Settings, Client>(spec: ConnectorSpec<Settings, Client>): AnyConnector {
  const { id } = spec.manifest;
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(id))
    throw new Error(`connector id ${JSON.stringify(id)}: lower case, digits and hyphens`);
  const refusal =
    serverRefusal(spec.servers !== undefined, spec.settings) ?? pullRefusal(spec.topics, spec.capabilities);
  if (refusal !== undefined) throw new Error(`connector ${id}: ${refusal}`);
  const { errors, classify } = spec;
  const byTable = errors && ((failure: HttpFailure) => classify?.(failure) ?? faultByTable(errors, failure));
  const manifest = { ...USUAL, ...spec.manifest };
  const connector = { hosts: () => [], ...spec, manifest, ...(byTable ? { classify: byTable } : {}) };
  return connector as unknown as AnyConnector;
}

/** A simulator must be able to stand in for every server: by the settings that all such connectors share. */
function serverRefusal(hasServers: boolean, settings: unknown): string | undefined {
  if (!hasServers) return undefined;
  const { shape = {} } = settings as { shape?: Readonly<Record<string, unknown>> };
  const missing = ['environment', 'baseUrl'].filter((name) => !(name in shape));
  return missing.length > 0
    ? `its settings lack ${missing.join(' and ')}: spread SERVER_SETTINGS into them`
    : undefined;
}

function pullRefusal(topics: object, capabilities: object): string | undefined {
  for (const [name, pull] of Object.entries(capabilities) as [string, Pull<never> | Write<never, never, never>][]) {
    if (!('cursor' in pull)) continue;
    if (!(pull.topic in topics)) return `${name} stores items under ${pull.topic}, which is not in its topics`;
    const refusal = cursorRefusal(name, pull.cursor);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
