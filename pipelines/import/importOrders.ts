import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FileMapping, type FileRecord, readRecords } from '../../connectors/file/index.ts';
import { type Arrival, PARTITIONS, type Received } from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { partitionOf } from '../../core/shared/partition.ts';
import { applyMessage, openBatch } from '../../core/usecases/applyIncoming.ts';
import { applyPartition, type InboxContext } from '../inbox/applyInbox.ts';

export type ImportContext = {
  readonly inbox: InboxContext;
  readonly receive: (arrivals: readonly Arrival[]) => Promise<readonly Received[]>;
  readonly signal: AbortSignal;
  readonly onProgress: (lines: number) => void;
};

/** Every line of the file accounted for: read = applied + ignored + parked. */
export type ImportReport = {
  readonly read: number;
  readonly applied: number;
  readonly ignored: Readonly<Record<string, number>>;
  readonly parked: Readonly<Record<string, number>>;
  readonly orders: number;
  readonly returns: number;
  /** Messages that an earlier import of the same content had brought already. */
  readonly known: number;
};

const BATCH = 200;
const encoder = new TextEncoder();

/**
 * Brings a file of orders into the hub: each order is an inbox message named by its content, behind all live work, and
 * is applied from there. A stopped import is started again from the beginning and passes over what it finds: the end
 * state is the same, and a second import of the same file changes nothing.
 */
export async function importOrders(
  path: string,
  mapping: FileMapping,
  connection: ConnectionId,
  context: ImportContext,
): Promise<ImportReport> {
  const tally = new Tally();
  let isRead = false;
  const applying = drain(context, () => isRead);
  try {
    for await (const batch of batches(readRecords(createReadStream(path), mapping))) {
      context.signal.throwIfAborted();
      await bringProducts(batch, connection, context);
      const received = await context.receive(batch.map((record) => arrivalOf(record, mapping, connection)));
      for (const [i, record] of batch.entries()) tally.add(record, received[i]?.duplicate === true);
      context.onProgress(tally.read);
    }
  } finally {
    isRead = true;
    await applying;
  }
  return tally.report();
}

/** Products come before the orders of other partitions that name them; a known one stays as it is. */
async function bringProducts(
  batch: readonly FileRecord[],
  connection: ConnectionId,
  { inbox }: ImportContext,
): Promise<void> {
  const records = batch.flatMap(({ documents }) => documents.filter(({ name }) => name === 'product'));
  const from = inbox.connections.byId(connection);
  if (records.length === 0 || !from) return;
  const sender = { id: from.id, name: from.name, isStockSource: from.isStockSource };
  await inbox.unitOfWork.transaction(async (tx) => {
    const incoming = { message: '', sender, records };
    const opened = await openBatch(tx, [incoming], inbox.ids, inbox.clock.now());
    applyMessage(opened, incoming);
    await tx.save(opened.changes());
  });
}

async function* batches(records: AsyncIterable<FileRecord>): AsyncIterable<readonly FileRecord[]> {
  let batch: FileRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function arrivalOf({ order, raw }: FileRecord, mapping: FileMapping, connection: ConnectionId): Arrival {
  const text = JSON.stringify(raw);
  const subject = `order/${order}`;
  return {
    connection,
    messageId: `${mapping.id}/${createHash('sha256').update(text).digest('base64url')}`,
    topic: 'order-lines',
    subject,
    origin: 'file',
    body: encoder.encode(text),
    partition: partitionOf(connection, subject, PARTITIONS),
    lane: 'backfill',
  };
}

/** Applies what has arrived, in two strands, until the file is read and nothing is left. */
async function drain(context: ImportContext, isRead: () => boolean): Promise<void> {
  await Promise.all([drainEverySecond(0, context, isRead), drainEverySecond(1, context, isRead)]);
}

async function drainEverySecond(first: number, context: ImportContext, isRead: () => boolean): Promise<void> {
  while (!context.signal.aborted) {
    const wasRead = isRead();
    const claimed = await passOver(first, context);
    if (claimed > 0) continue;
    if (wasRead) return;
    await sleep(20);
  }
}

async function passOver(first: number, { inbox, signal }: ImportContext): Promise<number> {
  let claimed = 0;
  for (let partition = first; partition < PARTITIONS && !signal.aborted; partition += 2) {
    claimed += (await applyPartition(partition, inbox)).claimed;
  }
  return claimed;
}

class Tally {
  read = 0;
  #applied = 0;
  #orders = 0;
  #returns = 0;
  #known = 0;
  readonly #ignored = new Map<string, number>();
  readonly #parked = new Map<string, number>();

  add(record: FileRecord, isKnown: boolean): void {
    this.read += record.lines;
    this.#applied += record.applied;
    if (isKnown) this.#known += 1;
    for (const { name } of record.documents) {
      if (name === 'order') this.#orders += 1;
      if (name === 'return') this.#returns += 1;
    }
    count(this.#ignored, record.ignored);
    count(this.#parked, record.parked);
  }

  report(): ImportReport {
    return {
      read: this.read,
      applied: this.#applied,
      ignored: Object.fromEntries(this.#ignored),
      parked: Object.fromEntries(this.#parked),
      orders: this.#orders,
      returns: this.#returns,
      known: this.#known,
    };
  }
}

function count(totals: Map<string, number>, lines: Readonly<Record<string, number>>): void {
  for (const [reason, n] of Object.entries(lines)) totals.set(reason, (totals.get(reason) ?? 0) + n);
}
