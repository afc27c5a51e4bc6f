import type { LoadingAnswer, LoadingCase } from '../documents/loadingCase.ts';

type Load = LoadingAnswer['loads'][number];
type Box = Load['boxes'][number];

/** Boxes that are loaded together: alike, lying alike, one after the other. */
interface Step {
  readonly boxes: readonly Box[];
  readonly before: readonly Box[];
}

const WIDTH = 460;
const HEIGHT = 320;
const COLUMNS = 3;
const TITLE = 42;
/** One colour for each stop, far apart for the colour-blind as well (Okabe and Ito 2008). */
const COLOURS = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7'];

/**
 * Draws a load for the person who loads it, as one SVG with a picture for each step: what is in already in gray, what is put in now
 * in the colour of its stop, seen from the door side. Boxes that are alike and follow one another are one step.
 */
export function drawLoad(given: LoadingCase, load: Load): string {
  const vehicle = given.vehicles.find(({ id }) => id === load.vehicle);
  const room = vehicle?.compartments.find(({ id }) => id === load.compartment);
  if (room === undefined) throw new Error(`${load.vehicle} ${load.compartment} is not in the case`);
  const steps = stepsOf(load.boxes);
  const rows = Math.max(1, Math.ceil(steps.length / COLUMNS));
  const stops = new Map(given.items.map(({ id, stop }) => [id, stop]));
  const project = projection(room);
  const pictures = steps.map((step, k) => {
    const [x, y] = [(k % COLUMNS) * WIDTH, TITLE + Math.floor(k / COLUMNS) * HEIGHT];
    return `<g transform="translate(${x} ${y})">${picture(step, k + 1, { room, stops, project })}</g>`;
  });
  const title = `${load.vehicle} ${load.number}, ${load.compartment}: ${load.boxes.length} boxes in ${steps.length} steps`;
  const size = `width="${COLUMNS * WIDTH}" height="${TITLE + rows * HEIGHT}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="13" stroke-linejoin="round">`,
    `<rect width="100%" height="100%" fill="#fff"/><text x="12" y="27" font-size="18">${escaped(title)}</text>`,
    ...pictures,
    '</svg>\n',
  ].join('\n');
}

function stepsOf(boxes: readonly Box[]): Step[] {
  const steps: Step[] = [];
  let group: Box[] = [];
  boxes.forEach((box, k) => {
    group.push(box);
    const next = boxes[k + 1];
    if (next !== undefined && isAlike(box, next)) return;
    steps.push({ boxes: group, before: boxes.slice(0, k + 1 - group.length) });
    group = [];
  });
  return steps;
}

const isAlike = (a: Box, b: Box): boolean =>
  a.item === b.item && a.length === b.length && a.width === b.width && a.height === b.height;

type Room = LoadingCase['vehicles'][number]['compartments'][number];
type Project = (x: number, y: number, z: number) => readonly [number, number];

const COS = Math.cos(Math.PI / 6);

/** An isometric view with the door to the lower right, as large as the picture allows. */
function projection({ length, width, height }: Room): Project {
  const scale = Math.min((WIDTH - 30) / ((length + width) * COS), (HEIGHT - 60) / ((length + width) / 2 + height));
  return (x, y, z) => [15 + (x + width - y) * COS * scale, 45 + ((x + y) / 2 + height - z) * scale];
}

interface Scene {
  readonly room: Room;
  readonly stops: ReadonlyMap<string, number>;
  readonly project: Project;
}

function picture({ boxes, before }: Step, number: number, { room, stops, project }: Scene): string {
  const [box] = boxes;
  if (box === undefined) return '';
  const stop = stops.get(box.item) ?? 1;
  const colour = COLOURS[(stop - 1) % COLOURS.length] ?? '#888';
  const fresh = new Set(boxes);
  const drawn = backToFront([...before, ...boxes]);
  const label = `${number}. ${boxes.length} × ${box.item}, ${box.length} × ${box.width} × ${box.height}, stop ${stop}`;
  const at = `x ${box.x}, y ${box.y}, z ${box.z}`;
  return [
    `<text x="12" y="18">${escaped(label)}</text><text x="12" y="34" fill="#555">${at}</text>`,
    outline(room, project),
    ...drawn.map((entry) => cuboid(entry, fresh.has(entry) ? colour : '#ddd', project)),
  ].join('');
}

/** Boxes farther from the eye first: the eye is at the door, to the right and above, so what is before on any axis is behind. */
function backToFront(boxes: readonly Box[]): Box[] {
  const isBehind = (a: Box, b: Box) =>
    a !== b && (a.x + a.length <= b.x || a.y + a.width <= b.y || a.z + a.height <= b.z) && !isApart(b, a);
  const left = [...boxes];
  const ordered: Box[] = [];
  while (left.length > 0) {
    const free = left.findIndex((box) => !left.some((other) => isBehind(other, box)));
    ordered.push(...left.splice(Math.max(0, free), 1));
  }
  return ordered;
}

/** Whether the first is before the second on some axis as well, so that neither hides the other. */
const isApart = (a: Box, b: Box): boolean => a.x + a.length <= b.x || a.y + a.width <= b.y || a.z + a.height <= b.z;

function outline({ length, width, height }: Room, project: Project): string {
  const floor = polygon([project(0, 0, 0), project(length, 0, 0), project(length, width, 0), project(0, width, 0)]);
  const wall = polygon([project(0, 0, 0), project(0, width, 0), project(0, width, height), project(0, 0, height)]);
  const side = polygon([project(0, 0, 0), project(length, 0, 0), project(length, 0, height), project(0, 0, height)]);
  return `<g fill="none" stroke="#999">${floor}${wall}${side}</g>`;
}

function cuboid({ x, y, z, length, width, height }: Box, fill: string, project: Project): string {
  const [ex, ey, ez] = [x + length, y + width, z + height];
  const top = polygon([project(x, y, ez), project(ex, y, ez), project(ex, ey, ez), project(x, ey, ez)]);
  const door = polygon([project(ex, y, z), project(ex, ey, z), project(ex, ey, ez), project(ex, y, ez)]);
  const side = polygon([project(x, ey, z), project(ex, ey, z), project(ex, ey, ez), project(x, ey, ez)]);
  return `<g fill="${fill}" stroke="#333" stroke-width=".6">${top}${door}${side}</g>`;
}

const polygon = (points: readonly (readonly [number, number])[]): string =>
  `<polygon points="${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}"/>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
