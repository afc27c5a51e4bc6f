import { type PlacedUnits, Shelf } from '../inventory/index.ts';
import { type Order, type OrderCommand, type OrderEvent, type OrderRejection, orderDecider } from '../order/index.ts';
import type {
  AfterSale,
  AfterSaleKey,
  Changes,
  CustomerRow,
  FulfillmentRow,
  HubLocation,
  IdSource,
  KnownParcel,
  KnownProduct,
  KnownShipment,
  MessageId,
  Notice,
  OrderChange,
  OrderHeader,
  ProductRow,
  Reference,
  ReservationRow,
  Settlement,
  ShipmentRow,
  StockVersion,
  StoredBalance,
  StoredOrder,
  StoredPayments,
  StoredReturns,
  TrackedNews,
} from '../ports/index.ts';
import type { ConnectionId, Instant, LocationId, OrderId, ProductId } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';
import { type ArrivalChecks, NO_CHECKS } from './arrivalChecks.ts';
import { BatchSourcing, NO_SOURCING_FACTS, type SourcingFacts } from './batchSourcing.ts';
import { OutboxFacts } from './outboxFacts.ts';
import { Payments } from './payments.ts';
import { Returns } from './returns.ts';
import { Works } from './works.ts';

/** Who sends the records of a batch, as far as deciding needs it. */
export type Sender = {
  readonly id: ConnectionId;
  readonly name: string;
  /** true when its stock levels are the truth; a shop that is told its levels is not asked for them. */
  readonly isStockSource: boolean;
};

/** What a batch loaded and locked before deciding. */
export type Loaded = {
  readonly orders: readonly StoredOrder[];
  readonly products: ReadonlyMap<string, KnownProduct>;
  readonly balances: readonly StoredBalance[];
  /** Where units lie, of those balances that keep it. */
  readonly places?: readonly PlacedUnits[];
  readonly locations: readonly HubLocation[];
  /** Reservations of those who hold some for an order of this batch. */
  readonly held?: readonly ReservationRow[];
  readonly references: readonly Reference[];
  readonly fulfillments: readonly FulfillmentRow[];
  readonly afterSales: readonly AfterSaleKey[];
  readonly shipments: readonly KnownShipment[];
  readonly parcels?: readonly KnownParcel[];
  readonly sourcing: SourcingFacts;
  /** The money of orders whose money may move. */
  readonly payments?: readonly StoredPayments[];
  readonly returns?: readonly StoredReturns[];
  readonly checks?: ArrivalChecks;
};

/** A batch over nothing yet; spread what was loaded over it. */
export const NOTHING_LOADED: Loaded = {
  orders: [],
  products: new Map(),
  balances: [],
  locations: [],
  references: [],
  fulfillments: [],
  afterSales: [],
  shipments: [],
  sourcing: NO_SOURCING_FACTS,
};

type Working = {
  readonly id: OrderId;
  readonly before: StoredOrder | null;
  after: StoredOrder;
  events: OrderEvent[];
  cause: MessageId | null;
};

/**
 * The working set of one transaction: what was loaded, what has been decided, and what will be written. Records of one
 * batch are decided one after another and see each other's effects. A use case on it refuses before it has any effect,
 * so that a refused record leaves no trace.
 */
export class Batch {
  readonly now: Instant;
  /** Who does what is decided next, for the history. */
  actor = 'hub';
  readonly shelf: Shelf;
  readonly works: Works;
  readonly payments: Payments;
  readonly returns: Returns;
  readonly #products: Map<string, KnownProduct>;
  readonly locations: readonly HubLocation[];
  readonly #newProducts = new Map<ProductId, ProductRow>();
  readonly sourcing: BatchSourcing;
  readonly checks: ArrivalChecks;
  readonly outbox = new OutboxFacts();
  readonly shipments: ShipmentRow[] = [];
  readonly stockVersions: StockVersion[] = [];
  readonly afterSales: AfterSale[] = [];
  readonly customers: CustomerRow[] = [];
  readonly reservations: ReservationRow[] = [];
  readonly usedReservations: string[] = [];
  readonly #held: readonly ReservationRow[];
  readonly notices: Notice[] = [];
  /** What had left before this batch. */
  readonly known: readonly KnownShipment[];
  /** Parcels that carriers tell of, and what they told. */
  readonly parcels: readonly KnownParcel[];
  readonly tracked: TrackedNews[] = [];
  readonly applied: MessageId[] = [];
  readonly settled: Settlement[] = [];
  readonly newReferences: Reference[] = [];
  readonly #ids: IdSource;
  readonly #orders = new Map<OrderId, Working>();
  readonly #byReference = new Map<string, OrderId>();
  readonly #references = new Map<string, string>();
  readonly #afterSales = new Set<string>();
  readonly #versions = new Map<string, Instant | null>();

  constructor(loaded: Loaded, ids: IdSource, now: Instant) {
    this.now = now;
    this.#ids = ids;
    this.shelf = new Shelf(loaded.balances, loaded.places);
    this.works = new Works(loaded.fulfillments, this.outbox);
    this.payments = new Payments(loaded.payments ?? []);
    this.returns = new Returns(loaded.returns ?? []);
    this.#products = new Map(loaded.products);
    this.locations = loaded.locations;
    this.known = loaded.shipments;
    this.checks = loaded.checks ?? NO_CHECKS;
    this.parcels = loaded.parcels ?? [];
    this.#held = loaded.held ?? [];
    this.sourcing = new BatchSourcing(loaded.sourcing, now);
    for (const stored of loaded.orders) this.#adopt(stored);
    for (const reference of loaded.references) this.#references.set(referenceKey(reference), reference.internalId);
    for (const b of loaded.balances) this.#versions.set(`${b.product} ${b.location}`, b.sourceVersion);
    for (const key of loaded.afterSales) this.#afterSales.add(afterSaleKey(key));
  }

