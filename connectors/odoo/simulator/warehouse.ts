import { dialectOf } from '../fields.ts';
import type { Database } from './database.ts';
import type { Row } from './table.ts';

/** Deliveries and stock: a confirmed order reserves what is there, a finished delivery takes it away. */
export class Warehouse {
  private readonly db: Database;
  private readonly autoPickMs: number | undefined;
  /** Deliveries to come by themselves, in the order in which they are due. */
  private due: { readonly picking: number; readonly at: number }[] = [];

  constructor(db: Database, autoPickMs: number | undefined) {
    this.db = db;
    this.autoPickMs = autoPickMs;
  }

  /** Makes the delivery of a confirmed order; services are not delivered. */
  deliver(order: Row, lines: readonly Row[]): void {
    const { db } = this;
    const goods = lines.filter((line) => isGoods(db.get('product.product', line['product_id'])));
    if (goods.length === 0) return;
    const house = db.get('stock.warehouse', order['warehouse_id']);
    const source = Number(house['lot_stock_id']);
    const [type] = db.search('stock.picking.type', [['warehouse_id', '=', house.id]]);
    const [customers] = db.search('stock.location', [['usage', '=', 'customer']]);
    const place = { location_id: source, location_dest_id: customers?.id ?? false, company_id: order['company_id'] };
    const picking = db.create('stock.picking', {
      ...{ name: db.next(`${String(house['code'])}/OUT/`), origin: order['name'], sale_id: order.id },
      ...{ picking_type_id: type?.id ?? false, state: 'confirmed', ...place },
    });
    for (const line of goods) {
      const product_id = line['product_id'];
      const product_uom_qty = line['product_uom_qty'];
      db.create('stock.move', { picking_id: picking.id, product_id, product_uom_qty, state: 'confirmed', ...place });
    }
    this.reserve(picking);
    if (this.autoPickMs !== undefined) this.due.push({ picking: picking.id, at: db.now() + this.autoPickMs });
  }

  /** Finishes the deliveries whose time has come; one without its goods waits on. */
  pickDue(): void {
    // One look at the clock: what falls due between two of them would be in neither list.
    const now = this.db.now();
    if ((this.due[0]?.at ?? Number.POSITIVE_INFINITY) > now) return;
    const ready = this.due.filter(({ at }) => at <= now);
    this.due = this.due.filter(({ at }) => at > now);
    for (const { picking } of ready) {
      const row = this.db.get('stock.picking', picking);
      if (row['state'] === 'confirmed') this.reserve(row);
      if (row['state'] === 'assigned') this.finish(row);
      else if (row['state'] === 'confirmed') this.due.push({ picking, at: now + (this.autoPickMs ?? 0) });
    }
  }

  /** Carries out a delivery: its goods leave their location. */
  finish(picking: Row): void {
    const { movedQuantity } = dialectOf(this.db.major);
    for (const move of this.movesOf(picking)) {
      const units = Number(move['product_uom_qty']);
      const isReserved = move['state'] === 'assigned';
      this.db.write('stock.move', move, { state: 'done', [movedQuantity]: units });
      this.shift(Number(move['product_id']), Number(move['location_id']), -units, isReserved ? -units : 0);
    }
    this.db.write('stock.picking', picking, { state: 'done', date_done: this.db.now() });
  }

  /** Calls off the deliveries of an order that are not done, and gives back what they held. */
  callOff(order: Row): void {
    for (const picking of this.db.table('stock.picking').by('sale_id', order.id)) {
      if (picking['state'] === 'done') continue;
      for (const move of this.movesOf(picking)) {
        const held = move['state'] === 'assigned' ? Number(move['product_uom_qty']) : 0;
        this.db.write('stock.move', move, { state: 'cancel' });
        if (held > 0) this.shift(Number(move['product_id']), Number(move['location_id']), 0, -held);
      }
      this.db.write('stock.picking', picking, { state: 'cancel' });
    }
  }

  /** Sets what lies at a location, as an inventory does: by a done move of the difference. */
  count(product: number, location: number, quantity: number): void {
    const have = Number(this.quant(product, location)?.['quantity'] ?? 0);
    const { movedQuantity } = dialectOf(this.db.major);
    const place = { location_id: location, location_dest_id: location };
    const amount = { product_uom_qty: Math.abs(quantity - have), [movedQuantity]: Math.abs(quantity - have) };
    this.db.create('stock.move', { product_id: product, state: 'done', ...place, ...amount });
    this.shift(product, location, quantity - have, 0);
  }

  private reserve(picking: Row): void {
    const moves = this.movesOf(picking);
    const isThere = moves.every((move) => {
      const quant = this.quant(Number(move['product_id']), Number(move['location_id']));
      const free = Number(quant?.['quantity'] ?? 0) - Number(quant?.['reserved_quantity'] ?? 0);
      return free >= Number(move['product_uom_qty']);
    });
    if (!isThere) return;
    for (const move of moves) {
      this.db.write('stock.move', move, { state: 'assigned' });
      const units = Number(move['product_uom_qty']);
      this.shift(Number(move['product_id']), Number(move['location_id']), 0, units);
    }
    this.db.write('stock.picking', picking, { state: 'assigned' });
  }

  private movesOf(picking: Row): readonly Row[] {
    return this.db.table('stock.move').by('picking_id', picking.id);
  }

  private quant(product: number, location: number): Row | undefined {
    const quants = this.db.table('stock.quant').by('product_id', product);
    return quants.find((quant) => quant['location_id'] === location);
  }

  /** A quant that comes to nothing is deleted, and leaves no trace of its own. */
  private shift(product: number, location: number, units: number, reserved: number): void {
    const quant =
      this.quant(product, location) ??
      this.db.create('stock.quant', { product_id: product, location_id: location, quantity: 0, reserved_quantity: 0 });
    const quantity = Number(quant['quantity']) + units;
    const reserved_quantity = Number(quant['reserved_quantity']) + reserved;
    if (quantity === 0 && reserved_quantity === 0) this.db.table('stock.quant').remove(quant);
    else this.db.write('stock.quant', quant, { quantity, reserved_quantity });
  }
}

function isGoods(product: Row): boolean {
  return (product['detailed_type'] ?? product['type']) !== 'service';
}
