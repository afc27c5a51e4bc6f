import type { Brand } from '../shared/brand.ts';
import type { LocationId, ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { StockBalance } from './balance.ts';
import { MOVEMENTS, type StockEntryKind } from './movements.ts';

export type StockKey = { readonly product: ProductId; readonly location: LocationId };

export type BinId = Brand<string, 'BinId'>;
export type LotId = Brand<string, 'LotId'>;
/** Where in a location units lie, and of which lot they are. */
export type Place = { readonly bin: BinId | null; readonly lot: LotId | null };

/** What only some entries say. An ordinary order's entries have none of it, and are stored without. */
export type EntryDetail = {
  readonly picked: number;
  readonly damaged: number;
  readonly quality: number;
  readonly inTransit: number;
  /** The place whose units on hand changed. */
  readonly place: Place | null;
  readonly reason: string | null;
  readonly actor: string | null;
  /** What a unit that came in cost, in minor units of the product's cost currency. */
  readonly unitCostMinor: number | null;
};

/** One line of the stock ledger: by how much each figure of a balance changed, and why. Balances are sums of these. */
export type StockEntry = StockKey & {
  readonly kind: StockEntryKind;
  readonly onHand: number;
  readonly reserved: number;
  readonly allocated: number;
  /** What caused it: "order/…", "reservation/…", "shipment/…", "count/…". */
  readonly reference: string;
  readonly detail?: EntryDetail;
};

export type StockRejection =
  | { readonly code: 'insufficient-stock'; readonly have: number; readonly want: number }
  | { readonly code: 'invalid-quantity'; readonly quantity: number };

/** What of a movement's detail its caller knows. */
export type MovementDetail = Partial<Pick<EntryDetail, 'place' | 'reason' | 'actor' | 'unitCostMinor'>>;

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
  more?: MovementDetail,
): Result<StockEntry, StockRejection> {
  const isValid = Number.isSafeInteger(quantity) && (kind === 'adjust' ? quantity !== 0 : quantity > 0);
  if (!isValid) return err({ code: 'invalid-quantity', quantity });
  const { needs, delta } = MOVEMENTS[kind];
  const have = needs(balance);
  if (have < quantity) return err({ code: 'insufficient-stock', have, want: quantity });
  const { product, location } = key;
  const n = (sign: number | undefined): number => (sign ? sign * quantity : 0);
  const entry = {
    product,
    location,
    kind,
    onHand: n(delta.onHand),
    reserved: n(delta.reserved),
    allocated: n(delta.allocated),
    reference,
  };
  const { picked, damaged, quality, inTransit } = delta;
  if (more === undefined && !picked && !damaged && !quality && !inTransit) return ok(entry);
  const { place = null, reason = null, actor = null, unitCostMinor = null } = more ?? {};
  const states = { picked: n(picked), damaged: n(damaged), quality: n(quality), inTransit: n(inTransit) };
  return ok({
    ...entry,
    detail: { ...states, place: entry.onHand === 0 ? null : place, reason, actor, unitCostMinor },
  });
}

/** The balance after an entry. */
export function applyEntry(balance: StockBalance, { onHand, reserved, allocated, detail }: StockEntry): StockBalance {
  const promised = {
    onHand: balance.onHand + onHand,
    reserved: balance.reserved + reserved,
    allocated: balance.allocated + allocated,
  };
  if (!detail) return { ...balance, ...promised };
  return {
    ...promised,
    picked: balance.picked + detail.picked,
    damaged: balance.damaged + detail.damaged,
    quality: balance.quality + detail.quality,
    inTransit: balance.inTransit + detail.inTransit,
  };
}
