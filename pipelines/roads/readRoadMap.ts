import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { isRoad, type RoadMap, type RoadWay, type Tags, type TurnRestriction } from '../../core/roads/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { scanOsmPbf } from './osmPbf.ts';
import { BadMap, type OsmMember, type OsmVisitor } from './osmVisitor.ts';
import { scanOsmXml } from './osmXml.ts';

interface DrawnWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags: Tags;
}
interface Drawn {
  readonly ways: DrawnWay[];
  readonly relations: { readonly members: readonly OsmMember[]; readonly tags: Tags }[];
}

/**
 * Reads the roads of an OpenStreetMap extract, .osm or .osm.pbf, plain or gzip. The file is read twice, first its ways and then the
 * nodes on them, so that only roads are held. The error is one sentence about the file.
 */
export async function readRoadMap(path: string): Promise<Result<RoadMap, string>> {
  const drawn: Drawn = { ways: [], relations: [] };
  const nodes = new NodeTable();
  try {
    await scan(path, {
      way(id, refs, tags) {
        if (isRoad(tags)) drawn.ways.push({ id, refs, tags });
      },
      relation(_, members, tags) {
        if (tags.get('type')?.startsWith('restriction') === true) drawn.relations.push({ members, tags });
      },
    });
    if (drawn.ways.length === 0) return err(`${path} has no roads`);
    nodes.list(drawn.ways);
    await scan(path, { node: (id, latitude, longitude, tags) => nodes.fill(id, latitude, longitude, tags) });
  } catch (cause) {
    if (cause instanceof BadMap) return err(`${path} ${cause.message}`);
    return err(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const { latitude, longitude, barriers } = nodes;
  const ways = drawn.ways.flatMap((way) => wholeParts(way, nodes));
  const restrictions = drawn.relations.flatMap(({ members, tags }) => readRestriction(members, tags, nodes));
  return ok({ latitude, longitude, ways, restrictions, barriers });
}

async function scan(path: string, visitor: OsmVisitor): Promise<void> {
  const file = createReadStream(path, { highWaterMark: 2 ** 20 });
  const name = path.toLowerCase();
  const bytes = name.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  file.once('error', (fault) => bytes.destroy(fault));
  try {
    if (/\.pbf(\.gz)?$/.test(name)) await scanOsmPbf(bytes, visitor);
    else await scanOsmXml(texts(bytes), visitor);
  } finally {
    file.destroy();
    bytes.destroy();
  }
}

async function* texts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The nodes of roads, numbered by rising id, with coordinates once they were met. */
class NodeTable {
  latitude = new Float64Array(0);
  longitude = new Float64Array(0);
  readonly barriers = new Map<number, Tags>();
  #ids = new Float64Array(0);

  list(ways: readonly DrawnWay[]): void {
    this.#ids = Float64Array.from(new Set(ways.flatMap(({ refs }) => refs))).sort();
    this.latitude = new Float64Array(this.#ids.length).fill(Number.NaN);
    this.longitude = new Float64Array(this.#ids.length).fill(Number.NaN);
  }

  fill(id: number, latitude: number, longitude: number, tags: Tags): void {
    const node = this.indexOf(id);
    if (node === -1) return;
    this.latitude[node] = latitude;
    this.longitude[node] = longitude;
    if (tags.has('barrier')) this.barriers.set(node, tags);
  }

  indexOf(id: number): number {
    let [low, high] = [0, this.#ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ids[middle] as number;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  isKnown(node: number): boolean {
    return !Number.isNaN(this.latitude[node]);
  }
}

/** A way as the parts of it whose nodes are in the extract, which may cut it at its border. */
function wholeParts({ id, refs, tags }: DrawnWay, nodes: NodeTable): RoadWay[] {
  const parts: number[][] = [[]];
  for (const node of refs.map((ref) => nodes.indexOf(ref))) {
    if (nodes.isKnown(node)) parts.at(-1)?.push(node);
    else parts.push([]);
  }
  return parts.filter((part) => part.length > 1).map((part) => ({ id, nodes: part, tags }));
}

const RESTRICTION = /^(no|only)_/;

/** The turn restrictions of a relation (OSM wiki, "Relation:restriction"); those that hold at some hours only are left out. */
function readRestriction(members: readonly OsmMember[], tags: Tags, nodes: NodeTable): TurnRestriction[] {
  const key = [...tags.keys()].find((name) => /^restriction(:\w+)?$/.test(name) && name !== 'restriction:conditional');
  const kind = RESTRICTION.exec(tags.get(key ?? '') ?? '')?.[1];
  if (key === undefined || (kind !== 'no' && kind !== 'only')) return [];
  const of = (role: string, type: string) =>
    members.filter((member) => member.role === role && member.type === type).map(({ ref }) => ref);
  const [node] = of('via', 'node');
  const ways = of('via', 'way');
  const index = node === undefined ? -1 : nodes.indexOf(node);
  if (index === -1 && ways.length === 0) return [];
  const via = index === -1 ? { ways } : { node: index };
  const suffix = /:(\w+)$/.exec(key)?.[1] ?? /:(\w+)$/.exec(tags.get('type') ?? '')?.[1];
  const except = tags.get('except')?.split(/\s*;\s*/) ?? [];
  return of('from', 'way').flatMap((from) =>
    of('to', 'way').map((to) => ({
      kind,
      from,
      via,
      to,
      except,
      ...(suffix === undefined ? {} : { vehicle: suffix }),
    })),
  );
}
