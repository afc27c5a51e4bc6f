import type pg from 'pg';
import { ShippingRules } from '../core/documents/index.ts';
import type {
  CarrierChoice,
  ChosenCarrier,
  NothingToSend,
  PublishedShippingRules,
  ShipmentPlan,
  ShippingStore,
  WorkName,
} from '../core/ports/index.ts';
import type { Instant } from '../core/shared/ids.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import { insertDeliveries } from './sql/deliveries.ts';
import { shipmentFacts } from './sql/shipmentFacts.ts';
import { withClient } from './unitOfWork.ts';

/** What rate shopping keeps, on PostgreSQL. */
export function shippingStore(pool: pg.Pool): ShippingStore {
  return {
    rules: () => rulesInForce(pool),
    publishRules: (rules, actor) => publishRules(pool, rules, actor),
    plan: (name) => planOf(pool, name),
    async dueChoices(limit, leaseMs) {
      const { rows } = await pool.query<CarrierChoice>({ name: 'due-choices', text: DUE, values: [limit, leaseMs] });
      return rows;
    },
    choose: (choice, chosen) => choose(pool, choice, chosen),
    async postponeChoice({ reference }, delayMs, explanation) {
      await pool.query({
        name: 'postpone-choice',
        text: POSTPONE,
        values: [reference, delayMs, JSON.stringify(explanation)],
      });
    },
  };
}

const NO_RULES: PublishedShippingRules = {
  version: 0,
  body: ShippingRules.parse({}),
  publishedAt: null,
  publishedBy: null,
};

async function rulesInForce(pool: pg.Pool): Promise<PublishedShippingRules> {
  type Row = { version: number; body: unknown; at: Date; by: string };
  const { rows } = await pool.query<Row>({
    name: 'shipping-rules',
    text: `select version, body, published_at as at, published_by as by
           from shipping_rules order by version desc limit 1`,
  });
  const row = rows[0];
  if (!row) return NO_RULES;
  const publishedAt = new Date(row.at).toISOString() as Instant;
  return { version: row.version, body: ShippingRules.parse(row.body), publishedAt, publishedBy: row.by };
}

function publishRules(pool: pg.Pool, rules: ShippingRules, actor: string): Promise<number> {
  return withClient(pool, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      'insert into shipping_rules (body, published_by) values ($1, $2) returning version',
      [JSON.stringify(rules), actor],
    );
    const version = rows[0]?.version ?? 0;
    await client.query(
      `insert into audit_entry (actor, action, subject, detail) values ($1, 'shipping-rules.publish', 'shipping-rules', $2)`,
      [actor, JSON.stringify({ version })],
    );
    return version;
  });
}

async function planOf(pool: pg.Pool, name: WorkName): Promise<Result<ShipmentPlan, NothingToSend>> {
  const by = 'order' in name ? { order: name.order } : { work: name.fulfillmentOrder };
  const [facts, ...others] = await shipmentFacts(pool, by);
  const said = 'order' in name ? `an order ${name.order} with goods to ship` : `a fulfillment order ${by.work}`;
  if (!facts) return err({ code: 'not-found', message: `there is not ${said}` });
  if (others.length > 0) {
    const numbers = [facts, ...others].map(({ number }) => number).join(', ');
    return err({ code: 'several-fulfillment-orders', message: `it leaves in parts, so name one: ${numbers}` });
  }
  if (facts.state === 'shipped' || facts.state === 'cancelled')
    return err({ code: 'nothing-to-ship', message: `${facts.number} is ${facts.state}` });
  const query = facts.parts('open', facts.number);
  const { location, currency, promisedBy, number } = facts;
  const grams = query.parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0);
  return ok({ number, query, shipment: { location, country: query.to.country ?? null, grams, currency, promisedBy } });
}

const DUE = `
  update carrier_choice c set not_before = clock_timestamp() + $2 * interval '1 ms'
  where c.reference in (
    select reference from carrier_choice where state = 'wanted' and not_before <= clock_timestamp()
    order by not_before limit $1 for update skip locked)
  returning c.reference, c.fulfillment_order_id as work, c.order_id as order, c.rounds`;

const POSTPONE = `
  update carrier_choice
  set rounds = rounds + 1, not_before = clock_timestamp() + $2 * interval '1 ms', explanation = $3
  where reference = $1 and state = 'wanted'`;

function choose(pool: pg.Pool, choice: CarrierChoice, chosen: ChosenCarrier): Promise<boolean> {
  return withClient(pool, async (client) => {
    const { reference, work, order } = choice;
    const { connection, service, explanation } = chosen;
    await client.query('select from fulfillment_order where id = $1 for update', [work]);
    const { rowCount } = await client.query({
      name: 'choose-carrier',
      text: `update carrier_choice
             set state = 'chosen', connection_id = $2, service = $3, explanation = $4, decided_at = clock_timestamp()
             where reference = $1 and state = 'wanted' and not exists (
               select from delivery d where d.subject = fulfillment_order_id and d.operation = 'buyLabel'
                 and d.state in ('prepared', 'sent', 'in-doubt', 'needs-operator'))`,
      values: [reference, connection, service, JSON.stringify(explanation)],
    });
    if (rowCount === 0) return false;
    await insertDeliveries(client, [
      { connection, operation: 'buyLabel', reference, entity: `order/${order}`, subject: work },
    ]);
    return true;
  });
}
