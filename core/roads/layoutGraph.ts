import { err, ok, type Result } from '../shared/result.ts';
import { largestComponent } from './largestComponent.ts';
import { offsets, type RoadGraph, type RoadInput, sharedCounts, sharedDoubles } from './roadGraph.ts';
import { expandTurns, type Sides, type TurnGraph, type TurnRule, uTurnRules } from './turns.ts';

/** Junctions by their coordinates in degrees, the roads between them, and what the turns must keep. */
export interface GraphInput {
  readonly latitude: ArrayLike<number>;
  readonly longitude: ArrayLike<number>;
  readonly roads: readonly RoadInput[];
  /** Sides by the number of their road: 2 r along its drawing, 2 r + 1 against it. */
  readonly rules: readonly TurnRule[];
  /** Whether a vehicle may turn round at any junction, or only where nothing else leads on. */
  readonly uTurns: boolean;
}

const LONGEST = 2 ** 32 - 1;

/**
 * Lays out a graph. Only the largest strongly connected part is kept, so that from every road every other can be reached but for
 * turns; the error is one sentence.
 */
export function layoutGraph(input: GraphInput): Result<RoadGraph, string> {
  const isTooLong = input.roads.some(({ forward, backward }) =>
    [forward, backward].some((side) => side !== null && !(side.millimeters <= LONGEST && side.milliseconds <= LONGEST)),
  );
  if (isTooLong) return err(`a road is longer than ${LONGEST} millimeters or milliseconds`);
  const kept = keepComponent(input);
  if (kept.roads.length === 0) return err('there is no road that the vehicle may drive both ways or round');
  const sides = sidesOf(kept);
  const rules = input.uTurns ? kept.rules : [...kept.rules, ...uTurnRules(sides)];
  return ok(toArrays(kept, expandTurns(sides, rules)));
}

function keepComponent(input: GraphInput): GraphInput {
  const tails: number[] = [];
  const heads: number[] = [];
  const add = (tail: number, head: number) => {
    tails.push(tail);
    heads.push(head);
  };
  for (const { from, to, forward, backward } of input.roads) {
    if (forward !== null) add(from, to);
    if (backward !== null) add(to, from);
  }
  const isKept = largestComponent(input.latitude.length, tails, heads);
  const isWhole = ({ from, to, forward, backward }: RoadInput) =>
    isKept[from] === 1 && isKept[to] === 1 && (forward !== null || backward !== null);
  const number = new Map<number, number>();
  const roads: RoadInput[] = [];
  const isOpen = (side: number) => input.roads[side >> 1]?.[side % 2 === 0 ? 'forward' : 'backward'] !== null;
  const junctions = numbering(isKept);
  input.roads.forEach((road, r) => {
    if (!isWhole(road)) return;
    number.set(r, roads.length);
    roads.push({ ...road, from: junctions.of[road.from] as number, to: junctions.of[road.to] as number });
  });
  const pick = (values: ArrayLike<number>) => junctions.kept.map((v) => values[v] as number);
  const rules = input.rules.flatMap((rule) => renumber({ ...rule, last: rule.last.filter(isOpen) }, number));
  return { ...input, latitude: pick(input.latitude), longitude: pick(input.longitude), roads, rules };
}

function numbering(isKept: Uint8Array) {
  const kept: number[] = [];
  const of = new Int32Array(isKept.length).fill(-1);
  isKept.forEach((flag, v) => {
    if (flag === 1) of[v] = kept.push(v) - 1;
  });
  return { kept, of };
}

/** A rule of roads that are left; one whose beginning or whole end is gone binds nobody. */
function renumber(rule: TurnRule, number: ReadonlyMap<number, number>): TurnRule[] {
  const move = (sides: readonly number[]) =>
    sides.flatMap((side) => {
      const road = number.get(side >> 1);
      return road === undefined ? [] : [2 * road + (side & 1)];
    });
  const before = move(rule.before);
  const last = move(rule.last);
  return before.length < rule.before.length || last.length === 0 ? [] : [{ kind: rule.kind, before, last }];
}

function sidesOf({ latitude, roads }: GraphInput): Sides {
  const leaving: number[][] = Array.from({ length: latitude.length }, () => []);
  roads.forEach(({ from, to, forward, backward }, r) => {
    if (forward !== null) leaving[from]?.push(2 * r);
    if (backward !== null) leaving[to]?.push(2 * r + 1);
  });
  const headOf = (side: number) => {
    const road = roads[side >> 1] as RoadInput;
    return side % 2 === 0 ? road.to : road.from;
  };
  return { leaving, headOf };
}

function toArrays({ latitude, longitude, roads }: GraphInput, { junctionOf, arcs }: TurnGraph): RoadGraph {
  const first = offsets(Uint32Array.from(arcs, (out) => out.length));
  const count = first[arcs.length] as number;
  const head = sharedCounts(count);
  const side = sharedCounts(count);
  const millimeters = sharedCounts(count);
  const milliseconds = sharedCounts(count);
  let a = 0;
  for (const out of arcs) {
    for (const arc of out) {
      const road = roads[arc.side >> 1] as RoadInput;
      const cost = arc.side % 2 === 0 ? road.forward : road.backward;
      head[a] = arc.head;
      side[a] = arc.side;
      millimeters[a] = cost?.millimeters ?? 0;
      milliseconds[a] = cost?.milliseconds ?? 0;
      a += 1;
    }
  }
  const share = (values: ArrayLike<number>) => {
    const shared = sharedDoubles(values.length);
    shared.set(values);
    return shared;
  };
  const vertices = sharedCounts(junctionOf.length);
  vertices.set(junctionOf);
  return {
    size: arcs.length,
    junctions: latitude.length,
    junctionOf: vertices,
    latitude: share(latitude),
    longitude: share(longitude),
    first,
    head,
    side,
    millimeters,
    milliseconds,
    ...shapesOf(roads),
  };
}

function shapesOf(roads: readonly RoadInput[]) {
  const shapeFirst = offsets(Uint32Array.from(roads, ({ points }) => points.length));
  const shapeLatitude = sharedDoubles(shapeFirst[roads.length] as number);
  const shapeLongitude = sharedDoubles(shapeFirst[roads.length] as number);
  let p = 0;
  for (const { points } of roads) {
    for (const [latitude, longitude] of points) {
      shapeLatitude[p] = latitude;
      shapeLongitude[p] = longitude;
      p += 1;
    }
  }
  return { shapeFirst, shapeLatitude, shapeLongitude };
}
