import type {
  AddressValue,
  DayClose,
  LabelReceipt,
  LabelRequest,
  PickupReceipt,
  PickupRequest,
} from '../../../core/documents/index.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok, type Result } from '../../../core/shared/result.ts';
import { createIo, type Exchange } from '../../kit/http.ts';
import type { Simulator } from '../../kit/simulator.ts';
import { fedex } from '../index.ts';

export const MEMPHIS: AddressValue = {
  name: 'Ann Packer',
  company: 'Warehouse Inc.',
  line1: '1000 Ridge Lake Blvd',
  city: 'Memphis',
  subdivision: 'TN',
  postalCode: '38120',
  country: 'US',
  phone: '+1 901 555 0100',
};
export const NEW_YORK: AddressValue = {
  name: 'John Doe',
  line1: '350 5th Ave',
  city: 'New York',
  subdivision: 'NY',
  postalCode: '10118-0110',
  country: 'US',
};
export const TORONTO: AddressValue = {
  name: 'Ann Lee',
  line1: '100 Queen St W',
  city: 'Toronto',
  subdivision: 'ON',
  postalCode: 'M5H 2N2',
  country: 'CA',
  phone: '+1 416 555 0100',
};
export const BERLIN: AddressValue = {
  company: 'Lager GmbH',
  line1: 'Lagerstr. 7',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
  phone: '+49 30 1234567',
};

export const CUSTOMS: NonNullable<LabelRequest['customs']> = {
  contents: 'goods',
  reason: 'sale',
  incoterm: 'DDP',
  invoiceNumber: 'INV-1042',
  currency: 'GBP',
  lines: [
    {
      sku: 'MUG-01',
      description: 'Stoneware mug',
      hsCode: '691200',
      originCountry: 'PT',
      quantity: 2,
      unitValueMinor: 799,
      unitWeightGrams: 380,
    },
  ],
  freightMinor: 1200,
  insuranceMinor: 150,
  exporterTaxIds: [{ kind: 'ein', number: '12-3456789' }],
  importerTaxIds: [{ kind: 'gst', number: '123456789RT0001', country: 'CA' }],
  exportDeclaration: 'X20260601123456',
  remarks: 'Fragile',
  papers: [],
};
/** A paper of the sender's own. */
export const INVOICE = { kind: 'commercial-invoice', format: 'PDF', base64: 'JVBERi0xLjQK' } as const;

/** A label request inside the US, with any part of it replaced. */
export function labelRequest(reference: string, more: Partial<LabelRequest> = {}): LabelRequest {
  return { reference, from: MEMPHIS, to: NEW_YORK, parcels: [{ weightGrams: 1250 }], ...more };
}

/** A client of a simulator, with what it said and heard told to `trace`. */
export function clientOf(entered: Readonly<Record<string, unknown>>, trace: (exchange: Exchange) => void = () => {}) {
  const settings = fedex.settings.parse(entered);
  const now = () => instantOf(Date.now());
  return fedex.client(
    settings,
    createIo({ connector: fedex, settings, acquire: async () => ok(undefined), now, trace }),
  );
}

export function unwrap<T>(result: Result<T, unknown> | undefined): T {
  if (!result?.ok) throw new Error(JSON.stringify(result?.error ?? 'no such capability'));
  return result.value;
}

/** Buys a label at a simulator. */
export async function boughtLabel(
  simulator: Simulator,
  reference: string,
  more: Partial<LabelRequest> = {},
): Promise<LabelReceipt> {
  const raw = unwrap(fedex.capabilities.buyLabel?.encode(labelRequest(reference, more)));
  const key = { reference, idempotencyKey: reference };
  const signal = AbortSignal.timeout(10_000);
  return unwrap(await fedex.capabilities.buyLabel?.send(clientOf(simulator.settings), raw, key, signal));
}

/** A pickup of two parcels by Express, with any part of it replaced. */
export function pickupRequest(reference: string, more: Partial<PickupRequest> = {}): PickupRequest {
  return {
    reference,
    address: MEMPHIS,
    date: '2026-06-02',
    readyAt: '10:30',
    closesAt: '17:00',
    parcels: [{ count: 2, weightGrams: 2500, service: 'FEDEX_2_DAY' }],
    trackingNumbers: [],
    residential: false,
    ...more,
  };
}

/** Orders a pickup at a simulator. */
export async function orderedPickup(simulator: Simulator, reference: string): Promise<PickupReceipt> {
  const raw = unwrap(fedex.capabilities.schedulePickup?.encode(pickupRequest(reference)));
  const key = { reference, idempotencyKey: reference };
  const signal = AbortSignal.timeout(10_000);
  return unwrap(await fedex.capabilities.schedulePickup?.send(clientOf(simulator.settings), raw, key, signal));
}

/** The end of a day on which one parcel was given to Ground. */
export async function dayToClose(simulator: Simulator, reference: string): Promise<DayClose> {
  const { externalId, parcels } = await boughtLabel(simulator, reference);
  const trackingNumbers = parcels.map(({ trackingNumber }) => trackingNumber);
  return { reference, date: '2026-06-01', trackingNumbers, shipments: [externalId] };
}
