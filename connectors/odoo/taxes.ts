import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { OdooClient } from './client.ts';
import { searchRead } from './records.ts';
import type { OrderTax } from './saleOrder.ts';
import type { OdooSettings } from './settings.ts';
import { Id } from './wire.ts';

const WireTax = z.object({ id: Id, price_include: z.boolean() });

/** The ids of taxes in Odoo by the connection's mapping. A tax that is not mapped is refused: no rate is guessed. */
export async function findTaxes(
  client: OdooClient,
  taxes: readonly OrderTax[],
  isIncluded: boolean,
  signal: AbortSignal,
): Promise<Result<readonly number[], Fault>> {
  const ids: number[] = [];
  for (const tax of taxes) {
    const name = mappedName(client.settings, tax);
    if (name === undefined) {
      const known = tax.rate === undefined ? `"${tax.title}"` : `"${tax.title}" or "${tax.rate}"`;
      return err(permanent('unmapped-tax', `name the tax of Odoo for ${known} in the connection's taxes, then retry`));
    }
    const found = await client.remember(`tax/${isIncluded}/${name}`, () => findTax(client, name, isIncluded, signal));
    if (!found.ok) return found;
    ids.push(found.value);
  }
  return ok(ids);
}

/** By title, else by rate; "0.190" and "0.19" are the same rate. */
function mappedName({ taxes }: OdooSettings, { title, rate }: OrderTax): string | undefined {
  if (taxes[title] !== undefined) return taxes[title];
  if (rate === undefined) return undefined;
  const plain = plainRate(rate);
  return Object.entries(taxes).find(([key]) => plainRate(key) === plain)?.[1];
}

const plainRate = (text: string): string => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

async function findTax(
  client: OdooClient,
  name: string,
  isIncluded: boolean,
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const { companyId } = client.settings;
  const found = await searchRead(
    client,
    z.array(WireTax),
    {
      model: 'account.tax',
      domain: [
        ['name', '=', name],
        ['type_tax_use', '=', 'sale'],
        ...(companyId === undefined ? [] : [['company_id', '=', companyId] as const]),
      ],
      fields: ['price_include'],
    },
    signal,
  );
  if (!found.ok) return found;
  const tax = found.value.find(({ price_include }) => price_include === isIncluded);
  if (tax) return ok(tax.id);
  if (found.value.length === 0) return err(permanent('unknown-tax', `there is no sales tax "${name}" in Odoo`));
  const [have, want] = isIncluded ? ['are added to', 'are contained in'] : ['are contained in', 'are added to'];
  return err(permanent('tax-inclusion', `taxes by "${name}" ${have} the price in Odoo, and ${want} it in the order`));
}
