import { inflateSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { BadMap, type OsmVisitor } from './osmVisitor.ts';
import { readPrimitiveBlock } from './primitiveBlock.ts';

/** Limits of the format (OSM wiki, "PBF Format"): a header stays below 64 KiB, a block below 32 MiB. */
const MOST_HEADER = 64 * 1024;
const MOST_BLOCK = 32 * 1024 * 1024;

/** What a reader must understand for the roads to be read. */
const KNOWN = new Set(['OsmSchema-V0.6', 'DenseNodes', 'HistoricalInformation']);

/** Reads an OSM PBF file from its bytes. Throws BadMap when it is something else or ends early. */
export async function scanOsmPbf(chunks: AsyncIterable<Uint8Array>, visitor: OsmVisitor): Promise<void> {
  const bytes = new ByteQueue(chunks);
  const first = await nextBlob(bytes);
  if (first === undefined) throw new BadMap('is empty');
  if (first.type !== 'OSMHeader') throw new BadMap('is no OSM PBF: it does not begin with its header');
  checkFeatures(openBlob(first.blob));
  for (let next = await nextBlob(bytes); next !== undefined; next = await nextBlob(bytes)) {
    if (next.type === 'OSMData') readPrimitiveBlock(openBlob(next.blob), visitor);
  }
}

async function nextBlob(bytes: ByteQueue): Promise<{ type: string; blob: Uint8Array } | undefined> {
  const length = await bytes.take(4);
  if (length === undefined) return undefined;
  const size = new DataView(length.buffer, length.byteOffset, 4).getUint32(0);
  if (size === 0 || size > MOST_HEADER) throw new BadMap('is no OSM PBF: the header of a block has no possible size');
  const header = readBlobHeader(await bytes.need(size));
  if (header.size > MOST_BLOCK) throw new BadMap('has a block that is larger than 32 MiB');
  return { type: header.type, blob: await bytes.need(header.size) };
}

function readBlobHeader(bytes: Uint8Array): { type: string; size: number } {
  const found = new PbfReader(bytes).readFields(
    (tag, header, pbf) => {
      if (tag === 1) header.type = pbf.readString();
      if (tag === 3) header.size = pbf.readVarint();
    },
    { type: '', size: -1 },
  );
  if (found.size < 0) throw new BadMap('is no OSM PBF: a block has no size');
  return found;
}

function openBlob(bytes: Uint8Array): Uint8Array {
  const blob: { raw?: Uint8Array; zlib?: Uint8Array; size: number } = { size: -1 };
  new PbfReader(bytes).readFields((tag, into, pbf) => {
    if (tag === 1) into.raw = pbf.readBytes();
    if (tag === 2) into.size = pbf.readVarint();
    if (tag === 3) into.zlib = pbf.readBytes();
  }, blob);
  if (blob.raw !== undefined) return blob.raw;
  if (blob.zlib === undefined) throw new BadMap('is packed by a method other than zlib');
  const plain = inflateSync(blob.zlib, { maxOutputLength: MOST_BLOCK });
  if (plain.length !== blob.size) throw new BadMap('has a block that is not as long as it says');
  return plain;
}

function checkFeatures(bytes: Uint8Array): void {
  const required: string[] = [];
  new PbfReader(bytes).readFields((tag, list, pbf) => {
    if (tag === 4) list.push(pbf.readString());
  }, required);
  const unknown = required.find((feature) => !KNOWN.has(feature));
  if (unknown !== undefined) throw new BadMap(`needs ${unknown} to be read, which is not known here`);
}

/** Takes exact numbers of bytes from chunks. */
class ByteQueue {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** So many bytes; undefined when there are none left at all. */
  async take(count: number): Promise<Uint8Array | undefined> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const next = await this.#chunks.next();
      if (next.done === true) break;
      parts.push(next.value);
      length += next.value.length;
    }
    this.#held = parts.length === 1 ? this.#held : Buffer.concat(parts);
    if (length === 0) return undefined;
    if (length < count) throw new BadMap('is not whole: it ends within a block');
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async need(count: number): Promise<Uint8Array> {
    const taken = await this.take(count);
    if (taken === undefined) throw new BadMap('is not whole: it ends within a block');
    return taken;
  }
}
