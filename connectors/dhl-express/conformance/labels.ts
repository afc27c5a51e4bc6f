import {
  type AddressValue,
  type CustomsInput,
  CustomsValue,
  type LabelReceipt,
  type LabelRequest,
  type PickupReceipt,
  type PickupRequest,
} from '../../../core/documents/index.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok, type Result } from '../../../core/shared/result.ts';
import { createIo, type Exchange } from '../../kit/http.ts';
import type { Simulator } from '../../kit/simulator.ts';
import { dhlExpress } from '../index.ts';

export const BERLIN: AddressValue = {
  company: 'Warehouse GmbH',
  line1: 'Lagerstr. 7',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
  phone: '+49 30 1234567',
};
export const PARIS: AddressValue = {
  name: 'Jane Roe',
  line1: '10 rue de Rivoli',
  city: 'Paris',
  postalCode: '75001',
  country: 'FR',
  email: 'jane@example.com',
};
export const NEW_YORK: AddressValue = {
  name: 'John Doe',
  line1: '350 5th Ave',
  city: 'New York',
  subdivision: 'NY',
  postalCode: '10118',
  country: 'US',
  phone: '(212) 555-0100',
};

/** A label request inside the EU, with any part of it replaced. */
export function labelRequest(reference: string, more: Partial<LabelRequest> = {}): LabelRequest {
  return { reference, from: BERLIN, to: PARIS, parcels: [{ weightGrams: 1250 }], ...more };
}

/** Goods of a shop in Berlin, with any part of the declaration replaced. */
export function customs(more: Partial<CustomsInput> = {}): LabelRequest['customs'] {
  return CustomsValue.parse({
    currency: 'EUR',
    incoterm: 'DAP',
    invoiceNumber: 'INV-1',
    lines: [
      {
        description: 'Stoneware mug',
        hsCode: '691200',
        originCountry: 'DE',
        quantity: 2,
        unitValueMinor: 1250,
        unitWeightGrams: 380,
      },
    ],
    ...more,
  });
}

export function pickupRequest(reference: string, more: Partial<PickupRequest> = {}): PickupRequest {
  return {
    reference,
    address: BERLIN,
    date: '2026-06-02',
    readyAt: '09:00',
    closesAt: '17:30',
    parcels: [{ count: 2, weightGrams: 2500, country: 'FR' }],
    trackingNumbers: [],
    residential: false,
    ...more,
  };
}

/** A client of a simulator, with what it said and heard told to `trace`. */
export function clientOf(entered: Readonly<Record<string, unknown>>, trace: (exchange: Exchange) => void = () => {}) {
  const settings = dhlExpress.settings.parse(entered);
  const now = () => instantOf(Date.now());
  const acquire = async () => ok(undefined);
  return dhlExpress.client(settings, createIo({ connector: dhlExpress, settings, acquire, now, trace }));
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
  const raw = unwrap(dhlExpress.capabilities.buyLabel?.encode(labelRequest(reference, more)));
  const key = { reference, idempotencyKey: reference };
  const signal = AbortSignal.timeout(10_000);
  return unwrap(await dhlExpress.capabilities.buyLabel?.send(clientOf(simulator.settings), raw, key, signal));
}

/** Books a courier at a simulator. */
export async function bookedPickup(simulator: Simulator, reference: string): Promise<PickupReceipt> {
  const { schedulePickup } = dhlExpress.capabilities;
  const raw = unwrap(schedulePickup?.encode(pickupRequest(reference)));
  const key = { reference, idempotencyKey: reference };
  return unwrap(await schedulePickup?.send(clientOf(simulator.settings), raw, key, AbortSignal.timeout(10_000)));
}
