import type pg from 'pg';
import type {
  ArrivalPolicy,
  ArrivalPolicyRow,
  ClosedDifferences,
  PaymentPolicy,
  PolicyChannel,
  PricePage,
  PriceQuery,
  PriceRow,
} from '../core/ports/index.ts';
import type { ReturnPolicy } from '../core/returns/index.ts';
import { isUuid } from '../core/shared/ids.ts';
import { type Audited, auditedOn, isId } from './audited.ts';
import type { Models } from './models.ts';
import { listArrivalPolicies, setArrivalPolicy } from './sql/arrivalPolicies.ts';
import { type AttachmentContent, attachmentOf } from './sql/attachments.ts';
import { closedDifferences } from './sql/destinationTotals.ts';
import { listPrices, savePrices } from './sql/orderFacts.ts';

export type NewLocationRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly priority: number;
  readonly address: Readonly<Record<string, unknown>>;
};

/** What people and programs do beside the flow of orders: places, retries. Each change is in the audit log. */
export type StoreOperations = {
  addLocation(location: NewLocationRow, actor: string): Promise<boolean>;
  mapLocation(connection: string, externalId: string, code: string, actor: string): Promise<boolean>;
  /** A message or delivery that stopped waits again; false when there is none or it has not stopped. */
  retryMessage(id: string, actor: string): Promise<boolean>;
  retryDelivery(id: string, actor: string): Promise<boolean>;
  /** Sets how the hub deals with the money at a provider. */
  setPaymentPolicy(policy: PaymentPolicy, actor: string): Promise<void>;
  /** Sets up to how much rounding is accepted at a destination; false when there is no such connection. */
  setClosingPolicy(connection: string, toleranceMinor: number, actor: string): Promise<boolean>;
  /** How the differences that were stated on a day (UTC) were closed. */
  closedDifferences(day: string): Promise<readonly ClosedDifferences[]>;
  /** Sets what a channel, or every other one, takes back. */
  setReturnPolicy(policy: ReturnPolicy, actor: string): Promise<void>;
  /** Sets how orders of a channel are checked when they arrive; null takes the policy away, and false says that there was none. */
  setArrivalPolicy(channel: PolicyChannel, policy: ArrivalPolicy | null, actor: string): Promise<boolean>;
  arrivalPolicies(): Promise<readonly ArrivalPolicyRow[]>;
  /** A page of the price list, by SKU and currency. */
  listPrices(query: PriceQuery): Promise<PricePage>;
  /** Sets prices of the list that orders are checked against. */
  savePrices(prices: readonly PriceRow[], actor: string): Promise<void>;
  /** A file beside an order, with its content. */
  attachment(order: string, id: string): Promise<AttachmentContent | null>;
  /** What a person found out about a write of unknown outcome. What follows from a receipt is booked by the next attempt. */
  resolveDelivery(id: string, found: { landed: boolean; receipt: unknown }, actor: string): Promise<boolean>;
  label(packageId: string): Promise<{ readonly format: string; readonly bytes: Uint8Array } | null>;
  /** Notes what was done outside the hub's own work. */
  audit(entry: AuditEntry): Promise<void>;
};

