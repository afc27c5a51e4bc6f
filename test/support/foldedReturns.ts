import type { Parts } from '../../compose/parts.ts';
import { type RmaEvent, rmaDecider, rmaStatus } from '../../core/returns/index.ts';
import { replay } from '../../core/shared/decider.ts';
import type { OrderId } from '../../core/shared/ids.ts';

/** Returns whose events do not fold to their rows, or whose status is not the same word in SQL. */
export async function foldedReturnDifferences({ store }: Parts): Promise<readonly unknown[]> {
  const { rows } = await store.pool.query<{ rma_id: string; order_id: OrderId; events: RmaEvent[] }>(
    `select e.rma_id, r.order_id, json_agg(e.body order by e.version) as events
     from rma_event e join rma r on r.id = e.rma_id group by 1, 2`,
  );
  const stored = await store.unitOfWork.transaction((tx) => tx.returns([...new Set(rows.map((r) => r.order_id))]));
  const byId = new Map(stored.flatMap(({ rmas }) => rmas.map((rma) => [rma.id, rma] as const)));
  const wrong: unknown[] = [];
  for (const { rma_id, events } of rows) {
    const folded = replay(rmaDecider, events);
    const kept = byId.get(rma_id);
    const shown = await store.queries.show('returns', rma_id);
    const text = (of: typeof folded): string =>
      of.status === 'opened' ? JSON.stringify([...of.lines.values()].map((line) => Object.entries(line).sort())) : '';
    const isSame = kept && kept.version === events.length && text(kept.rma) === text(folded);
    if (!isSame || shown?.['status'] !== rmaStatus(kept.rma)) wrong.push({ rma_id, folded, kept, shown });
  }
  return wrong;
}
