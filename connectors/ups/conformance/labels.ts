import type {
  AddressValue,
  LabelReceipt,
  LabelRequest,
  PickupReceipt,
  PickupRequest,
} from '../../../core/documents/index.ts';
import { trialClient, trialWrite } from '../../kit/conformance/trial.ts';
import type { Exchange } from '../../kit/http.ts';
import type { Simulator } from '../../kit/simulator.ts';
import { ups } from '../index.ts';

export const BERLIN: AddressValue = {
  company: 'Warehouse GmbH',
  line1: 'Lagerstr. 7',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
  phone: '+49 30 1234567',
};
export const HAMBURG: AddressValue = {
  name: 'Jane Roe',
  line1: 'Alter Wall 1',
  city: 'Hamburg',
  postalCode: '20457',
  country: 'DE',
};
export const NEW_YORK: AddressValue = {
  name: 'John Doe',
  line1: '350 5th Ave',
  city: 'New York',
  subdivision: 'NY',
  postalCode: '10118-0110',
  country: 'US',
  phone: '(212) 555-0100',
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

/** A label request inside Germany, with any part of it replaced. */
export function labelRequest(reference: string, more: Partial<LabelRequest> = {}): LabelRequest {
  return { reference, from: BERLIN, to: HAMBURG, parcels: [{ weightGrams: 1250 }], ...more };
}

/** A client of a simulator, with what it said and heard told to `trace`. */
export const clientOf = (entered: Readonly<Record<string, unknown>>, trace?: (exchange: Exchange) => void) =>
  trialClient(ups, entered, trace);

/** Buys a label at a simulator. */
export async function boughtLabel(
  simulator: Simulator,
  reference: string,
  more: Partial<LabelRequest> = {},
): Promise<LabelReceipt> {
  const receipt = await trialWrite(ups, 'buyLabel', labelRequest(reference, more), simulator);
  return receipt as LabelReceipt;
}

/** A driver for two parcels in Berlin. */
export function pickupRequest(reference: string): PickupRequest {
  return {
    reference,
    address: BERLIN,
    date: '2026-03-04',
    readyAt: '09:30',
    closesAt: '17:00',
    parcels: [{ count: 2, weightGrams: 3400, country: 'CH' }],
    trackingNumbers: ['1ZA1B2C30300000014'],
    residential: false,
    spot: 'Reception',
    instructions: 'Ring twice',
  };
}

/** Orders a driver at a simulator. */
export async function orderedPickup(simulator: Simulator, reference: string): Promise<PickupReceipt> {
  return (await trialWrite(ups, 'schedulePickup', pickupRequest(reference), simulator)) as PickupReceipt;
}
