import type { Point } from '../shared/greatCircle.ts';

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
