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
  readonly #papers = new Set<string>();
  readonly #pickups = new Map<string, { readonly reference: string; isCancelled: boolean }>();
  readonly #closes: { readonly date: string; readonly cycle: string; readonly numbers: ReadonlySet<string> }[] = [];
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

  /** Keeps an uploaded paper, under its id. */
  keepPaper(): string {
    const id = `0904${String(this.#papers.size + 1).padStart(12, '0')}`;
    this.#papers.add(id);
    return id;
  }

  hasPaper(id: string): boolean {
    return this.#papers.has(id);
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

  pickUp(reference: string): string {
    const code = `CP${String(this.#pickups.size + 1).padStart(4, '0')}`;
    this.#pickups.set(code, { reference, isCancelled: false });
    return code;
  }

  /** False for one that is not there, or not any more. */
  cancelPickup(code: string): boolean {
    const pickup = this.#pickups.get(code);
    if (!pickup || pickup.isCancelled) return false;
    pickup.isCancelled = true;
    return true;
  }

  /** Closes everything that is open, as one cycle. */
  close(date: string): string {
    const cycle = `1003${String(this.#closes.length + 1).padStart(12, '0')}`;
    const open = [...this.#byNumber.keys()].filter((number) => this.cycleOf(number) === undefined);
    this.#closes.push({ date, cycle, numbers: new Set(open) });
    return cycle;
  }

  cycleOf(number: string): string | undefined {
    return this.#closes.find(({ numbers }) => numbers.has(number))?.cycle;
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
    const pickups = [...this.#pickups].map(([code, pickup]) => ({ code, ...pickup }));
    const closes = this.#closes.map(({ date, cycle, numbers }) => ({ date, cycle, trackingNumbers: [...numbers] }));
    return { shipments, pickups, closes, tokens: [...this.#tokens.keys()] };
  }
}

export type FedexState = {
  readonly shipments: readonly {
    readonly master: string;
    readonly reference: string;
    readonly trackingNumbers: readonly string[];
    readonly isCancelled: boolean;
  }[];
  readonly pickups: readonly { readonly code: string; readonly reference: string; readonly isCancelled: boolean }[];
  readonly closes: readonly {
    readonly date: string;
    readonly cycle: string;
    readonly trackingNumbers: readonly string[];
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
