import type { Shipment as Ordered, PickupOrder, ReturnRequest } from './wire.ts';

export const CREDENTIALS = {
  apiKey: 'simulated-key',
  apiSecret: 'simulated-secret',
  username: 'simulated-user',
  password: 'simulated-password',
} as const;
export const RECEIVER = 'deu';
export const BILLING_NUMBERS: readonly string[] = ['33333333330102', '33333333335301', '33333333336201'];
const TOKEN_SECONDS = 1799;

export type Held = {
  readonly number: string;
  readonly reference: string;
  readonly product: string;
  readonly city: string;
  readonly hasCustoms: boolean;
  readonly createdMs: number;
  /** The day on which it was closed. */
  closedOn: string | null;
  isDeleted: boolean;
};
export type Pickup = { readonly id: string; readonly date: string; readonly comment: string; isCancelled: boolean };
export type Scan = {
  readonly statusCode: string;
  readonly description: string;
  readonly atMs: number;
  readonly city: string;
};

const STEPS = [
  ['pre-transit', 'The shipment was announced electronically'],
  ['transit', 'The shipment was collected by DHL'],
  ['transit', 'The shipment was loaded onto the delivery vehicle'],
  ['delivered', 'The shipment was delivered'],
] as const;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** What DHL holds: tokens, shipments by their numbers, and a clock that moves parcels along. */
export class World {
  readonly #tokens = new Map<string, number>();
  readonly #held = new Map<string, Held>();
  readonly #pickups: Pickup[] = [];
  readonly #now: () => number;
  readonly #stepMs: number;

  constructor(now: () => number, stepMs: number) {
    this.#now = now;
    this.#stepMs = stepMs;
  }

  issueToken(): { readonly access_token: string; readonly token_type: string; readonly expires_in: number } {
    const token = `simulated-token-${this.#tokens.size + 1}`;
    this.#tokens.set(token, this.#now() + TOKEN_SECONDS * 1000);
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
  }

  isGood(header: string | undefined): boolean {
    return (this.#tokens.get(header?.replace(/^Bearer /, '') ?? '') ?? 0) > this.#now();
  }

  order({ refNo, product, consignee, customs }: Ordered): Held {
    return this.#hold({ reference: refNo, product, city: consignee.city, hasCustoms: customs !== undefined });
  }

  /** A parcel that a buyer sends back. It is none of the orders, and cannot be deleted as one. */
  takeBack({ customerReference }: ReturnRequest): Held {
    return this.#hold({ reference: customerReference, product: 'Retoure', city: 'Bonn', hasCustoms: false });
  }

  #hold(about: Pick<Held, 'reference' | 'product' | 'city' | 'hasCustoms'>): Held {
    const number = shipmentNumber(this.#held.size + 1);
    const held = { number, ...about, createdMs: this.#now(), closedOn: null, isDeleted: false };
    this.#held.set(number, held);
    return held;
  }

  /** A shipment that is neither deleted nor closed. */
  open(number: string): Held | undefined {
    const held = this.#held.get(number);
    const isOrder = held !== undefined && held.product !== 'Retoure';
    return isOrder && !held.isDeleted && held.closedOn === null ? held : undefined;
  }

  closedOn(date: string): readonly Held[] {
    return [...this.#held.values()].filter((held) => held.closedOn === date);
  }

  /** Closes a shipment today; whether it is closed then. */
  close(number: string): boolean {
    const held = this.open(number);
    if (held) held.closedOn = this.today();
    return held !== undefined;
  }

  openNumbers(): readonly string[] {
    return [...this.#held.keys()].filter((number) => this.open(number) !== undefined);
  }

  book({ pickupDetails }: PickupOrder): Pickup {
    const id = (this.#pickups.length + 1).toString(16).padStart(32, '0');
    const pickup = { id, date: pickupDetails.pickupDate.value, comment: pickupDetails.comment, isCancelled: false };
    this.#pickups.push(pickup);
    return pickup;
  }

  pickups(): readonly Pickup[] {
    return this.#pickups;
  }

  delete(number: string): boolean {
    const held = this.open(number);
    if (held) held.isDeleted = true;
    return held !== undefined;
  }

  tracked(number: string): Held | undefined {
    const held = this.#held.get(number);
    return held?.isDeleted === false ? held : undefined;
  }

  today(): string {
    return dayOf(this.#now());
  }

  /** What has happened to a parcel by now, newest first as DHL lists it. */
  scans({ createdMs, city }: Held): readonly Scan[] {
    const now = this.#now();
    return STEPS.map(([statusCode, description], i) => ({
      statusCode,
      description,
      atMs: createdMs + i * this.#stepMs,
      city,
    }))
      .filter(({ atMs }) => atMs <= now)
      .reverse();
  }

  /** For tests and people: every shipment, and the tokens that were issued. */
  state(): ParcelDeState {
    const shipments = [...this.#held.values()].map((held) => ({ ...held }));
    return { shipments, pickups: this.#pickups, tokens: [...this.#tokens.keys()] };
  }
}

export type ParcelDeState = {
  readonly shipments: readonly Held[];
  readonly pickups: readonly Pickup[];
  readonly tokens: readonly string[];
};

/** The nth shipment number: 0034043 of Deutsche Post, twelve digits, and the check digit of an SSCC. */
function shipmentNumber(n: number): string {
  const body = `0034043${String(n).padStart(12, '0')}`;
  const sum = [...body].reduceRight(
    (total, digit, i) => total + Number(digit) * ((body.length - i) % 2 === 1 ? 3 : 1),
    0,
  );
  return `${body}${(10 - (sum % 10)) % 10}`;
}
