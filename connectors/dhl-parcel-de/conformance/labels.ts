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
export const clientOf = (entered: Readonly<Record<string, unknown>>, trace?: (exchange: Exchange) => void) =>
  trialClient(dhlParcelDe, entered, trace);

/** Buys a label at a simulator. */
export const boughtLabel = async (simulator: Simulator, reference: string, more: Partial<LabelRequest> = {}) =>
  (await trialWrite(dhlParcelDe, 'buyLabel', labelRequest(reference, more), simulator)) as LabelReceipt;

/** Orders a pickup at a simulator. */
export const orderedPickup = async (simulator: Simulator, reference: string) =>
  (await trialWrite(dhlParcelDe, 'schedulePickup', pickupRequest(reference), simulator)) as PickupReceipt;
