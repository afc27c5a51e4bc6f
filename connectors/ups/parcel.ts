import type { ParcelValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Dimensions, Weight } from './wire.ts';

export type Parcel = { readonly PackageWeight: Weight; readonly Dimensions?: Dimensions };

/** Origins whose parcels UPS takes in pounds and inches; it takes kilograms and centimetres from all others. */
const POUNDS: ReadonlySet<string> = new Set(['US', 'PR', 'VI']);
/** The heaviest parcel of the small package services: 150 lb. */
const MAX_GRAMS = 68_039;
/** A pound is 453.59237 g (International Yard and Pound Agreement, 1959). */
const GRAMS_PER_POUND_E5 = 45_359_237;

const UNITS = {
  metric: {
    weight: { Code: 'KGS', Description: 'Kilograms' },
    length: { Code: 'CM', Description: 'Centimeters' },
  },
  pounds: {
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
  return ok(parcels.map((parcel) => parcelOf(parcel, POUNDS.has(origin))));
}

function parcelOf({ weightGrams, lengthMm, widthMm, heightMm }: ParcelValue, inPounds: boolean): Parcel {
  const tenths = inPounds ? Math.ceil((weightGrams * 1_000_000) / GRAMS_PER_POUND_E5) : Math.ceil(weightGrams / 100);
  const unit = inPounds ? UNITS.pounds : UNITS.metric;
  const PackageWeight = {
    UnitOfMeasurement: unit.weight,
    Weight: `${Math.floor(tenths / 10)}.${tenths % 10}`,
  };
  if (!lengthMm || !widthMm || !heightMm) return { PackageWeight };
  const [Length = '', Width = '', Height = ''] = [lengthMm, widthMm, heightMm]
    .toSorted((a, b) => b - a)
    .map((mm) => String(inPounds ? Math.ceil((mm * 10) / 254) : Math.ceil(mm / 10)));
  return { PackageWeight, Dimensions: { UnitOfMeasurement: unit.length, Length, Width, Height } };
}
