import type { WireOrder, WireRefund } from '../wire.ts';
import { amountOf, itemId, minorOf, orderBody, productId, type SimPosition, setOf, variantId } from './bodies.ts';
import { LOCATIONS, type SimItem } from './catalog.ts';

export type SimFulfillment = {
  readonly id: number;
  readonly number: string;
  readonly company: string | null;
  readonly location: string;
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
};

export type SimOrder = {
  body: WireOrder;
  readonly location: string;
  /** Units still to fulfill, by line id. */
  readonly remaining: Map<number, number>;
  readonly fulfillments: SimFulfillment[];
};

export type SimLevel = { available: number; updatedAt: string };
export type SimEvent = { readonly topic: string; readonly body: unknown; readonly eventId: string };

/** The memory of a simulated shop. What happens in it is told to `emit`, as Shopify tells its subscribers. */
export class Shop {
  readonly orders = new Map<number, SimOrder>();
  readonly levels = new Map<string, SimLevel>();
  readonly catalog: readonly SimItem[];
  readonly #now: () => number;
  readonly #emit: (event: SimEvent) => void;
  readonly #first: number;
  #serial: number;

  constructor(catalog: readonly SimItem[], now: () => number, emit: (event: SimEvent) => void, first = 1) {
    this.catalog = catalog;
    this.#first = first;
    this.#serial = first - 1;
    this.#now = now;
    this.#emit = emit;
    for (const [n] of catalog.entries()) {
      for (const location of LOCATIONS)
        this.levels.set(`${itemId(n)}/${location}`, { available: 0, updatedAt: this.#at() });
    }
  }

  next(): number {
    this.#serial += 1;
    return this.#serial;
  }

  #at(after?: string): string {
    const floor = after === undefined ? 0 : Date.parse(after) + 1000;
    return new Date(Math.max(this.#now(), floor)).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  /** Places an order; without positions, one of one to three lines that depend only on its number. */
  place(positions?: readonly SimPosition[]): SimOrder {
    const n = this.orders.size + this.#first;
    const chosen = positions ?? this.#usual(n);
    return this.add(orderBody(n, chosen, this.catalog, this.#at()));
  }

  /** Takes an order as it is, as if it had been placed. */
  add(body: WireOrder): SimOrder {
    const goods = body.line_items.filter((line) => line.requires_shipping !== false && line.gift_card !== true);
    const order: SimOrder = {
      body,
      location: LOCATIONS[0],
      remaining: new Map(goods.map((line) => [Number(line.id), line.quantity])),
      fulfillments: [],
    };
    this.orders.set(Number(body.id), order);
    this.#tell('orders/create', body);
    return order;
  }

  #usual(n: number): SimPosition[] {
    const count = this.catalog.length;
    return Array.from({ length: 1 + (n % 3) }, (_, k) => ({
      item: (n * 7 + k * 3) % count,
      quantity: 1 + ((n + k) % 2),
    }));
  }

  change(order: SimOrder, topic: string, changes: Partial<WireOrder>): void {
    order.body = { ...order.body, ...changes, updated_at: this.#at(order.body.updated_at) };
    this.#tell(topic, order.body);
  }

  cancel(order: SimOrder, reason = 'customer'): void {
    order.remaining.clear();
    this.change(order, 'orders/cancelled', { cancelled_at: this.#at(), cancel_reason: reason });
  }

  /** Refunds units of one line with their tax; `restock` as Shopify names it. */
  refund(order: SimOrder, line: number, quantity: number, restock: 'return' | 'cancel' | 'no_restock'): WireRefund {
    const found = order.body.line_items.find(({ id }) => Number(id) === line);
    if (!found) throw new Error(`order ${order.body.id} has no line ${line}`);
    const subtotal = minorOf(found.price) * quantity;
    const tax = Math.round((minorOf(found.tax_lines?.[0]?.price ?? '0') * quantity) / found.quantity);
    if (restock === 'cancel') order.remaining.set(line, Math.max(0, (order.remaining.get(line) ?? 0) - quantity));
    const refund: WireRefund = {
      id: 3_000_000 + this.next(),
      order_id: order.body.id,
      created_at: this.#at(),
      note: null,
      refund_line_items: [
        {
          line_item_id: line,
          quantity,
          restock_type: restock,
          subtotal_set: setOf(subtotal),
          total_tax_set: setOf(tax),
          line_item: { sku: found.sku, variant_id: found.variant_id },
        },
      ],
      refund_shipping_lines: [],
      transactions: [
        { kind: 'refund', status: 'success', amount: amountOf(subtotal + tax), currency: order.body.currency },
      ],
    };
    const refunds = [...(order.body.refunds ?? []), refund];
    this.#tell('refunds/create', refund);
    this.change(order, 'orders/updated', { refunds, financial_status: 'partially_refunded' });
    return refund;
  }

  fulfill(order: SimOrder, fulfillment: Omit<SimFulfillment, 'id'>): SimFulfillment {
    const made = { ...fulfillment, id: 2_000_000 + this.next() };
    for (const { line, quantity } of made.lines) order.remaining.set(line, (order.remaining.get(line) ?? 0) - quantity);
    order.fulfillments.push(made);
    const lines = order.body.line_items.filter(({ id }) => made.lines.some(({ line }) => line === Number(id)));
    this.#tell('fulfillments/create', {
      id: made.id,
      order_id: order.body.id,
      status: 'success',
      created_at: this.#at(),
      location_id: Number(made.location),
      tracking_company: made.company,
      tracking_number: made.number,
      tracking_url: null,
      line_items: lines.map((line) => ({
        ...line,
        quantity: made.lines.find((part) => part.line === Number(line.id))?.quantity ?? 0,
      })),
    });
    this.change(order, 'orders/updated', {});
    return made;
  }

  setLevel(item: number, location: string, available: number): boolean {
    const key = `${item}/${location}`;
    const before = this.levels.get(key);
    if (!before) return false;
    const updatedAt = this.#at();
    this.levels.set(key, { available, updatedAt });
    const body = { inventory_item_id: item, location_id: Number(location), available, updated_at: updatedAt };
    if (before.available !== available) this.#tell('inventory_levels/update', body);
    return true;
  }

  variants(): { readonly n: number; readonly item: SimItem; readonly variant: number; readonly product: number }[] {
    return this.catalog.map((item, n) => ({ n, item, variant: variantId(n), product: productId(n) }));
  }

  #tell(topic: string, body: unknown): void {
    this.#emit({ topic, body, eventId: `event-${this.next()}` });
  }
}
