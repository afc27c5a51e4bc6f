import type pg from 'pg';
import type { Deliveries } from '../core/ports/index.ts';
import { claimDeliveries, dueConnections, renewDeliveries, settleDelivery } from './sql/deliveries.ts';
import { documentFor } from './sql/deliveryDocuments.ts';

/** The journal of outgoing writes on a pool. */
export function deliveries(pool: pg.Pool): Deliveries {
  return {
    claim: (connection, limit, leaseMs) => claimDeliveries(pool, connection, limit, leaseMs),
    renew: (ids, leaseMs) => renewDeliveries(pool, ids, leaseMs),
    documentFor: (task) => documentFor(pool, task),
    settle: (task, outcome) => settleDelivery(pool, task, outcome),
    due: () => dueConnections(pool),
  };
}
