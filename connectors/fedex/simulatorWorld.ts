export type Shipment = {
  readonly master: string;
  readonly reference: string;
  readonly trackingNumbers: readonly string[];
  readonly place: { readonly city: string; readonly countryCode: string };
  readonly createdMs: number;
  cancelledMs: number | null;
};
export type NewShipment = Pick<Shipment, 'reference' | 'place'> & { readonly parcels: number };

export const ACCOUNT = '510087860';
export const CLIENT = { key: 'simulated-api-key', secret: 'simulated-secret-key' } as const;
const TOKEN_SECONDS = 3600;

/** What FedEx holds: tokens, shipments by their numbers and references, and a clock that moves parcels along. */
export class World {
  readonly now: () => number;
  readonly stepMs: number;
  readonly #tokens = new Map<string, number>();
  readonly #byNumber = new Map<string, Shipment>();
  readonly #byReference = new Map<string, Shipment[]>();
  #parcels = 0;

  constructor(now: () => number, stepMs: number) {
    this.now = now;
    this.stepMs = stepMs;
  }

  issueToken(): { readonly token: string; readonly seconds: number } {
    const token = `simulated-token-${this.#tokens.size + 1}`;
    this.#tokens.set(token, this.now() + TOKEN_SECONDS * 1000);
    return { token, seconds: TOKEN_SECONDS };
  }

  /** Whether a call may come in: by a token that was issued here and is not over. */
  knows(header: string | undefined): boolean {
    return (this.#tokens.get(header?.replace(/^Bearer /, '') ?? '') ?? 0) > this.now();
  }

  ship({ reference, place, parcels }: NewShipment): Shipment {
    const trackingNumbers = Array.from({ length: parcels }, () => trackingNumber(++this.#parcels));
    const master = trackingNumbers[0] ?? '';
    const shipment = { master, reference, trackingNumbers, place, createdMs: this.now(), cancelledMs: null };
    for (const number of trackingNumbers) this.#byNumber.set(number, shipment);
    this.#byReference.set(reference, [...(this.#byReference.get(reference) ?? []), shipment]);
    return shipment;
  }

  cancel(number: string): 'cancelled' | 'already' | 'unknown' {
    const shipment = this.#byNumber.get(number);
    if (!shipment) return 'unknown';
    if (shipment.cancelledMs !== null) return 'already';
    shipment.cancelledMs = this.now();
    return 'cancelled';
  }

  byReference(reference: string): readonly Shipment[] {
    return this.#byReference.get(reference) ?? [];
  }

  byNumber(number: string): Shipment | undefined {
    return this.#byNumber.get(number);
  }

  /** For tests and people: every shipment, and the tokens that were issued. */
  state(): FedexState {
    const shipments = [...this.#byReference.values()].flat().map((shipment) => ({
      master: shipment.master,
      reference: shipment.reference,
      trackingNumbers: shipment.trackingNumbers,
      isCancelled: shipment.cancelledMs !== null,
    }));
    return { shipments, tokens: [...this.#tokens.keys()] };
  }
}

export type FedexState = {
  readonly shipments: readonly {
    readonly master: string;
    readonly reference: string;
    readonly trackingNumbers: readonly string[];
    readonly isCancelled: boolean;
  }[];
  readonly tokens: readonly string[];
};

const WEIGHTS = [3, 1, 7];

/** The nth number: eleven digits and their check digit, the sum by weights 3 1 7 from the left, modulo 11 and then 10. */
function trackingNumber(n: number): string {
  const body = `7949${String(n).padStart(7, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i % 3] ?? 0), 0);
  return `${body}${(sum % 11) % 10}`;
}
