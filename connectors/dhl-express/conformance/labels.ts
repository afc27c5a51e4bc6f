import type {
  AddressValue,
  CustomsInput,
  LabelReceipt,
  LabelRequest,
  PickupReceipt,
  PickupRequest,
} from '../../../core/documents/index.ts';
import { trialClient, trialCustoms, trialWrite } from '../../kit/conformance/trial.ts';
import type { Exchange } from '../../kit/http.ts';
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

/** Goods that a shop sends, their duties paid by the buyer, with any part of the declaration replaced. */
export const customs = (more: Partial<CustomsInput> = {}) => trialCustoms({ incoterm: 'DAP', ...more });

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
export const clientOf = (entered: Readonly<Record<string, unknown>>, trace?: (exchange: Exchange) => void) =>
  trialClient(dhlExpress, entered, trace);

/** Buys a label at a simulator. */
export const boughtLabel = async (simulator: Simulator, reference: string, more: Partial<LabelRequest> = {}) =>
  (await trialWrite(dhlExpress, 'buyLabel', labelRequest(reference, more), simulator)) as LabelReceipt;

/** Books a courier at a simulator. */
export const bookedPickup = async (simulator: Simulator, reference: string) =>
  (await trialWrite(dhlExpress, 'schedulePickup', pickupRequest(reference), simulator)) as PickupReceipt;
