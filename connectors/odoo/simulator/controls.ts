import type { Hono } from 'hono';
import type { OdooServer } from './server.ts';

type OrderInput = {
  readonly reference: string;
  readonly sku: string;
  readonly quantity?: number;
  readonly confirm?: boolean;
};

/** What people do in the server's own screens: enter orders, count stock, finish deliveries. */
export function controls(app: Hono, server: OdooServer): void {
  const { db, sales, warehouse } = server;
  app.post('/sim/orders', async (c) => {
    const { reference, sku, quantity = 1, confirm = true } = await c.req.json<OrderInput>();
    const partner = db.create('res.partner', { name: `Buyer of ${reference}` });
    const line = { product_id: server.productId(sku), product_uom_qty: quantity, price_unit: 10 };
    const order = sales.create({ client_order_ref: reference, partner_id: partner.id, order_line: [[0, 0, line]] });
    if (confirm) sales.confirm([order]);
    return c.json({ id: order.id });
  });
  app.post('/sim/stock', async (c) => {
    const body = await c.req.json<{ sku: string; warehouse?: string; quantity: number }>();
    warehouse.count(server.productId(body.sku), server.stockLocation(body.warehouse), body.quantity);
    return c.json({});
  });
  app.post('/sim/pickings/done', async (c) => {
    const { reference } = await c.req.json<{ reference: string }>();
    const done = db
      .table('sale.order')
      .by('client_order_ref', reference)
      .flatMap((order) => db.table('stock.picking').by('sale_id', order.id))
      .filter(({ state }) => state === 'assigned' || state === 'confirmed');
    for (const picking of done) warehouse.finish(picking);
    return c.json({ done: done.map(({ name }) => name) });
  });
}
