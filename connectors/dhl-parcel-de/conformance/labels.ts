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
import { dhlParcelDe } from '../index.ts';

export const BONN: AddressValue = {
  company: 'Warehouse GmbH',
  line1: 'Sträßchensweg 10',
  city: 'Bonn',
  postalCode: '53113',
  country: 'DE',
  phone: '+49 228 1234567',
};
export const HAMBURG: AddressValue = {
  name: 'Jane Roe',
  line1: 'Alter Wall 1',
  city: 'Hamburg',
  postalCode: '20457',
  country: 'DE',
  phone: '+49 40 7654321',
  email: 'jane@example.com',
};
export const AMSTERDAM: AddressValue = {
  name: 'Jan Jansen',
  line1: 'Museumstraat 1',
  line2: '2. Floor',
  city: 'Amsterdam',
  postalCode: '1071 AA',
  country: 'NL',
  phone: '+31 20 1234567',
  email: 'jan@example.com',
};

/** A label request inside Germany, with any part of it replaced. */
export function labelRequest(reference: string, more: Partial<LabelRequest> = {}): LabelRequest {
  return { reference, from: BONN, to: HAMBURG, parcels: [{ weightGrams: 1250 }], ...more };
}

export const NEW_YORK: AddressValue = {
  name: 'John Doe',
  line1: '350 5th Ave',
  city: 'New York',
  subdivision: 'NY',
  postalCode: '10118',
  country: 'US',
};

/** Goods of a shop in Bonn, with any part of the declaration replaced. */
export function customs(more: Partial<CustomsInput> = {}): NonNullable<LabelRequest['customs']> {
  return CustomsValue.parse({
    currency: 'EUR',
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
    address: BONN,
    date: '2026-06-02',
    readyAt: '09:00',
    closesAt: '17:30',
    parcels: [{ count: 2, weightGrams: 2500 }],
    trackingNumbers: [],
    residential: false,
    ...more,
  };
}

/** A client of a simulator, with what it said and heard told to `trace`. */
export function clientOf(entered: Readonly<Record<string, unknown>>, trace: (exchange: Exchange) => void = () => {}) {
  const settings = dhlParcelDe.settings.parse(entered);
  const now = () => instantOf(Date.now());
  const acquire = async () => ok(undefined);
  return dhlParcelDe.client(settings, createIo({ connector: dhlParcelDe, settings, acquire, now, trace }));
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
  const raw = unwrap(dhlParcelDe.capabilities.buyLabel?.encode(labelRequest(reference, more)));
  const key = { reference, idempotencyKey: reference };
  const signal = AbortSignal.timeout(10_000);
  return unwrap(await dhlParcelDe.capabilities.buyLabel?.send(clientOf(simulator.settings), raw, key, signal));
}

/** Orders a pickup at a simulator. */
export async function orderedPickup(simulator: Simulator, reference: string): Promise<PickupReceipt> {
  const { schedulePickup } = dhlParcelDe.capabilities;
  const raw = unwrap(schedulePickup?.encode(pickupRequest(reference)));
  const key = { reference, idempotencyKey: reference };
  return unwrap(await schedulePickup?.send(clientOf(simulator.settings), raw, key, AbortSignal.timeout(10_000)));
}
