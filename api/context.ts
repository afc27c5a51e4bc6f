import type { z } from 'zod';
import type { JobRequest, LabelReceipt, RateChoice, RateQuery, ShippingRules } from '../core/documents/index.ts';
import type {
  Arrival,
  ArrivalPolicy,
  ArrivalPolicyRow,
  CarrierOperation,
  ClosedDifferences,
  EventLog,
  FulfillmentSetup,
  NothingToSend,
  OrderSearch,
  PaymentPolicy,
  PolicyChannel,
  PricePage,
  PriceQuery,
  PriceRow,
  PublishedShippingRules,
  Queries,
  Received,
  ReplayFilter,
  ShownCarrierRequest,
  SourcingStore,
  StockQueries,
  StockSettings,
  TrackingView,
  WorkName,
} from '../core/ports/index.ts';
import type { ReturnPolicy } from '../core/returns/index.ts';
import type { Fault } from '../core/shared/fault.ts';
import type { ConnectionId, Instant } from '../core/shared/ids.ts';
import type { Result } from '../core/shared/result.ts';
import type { WorkRefusal } from '../core/usecases/openWork.ts';
import type { ManifestAnswer } from '../core/usecases/operateShipping.ts';
import type { Environment } from '../core/usecases/operateStock.ts';
import type { ShoppedRates } from '../core/usecases/shopRates.ts';

/** What a verified API key may do. */
export const SCOPES = ['read', 'write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];
export type Caller = { readonly id: string; readonly name: string; readonly scopes: readonly Scope[] };

export type RawHook = {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly receivedAt: Instant;
};

/** A webhook that was verified, with its name; or why it was refused, with the HTTP status that says so. */
export type HookAnswer =
  | { readonly kind: 'message'; readonly arrival: Arrival }
  | { readonly kind: 'refused'; readonly status: 401 | 404 | 410 | 422; readonly fault: Fault };

/** What a browser brings back from the page where its user agreed, or did not. */
export type BroughtBack = {
  readonly state?: string | undefined;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
};

export type NewConnection = {
  readonly name: string;
  readonly connector: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** A user is to agree in a browser; the connection waits for that. */
  readonly oauth?: boolean;
};

/** A kind of system, with the report of its certification as it is kept. */
export type ConnectorDescription = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly docs: string;
  readonly capabilities: readonly string[];
  readonly topics: readonly string[];
  readonly secretSettings: readonly string[];
  readonly certification: unknown;
};

