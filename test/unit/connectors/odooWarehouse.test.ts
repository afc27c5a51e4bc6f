import { expect, test } from 'vitest';
import { startOdooSimulator } from '../../../connectors/odoo/simulator.ts';

test('no delivery of the simulated warehouse is forgotten, whenever the clock ticks', async () => {
  let at = Date.UTC(2026, 0, 1);
  const odoo = await startOdooSimulator({ autoPickMs: 400, now: () => ++at, stock: { WH: { 'MUG-01': 1000 } } });
  for (let n = 0; n < 60; n++) {
    const body = JSON.stringify({ reference: `order-${n}`, sku: 'MUG-01' });
    await fetch(`${odoo.url}/sim/orders`, { method: 'POST', body });
    odoo.server.warehouse.pickDue();
  }
  at += 1000;
  odoo.server.warehouse.pickDue();
  const states = odoo.server.db.search('stock.picking', []).map(({ state }) => state);
  await odoo.close();
  expect(states).toHaveLength(60);
  expect(new Set(states)).toEqual(new Set(['done']));
});
