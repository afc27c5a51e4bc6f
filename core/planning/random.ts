/** A source of numbers in [0, 1); always an argument, so that a simulation can be run again. */
export type Random = () => number;

/** A repeatable source from a seed: mulberry32, 32 bits of state. For simulations, never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A standard normal draw (Box & Muller 1958). */
export function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma draw with a given mean and deviation (Marsaglia & Tsang 2000): positive, skewed, as demand is. */
export function gammaDraw(random: Random, mean: number, deviation: number): number {
  if (deviation <= 0 || mean <= 0) return Math.max(0, mean);
  const shape = (mean / deviation) ** 2;
  const boosted = shape < 1 ? shape + 1 : shape;
  const d = boosted - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
      const scaled = d * v * (shape < 1 ? (1 - random()) ** (1 / shape) : 1);
      return (scaled * mean) / shape;
    }
  }
}

/** A Poisson draw by multiplying uniforms (Knuth, TAOCP 2, section 3.4.1); time grows with the mean. */
export function poissonDraw(random: Random, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > floor; product *= random()) count++;
  return count;
}
