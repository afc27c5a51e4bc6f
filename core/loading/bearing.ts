/** A box as it lies: its corner and its extents along the length, width and height of its compartment. */
export interface LyingBox {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

/** The area with which one box lies on the top of another; 0 when it does not. */
export function overlapArea(lower: LyingBox, upper: LyingBox): number {
  if (upper.z !== lower.z + lower.height) return 0;
  const dx = Math.min(lower.x + lower.length, upper.x + upper.length) - Math.max(lower.x, upper.x);
  const dy = Math.min(lower.y + lower.width, upper.y + upper.width) - Math.max(lower.y, upper.y);
  return dx > 0 && dy > 0 ? dx * dy : 0;
}

/** The part of a box's base that lies on the floor or on tops. */
export function supportOf(box: LyingBox, boxes: readonly LyingBox[]): number {
  if (box.z === 0) return 1;
  return boxes.reduce((sum, other) => sum + overlapArea(other, box), 0) / (box.length * box.width);
}

/** What each box bears: the boxes on it, and what those bear, shared among all that a box lies on by the areas. */
export function bearingOf(boxes: readonly LyingBox[], weightOf: (box: number) => number): number[] {
  const borne = boxes.map(() => 0);
  const fromTop = [...boxes.keys()].sort((a, b) => (boxes[b]?.z ?? 0) - (boxes[a]?.z ?? 0));
  for (const k of fromTop) {
    const upper = boxes[k] as LyingBox;
    const areas = boxes.map((lower) => overlapArea(lower, upper));
    const whole = areas.reduce((sum, area) => sum + area, 0);
    const weight = weightOf(k) + (borne[k] as number);
    areas.forEach((area, lower) => {
      if (area > 0) borne[lower] = (borne[lower] as number) + (weight * area) / whole;
    });
  }
  return borne;
}
