import type { SourcingChannel } from '../../documents/index.ts';
import type { Candidate, Goods } from '../candidate.ts';

/** What there was before the first order. Products and locations are counted from 0. */
export type PastWorld = {
  readonly locations: readonly Candidate[];
  readonly products: readonly Goods[];
  /** Free units, by product and location: `stock[p * locations + l]`. */
  readonly stock: Int32Array;
};

export type PastOrder = {
  readonly kind: 'order';
  readonly atMs: number;
  readonly channel: SourcingChannel;
  readonly country: string | null;
  readonly postalCode: string | null;
  readonly promisedMs: number | null;
  readonly lines: readonly { readonly product: number; readonly quantity: number }[];
};

/** Units that came to a location, or with a minus left it, otherwise than by orders. */
export type PastMovement = {
  readonly kind: 'movement';
  readonly atMs: number;
  readonly product: number;
  readonly location: number;
  readonly units: number;
};

/** What happened, in the order of its time. */
export type PastEvent = PastOrder | PastMovement;
