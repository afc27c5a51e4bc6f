/** Odoo's states as the hub's. A state that is in no table is named and ignored, never guessed. */

/** sale.order: whether the order still has to be confirmed. 'done' was the locked order up to version 16. */
export const SALE_STATES: ReadonlyMap<string, 'quotation' | 'confirmed' | 'cancelled'> = new Map([
  ['draft', 'quotation'],
  ['sent', 'quotation'],
  ['sale', 'confirmed'],
  ['done', 'confirmed'],
  ['cancel', 'cancelled'],
]);

/** stock.picking */
export const PICKING_STATES: ReadonlyMap<string, 'waiting' | 'ready' | 'done' | 'cancelled'> = new Map([
  ['draft', 'waiting'],
  ['waiting', 'waiting'],
  ['confirmed', 'waiting'],
  ['assigned', 'ready'],
  ['done', 'done'],
  ['cancel', 'cancelled'],
]);
