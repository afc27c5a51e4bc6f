import type { PickupRequest, ShipRequest } from './wire.ts';

export const ACCOUNT = '123456789';
export const SERVICE_POINT_KEY = 'simulated-finder-key';
export const CREDENTIALS = { username: 'simulated-user', password: 'simulated-password' } as const;

export type Shipment = {
  readonly waybill: string;
  readonly reference: string;
  readonly pieces: readonly string[];
  readonly encoding: string;
  readonly product: string;
  readonly hasInvoice: boolean;
  readonly createdMs: number;
  readonly from: Place;
  readonly to: Place;
};
export type Pickup = { readonly number: string; readonly reference: string; isCancelled: boolean };
export type Place = { readonly city: string; readonly country: string };
export type Scan = {
  readonly code: string;
  readonly description: string;
  readonly atMs: number;
  readonly place: string;
};

const STEPS = [
  ['DUMMY_PU', 'Shipment information received', 'from'],
  ['PU', 'Shipment picked up', 'from'],
  ['PL', 'Processed', 'from'],
  ['DF', 'Shipment has departed from a DHL facility', 'from'],
  ['WC', 'Shipment is out with courier for delivery', 'to'],
  ['OK', 'Delivered', 'to'],
] as const;

/** What DHL Express holds: shipments by their numbers and references, and a clock that moves parcels along. */
export class World {
  readonly #shipments: Shipment[] = [];
  readonly #pickups: Pickup[] = [];
  readonly #now: () => number;
  readonly #stepMs: number;

  constructor(now: () => number, stepMs: number) {
    this.#now = now;
    this.#stepMs = stepMs;
  }

  ship(request: ShipRequest): Shipment {
    const n = this.#shipments.length + 1;
    const place = ({
      postalAddress,
    }: {
      readonly postalAddress: { cityName: string; countryCode: string };
    }): Place => ({
      city: postalAddress.cityName.toUpperCase(),
      country: postalAddress.countryCode,
    });
    const shipment = {
      waybill: waybill(n),
      reference: request.customerReferences[0]?.value ?? '',
      pieces: request.content.packages.map(
        (_, i) => `JD0146${String(n).padStart(8, '0')}${String(i).padStart(6, '0')}`,
      ),
      encoding: request.outputImageProperties.encodingFormat,
      product: request.productCode,
      hasInvoice: request.outputImageProperties.imageOptions.some(({ typeCode }) => typeCode === 'invoice'),
      createdMs: this.#now(),
      from: place(request.customerDetails.shipperDetails),
      to: place(request.customerDetails.receiverDetails),
    };
    this.#shipments.push(shipment);
    return shipment;
  }

  byWaybill(number: string): Shipment | undefined {
    return this.#shipments.find(({ waybill }) => waybill === number);
  }

  byPiece(number: string): Shipment | undefined {
    return this.#shipments.find(({ pieces }) => pieces.includes(number));
  }

  /** Shipments of the account that carry a reference and were made on days from one to another, both included. */
  byReference(reference: string, from: string, to: string): readonly Shipment[] {
    const isIn = ({ createdMs }: Shipment): boolean => {
      const day = new Date(createdMs).toISOString().slice(0, 10);
      return from <= day && day <= to;
    };
    return this.#shipments.filter((each) => each.reference === reference && isIn(each));
  }

  /** What has happened to a shipment by now, newest first as DHL lists it. */
  scans({ createdMs, from, to }: Shipment): readonly Scan[] {
    const now = this.#now();
    return STEPS.map(([code, description, end], i) => {
      const { city, country } = end === 'from' ? from : to;
      return { code, description, atMs: createdMs + i * this.#stepMs, place: `${city} - ${country}` };
    })
      .filter(({ atMs }) => atMs <= now)
      .reverse();
  }

  book({ remark }: PickupRequest): Pickup {
    const pickup = {
      number: `PRG${260_601_000_000 + this.#pickups.length + 1}`,
      reference: remark,
      isCancelled: false,
    };
    this.#pickups.push(pickup);
    return pickup;
  }

  /** Whether a courier was booked under the number and not cancelled before. */
  cancel(number: string): boolean {
    const pickup = this.#pickups.find((each) => each.number === number && !each.isCancelled);
    if (pickup) pickup.isCancelled = true;
    return pickup !== undefined;
  }

  /** For tests and people: every shipment and every booking. */
  state(): ExpressState {
    const shipments = this.#shipments.map(({ waybill, reference, pieces }) => ({ waybill, reference, pieces }));
    return { shipments, pickups: this.#pickups };
  }
}

export type ExpressState = {
  readonly shipments: readonly Pick<Shipment, 'waybill' | 'reference' | 'pieces'>[];
  readonly pickups: readonly Pickup[];
};

/** The nth waybill number: nine digits and their remainder by seven. */
function waybill(n: number): string {
  const body = 100_000_000 + n;
  return `${body}${body % 7}`;
}
