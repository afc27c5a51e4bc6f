/** Lengths in millimetres: along the box, across it, and up. */
export type Size = { readonly lengthMm: number; readonly widthMm: number; readonly heightMm: number };

/** An empty cuboid in a box, by its corner nearest to the box's own. Cavities of one box may overlap each other. */
export type Cavity = Size & { readonly xMm: number; readonly yMm: number; readonly zMm: number };
export type Best = { readonly cavity: Cavity; readonly size: Size };

export const emptyCavity = ({ lengthMm, widthMm, heightMm }: Size): Cavity => ({
  xMm: 0,
  yMm: 0,
  zMm: 0,
  lengthMm,
  widthMm,
  heightMm,
});

/**
 * Where and how an item lies best: in the cavity in which the least is left on its tightest side, then on the next;
 * among equals the lowest, then the one nearest to the corner. Undefined when no side of it fits anywhere.
 */
export function bestPlace(cavities: readonly Cavity[], sizes: readonly Size[]): Best | undefined {
  let best: (Best & { readonly rank: readonly number[] }) | undefined;
  for (const cavity of cavities) {
    for (const size of sizes) {
      const rank = rankOf(cavity, size);
      if (rank && (!best || isLess(rank, best.rank))) best = { cavity, size, rank };
    }
  }
  return best;
}

function rankOf(cavity: Cavity, size: Size): readonly number[] | undefined {
  const x = cavity.lengthMm - size.lengthMm;
  const y = cavity.widthMm - size.widthMm;
  const z = cavity.heightMm - size.heightMm;
  if (x < 0 || y < 0 || z < 0) return undefined;
  return [...[x, y, z].sort((a, b) => a - b), cavity.zMm, cavity.xMm, cavity.yMm];
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}

/** The maximal cavities that are left when a cuboid is put in: what it cuts is divided, and what lies in another goes. */
export function fill(cavities: readonly Cavity[], solid: Cavity): readonly Cavity[] {
  const divided = cavities.flatMap((cavity) => (meets(cavity, solid) ? around(cavity, solid) : [cavity]));
  return divided.filter(
    (cavity, i) => !divided.some((other, k) => k !== i && holds(other, cavity) && (!holds(cavity, other) || k < i)),
  );
}

const AXES = [
  ['xMm', 'lengthMm'],
  ['yMm', 'widthMm'],
  ['zMm', 'heightMm'],
] as const;

function meets(a: Cavity, b: Cavity): boolean {
  return AXES.every(([at, size]) => a[at] < b[at] + b[size] && b[at] < a[at] + a[size]);
}

function holds(outer: Cavity, inner: Cavity): boolean {
  return AXES.every(([at, size]) => outer[at] <= inner[at] && inner[at] + inner[size] <= outer[at] + outer[size]);
}

/** The largest cuboids of a cavity on each side of what lies in it. */
function around(cavity: Cavity, solid: Cavity): readonly Cavity[] {
  return AXES.flatMap(([at, size]) => {
    const before = solid[at] - cavity[at];
    const behind = solid[at] + solid[size];
    const after = cavity[at] + cavity[size] - behind;
    return [
      ...(before > 0 ? [{ ...cavity, [size]: before }] : []),
      ...(after > 0 ? [{ ...cavity, [at]: behind, [size]: after }] : []),
    ];
  });
}
