import type { OrderId, OrderLineId } from '../shared/ids.ts';

export const RETURN_REASONS = [
  'unwanted',
  'wrong-size',
  'wrong-item',
  'not-as-described',
  'defective',
  'damaged',
  'late',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** In which condition the buyer says that goods are, and in which they are found to be. */
export const CONDITIONS = ['new', 'opened', 'used', 'damaged'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What becomes of inspected goods: on the shelf again, to be repaired, thrown away, or back to their supplier. */
export const DISPOSITIONS = ['restock', 'refurbish', 'scrap', 'supplier'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What the buyer gets for goods that came back, or that he may keep. */
export const RESOLUTIONS = ['refund', 'exchange', 'store-credit'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/**
 * Units of an order line that are to come back, and what became of them. quantity = expected + received + kept + cancelled,
 * received = to inspect + the dispositions; `resolved` are those for which the buyer has got something.
 */
export type RmaLine = {
  readonly line: OrderLineId;
  readonly sku: string;
  readonly reason: ReturnReason;
  readonly condition: Condition;
  readonly quantity: number;
  readonly received: number;
  /** Returnless: the buyer keeps them. */
  readonly kept: number;
  readonly cancelled: number;
  readonly restock: number;
  readonly refurbish: number;
  readonly scrap: number;
  readonly supplier: number;
  readonly resolved: number;
};

export type Rma =
  | { readonly status: 'unopened' }
  | {
      readonly status: 'opened';
      readonly order: OrderId;
      readonly resolution: Resolution;
      readonly lines: ReadonlyMap<OrderLineId, RmaLine>;
    };
export type OpenedRma = Extract<Rma, { status: 'opened' }>;

/** Units still to come. */
export const expected = (line: RmaLine): number => line.quantity - line.received - line.kept - line.cancelled;
const disposed = (line: RmaLine): number => line.restock + line.refurbish + line.scrap + line.supplier;
export const toInspect = (line: RmaLine): number => line.received - disposed(line);
/** Units whose buyer is to get something for them now. */
export const toResolve = (line: RmaLine): number => disposed(line) + line.kept - line.resolved;

export const RMA_STATUSES = [
  'authorized',
  'partly-received',
  'received',
  'inspected',
  'resolved',
  'cancelled',
] as const;
export type RmaStatus = (typeof RMA_STATUSES)[number];

/** Derived from the lines; never stored as a fact of its own. Its SQL twin is in store/queries/returnNouns.ts. */
export function rmaStatus({ lines }: Pick<OpenedRma, 'lines'>): RmaStatus {
  const sum = (of: (line: RmaLine) => number): number => [...lines.values()].reduce((all, line) => all + of(line), 0);
  const came = sum((line) => line.received + line.kept);
  if (sum(expected) > 0) return came > 0 ? 'partly-received' : 'authorized';
  if (came === 0) return 'cancelled';
  if (sum(toInspect) > 0) return 'received';
  return sum(toResolve) > 0 ? 'inspected' : 'resolved';
}
