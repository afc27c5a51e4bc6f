import type { CountEvent, TransferEvent } from '../../core/inventory/index.ts';
import { column, type Executor } from '../database.ts';

type Stream = {
  readonly id: string;
  readonly version: number;
  readonly actor: string;
  readonly events: readonly (TransferEvent | CountEvent)[];
};

/** Keeps the events of a transfer or a count after those it has. */
export async function saveStockEvents(db: Executor, { id, version, actor, events }: Stream): Promise<void> {
  await db.query({
    name: 'insert-stock-events',
    text: `insert into stock_event (subject_id, version, type, body, actor)
           select $1, $2::integer + position, type, body::jsonb, $3
           from unnest($4::text[], $5::text[]) with ordinality as row (type, body, position)`,
    values: [id, version, actor, column(events, (e) => e.type), column(events, (e) => JSON.stringify(e))],
  });
}
