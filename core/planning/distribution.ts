/** The standard normal density. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** The standard normal distribution function, by the continued fraction and series of Marsaglia (2004), error < 1e-14. */
export function normalCdf(z: number): number {
  if (z < -37) return 0;
  if (z > 8.5) return 1;
  if (z < -6) return (normalDensity(z) / -z) * (1 - 1 / (z * z) + 3 / z ** 4 - 15 / z ** 6);
  let sum = z;
  let term = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}

/**
 * The standard normal quantile: Winitzki's (2008) start mended by Halley steps on the distribution function, so it is
 * exact to rounding. Throws RangeError outside (0, 1).
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`not a probability inside (0, 1): ${probability}`);
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const log = Math.log(4 * probability * (1 - probability));
  const a = 2 / (Math.PI * 0.147) + log / 2;
  let z = -Math.sqrt(2) * Math.sqrt(Math.sqrt(a * a - log / 0.147) - a);
  for (let i = 0; i < 4; i++) {
    const step = (normalCdf(z) - probability) / normalDensity(z);
    z -= step / (1 + (z * step) / 2);
  }
  return z;
}

/** Expected units short per unit of deviation when stock covers mean + z deviations (Silver, Pyke & Thomas, app. II). */
export function normalLoss(z: number): number {
  return z > 6 ? 0 : normalDensity(z) - z * (1 - normalCdf(z));
}

/** The z whose `normalLoss` is the given one, by bisection; the loss falls from +∞ to 0. */
export function inverseNormalLoss(loss: number): number {
  if (!(loss > 0)) throw new RangeError(`a loss is positive: ${loss}`);
  let low = -Math.max(6, loss + 1);
  let high = 6;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (normalLoss(middle) > loss) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The chances of 0, 1, 2 … units with a given mean and variance, up to a tail below 1e-9 or `limit` terms: Poisson when
 * the variance is not above the mean, else negative binomial.
 */
export function countChances(mean: number, variance: number, limit = 100_000): Float64Array {
  if (mean <= 0) return Float64Array.of(1);
  const ratio = variance > mean * 1.000001 ? 1 - mean / variance : 0;
  const size = ratio > 0 ? (mean * (1 - ratio)) / ratio : 0;
  let log = ratio > 0 ? size * Math.log(1 - ratio) : -mean;
  const chances: number[] = [];
  let total = 0;
  for (let k = 0; k < limit && (total < 1 - 1e-9 || k <= mean); k++) {
    const chance = Math.exp(log);
    chances.push(chance);
    total += chance;
    log += Math.log(ratio > 0 ? (ratio * (size + k)) / (k + 1) : mean / (k + 1));
  }
  return Float64Array.from(chances);
}

/** The least count whose cumulated chance reaches the probability. */
export function countQuantile(chances: Float64Array, probability: number): number {
  let total = 0;
  for (let k = 0; k < chances.length; k++) {
    total += chances[k] as number;
    if (total >= probability) return k;
  }
  return chances.length - 1;
}
