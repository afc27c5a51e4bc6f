import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { OdooClient } from './client.ts';
import { productKind } from './fields.ts';
import { externalId, loadRecord, searchRead } from './records.ts';
import type { SaleLine } from './saleOrder.ts';
import { Id, OptionalText } from './wire.ts';

const WireProduct = z.object({ id: Id, default_code: OptionalText, active: z.boolean() });
type WireProduct = z.infer<typeof WireProduct>;
type Wanted = Pick<SaleLine, 'sku' | 'title' | 'kind'>;

/** The products of lines by internal reference, found together; what is missing is made, once for each reference. */
export async function findProducts(
  client: OdooClient,
  lines: readonly Wanted[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, number>, Fault>> {
  const wanted = [...new Map(lines.map((line) => [line.sku, line])).values()];
  let search: Promise<Result<readonly WireProduct[], Fault>> | undefined;
  const searchOnce = (): Promise<Result<readonly WireProduct[], Fault>> =>
    (search ??= searchProducts(
      client,
      wanted.map(({ sku }) => sku),
      signal,
    ));
  const ids = new Map<string, number>();
  for (const line of wanted) {
    const found = await client.remember(`product/${line.sku}`, () => findOrMake(client, line, searchOnce, signal));
    if (!found.ok) return found;
    ids.set(line.sku, found.value);
  }
  return ok(ids);
}

async function findOrMake(
  client: OdooClient,
  line: Wanted,
  search: () => Promise<Result<readonly WireProduct[], Fault>>,
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const found = await search();
  if (!found.ok) return found;
  const named = found.value.filter(({ default_code }) => default_code === line.sku);
  const [active, another] = named.filter(({ active: isActive }) => isActive);
  if (another)
    return err(permanent('ambiguous-sku', `several products in Odoo have the internal reference ${line.sku}`));
  if (active) return ok(active.id);
  if (named.length > 0) {
    return err(permanent('product-archived', `the product ${line.sku} is archived in Odoo: unarchive it, then retry`));
  }
  return makeProduct(client, line, signal);
}

async function makeProduct(client: OdooClient, line: Wanted, signal: AbortSignal): Promise<Result<number, Fault>> {
  const dialect = await client.dialect(signal);
  if (!dialect.ok) return dialect;
  const kind = productKind(dialect.value, line.kind);
  // A service stands for shipping or a discount, and is named for what it is, not for the first line that needs it.
  const name = line.kind === 'goods' ? line.title : line.sku;
  const values = { name, default_code: line.sku, ...kind };
  return loadRecord(client, 'product.product', externalId('product', line.sku), values, signal);
}

function searchProducts(client: OdooClient, skus: readonly string[], signal: AbortSignal) {
  return searchRead(
    client,
    z.array(WireProduct),
    {
      model: 'product.product',
      domain: [['default_code', 'in', skus]],
      fields: ['default_code', 'active'],
      // Archived products are hidden otherwise, and would be made a second time.
      context: { active_test: false },
    },
    signal,
  );
}
