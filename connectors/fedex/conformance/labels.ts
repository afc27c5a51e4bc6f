import type {
  AddressValue,
  DayClose,
  LabelReceipt,
  LabelRequest,
  PickupReceipt,
  PickupRequest,
} from '../../../core/documents/index.ts';
import { trialClient, trialWrite } from '../../kit/conformance/trial.ts';
import type { Exchange } from '../../kit/http.ts';
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
export const clientOf = (entered: Readonly<Record<string, unknown>>, trace?: (exchange: Exchange) => void) =>
  trialClient(fedex, entered, trace);

/** Buys a label at a simulator. */
export async function boughtLabel(
  simulator: Simulator,
  reference: string,
  more: Partial<LabelRequest> = {},
): Promise<LabelReceipt> {
  const receipt = await trialWrite(fedex, 'buyLabel', labelRequest(reference, more), simulator);
  return receipt as LabelReceipt;
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
  return (await trialWrite(fedex, 'schedulePickup', pickupRequest(reference), simulator)) as PickupReceipt;
}

/** The end of a day on which one parcel was given to Ground. */
export async function dayToClose(simulator: Simulator, reference: string): Promise<DayClose> {
  const { externalId, parcels } = await boughtLabel(simulator, reference);
  const trackingNumbers = parcels.map(({ trackingNumber }) => trackingNumber);
  return { reference, date: '2026-06-01', trackingNumbers, shipments: [externalId] };
}
