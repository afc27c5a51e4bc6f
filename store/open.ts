import type pg from 'pg';
import type { OrderDocument } from '../core/documents/index.ts';
import type {
  CarrierRequests,
  Checkpoints,
  ConnectionStore,
  Deliveries,
  EventLog,
  ExportFilter,
  FulfillmentSetup,
  GrantStore,
  JobStore,
  MappingStore,
  OrderSearch,
  Queries,
  RateBudget,
  RelayTransaction,
  ReplayFilter,
  ShippingStore,
  SourcingHistory,
  SourcingStore,
  StockQueries,
  StockSettings,
  Tracking,
  TrackingLinks,
  Transaction,
  UnitOfWork,
} from '../core/ports/index.ts';
import type { Instant } from '../core/shared/ids.ts';
import { type ApiKeys, apiKeys } from './apiKeys.ts';
import { auditedOn } from './audited.ts';
import { type Backlog, backlog, expireReservations, inboxLoad } from './backlog.ts';
import { carrierRequests } from './carrierRequests.ts';
import { checkpoints } from './checkpoints.ts';
import { connectionStore } from './connections.ts';
import { openDatabase } from './database.ts';
import { deliveries } from './deliveries.ts';
import { eventLog } from './eventLog.ts';
import { exportOrders } from './exportOrders.ts';
import { fulfillmentSetup } from './fulfillmentSetup.ts';
import { grantStore } from './grants.ts';
import { idempotencyStore } from './idempotency.ts';
import { uuidSource } from './ids.ts';
import { refreshChannelBuffers } from './inventory/channelBuffers.ts';
import { republishStock } from './inventory/publications.ts';
import { stockSettings } from './inventory/stockSettings.ts';
import { jobStore } from './jobs.ts';
import { mappingStore } from './mappings.ts';
import { openModels } from './models.ts';
import { type StoreOperations, storeOperations } from './operations.ts';
import { flow } from './queries/flow.ts';
import { orderSearch } from './queries/orderSearch.ts';
import { queries } from './queries/queries.ts';
import { sourcingHistory } from './queries/sourcingHistory.ts';
import { stockQueries } from './queries/stockQueries.ts';
import { rateBudget } from './rateBudget.ts';
import { Receiver } from './receiver.ts';
import { relayTransaction } from './relay.ts';
import { countMessages, replayMessages } from './replay.ts';
import type { SecretBox } from './secrets.ts';
import { shippingStore } from './shipping.ts';
import { sourcingStore } from './sourcingRules.ts';
import { watchCases } from './sql/cases.ts';
import { tracking } from './tracking.ts';
import { trackingLinks } from './trackingLinks.ts';
import { openTransaction } from './transaction.ts';
import { unitOfWork, withClient } from './unitOfWork.ts';
import { watchDeliveries } from './watchDeliveries.ts';

export type Store = {
  readonly pool: pg.Pool;
  readonly unitOfWork: UnitOfWork;
  readonly relayTransaction: <T>(run: (tx: Transaction & RelayTransaction) => Promise<T>) => Promise<T>;
  readonly receiver: Receiver;
  readonly deliveries: Deliveries;
  readonly budget: RateBudget;
  readonly jobs: JobStore;
  readonly checkpoints: Checkpoints;
  readonly tracking: Tracking;
  readonly connections: ConnectionStore;
  readonly grants: GrantStore;
  readonly mappings: MappingStore;
  readonly operations: StoreOperations;
  readonly fulfillmentSetup: FulfillmentSetup;
  readonly shipping: ShippingStore;
  readonly carrierRequests: CarrierRequests;
  readonly trackingLinks: TrackingLinks;
  /** Raises notices about what is late; answers how many. */
  readonly watchDeliveries: (now: Instant) => Promise<number>;
  /** Raises notices about cases that are overdue; answers how many. */
  readonly watchCases: (now: Instant) => Promise<number>;
  readonly keys: ApiKeys;
  readonly queries: Queries;
  readonly orderSearch: OrderSearch;
  readonly sourcing: SourcingStore;
  readonly sourcingHistory: SourcingHistory;
  readonly stockQueries: StockQueries;
  readonly stockSettings: StockSettings;
  readonly republishStock: (connection: string) => Promise<number | null>;
  readonly refreshBuffers: () => Promise<number>;
  readonly idempotent: ReturnType<typeof idempotencyStore>;
  readonly flow: (limit: number) => Promise<readonly unknown[]>;
  readonly backlog: () => Promise<Backlog>;
  readonly inboxLoad: () => ReturnType<typeof inboxLoad>;
  readonly exportOrders: (filter: ExportFilter) => AsyncIterable<readonly OrderDocument[]>;
  readonly replay: (filter: ReplayFilter, actor: string) => Promise<number>;
  readonly countMessages: (filter: ReplayFilter) => Promise<number>;
  readonly expireReservations: () => Promise<number>;
  readonly eventLog: EventLog;
  close(): Promise<void>;
};

