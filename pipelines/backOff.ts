/** How long to wait before attempt n + 1: exponential with full jitter, from half a second to five minutes. */
export function backOffMs(attempts: number, random: () => number): number {
  const ceiling = Math.min(300_000, 500 * 2 ** Math.min(attempts, 20));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
