import type { ParcelValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type System, sidesOf, tenthsOf } from '../kit/measures.ts';
import type { Dimensions, Weight } from './wire.ts';

export type Parcel = { readonly PackageWeight: Weight; readonly Dimensions?: Dimensions };

/** Origins whose parcels UPS takes in pounds and inches; it takes kilograms and centimetres from all others. */
const POUNDS: ReadonlySet<string> = new Set(['US', 'PR', 'VI']);
/** The heaviest parcel of the small package services: 150 lb. */
const MAX_GRAMS = 68_039;

const UNITS = {
  metric: {
    weight: { Code: 'KGS', Description: 'Kilograms' },
    length: { Code: 'CM', Description: 'Centimeters' },
  },
  imperial: {
    weight: { Code: 'LBS', Description: 'Pounds' },
    length: { Code: 'IN', Description: 'Inches' },
  },
} as const;

/** UPS's code of customer supplied packaging. */
export const OWN_PACKAGING = { Code: '02' } as const;

/** Parcels in the units of the origin, rounded up: UPS bills what it measures, never less than was told. */
export function parcelsOf(parcels: readonly ParcelValue[], origin: string): Result<readonly Parcel[], Fault> {
  const tooHeavy = parcels.findIndex(({ weightGrams }) => weightGrams > MAX_GRAMS);
  if (tooHeavy >= 0)
    return err(permanent('parcel-too-heavy', 'UPS takes parcels up to 68 kg', `/parcels/${tooHeavy}/weightGrams`));
  return ok(parcels.map((parcel) => parcelOf(parcel, POUNDS.has(origin) ? 'imperial' : 'metric')));
}

/** What all parcels weigh together, in the unit of the origin. */
export function totalWeight(weightGrams: number, origin: string): Weight {
  return parcelOf({ weightGrams }, POUNDS.has(origin) ? 'imperial' : 'metric').PackageWeight;
}

function parcelOf(parcel: ParcelValue, system: System): Parcel {
  const tenths = tenthsOf(parcel.weightGrams, system);
  const unit = UNITS[system];
  const PackageWeight = {
    UnitOfMeasurement: unit.weight,
    Weight: `${Math.floor(tenths / 10)}.${tenths % 10}`,
  };
  const sides = sidesOf(parcel, system);
  if (!sides) return { PackageWeight };
  const [Length, Width, Height] = sides;
  const Dimensions = { Length: String(Length), Width: String(Width), Height: String(Height) };
  return { PackageWeight, Dimensions: { UnitOfMeasurement: unit.length, ...Dimensions } };
}
