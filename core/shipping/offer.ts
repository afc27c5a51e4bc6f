import type { RateQuote } from '../documents/index.ts';
import type { Fault } from '../shared/fault.ts';

/** A price of a carrier, by the name of the connection that gave it. */
export type Offer = RateQuote & { readonly connection: string };

/**
 * Why a carrier's offers are not among those compared.
 * - `down`: it could not be reached, or is busy; `slow`: no answer in time; `refused`: it said no;
 * - `off`: its connection is paused, or waits for credentials.
 */
export type Missing = {
  readonly connection: string;
  readonly reason: 'down' | 'slow' | 'refused' | 'off';
  readonly fault: Pick<Fault, 'kind' | 'code' | 'message'>;
};

/** What of a shipment decides which preferences fit. */
export type Parcelled = {
  readonly location: string | null;
  readonly country: string | null;
  readonly grams: number;
  /** In which offers are compared; the first offer's where nobody says. */
  readonly currency: string | null;
  /** A day, at the recipient: when it is given to a carrier. */
  readonly shipOn: string;
  readonly promisedBy: string | null;
};
