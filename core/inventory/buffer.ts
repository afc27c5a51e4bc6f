export type BufferQuestion = {
  /** Units sold elsewhere in an hour: through the other channels, over the same stock. */
  readonly salesPerHour: number;
  /** How old a channel's level may be, from the change here to the landing there. */
  readonly lagSeconds: number;
  /** The accepted probability that more is sold elsewhere during the lag than is kept back. */
  readonly oversellProbability: number;
};

/** Beyond this the mean is so large that its normal approximation differs by less than a unit in a thousand. */
const LARGE_MEAN = 500;

/**
 * The fewest units to keep back from a channel so that what is sold elsewhere before it learns of it exceeds them with at
 * most the accepted probability. Sales during the lag are taken as Poisson with mean rate × lag, the demand during a lead
 * time of Hadley & Whitin ("Analysis of Inventory Systems", 1963, section 4-7); the buffer is its quantile. For large means
 * the quantile is the normal one with continuity correction, rounded up. Throws RangeError for a probability outside (0, 1).
 */
export function oversellBuffer({ salesPerHour, lagSeconds, oversellProbability }: BufferQuestion): number {
  if (!(oversellProbability > 0 && oversellProbability < 1))
    throw new RangeError(`not a probability inside (0, 1): ${oversellProbability}`);
  const mean = (salesPerHour * lagSeconds) / 3600;
  if (!(mean > 0)) return 0;
  if (mean > LARGE_MEAN) return Math.ceil(mean + upperNormal(oversellProbability) * Math.sqrt(mean) - 0.5);
  let term = Math.exp(-mean);
  let below = term;
  let units = 0;
  while (1 - below > oversellProbability && units < 10 * LARGE_MEAN) {
    units += 1;
    term *= mean / units;
    below += term;
  }
  return units;
}

/**
 * z with P(Z > z) = p, by the rational approximation 26.2.23 of Abramowitz & Stegun (1964), absolute error < 4.5e-4.
 */
function upperNormal(p: number): number {
  if (p > 0.5) return -upperNormal(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  return t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
}