  newId<Id extends string>(): Id {
    return this.#ids.next() as Id;
  }

  productBySku(sku: string): KnownProduct | undefined {
    return this.#products.get(sku);
  }

  saveProduct(row: ProductRow): void {
    this.#products.set(row.sku, { id: row.id, sourceVersion: row.sourceVersion });
    this.#newProducts.set(row.id, row);
  }

  orderByReference(reference: string): StoredOrder | undefined {
    const id = this.#byReference.get(reference);
    return id === undefined ? undefined : this.#orders.get(id)?.after;
  }

  order(id: OrderId): StoredOrder | undefined {
    return this.#orders.get(id)?.after;
  }

  get loadedOrders(): Iterable<StoredOrder> {
    return [...this.#orders.values()].map((working) => working.after);
  }

  /** What somebody holds of some products and no order of this batch has used. */
  heldBy(holder: string, products: ReadonlySet<ProductId>): readonly ReservationRow[] {
    return this.#held.filter(
      (row) => row.holder === holder && products.has(row.product) && !this.usedReservations.includes(row.id),
    );
  }

  /** Whether an order of this batch has used what this holder held. */
  hasUsed(holder: string): boolean {
    return this.#held.some((row) => row.holder === holder && this.usedReservations.includes(row.id));
  }

  /** Places a new order; a refused one is not kept. */
  placeOrder(
    header: OrderHeader,
    command: Extract<OrderCommand, { type: 'PlaceOrder' }>,
    cause: MessageId | null,
  ): Result<void, OrderRejection> {
    const placed = orderDecider.decide(command, orderDecider.initialState);
    if (!placed.ok) return placed;
    const order = placed.value.reduce(orderDecider.evolve, orderDecider.initialState);
    const after: StoredOrder = { header, order, version: placed.value.length };
    const events = placed.value.map((event) => ({ ...event, by: this.actor }));
    this.#orders.set(command.id, { id: command.id, before: null, after, events, cause });
    this.#byReference.set(header.reference, command.id);
    this.payments.begin(command.id);
    return ok(undefined);
  }

  changeHeader(id: OrderId, header: OrderHeader): void {
    const working = this.#workingOn(id);
    working.after = { ...working.after, header };
  }

  /** Decides a command on an order and keeps its events. A refused command changes nothing. */
  decide(id: OrderId, command: OrderCommand, cause: MessageId | null): Result<readonly OrderEvent[], OrderRejection> {
    const working = this.#workingOn(id);
    const decided = orderDecider.decide(command, working.after.order);
    if (!decided.ok) return decided;
    let { order } = working.after;
    for (const event of decided.value) order = orderDecider.evolve(order, event);
    for (const event of decided.value) working.events.push({ ...event, by: this.actor });
    working.after = { ...working.after, order, version: working.after.version + decided.value.length };
    working.cause = cause;
    return ok(decided.value);
  }

  referenceTo(connection: ConnectionId, entity: Reference['entity'], externalId: string): string | undefined {
    return this.#references.get(referenceKey({ connection, entity, externalId }));
  }

  addReference(reference: Reference): void {
    this.#references.set(referenceKey(reference), reference.internalId);
    this.newReferences.push(reference);
  }

  /** The source's version of a stock level, when one was reported before. */
  stockVersion(product: ProductId, location: LocationId): Instant | null {
    return this.#versions.get(`${product} ${location}`) ?? null;
  }

  setStockVersion(version: StockVersion): void {
    this.#versions.set(`${version.product} ${version.location}`, version.sourceVersion);
    this.stockVersions.push(version);
  }

  isRecorded(key: AfterSaleKey): boolean {
    return this.#afterSales.has(afterSaleKey(key));
  }

  recordAfterSale(row: AfterSale): void {
    this.#afterSales.add(afterSaleKey(row));
    this.afterSales.push(row);
  }

  /** Everything to write, in one value. */
  changes(): Changes {
    return {
      orders: [...this.#orders.values()].filter(isChanged),
      products: [...this.#newProducts.values()],
      customers: this.customers,
      stock: this.shelf.entries,
      stockVersions: this.stockVersions,
      references: this.newReferences,
      fulfillments: this.works.changes,
      shipments: this.shipments,
      tracked: this.tracked,
      afterSales: this.afterSales,
      reservations: this.reservations,
      usedReservations: this.usedReservations,
      notices: this.notices,
      payments: this.payments.changes,
      returns: this.returns.changes,
      sourcingLoads: this.sourcing.changedLoads,
      outbox: this.outbox.all,
      applied: this.applied,
      settled: this.settled,
    };
  }

  #adopt(stored: StoredOrder): void {
    const id = idOf(stored.order);
    this.#orders.set(id, { id, before: stored, after: stored, events: [], cause: null });
    this.#byReference.set(stored.header.reference, id);
  }

  #workingOn(id: OrderId): Working {
    const working = this.#orders.get(id);
    if (!working) throw new Error(`order ${id} was not loaded for this batch`);
    return working;
  }
}

function isChanged(working: OrderChange): boolean {
  return working.events.length > 0 || working.before?.header !== working.after.header;
}

function idOf(order: Order): OrderId {
  if (order.status === 'unplaced') throw new Error('a stored order is always placed');
  return order.id;
}

function referenceKey(reference: Pick<Reference, 'connection' | 'entity' | 'externalId'>): string {
  return `${reference.connection} ${reference.entity} ${reference.externalId}`;
}

const afterSaleKey = (key: AfterSaleKey): string => `${key.connection} ${key.kind} ${key.externalId}`;
