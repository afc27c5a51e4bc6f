/**
 * Units of one product at one location. A unit that lies there is in exactly one of `onHand`, `picked`, `damaged` and
 * `quality`; `inTransit` is on its way there. `reserved` and `allocated` are promises on what is on hand.
 */
export type StockBalance = {
  /** On the shelf and fit for sale, promised or not. */
  readonly onHand: number;
  /** Soft holds that expire: carts, quotes. */
  readonly reserved: number;
  /** Committed to order lines and not yet picked. */
  readonly allocated: number;
  /** Taken off the shelf for an order line. */
  readonly picked: number;
  readonly damaged: number;
  /** Held for inspection. */
  readonly quality: number;
  /** Sent here by a transfer and not received. */
  readonly inTransit: number;
};

export const STOCK_STATES = ['onHand', 'reserved', 'allocated', 'picked', 'damaged', 'quality', 'inTransit'] as const;

export const NO_STOCK: StockBalance = {
  onHand: 0,
  reserved: 0,
  allocated: 0,
  picked: 0,
  damaged: 0,
  quality: 0,
  inTransit: 0,
};

/** Available to promise now; never negative, even when a count found fewer units than are promised. */
export function available(balance: Pick<StockBalance, 'onHand' | 'reserved' | 'allocated'>): number {
  return Math.max(0, balance.onHand - balance.reserved - balance.allocated);
}

/** All units that lie at the location, fit for sale or not. */
export function physical(balance: StockBalance): number {
  return balance.onHand + balance.picked + balance.damaged + balance.quality;
}

/** By how many units the promises exceed what is on hand, after a fact took units away. */
export function overPromised(balance: Pick<StockBalance, 'onHand' | 'reserved' | 'allocated'>): number {
  return Math.max(0, balance.reserved + balance.allocated - Math.max(0, balance.onHand));
}