export type AuditEntry = {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

function orderChecks(
  pool: pg.Pool,
  audited: Audited,
): Pick<StoreOperations, 'setArrivalPolicy' | 'arrivalPolicies' | 'listPrices'> {
  return {
    setArrivalPolicy: (channel, policy, actor) => setArrivalPolicy(audited, channel, policy, actor),
    arrivalPolicies: () => listArrivalPolicies(pool),
    listPrices: (query) => listPrices(pool, query),
  };
}

/** These operations on PostgreSQL. */
export function storeOperations(pool: pg.Pool, { sequelize, Locations, AuditEntries }: Models): StoreOperations {
  const audited = auditedOn(pool);
  return {
    ...retries(audited),
    setPaymentPolicy: (policy, actor) => setPaymentPolicy(audited, policy, actor),
    setReturnPolicy: (policy, actor) => setReturnPolicy(audited, policy, actor),
    ...orderChecks(pool, audited),
    setClosingPolicy: (name, minor, actor) => setClosingPolicy(audited, name, minor, actor),
    closedDifferences: (day) => closedDifferences(pool, day),
    async addLocation({ id, code, name, priority, address }, actor) {
      return sequelize.transaction(async (transaction) => {
        const [, created] = await Locations.findOrCreate({
          where: { code },
          defaults: { id, code, name, priority, address },
          transaction,
        });
        const entry = { actor, action: 'location.add', subject: `location/${code}`, detail: { name, priority } };
        if (created) await AuditEntries.create(entry, { transaction });
        return created;
      });
    },
    mapLocation: async (connection, externalId, code, actor) =>
      isUuid(connection) &&
      audited(
        `insert into external_reference (connection_id, entity, external_id, internal_id)
         select c.id, 'location', $2, l.id from connection c, location l where c.id = $1 and l.code = $3
         on conflict (connection_id, entity, external_id) do update set internal_id = excluded.internal_id`,
        [connection, externalId, code],
        actor,
        'connection.map-location',
        `connection/${connection}`,
      ),
    async savePrices(prices, actor) {
      await savePrices(pool, prices);
      const detail = { prices: prices.length };
      await AuditEntries.create({ actor, action: 'price.set', subject: 'price-list', detail });
    },
    attachment: (order, id) => attachmentOf(pool, order, id),
    async audit(entry) {
      await AuditEntries.create(entry);
    },
    async label(packageId) {
      if (!isUuid(packageId)) return null;
      const { rows } = await pool.query<{ format: string; bytes: Uint8Array }>({
        name: 'label',
        text: 'select label_format as format, label as bytes from package where id = $1 and label is not null',
        values: [packageId],
      });
      return rows[0] ?? null;
    },
  };
}

/** Sets how the hub deals with the money at a provider, with an entry in the audit log. */
async function setPaymentPolicy(
  audited: Audited,
  { provider, capture, isReauthorizing }: PaymentPolicy,
  actor: string,
): Promise<void> {
  await audited(
    `insert into payment_policy (id, provider, capture, is_reauthorizing) values (gen_random_uuid(), $1, $2, $3)
     on conflict (provider) do update set capture = excluded.capture, is_reauthorizing = excluded.is_reauthorizing,
       version = payment_policy.version + 1, updated_at = clock_timestamp()`,
    [provider, capture, isReauthorizing],
    actor,
    'payment-policy.set',
    `payment-policy/${provider}`,
  );
}

async function setReturnPolicy(
  audited: Audited,
  { channel, windowDays, conditions, alwaysFor, feeBps, returnlessBelowMinor }: ReturnPolicy,
  actor: string,
): Promise<void> {
  await audited(
    `insert into return_policy (id, channel, window_days, conditions, always_for, fee_bps, returnless_below_minor)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)
     on conflict (channel) do update set window_days = excluded.window_days, conditions = excluded.conditions,
       always_for = excluded.always_for, fee_bps = excluded.fee_bps,
       returnless_below_minor = excluded.returnless_below_minor, version = return_policy.version + 1,
       updated_at = clock_timestamp()`,
    [channel, windowDays, conditions, alwaysFor, feeBps, returnlessBelowMinor],
    actor,
    'return-policy.set',
    `return-policy/${channel ?? 'all'}`,
  );
}

async function setClosingPolicy(audited: Audited, name: string, minor: number, actor: string): Promise<boolean> {
  return audited(
    `insert into closing_policy (connection_id, tolerance_minor)
     select id, $2 from connection where name = $1 and state <> 'removed'
     on conflict (connection_id) do update set tolerance_minor = excluded.tolerance_minor, updated_at = clock_timestamp()`,
    [name, minor],
    actor,
    'closing-policy.set',
    `closing-policy/${name}`,
  );
}

function retries(audited: Audited): Pick<StoreOperations, 'retryMessage' | 'retryDelivery' | 'resolveDelivery'> {
  return {
    retryMessage: async (id, actor) =>
      isId(id) &&
      audited(
        `update inbox_work set state = 'received', attempts = 0, not_before = null, settled_at = null, reason = null
         where id = $1 and state <> 'received'`,
        [id],
        actor,
        'inbox.retry',
        `inbox/${id}`,
      ),
    retryDelivery: async (id, actor) =>
      isId(id) &&
      audited(
        `update delivery set state = 'prepared', attempts = 0, not_before = '-infinity', settled_at = null, first_sent_at = null
         where id = $1 and state in ('refused', 'superseded')`,
        [id],
        actor,
        'delivery.retry',
        `delivery/${id}`,
      ),
    resolveDelivery: async (id, { landed, receipt }, actor) =>
      isId(id) &&
      audited(
        `update delivery d
         set state = found.state, operator_receipt = $3::jsonb, attempts = 0, look_ups = 0, fault = null,
             first_sent_at = null, not_before = '-infinity',
             settled_at = case when found.state = 'landed' then clock_timestamp() end
         from (select case when not $2::boolean then 'prepared' when $3::jsonb is not null then 'in-doubt'
                           else 'landed' end as state) found
         where d.id = $1 and d.state = 'needs-operator'`,
        [id, landed, landed && receipt !== undefined ? JSON.stringify(receipt) : null],
        actor,
        landed ? 'delivery.resolve-landed' : 'delivery.resolve-resend',
        `delivery/${id}`,
      ),
  };
}
