import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { LISTS, type Site } from './site.ts';

const fault = (type: string, message: string) => ({ _v: '25.6', fault: { type, message } });
const Allocation = z.object({ allocation: z.object({ amount: z.number().min(0), reset_date: z.iso.datetime() }) });

/** Inventory records of the OCAPI Data API. */
export function inventoryApi(app: Hono, site: Site): void {
  const base = '/s/-/dw/data/:version/inventory_lists/:list/product_inventory_records';
  app.use('/s/-/dw/data/:version/inventory_lists/:list/*', async (c, next) => {
    const list = c.req.param('list');
    if (LISTS.some((id) => id === list)) return next();
    return c.json(fault('InventoryListNotFoundException', `No inventory list with ID '${list}' was found.`), 404);
  });
  app.get(base, (c) => {
    const { start = '0', count = '25' } = c.req.query();
    const { list } = names(c);
    const all = [...site.records.values()].filter((record) => record.inventory_list_id === list);
    const data = all.slice(Number(start), Number(start) + Math.min(200, Number(count)));
    return c.json({ _v: '25.6', count: data.length, start: Number(start), total: all.length, data });
  });
  app.patch(`${base}/:product`, async (c) => {
    const { list, product } = names(c);
    if (site.records.has(`${list}/${product}`)) return write(c, site);
    const message = `No record of product '${product}' was found in inventory list '${list}'.`;
    return c.json(fault('ProductInventoryRecordNotFoundException', message), 404);
  });
  app.put(`${base}/:product`, (c) => write(c, site));
}

const names = (c: Context) => ({ list: c.req.param('list') ?? '', product: c.req.param('product') ?? '' });

async function write(c: Context, site: Site): Promise<Response> {
  const body = Allocation.safeParse(await c.req.json());
  if (!body.success) return c.json(fault('InvalidPropertyException', body.error.issues[0]?.message ?? ''), 400);
  const { list, product } = names(c);
  return c.json(site.setRecord(list, product, body.data.allocation));
}
