import { PbfReader } from 'pbf';
import { BadMap, type OsmMember, type OsmVisitor } from './osmVisitor.ts';

/** What holds for all elements of a block (osmformat.proto: PrimitiveBlock). Offsets and granularity are in nanodegrees. */
interface Block {
  readonly strings: string[];
  readonly groups: Uint8Array[];
  granularity: number;
  latitudeOffset: number;
  longitudeOffset: number;
}

const NANO = 1e-9;
const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

/** Reads one block of elements. Field numbers are those of osmformat.proto. */
export function readPrimitiveBlock(bytes: Uint8Array, visitor: OsmVisitor): void {
  const block: Block = { strings: [], groups: [], granularity: 100, latitudeOffset: 0, longitudeOffset: 0 };
  new PbfReader(bytes).readFields((tag, into, pbf) => {
    if (tag === 1) pbf.readMessage(readStrings, into.strings);
    if (tag === 2) into.groups.push(pbf.readBytes());
    if (tag === 17) into.granularity = pbf.readVarint(true);
    if (tag === 19) into.latitudeOffset = pbf.readVarint(true);
    if (tag === 20) into.longitudeOffset = pbf.readVarint(true);
  }, block);
  for (const group of block.groups) {
    new PbfReader(group).readFields((tag, _, pbf) => {
      const kind = ELEMENTS[tag];
      if (kind !== undefined && visitor[kind.told] !== undefined) kind.read(pbf.readBytes(), block, visitor);
    }, undefined);
  }
}

function readStrings(tag: number, strings: string[], pbf: PbfReader): void {
  if (tag === 1) strings.push(pbf.readString());
}

function readNode(bytes: Uint8Array, block: Block, visitor: OsmVisitor): void {
  const keys: number[] = [];
  const values: number[] = [];
  const node = { id: 0, latitude: 0, longitude: 0 };
  new PbfReader(bytes).readFields((tag, into, pbf) => {
    if (tag === 1) into.id = pbf.readSVarint();
    if (tag === 2) pbf.readPackedVarint(keys);
    if (tag === 3) pbf.readPackedVarint(values);
    if (tag === 8) into.latitude = pbf.readSVarint();
    if (tag === 9) into.longitude = pbf.readSVarint();
  }, node);
  visitor.node?.(node.id, ...degrees(block, node.latitude, node.longitude), tagsOf(block, keys, values));
}

function readDenseNodes(bytes: Uint8Array, block: Block, visitor: OsmVisitor): void {
  const ids: number[] = [];
  const latitudes: number[] = [];
  const longitudes: number[] = [];
  const pairs: number[] = [];
  new PbfReader(bytes).readFields((tag, _, pbf) => {
    if (tag === 1) pbf.readPackedSVarint(ids);
    if (tag === 8) pbf.readPackedSVarint(latitudes);
    if (tag === 9) pbf.readPackedSVarint(longitudes);
    if (tag === 10) pbf.readPackedVarint(pairs);
  }, undefined);
  if (latitudes.length !== ids.length || longitudes.length !== ids.length) {
    throw new BadMap('has a block with more nodes than coordinates');
  }
  let [id, latitude, longitude, at] = [0, 0, 0, 0];
  ids.forEach((step, k) => {
    id += step;
    latitude += latitudes[k] ?? 0;
    longitude += longitudes[k] ?? 0;
    const keys: number[] = [];
    const values: number[] = [];
    for (; at < pairs.length && pairs[at] !== 0; at += 2) {
      keys.push(pairs[at] ?? 0);
      values.push(pairs[at + 1] ?? 0);
    }
    at += 1;
    visitor.node?.(id, ...degrees(block, latitude, longitude), tagsOf(block, keys, values));
  });
}

function readWay(bytes: Uint8Array, block: Block, visitor: OsmVisitor): void {
  const keys: number[] = [];
  const values: number[] = [];
  const steps: number[] = [];
  const way = new PbfReader(bytes).readFields(
    (tag, into, pbf) => {
      if (tag === 1) into.id = pbf.readVarint();
      if (tag === 2) pbf.readPackedVarint(keys);
      if (tag === 3) pbf.readPackedVarint(values);
      if (tag === 8) pbf.readPackedSVarint(steps);
    },
    { id: 0 },
  );
  visitor.way?.(way.id, summed(steps), tagsOf(block, keys, values));
}

function readRelation(bytes: Uint8Array, block: Block, visitor: OsmVisitor): void {
  const keys: number[] = [];
  const values: number[] = [];
  const roles: number[] = [];
  const steps: number[] = [];
  const types: number[] = [];
  const relation = new PbfReader(bytes).readFields(
    (tag, into, pbf) => {
      if (tag === 1) into.id = pbf.readVarint();
      if (tag === 2) pbf.readPackedVarint(keys);
      if (tag === 3) pbf.readPackedVarint(values);
      if (tag === 8) pbf.readPackedVarint(roles);
      if (tag === 9) pbf.readPackedSVarint(steps);
      if (tag === 10) pbf.readPackedVarint(types);
    },
    { id: 0 },
  );
  const members = summed(steps).map((ref, k): OsmMember => {
    const type = MEMBER_TYPES[types[k] ?? 0] ?? 'node';
    return { type, ref, role: textOf(block, roles[k]) };
  });
  visitor.relation?.(relation.id, members, tagsOf(block, keys, values));
}

/** Ids are written as steps from the one before. */
function summed(steps: readonly number[]): number[] {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}

const degrees = (block: Block, latitude: number, longitude: number): [number, number] => [
  NANO * (block.latitudeOffset + block.granularity * latitude),
  NANO * (block.longitudeOffset + block.granularity * longitude),
];

const NO_TAGS: ReadonlyMap<string, string> = new Map();

const tagsOf = (block: Block, keys: readonly number[], values: readonly number[]) =>
  keys.length === 0 ? NO_TAGS : new Map(keys.map((key, k) => [textOf(block, key), textOf(block, values[k])]));

function textOf({ strings }: Block, number: number | undefined): string {
  const text = strings[number ?? -1];
  if (text === undefined) throw new BadMap('has a block that names a text that is not in it');
  return text;
}

/** The kinds of elements by their field in a group. */
const ELEMENTS: {
  readonly [tag: number]: {
    readonly told: keyof OsmVisitor;
    readonly read: (bytes: Uint8Array, block: Block, visitor: OsmVisitor) => void;
  };
} = {
  1: { told: 'node', read: readNode },
  2: { told: 'node', read: readDenseNodes },
  3: { told: 'way', read: readWay },
  4: { told: 'relation', read: readRelation },
};
