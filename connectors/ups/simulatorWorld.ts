import { type Scene, scenesAt } from './simulatorTracking.ts';

export type Shipment = {
  readonly id: string;
  readonly reference: string;
  readonly trackingNumbers: readonly string[];
  readonly format: string;
  readonly createdMs: number;
  readonly place: { readonly city: string; readonly country: string };
  voidedMs: number | null;
};

/** A driver ordered for a day (YYYYMMDD). */
export type Pickup = { readonly prn: string; readonly reference: string; readonly date: string; isCancelled: boolean };

export type NewShipment = Pick<Shipment, 'reference' | 'format' | 'place'> & { readonly parcels: number };

export const ACCOUNT = 'A1B2C3';
export const CLIENT = { id: 'simulated-client', secret: 'simulated-secret' } as const;
const TOKEN_SECONDS = 14_399;

/** What UPS holds: tokens, shipments by their keys, and a clock that moves parcels along. */
export class World {
  readonly #tokens = new Map<string, number>();
  readonly #byId = new Map<string, Shipment>();
  readonly #byTracking = new Map<string, Shipment>();
  readonly #byReference = new Map<string, Shipment[]>();
  readonly #now: () => number;
  readonly #stepMs: number;
  #parcels: number;
  readonly uploads = new Set<string>();
  readonly pickups: Pickup[] = [];

  constructor(now: () => number, stepMs: number, firstParcel: number) {
    this.#parcels = firstParcel - 1;
    this.#now = now;
    this.#stepMs = stepMs;
  }

  issueToken(): { readonly token: string; readonly seconds: number } {
    const token = `simulated-token-${this.#tokens.size + 1}`;
    this.#tokens.set(token, this.#now() + TOKEN_SECONDS * 1000);
    return { token, seconds: TOKEN_SECONDS };
  }

  /** Whether a call may come in: by a token that this UPS has issued and that is not over. */
  tokenState(header: string | undefined): 'good' | 'unknown' | 'expired' {
    const until = this.#tokens.get(header?.replace(/^Bearer /, '') ?? '');
    if (until === undefined) return 'unknown';
    return until > this.#now() ? 'good' : 'expired';
  }

  ship({ reference, format, place, parcels }: NewShipment): Shipment {
    const trackingNumbers = Array.from({ length: parcels }, () => trackingNumber(++this.#parcels));
    const id = trackingNumbers[0] ?? '';
    const shipment = { id, reference, trackingNumbers, format, place, createdMs: this.#now(), voidedMs: null };
    this.#byId.set(id, shipment);
    for (const number of trackingNumbers) this.#byTracking.set(number, shipment);
    this.#byReference.set(reference, [...(this.#byReference.get(reference) ?? []), shipment]);
    return shipment;
  }

  void(id: string): 'voided' | 'already' | 'unknown' {
    const shipment = this.#byId.get(id);
    if (!shipment) return 'unknown';
    if (shipment.voidedMs !== null) return 'already';
    shipment.voidedMs = this.#now();
    return 'voided';
  }

  schedule(reference: string, date: string): Pickup {
    const prn = `29${String(this.pickups.length + 1).padStart(9, '0')}`;
    const pickup = { prn, reference, date, isCancelled: false };
    this.pickups.push(pickup);
    return pickup;
  }

  cancelPickup(prn: string): 'cancelled' | 'already' | 'unknown' {
    const pickup = this.pickups.find((each) => each.prn === prn);
    if (!pickup) return 'unknown';
    if (pickup.isCancelled) return 'already';
    pickup.isCancelled = true;
    return 'cancelled';
  }

  /** Keeps a paper; answers its key in Forms History. */
  upload(): string {
    const id = `2026-01-18-11.01.07.${String(this.uploads.size + 1).padStart(6, '0')}`;
    this.uploads.add(id);
    return id;
  }

  byReference(reference: string): readonly Shipment[] {
    return this.#byReference.get(reference) ?? [];
  }

  byTracking(number: string): Shipment | undefined {
    return this.#byTracking.get(number);
  }

  /** What has happened to a shipment by now, newest first as UPS lists it. */
  scenes({ createdMs, voidedMs, place }: Shipment): readonly Scene[] {
    return scenesAt({ createdMs, voidedMs, place, nowMs: this.#now(), stepMs: this.#stepMs });
  }

  /** For tests and people: every shipment, and the tokens that were issued. */
  state(): UpsState {
    const shipments = [...this.#byId.values()].map(({ id, reference, trackingNumbers, voidedMs }) => ({
      id,
      reference,
      trackingNumbers,
      isVoid: voidedMs !== null,
    }));
    return { shipments, pickups: this.pickups, tokens: [...this.#tokens.keys()] };
  }
}

export type UpsState = {
  readonly shipments: readonly {
    readonly id: string;
    readonly reference: string;
    readonly trackingNumbers: readonly string[];
    readonly isVoid: boolean;
  }[];
  readonly pickups: readonly Readonly<Pickup>[];
  readonly tokens: readonly string[];
};

const SERIALS = 10_000_000;

/** The nth tracking number of the account: 1Z, the account, a service, a serial of seven digits and the check digit. */
function trackingNumber(n: number): string {
  const body = `${ACCOUNT}03${String(n % SERIALS).padStart(7, '0')}`;
  return `1Z${body}${checkDigit(body)}`;
}

/** The check digit of a 1Z number: letters count as digits, every second one twice, up to the next multiple of ten. */
function checkDigit(body: string): number {
  let sum = 0;
  for (const [i, char] of [...body].entries()) {
    const value = /\d/.test(char) ? Number(char) : (char.charCodeAt(0) - 63) % 10;
    sum += i % 2 === 0 ? value : 2 * value;
  }
  return (10 - (sum % 10)) % 10;
}