export type StoreOptions = {
  readonly url: string;
  readonly box: SecretBox;
  readonly trackEveryMs: number;
  readonly onError: (error: Error) => void;
};

/** Connections of this process to PostgreSQL beside its queues: together they stay below 40. */
const HOT_POOL = 12;
const MODEL_POOL = 3;

/** Opens everything that is kept in PostgreSQL. The schema must be up to date. */
export function openStore({ url, box, trackEveryMs, onError }: StoreOptions): Store {
  const pool = openDatabase({ url, max: HOT_POOL, onError });
  const models = openModels(url, MODEL_POOL);
  return {
    pool,
    unitOfWork: unitOfWork(pool),
    relayTransaction: (run) =>
      withClient(pool, (client) => run({ ...openTransaction(client), ...relayTransaction(client) })),
    receiver: new Receiver(pool),
    deliveries: deliveries(pool),
    budget: rateBudget(pool),
    jobs: jobStore(pool),
    checkpoints: checkpoints(pool),
    connections: connectionStore(models, box),
    grants: grantStore(pool, box),
    mappings: mappingStore(pool),
    operations: storeOperations(pool, models),
    ...shippingStores(pool, trackEveryMs),
    watchCases: (now) => watchCases(pool, now),
    keys: apiKeys(models),
    queries: queries(pool),
    orderSearch: orderSearch(pool),
    sourcing: sourcingStore(pool),
    sourcingHistory: sourcingHistory(pool),
    stockQueries: stockQueries(pool),
    stockSettings: stockSettings(pool),
    republishStock: (connection) => republishStock(pool, connection),
    refreshBuffers: () => refreshChannelBuffers(pool),
    idempotent: idempotencyStore(pool),
    flow: (limit) => flow(pool, limit),
    backlog: () => backlog(pool),
    inboxLoad: () => inboxLoad(pool),
    exportOrders: (filter) => exportOrders(pool, filter),
    replay: (filter, actor) => replayMessages(pool, filter, actor),
    countMessages: (filter) => countMessages(pool, filter),
    expireReservations: () => expireReservations(pool),
    eventLog: eventLog(pool),
    async close() {
      await models.sequelize.close();
      await pool.end();
    },
  };
}

/** What is kept of work and parcels on their way. */
function shippingStores(
  pool: pg.Pool,
  everyMs: number,
): Pick<Store, 'tracking' | 'trackingLinks' | 'watchDeliveries' | 'shipping' | 'carrierRequests' | 'fulfillmentSetup'> {
  return {
    tracking: tracking(pool, { everyMs }),
    trackingLinks: trackingLinks(pool),
    watchDeliveries: (now) => watchDeliveries(pool, now),
    shipping: shippingStore(pool),
    carrierRequests: carrierRequests(pool),
    fulfillmentSetup: fulfillmentSetup(pool, auditedOn(pool), () => uuidSource.next()),
  };
}
