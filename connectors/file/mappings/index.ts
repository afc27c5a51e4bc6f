import { type Fault, permanent } from '../../../core/shared/fault.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { FileMapping } from '../mapping.ts';
import { orderLinesCsv, ordersJsonLines, ordersXml } from './orderLines.ts';
import { uciOnlineRetail } from './uciOnlineRetail.ts';

/** The mappings that come with the hub. */
export const FILE_MAPPINGS: readonly FileMapping[] = [orderLinesCsv, ordersJsonLines, ordersXml, uciOnlineRetail];

/** The mapping with an id; the fault names those there are. */
export function mappingById(id: string): Result<FileMapping, Fault> {
  const found = FILE_MAPPINGS.find((mapping) => mapping.id === id);
  if (found) return ok(found);
  const known = FILE_MAPPINGS.map((mapping) => mapping.id).join(', ');
  return err(permanent('unknown-mapping', `no mapping ${JSON.stringify(id)}; there are ${known}`));
}
