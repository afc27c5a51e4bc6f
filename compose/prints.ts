import type { Queries, Row } from '../core/ports/index.ts';
import { type PrintedPickList, pickListPdf } from '../pipelines/print/pickListPdf.ts';

/** A pick list as PDF, by id or number; null when there is none. */
export async function printPickList(queries: Queries, name: string): Promise<Uint8Array | null> {
  const row = (await queries.show('pick-lists', name)) ?? (await numbered(queries, name));
  return row && pickListPdf(row as unknown as PrintedPickList);
}

async function numbered(queries: Queries, number: string): Promise<Row | null> {
  const { items } = await queries.list('pick-lists', { limit: 1, filters: { number } });
  return items[0] ? queries.show('pick-lists', String(items[0]['id'])) : null;
}
