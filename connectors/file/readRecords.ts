import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from './csv.ts';
import { LineJudge } from './judge.ts';
import type { FileMapping } from './mapping.ts';
import { type OrderGroup, OrderGroups } from './orderGroups.ts';
import { readRows } from './rows.ts';
import { type Converted, type Reading, toDocuments } from './toDocuments.ts';

/** One order of a file, and what became of its lines. */
export type FileRecord = Converted & {
  /** How many records were read with this one: give it as `after` to go on behind it. */
  readonly position: number;
  readonly order: string;
  /** The lines of the file that it was read from; lines of other orders may stand between. */
  readonly lineFrom: number;
  readonly lineTo: number;
  /** The message that the connector's topic `order-lines` decodes to the same documents, for storing and replay. */
  readonly raw: OrderLinesMessage;
};

/** The lines of one order and the mapping that reads them. */
export type OrderLinesMessage = {
  readonly mapping: string;
  readonly order: string;
  readonly rows: OrderGroup['rows'];
};

/**
 * Reads a file of orders (gzip or not, told by its first bytes; UTF-8) as records, in bounded memory. The records and
 * their positions are the same each time; `after` skips so many of them, which a process that was stopped gives to go
 * on where it was. Throws UnreadableFile where the file cannot be read on.
 */
export async function* readRecords(
  stream: Readable,
  mapping: FileMapping,
  { after = 0 }: { readonly after?: number } = {},
): AsyncIterable<FileRecord> {
  const groups = new OrderGroups(mapping.openOrders);
  const reader = new RecordReader(mapping, after);
  for await (const rows of readRows(texts(stream), mapping)) {
    for (const row of rows) for (const group of groups.push(row)) yield* reader.read(group);
  }
  for (const group of groups.end()) yield* reader.read(group);
}

class RecordReader {
  readonly #mapping: FileMapping;
  readonly #after: number;
  readonly #reading: Reading;
  readonly #products = new Set<string>();
  #position = 0;

  constructor(mapping: FileMapping, after: number) {
    this.#mapping = mapping;
    this.#after = after;
    this.#reading = { judge: new LineJudge(mapping), isNewProduct: (sku) => this.#isNew(sku) };
  }

  *read(group: OrderGroup): Iterable<FileRecord> {
    const position = ++this.#position;
    const converted = toDocuments(group, this.#mapping, this.#reading);
    if (position <= this.#after) return;
    const lines = group.rows.map(({ line }) => line);
    yield {
      ...converted,
      position,
      order: group.order,
      lineFrom: lines[0] ?? 0,
      lineTo: lines.at(-1) ?? 0,
      raw: { mapping: this.#mapping.id, order: group.order, rows: group.rows },
    };
  }

  /** Of a product that many orders name, one document is enough. */
  #isNew(sku: string): boolean {
    if (this.#products.has(sku)) return false;
    // A copy: a slice would keep the whole chunk of the file that it is from.
    this.#products.add(Buffer.from(sku).toString());
    return true;
  }
}

const GZIP = 0x8b1f;

async function* texts(stream: Readable): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: false });
  for await (const bytes of unzipped(stream)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function* unzipped(stream: Readable): AsyncIterable<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    let head = Buffer.alloc(0);
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head = Buffer.concat([head, next.value]);
      if (head.length >= 2) break;
    }
    const isGzip = head.length >= 2 && head.readUInt16LE(0) === GZIP;
    const whole = chained(head, chunks);
    yield* isGzip ? gunzipped(whole) : whole;
  } finally {
    stream.destroy();
  }
}

async function* gunzipped(bytes: AsyncIterable<Buffer>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 2 ** 17 });
  const source = Readable.from(bytes);
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!code.startsWith('Z_')) throw error;
    throw new UnreadableFile('the gzip file is damaged or cut off');
  }
}

async function* chained(first: Buffer, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
