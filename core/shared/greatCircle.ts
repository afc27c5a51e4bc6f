/** A point on the earth in degrees, WGS 84. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** The mean radius of the earth in kilometres (IUGG, R1 = (2a + b) / 3). */
const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** The great-circle distance in kilometres on a sphere, by the haversine formula (Sinnott 1984); within 0.6 % of the ellipsoid. */
export function greatCircleKm(from: Point, to: Point): number {
  const across = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const along = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const h = across * across + Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * along * along;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
