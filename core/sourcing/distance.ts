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

/** Where buyers are, by country and the longest known prefix of their postal code. */
export class Places {
  readonly #byKey = new Map<string, Point>();
  #longest = 0;

  constructor(places: Iterable<Point & { readonly country: string; readonly postalPrefix: string }>) {
    for (const { country, postalPrefix, latitude, longitude } of places) {
      const prefix = normal(postalPrefix);
      this.#longest = Math.max(this.#longest, prefix.length);
      this.#byKey.set(`${country} ${prefix}`, { latitude, longitude });
    }
  }

  find(country: string | null, postalCode: string | null): Point | null {
    if (country === null || this.#byKey.size === 0) return null;
    const code = normal(postalCode ?? '');
    for (let length = Math.min(this.#longest, code.length); length >= 0; length--) {
      const place = this.#byKey.get(`${country} ${code.slice(0, length)}`);
      if (place) return place;
    }
    return null;
  }
}

const normal = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();
