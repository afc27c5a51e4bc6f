import type { AddressValue, ParcelValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

/** UPS takes up to three address lines and names of 35 characters. */
const MAX = 35;
const cut = (text: string): string => text.slice(0, MAX);

/** A party of a shipment as UPS writes it. The fault names what is missing. */
export function partyOf(address: AddressValue, at: string): Result<Record<string, unknown>, Fault> {
  const name = address.company ?? address.name;
  if (!name) return err(permanent('address-incomplete', 'UPS needs a name', `${at}/name`));
  for (const field of ['line1', 'city', 'country'] as const) {
    if (!address[field]) return err(permanent('address-incomplete', `UPS needs ${field}`, `${at}/${field}`));
  }
  return ok({
    Name: cut(name),
    ...(address.company && address.name ? { AttentionName: cut(address.name) } : {}),
    ...(address.phone ? { Phone: { Number: address.phone.replace(/[^0-9]/g, '').slice(0, 15) } } : {}),
    Address: {
      AddressLine: [address.line1, address.line2].filter((line) => line !== undefined).map(cut),
      City: address.city?.slice(0, 30),
      ...(address.subdivision ? { StateProvinceCode: address.subdivision.slice(0, 5) } : {}),
      ...(address.postalCode ? { PostalCode: address.postalCode.replace(/\s/g, '').slice(0, 9) } : {}),
      CountryCode: address.country,
    },
  });
}

/** A parcel in kilograms and centimetres, rounded up: UPS bills what it measures, never less than was told. */
export function packageOf(parcel: ParcelValue, reference: string): Record<string, unknown> {
  const { lengthMm, widthMm, heightMm } = parcel;
  const centimetres = (mm: number): string => String(Math.ceil(mm / 10));
  return {
    Packaging: { Code: '02' },
    ...(lengthMm && widthMm && heightMm
      ? {
          Dimensions: {
            UnitOfMeasurement: { Code: 'CM' },
            Length: centimetres(lengthMm),
            Width: centimetres(widthMm),
            Height: centimetres(heightMm),
          },
        }
      : {}),
    PackageWeight: {
      UnitOfMeasurement: { Code: 'KGS' },
      Weight: (Math.ceil(parcel.weightGrams / 100) / 10).toFixed(1),
    },
    ...(reference ? { ReferenceNumber: [{ Value: reference }] } : {}),
  };
}