/** Everything that routes need from the rest of the hub; the composition root hands it in. */
export type ApiContext = {
  readonly environment: Environment;
  readonly queries: Queries;
  readonly orderSearch: OrderSearch;
  readonly stockQueries: StockQueries;
  readonly stockSettings: StockSettings;
  /** Has every level told to a connection again; null when there is none of that name. */
  readonly republishStock: (connection: string) => Promise<number | null>;
  readonly sourcing: SourcingStore;
  readonly callerOf: (key: string) => Promise<Caller | null>;
  readonly hook: (connection: string, raw: RawHook) => HookAnswer;
  /** Stores an arrival; settles after the commit. */
  readonly receive: (arrival: Arrival) => Promise<Received>;
  /** An arrival of the hub's own API: a canonical document by its name. */
  readonly arrivalOf: (document: string, subject: string, messageId: string, body: unknown) => Arrival;
  /** Seconds until a new message is likely to find room; 0 while there is room. */
  readonly retryAfterSeconds: () => number;
  readonly idempotent: IdempotencyStore;
  /** The kinds of systems that can be connected. */
  readonly connectors: () => readonly ConnectorDescription[];
  readonly connections: {
    add(connection: NewConnection, actor: string): Promise<Result<ConnectionId, { code: string; message: string }>>;
    setState(id: string, state: 'active' | 'paused' | 'removed', actor: string): Promise<boolean>;
    test(id: string): Promise<Result<string, Fault> | null>;
    /** The page where a user agrees to a connection; null when there is no such connection. */
    authorize(id: string): Promise<Result<string, Fault> | null>;
    /** Takes what a browser brought back from there. Answers the connection's name. */
    finishAuthorization(brought: BroughtBack): Promise<Result<string, Fault>>;
    mapLocation(id: string, externalId: string, locationCode: string, actor: string): Promise<boolean>;
  };
  readonly addLocation: (
    location: NewLocation,
    actor: string,
  ) => Promise<Result<string, { code: string; message: string }>>;
  readonly events: Pick<EventLog, 'list' | 'newest' | 'replay'>;
  readonly retryMessage: (id: string, actor: string) => Promise<boolean>;
  readonly replay: (filter: ReplayFilter, actor: string) => Promise<number>;
  readonly retryDelivery: (id: string, actor: string) => Promise<boolean>;
  readonly resolveDelivery: (
    id: string,
    found: FoundOut,
    actor: string,
  ) => Promise<Result<void, { code: string; message: string }>>;
  readonly jobs: {
    submit(request: z.infer<typeof JobRequest>, actor: string): Promise<string>;
    cancel(id: string, actor: string): Promise<boolean>;
    /** JSON text; null when there is no such job or it is not done. */
    result(id: string): Promise<string | null>;
  };
  /** The newest orders with how far each is, for the first page. */
  readonly flow: () => Promise<unknown>;
  /** Whether the system behind a connection has to be told of each order's shipments. */
  readonly tellsShipments: (connection: ConnectionId) => boolean;
  readonly isPhone: (text: string, country: string | undefined) => boolean;
  readonly setPaymentPolicy: (policy: PaymentPolicy, actor: string) => Promise<void>;
  readonly setClosingPolicy: (connection: string, toleranceMinor: number, actor: string) => Promise<boolean>;
  readonly closedDifferences: (day: string) => Promise<readonly ClosedDifferences[]>;
  readonly setReturnPolicy: (policy: ReturnPolicy, actor: string) => Promise<void>;
  readonly savePrices: (prices: readonly PriceRow[], actor: string) => Promise<void>;
  readonly listPrices: (query: PriceQuery) => Promise<PricePage>;
  readonly arrivalPolicies: () => Promise<readonly ArrivalPolicyRow[]>;
  readonly setArrivalPolicy: (channel: PolicyChannel, policy: ArrivalPolicy | null, actor: string) => Promise<boolean>;
  readonly attachment: (
    order: string,
    id: string,
  ) => Promise<{ readonly name: string; readonly contentType: string; readonly content: Uint8Array } | null>;
  readonly label: (packageId: string) => Promise<{ readonly format: string; readonly bytes: Uint8Array } | null>;
  readonly setup: FulfillmentSetup;
  readonly carriers: {
    /** Asks a carrier for something; answers its id. */
    request(wish: CarrierWish, actor: string): Promise<Result<string, NothingToSend>>;
    show(id: string): Promise<ShownCarrierRequest | null>;
    /** Puts what left a location with a carrier on a manifest, and tells the carrier where it closes its day and `tells`. */
    closeManifest(
      wish: { readonly location: string; readonly carrier: string; readonly tells: boolean },
      actor: string,
    ): Promise<Result<ManifestAnswer, WorkRefusal>>;
    /** Tells each carrier of a manifest that can close its day what left; answers the requests' ids. */
    closeDay(
      manifest: string,
      date: string | undefined,
      actor: string,
    ): Promise<Result<readonly string[], NothingToSend>>;
    /** Takes the label of a shipment back. */
    voidLabel(shipment: string, actor: string): Promise<Result<string, NothingToSend>>;
  };
  readonly rates: {
    shop(wish: RateShopping): Promise<Result<RateAnswer, NothingToSend>>;
    rules(): Promise<PublishedShippingRules>;
    publishRules(rules: ShippingRules, actor: string): Promise<number>;
  };
  /** A link for the buyer, as a path under the hub's address; null when there is no such shipment. */
  readonly trackingLink: (
    shipment: string,
    days: number,
    actor: string,
  ) => Promise<{ readonly path: string; readonly expiresAt: Instant } | null>;
  readonly trackingView: (token: string) => Promise<TrackingView | null>;
  /** A pick list as PDF, by id or number. */
  readonly pickListPdf: (name: string) => Promise<Uint8Array | null>;
  readonly ready: () => Promise<readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[]>;
  readonly metrics: () => Promise<string>;
  readonly wakeInbox: (partition: number) => void;
  readonly wakeOutbox: () => void;
  readonly onError: (error: unknown, about: Readonly<Record<string, unknown>>) => void;
  readonly version: string;
};

/** What a person found out about a write of unknown outcome; a label that was bought comes with its numbers. */
export type FoundOut = { readonly landed: boolean; readonly receipt?: LabelReceipt | undefined };

/** Whose prices are wanted: of work that is there, or of plain parcels. */
export type RateShopping = {
  readonly of: WorkName | { readonly query: RateQuery; readonly location?: string | undefined };
  readonly choose?: RateChoice | undefined;
  readonly promisedBy?: string | undefined;
  readonly deadlineMs?: number | undefined;
};
export type RateAnswer = ShoppedRates & { readonly fulfillmentOrder: string | null; readonly rulesVersion: number };

export type CarrierWish = {
  readonly connection: string;
  readonly operation: CarrierOperation;
  /** By the operation's own document; what carries a reference gets one where it has none. */
  readonly document: Readonly<Record<string, unknown>>;
};

export type NewLocation = {
  readonly code: string;
  readonly name: string;
  readonly priority: number;
  readonly address: Readonly<Record<string, unknown>>;
};

/** Answers of earlier requests by their Idempotency-Key. */
export type IdempotencyStore = {
  /** Claims a key, or gives the stored answer; `mismatch` when the same key came with another request, `running` when it is under way. */
  begin(
    scope: string,
    key: string,
    fingerprint: string,
  ): Promise<
    { kind: 'new' } | { kind: 'running' } | { kind: 'mismatch' } | { kind: 'done'; status: number; body: unknown }
  >;
  finish(scope: string, key: string, status: number, body: unknown): Promise<void>;
  abandon(scope: string, key: string): Promise<void>;
};
