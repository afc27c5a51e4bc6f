import type { LocationId, ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** Units of one product at one location. `onHand` counts all that lie there; the other two are promises on them. */
export type StockBalance = {
  readonly onHand: number;
  /** Soft holds that expire: carts, quotes. */
  readonly reserved: number;
  /** Committed to order lines. */
  readonly allocated: number;
};

export type StockKey = { readonly product: ProductId; readonly location: LocationId };

/** One line of the stock ledger: by how much each figure of a balance changed, and why. Balances are sums of these. */
export type StockEntry = StockKey & {
  readonly kind: StockEntryKind;
  readonly onHand: number;
  readonly reserved: number;
  readonly allocated: number;
  /** What caused it: "order/…", "reservation/…", "shipment/…", "count/…". */
  readonly reference: string;
};

export type StockEntryKind =
  | 'receive'
  | 'adjust'
  | 'reserve'
  | 'expire'
  | 'release'
  | 'allocate'
  | 'deallocate'
  | 'ship'
  | 'transfer-out'
  | 'transfer-in'
  | 'return';

export type StockRejection =
  | { readonly code: 'insufficient-stock'; readonly have: number; readonly want: number }
  | { readonly code: 'invalid-quantity'; readonly quantity: number };

export const NO_STOCK: StockBalance = { onHand: 0, reserved: 0, allocated: 0 };

/** Available to promise now; never negative, even when a count found fewer units than are promised. */
export function available(balance: StockBalance): number {
  return Math.max(0, balance.onHand - balance.reserved - balance.allocated);
}

type Deltas = { readonly onHand?: number; readonly reserved?: number; readonly allocated?: number };

/** How `quantity` units of each kind change a balance. A movement is allowed when its `needs` are there. */
const MOVEMENTS: Readonly<
  Record<StockEntryKind, { deltas: (n: number) => Deltas; needs: (balance: StockBalance) => number }>
> = {
  receive: { deltas: (n) => ({ onHand: n }), needs: () => Number.POSITIVE_INFINITY },
  return: { deltas: (n) => ({ onHand: n }), needs: () => Number.POSITIVE_INFINITY },
  'transfer-in': { deltas: (n) => ({ onHand: n }), needs: () => Number.POSITIVE_INFINITY },
  adjust: { deltas: (n) => ({ onHand: n }), needs: () => Number.POSITIVE_INFINITY },
  reserve: { deltas: (n) => ({ reserved: n }), needs: available },
  expire: { deltas: (n) => ({ reserved: -n }), needs: (b) => b.reserved },
  release: { deltas: (n) => ({ reserved: -n }), needs: (b) => b.reserved },
  allocate: { deltas: (n) => ({ allocated: n }), needs: available },
  deallocate: { deltas: (n) => ({ allocated: -n }), needs: (b) => b.allocated },
  ship: { deltas: (n) => ({ onHand: -n, allocated: -n }), needs: (b) => b.allocated },
  'transfer-out': { deltas: (n) => ({ onHand: -n }), needs: available },
};

/**
 * The ledger entry of a movement, or why it is refused. `quantity` is positive for every kind but `adjust`, which takes
 * a signed difference: a count states what is there, so it is never refused.
 */
export function moveStock(
  kind: StockEntryKind,
  key: StockKey,
  quantity: number,
  reference: string,
  balance: StockBalance,
): Result<StockEntry, StockRejection> {
  const isValid = Number.isSafeInteger(quantity) && (kind === 'adjust' ? quantity !== 0 : quantity > 0);
  if (!isValid) return err({ code: 'invalid-quantity', quantity });
  const movement = MOVEMENTS[kind];
  const have = movement.needs(balance);
  if (have < quantity) return err({ code: 'insufficient-stock', have, want: quantity });
  const { onHand = 0, reserved = 0, allocated = 0 } = movement.deltas(quantity);
  return ok({ ...key, kind, onHand, reserved, allocated, reference });
}

/** The balance after an entry. */
export function applyEntry(balance: StockBalance, entry: StockEntry): StockBalance {
  return {
    onHand: balance.onHand + entry.onHand,
    reserved: balance.reserved + entry.reserved,
    allocated: balance.allocated + entry.allocated,
  };
}
