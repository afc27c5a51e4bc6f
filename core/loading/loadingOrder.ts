import type { PlacedBox } from './blocks.ts';
import type { BoxKind } from './cargo.ts';

/**
 * Boxes in an order in which they can be loaded through the door: nothing before what is under it or behind it, later stops first, and
 * then from front to door, from the floor up.
 */
export function loadingOrder(boxes: readonly PlacedBox[], kinds: readonly BoxKind[]): PlacedBox[] {
  const stop = ({ kind }: PlacedBox) => (kinds[kind] as BoxKind).stop;
  const wanted = boxes.toSorted((a, b) => stop(b) - stop(a) || a.x - b.x || a.z - b.z || a.y - b.y);
  const waiting = wanted.map((box) => wanted.filter((other) => isBefore(other, box)).length);
  const ordered: PlacedBox[] = [];
  const isDone = wanted.map(() => false);
  while (ordered.length < wanted.length) {
    const free = waiting.findIndex((count, k) => count === 0 && !isDone[k]);
    const next = free === -1 ? isDone.indexOf(false) : free;
    const box = wanted[next] as PlacedBox;
    isDone[next] = true;
    ordered.push(box);
    wanted.forEach((other, k) => {
      if (isBefore(box, other)) waiting[k] = (waiting[k] as number) - 1;
    });
  }
  return ordered;
}

/** Whether a box must be in before another: it lies under it, or behind it as seen from the door. */
function isBefore(a: PlacedBox, b: PlacedBox): boolean {
  const [ax, ay, az] = a.lying;
  const [bx, by, bz] = b.lying;
  const isAlongX = a.x < b.x + bx && b.x < a.x + ax;
  const isAlongY = a.y < b.y + by && b.y < a.y + ay;
  const isAlongZ = a.z < b.z + bz && b.z < a.z + az;
  return isAlongY && ((isAlongX && a.z + az <= b.z) || (isAlongZ && a.x + ax <= b.x));
}
