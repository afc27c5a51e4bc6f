/** A node of a hierarchy: `parent` is the index of the node above, −1 for the top. Parents come before children. */
export type HierarchyNode = { readonly name: string; readonly parent: number };

/**
 * Makes forecasts of all levels add up, from independent ones of every node and the variance of each one's error:
 * weighted least squares (Hyndman, Lee & Wang 2016; "WLS" of Wickramasuriya, Athanasopoulos & Hyndman 2019) solved
 * exactly on a tree in two passes, so it takes linear time. Going up, each node's own forecast is merged with the sum of
 * its children by precision; going down, what is left of a node is shared out in proportion to its children's variance.
 * Throws RangeError when a parent does not come before its child, or a variance is not above 0.
 */
export function reconcile(
  nodes: readonly HierarchyNode[],
  forecasts: Float64Array,
  variances: Float64Array,
): Float64Array {
  const sums = new Float64Array(nodes.length);
  const spreads = new Float64Array(nodes.length);
  const hasChild = new Uint8Array(nodes.length);
  const merged = Float64Array.from(forecasts);
  const variance = Float64Array.from(variances);
  check(nodes, variances);
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (hasChild[i] === 1) mergeWithChildren(i, merged, variance, sums, spreads);
    const parent = nodes[i]?.parent ?? -1;
    if (parent < 0) continue;
    hasChild[parent] = 1;
    sums[parent] = (sums[parent] as number) + (merged[i] as number);
    spreads[parent] = (spreads[parent] as number) + (variance[i] as number);
  }
  for (let i = 0; i < nodes.length; i++) {
    const parent = nodes[i]?.parent ?? -1;
    if (parent < 0) continue;
    const gap = (merged[parent] as number) - (sums[parent] as number);
    merged[i] = (merged[i] as number) + (gap * (variance[i] as number)) / (spreads[parent] as number);
  }
  return merged;
}

function mergeWithChildren(
  i: number,
  merged: Float64Array,
  variance: Float64Array,
  sums: Float64Array,
  spreads: Float64Array,
): void {
  const own = 1 / (variance[i] as number);
  const below = 1 / (spreads[i] as number);
  merged[i] = ((merged[i] as number) * own + (sums[i] as number) * below) / (own + below);
  variance[i] = 1 / (own + below);
}

function check(nodes: readonly HierarchyNode[], variances: Float64Array): void {
  nodes.forEach(({ name, parent }, i) => {
    if (parent >= i) throw new RangeError(`${name}: the parent comes before its children`);
    if (!((variances[i] as number) > 0)) throw new RangeError(`${name}: the variance is above 0`);
  });
}
