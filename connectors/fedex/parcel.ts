import type { ParcelValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type System, sidesOf, tenthsOf } from '../kit/measures.ts';

export type Weight = { readonly units: 'KG' | 'LB'; readonly value: number };
export type Parcel = {
  readonly weight: Weight;
  readonly dimensions?: {
    readonly length: number;
    readonly width: number;
    readonly height: number;
    readonly units: 'CM' | 'IN';
  };
};

const POUNDS: ReadonlySet<string> = new Set(['US', 'PR']);
const MAX_PARCELS = 30;

/** The units that a shipment is told in, by its origin. All its weights must be in the same. */
export const systemOf = (origin: string): System => (POUNDS.has(origin) ? 'imperial' : 'metric');

/** Grams as FedEx takes them, rounded up to a tenth. */
export function weightOf(grams: number, system: System): Weight {
  return { units: system === 'imperial' ? 'LB' : 'KG', value: tenthsOf(grams, system) / 10 };
}

const GRAMS = { imperial: 453.59237, metric: 1000 } as const;

/** The net weight of goods, to the hundredth below, so that all goods never weigh more than the parcels they are in. */
export function netWeightOf(grams: number, system: System): Weight {
  const hundredths = Math.max(1, Math.floor((grams * 100) / GRAMS[system]));
  return { units: system === 'imperial' ? 'LB' : 'KG', value: hundredths / 100 };
}

/** Parcels in the units of the origin, rounded up: FedEx bills what it measures, never less than was told. */
export function parcelsOf(parcels: readonly ParcelValue[], origin: string): Result<readonly Parcel[], Fault> {
  if (parcels.length > MAX_PARCELS)
    return err(permanent('too-many-parcels', `FedEx takes ${MAX_PARCELS} parcels in one shipment`, '/parcels'));
  const system = systemOf(origin);
  return ok(parcels.map((parcel) => parcelOf(parcel, system)));
}

function parcelOf(parcel: ParcelValue, system: System): Parcel {
  const weight = weightOf(parcel.weightGrams, system);
  const sides = sidesOf(parcel, system);
  if (!sides) return { weight };
  const [length, width, height] = sides;
  return { weight, dimensions: { length, width, height, units: system === 'imperial' ? 'IN' : 'CM' } };
}
