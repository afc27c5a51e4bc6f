import type { Point } from '../../core/shared/greatCircle.ts';

/** Reads an encoded polyline (Google, "Encoded Polyline Algorithm Format") with so many decimals; 5 is usual, Valhalla uses 6. */
export function readPolyline(text: string, decimals: number): Point[] {
  const scale = 10 ** decimals;
  const points: Point[] = [];
  let [at, latitude, longitude] = [0, 0, 0];
  const step = () => {
    let [value, factor] = [0, 1];
    for (let isMore = true; isMore; at++) {
      const code = text.charCodeAt(at) - 63;
      isMore = code >= 32 && at < text.length;
      value += (code & 31) * factor;
      factor *= 32;
    }
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  while (at < text.length) {
    latitude += step();
    longitude += step();
    points.push({ latitude: latitude / scale, longitude: longitude / scale });
  }
  return points;
}
