/** How a box may lie: its extents along the length, width and height of the hold. */
export type Lying = readonly [dx: number, dy: number, dz: number];

/** Boxes that are alike. Lengths are whole numbers of one unit, weights of another. */
export interface BoxKind {
  readonly id: string;
  readonly count: number;
  readonly lyings: readonly Lying[];
  readonly volume: number;
  readonly weight: number;
  /** Where it leaves the vehicle: 1 is the first stop. */
  readonly stop: number;
  /** Nothing that is not fragile may lie on it. */
  readonly isFragile: boolean;
  /** The most that may lie on it. */
  readonly bears: number;
}

/** The axles of a vehicle as two supports: where they stand from the front of the hold, and what each may carry. */
export interface Axles {
  readonly front: { readonly at: number; readonly most: number };
  readonly rear: { readonly at: number; readonly most: number };
}

/** A room to be filled from its front (x = 0) to its door, with the boxes that want to be in it. */
export interface Hold {
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly maxWeight: number;
  readonly axles?: Axles | undefined;
  /** Where the front of the room is, from the point from which axles are measured. */
  readonly offset: number;
  /** What other rooms of the vehicle carry already: it counts towards `maxWeight` and on the axles. */
  readonly carried: { readonly weight: number; readonly moment: number };
}

/** What a load must keep beside the walls. */
export interface Rules {
  /** Every box lies on the floor or on tops of boxes, with its whole base. */
  readonly isSupported: boolean;
  /** Boxes of a stop can be taken out without moving those of later stops. */
  readonly isLastInFirstOut: boolean;
}

export interface Cargo {
  readonly hold: Hold;
  readonly kinds: readonly BoxKind[];
  readonly rules: Rules;
}

/**
 * The different ways to lie of a box whose length, width or height may stand upright. Unturned, the other two sides lie along and across
 * in that order.
 */
export function lyingsOf(
  [length, width, height]: Lying,
  upright: { readonly length: boolean; readonly width: boolean; readonly height: boolean },
  mayTurn: boolean,
): Lying[] {
  const bases: Lying[] = [
    ...(upright.height ? [[length, width, height] as const] : []),
    ...(upright.width ? [[length, height, width] as const] : []),
    ...(upright.length ? [[width, height, length] as const] : []),
  ];
  const all = bases.flatMap(([a, b, c]): Lying[] =>
    mayTurn
      ? [
          [a, b, c],
          [b, a, c],
        ]
      : [[a, b, c]],
  );
  return [...new Map(all.map((lying) => [lying.join(), lying])).values()];
}
