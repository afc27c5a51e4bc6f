/** A seeded stream of numbers in [0, 1): the only source of chance in a solver, so that a seed and a budget fix the answer. */
export type Random = () => number;

/** xorshift32 after a splitmix step (Marsaglia, 2003): fast, and enough for a search; never for secrets. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  if (state === 0) state = 0x6d2b79f5;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
