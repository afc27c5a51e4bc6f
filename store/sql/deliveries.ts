import type { DeliveryOutcome, DeliveryTask, NewDelivery, Operation } from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { column, type Executor } from '../database.ts';
import { instantFrom } from '../instant.ts';
import { endPublication } from '../inventory/publications.ts';

/**
 * Stores intents. One that is there already is not stored again; for a stock level, which is a state and not a deed, and
 * for an event that is replayed, it is wanted once more, and one that had ended begins anew. They go in by their numbers,
 * so that the events of an entity are sent in their order.
 */
export async function insertDeliveries(db: Executor, rows: readonly NewDelivery[]): Promise<void> {
  if (rows.length === 0) return;
  const unique = [...new Map(rows.map((r) => [`${r.connection} ${r.operation} ${r.reference}`, r])).values()];
  await db.query({
    name: 'insert-deliveries',
    text: `
      insert into delivery as d (connection_id, operation, reference, entity, subject)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[]) as row (c, o, r, e, s)
      order by c, o, length(r), r
      on conflict (connection_id, operation, reference) do update
      set wanted = d.wanted + 1,
          state = case when d.state in ('landed', 'refused', 'superseded') then 'prepared' else d.state end,
          attempts = case when d.state in ('landed', 'refused', 'superseded') then 0 else d.attempts end,
          not_before = case when d.state in ('landed', 'refused', 'superseded') then '-infinity' else d.not_before end,
          settled_at = null
      where excluded.operation in ('pushStock', 'pushEvent')`,
    values: [
      column(unique, (r) => r.connection),
      column(unique, (r) => r.operation),
      column(unique, (r) => r.reference),
      column(unique, (r) => r.entity),
      column(unique, (r) => r.subject),
    ],
  });
}

type Row = {
  readonly id: string;
  readonly operation: Operation;
  readonly reference: string;
  readonly entity: string;
  readonly subject: string;
  readonly was: DeliveryTask['was'];
  readonly attempts: number;
  readonly look_ups: number;
  readonly operator_receipt: unknown;
  readonly wanted: number;
  readonly first_sent_at: string | null;
};

/** Takes due deliveries, the earliest of each entity, and marks them as sent before anything is sent. */
export async function claimDeliveries(
  db: Executor,
  connection: ConnectionId,
  limit: number,
  leaseMs: number,
): Promise<readonly DeliveryTask[]> {
  const { rows } = await db.query<Row>({
    name: 'claim-deliveries',
    text: `
      with due as (
        select d.id, d.state as was, d.first_sent_at
        from delivery d
        where d.connection_id = $1 and d.state in ('prepared', 'sent', 'in-doubt')
          and d.not_before <= clock_timestamp() and (d.leased_until is null or d.leased_until < clock_timestamp())
          and not exists (
            select from delivery e
            where e.connection_id = $1 and e.entity = d.entity and e.id < d.id
              and e.state in ('prepared', 'sent', 'in-doubt', 'needs-operator'))
        order by d.not_before, d.id limit $2
        for update skip locked
      )
      update delivery d
      set state = case when due.was = 'prepared' then 'sent' else due.was end,
          leased_until = clock_timestamp() + $3 * interval '1 ms',
          first_sent_at = coalesce(d.first_sent_at, clock_timestamp()),
          sends = d.sends + case when due.was = 'prepared' then 1 else 0 end
      from due where d.id = due.id
      returning d.id, d.operation, d.reference, d.entity, d.subject, due.was, d.attempts, d.wanted,
                d.look_ups, d.operator_receipt, due.first_sent_at`,
    values: [connection, limit, leaseMs],
  });
  return rows.map(({ first_sent_at, look_ups, operator_receipt, ...row }) => ({
    ...row,
    connection,
    lookUps: look_ups,
    operatorReceipt: operator_receipt,
    firstSentAt: first_sent_at === null ? null : instantFrom(first_sent_at),
  }));
}

/** The heartbeat of deliveries under way. */
export async function renewDeliveries(db: Executor, ids: readonly string[], leaseMs: number): Promise<void> {
  await db.query({
    name: 'renew-deliveries',
    text: `update delivery set leased_until = clock_timestamp() + $2 * interval '1 ms'
           where id = any($1::bigint[]) and leased_until is not null`,
    values: [ids, leaseMs],
  });
}

/**
 * Writes down how an attempt ended and gives the delivery free. One that landed, or had nothing to say, and is wanted again
 * starts over.
 */
export async function settleDelivery(db: Executor, task: DeliveryTask, outcome: DeliveryOutcome): Promise<void> {
  const isOpen = outcome.state === 'prepared' || outcome.state === 'in-doubt';
  await db.query({
    name: 'settle-delivery',
    text: `
      update delivery
      set state = case when $2 in ('landed', 'superseded') and wanted > $3 then 'prepared' else $2 end,
          fault = $4::jsonb, receipt = coalesce($5::jsonb, receipt), leased_until = null,
          attempts = attempts + case when $6 = 'attempt' then 1 else 0 end,
          look_ups = case when $2 <> 'in-doubt' then 0 when $6 = 'look-up' then look_ups + 1 else look_ups end,
          operator_receipt = null,
          first_sent_at = case when $2 = 'prepared' then null else first_sent_at end,
          not_before = case when $7::integer is null then not_before
                            else clock_timestamp() + $7::integer * interval '1 ms' end,
          settled_at = case when $8::boolean then null else clock_timestamp() end
      where id = $1`,
    values: [
      task.id,
      outcome.state,
      task.wanted,
      faultOf(outcome),
      outcome.state === 'landed' ? JSON.stringify(outcome.receipt) : null,
      'counts' in outcome ? outcome.counts : 'attempt',
      isOpen ? outcome.delayMs : null,
      isOpen,
    ],
  });
  if (task.operation === 'pushStock' && outcome.state === 'landed') await endPublication(db, task);
}

function faultOf(outcome: DeliveryOutcome): string | null {
  if (outcome.state === 'landed') return null;
  if (outcome.state !== 'superseded') return JSON.stringify(outcome.fault);
  const { code, message } = outcome;
  return JSON.stringify({ kind: 'permanent', code, message });
}

/** Connections, in use, with something due now: for the wake-ups of the sweep. */
export async function dueConnections(db: Executor): Promise<readonly ConnectionId[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'due-connections',
    text: `
      select c.id from connection c
      where c.state = 'active' and exists (
        select from delivery d
        where d.connection_id = c.id and d.state in ('prepared', 'sent', 'in-doubt')
          and d.not_before <= clock_timestamp() and (d.leased_until is null or d.leased_until < clock_timestamp()))`,
  });
  return rows.map(({ id }) => id as ConnectionId);
}
