import type pg from 'pg';
import type { StockQueries } from '../../core/ports/index.ts';
import { ownedChanges } from './ownedChanges.ts';
import { stockAudit } from './stockAudit.ts';
import { stockOutlook, waitingLines } from './stockOutlook.ts';

/** What is asked about stock, on PostgreSQL. */
export function stockQueries(pool: pg.Pool): StockQueries {
  return {
    audit: (onDifference) => stockAudit(pool, onDifference),
    ownedChanges: (of, onChange) => ownedChanges(pool, of, onChange),
    outlook: (sku) => stockOutlook(pool, sku),
    waiting: (sku, limit) => waitingLines(pool, sku, limit),
  };
}
