import { expect, test } from 'vitest';
import { greatCircleKm } from '../../../../core/shared/greatCircle.ts';
import { Places } from '../../../../core/sourcing/distance.ts';

test.each([
  // Two airports, a common worked example of the haversine formula: 2886.44 km on a sphere of 6371 km.
  [36.12, -86.67, 33.94, -118.4, 2886.45],
  // A quarter of a meridian, half an equator, no way at all, and across the date line.
  [0, 0, 90, 0, 10_007.56],
  [0, 0, 0, 180, 20_015.12],
  [52.5, 13.4, 52.5, 13.4, 0],
  [0, 179.5, 0, -179.5, 111.2],
])('from %d, %d to %d, %d it is %d km', (latitude, longitude, toLatitude, toLongitude, km) => {
  const found = greatCircleKm({ latitude, longitude }, { latitude: toLatitude, longitude: toLongitude });
  expect(Math.abs(found - km)).toBeLessThan(0.01);
});

test('the longest known prefix of a postal code says where a buyer is', () => {
  const at = (country: string, postalPrefix: string, latitude: number) => ({
    country,
    postalPrefix,
    latitude,
    longitude: 0,
  });
  const places = new Places([at('DE', '', 1), at('DE', '20', 2), at('DE', '2045', 3), at('GB', 'SW1A', 4)]);
  const latitude = (country: string | null, code: string | null) => places.find(country, code)?.latitude;
  expect([latitude('DE', '20457'), latitude('DE', '20999'), latitude('DE', '80331'), latitude('DE', null)]).toEqual([
    3, 2, 1, 1,
  ]);
  expect([latitude('GB', 'sw1a 1aa'), latitude('GB', 'EC1A'), latitude('FR', '75001'), latitude(null, '1')]).toEqual([
    4,
    undefined,
    undefined,
    undefined,
  ]);
});
