import {
  type Arrived,
  type OpenedTransfer,
  type Place,
  type PlacePortion,
  type StockEntry,
  type StockRejection,
  type TransferEvent,
  type TransferRejection,
  toSend,
  transferDecider,
  type Units,
} from '../inventory/index.ts';
import type { StoredTransfer, Transaction, TransferLot, TransferLotMove } from '../ports/index.ts';
import type { LocationId, ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { openStock, type PlaceName, placeOf, productsOfSkus, type UnknownName } from './openStock.ts';
import type { Environment } from './operateStock.ts';
import { checkVersion, type VersionMismatch } from './version.ts';

export type TransferRefusal = TransferRejection | UnknownName | StockRejection | VersionMismatch;
export type TransferAnswer = { readonly id: string; readonly version: number };
type Answer = Promise<Result<TransferAnswer, TransferRefusal>>;

export type SkuUnits = { readonly sku: string; readonly quantity: number };

export type OpenTransferCommand = {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly SkuUnits[];
  /** Calendar day of arrival, for what is promised by date. */
  readonly expectedOn?: string | undefined;
  readonly note?: string | undefined;
  readonly actor: string;
};

/** Asks for units to go from one location to another. Nothing moves yet. */
export function openTransfer(command: OpenTransferCommand, { unitOfWork, ids, now }: Environment): Answer {
  return unitOfWork.transaction(async (tx) => {
    const locations = await tx.locations();
    const [from, to] = [command.from, command.to].map((code) => locations.find((known) => known.code === code)?.id);
    if (!from) return err({ code: 'unknown-location', location: command.from });
    if (!to) return err({ code: 'unknown-location', location: command.to });
    const lines = await unitsOf(tx, command.lines);
    if (!lines.ok) return lines;
    const { actor, expectedOn = null, note = null } = command;
    const open = { type: 'OpenTransfer', at: now(), from, to, lines: lines.value } as const;
    const decided = transferDecider.decide(open, transferDecider.initialState);
    if (!decided.ok) return decided;
    const after = decided.value.reduce(transferDecider.evolve, transferDecider.initialState);
    if (after.status === 'unopened') throw new Error('an opened transfer is open');
    const id = ids.next();
    await tx.inventory.saveTransfer({ id, version: 0, after, events: decided.value, actor, expectedOn, note });
    return ok({ id, version: decided.value.length });
  });
}

async function unitsOf(tx: Transaction, lines: readonly SkuUnits[]): Promise<Result<readonly Units[], UnknownName>> {
  const products = await productsOfSkus(
    tx,
    lines.map(({ sku }) => sku),
  );
  if (!products.ok) return products;
  return ok(lines.map(({ sku, quantity }) => ({ product: products.value.get(sku) as ProductId, quantity })));
}

export type ChangeTransferCommand = {
  readonly id: string;
  /** Guards against what the caller did not see. */
  readonly version?: number | undefined;
  readonly actor: string;
};

/** Sends units: all that is still open, or the lines that are named. They leave the shelf there and are in transit. */
export function sendTransfer(
  command: ChangeTransferCommand & { readonly lines?: readonly (SkuUnits & PlaceName)[] | undefined },
  environment: Environment,
): Answer {
  return change(command, environment, async (tx, { id, transfer }, batch) => {
    const lines = command.lines ? await unitsOf(tx, command.lines) : ok(allOpen(transfer));
    if (!lines.ok) return lines;
    const decided = transferDecider.decide({ type: 'SendTransfer', at: batch.now, lines: lines.value }, transfer);
    if (!decided.ok) return decided;
    const { actor } = command;
    const places = await placesNamed(tx, transfer.from, lines.value, command.lines);
    if (!places.ok) return places;
    const begun = batch.shelf.entries.length;
    const sent = bookSending(batch, { transfer: id, ...transfer, actor }, lines.value, places.value);
    if (!sent.ok) return sent;
    await tx.inventory.moveTransferLots(id, lotsOf(batch.shelf.entries.slice(begun)));
    return decided;
  });
}

/** The lots of units that left a shelf. */
function lotsOf(entries: readonly StockEntry[]): readonly TransferLotMove[] {
  return entries.flatMap(({ kind, product, onHand, detail }) => {
    const lot = detail?.place?.lot ?? null;
    return kind === 'transfer-out' && lot !== null ? [{ product, lot, sent: -onHand, received: 0 }] : [];
  });
}

/** The bins and lots that the lines of a command name at one end of the transfer. */
async function placesNamed(
  tx: Transaction,
  location: LocationId,
  lines: readonly { readonly product: ProductId }[],
  names: readonly PlaceName[] = [],
): Promise<Result<readonly (Place | null)[], UnknownName>> {
  const places: (Place | null)[] = [];
  for (const [i, { product }] of lines.entries()) {
    const place = await placeOf(tx, location, product, names[i] ?? {});
    if (!place.ok) return place;
    places.push(place.value);
  }
  return ok(places);
}

type Sending = Omit<Arrival, 'received'> & { readonly from: LocationId };

function bookSending(
  batch: Batch,
  { transfer, from, to, actor }: Sending,
  lines: readonly Units[],
  places: readonly (Place | null)[],
): Result<void, StockRejection> {
  const reference = `transfer/${transfer}`;
  for (const [i, { product, quantity }] of lines.entries()) {
    const place = places[i] ?? null;
    const out = batch.shelf.move('transfer-out', { product, location: from }, quantity, reference, { place, actor });
    if (!out.ok) return out;
    const due = batch.shelf.move('transit', { product, location: to }, quantity, reference, { actor });
    if (!due.ok) return due;
    batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null });
  }
  return ok(undefined);
}

const allOpen = ({ lines }: OpenedTransfer): readonly Units[] =>
  [...lines].flatMap(([product, line]) => (toSend(line) > 0 ? [{ product, quantity: toSend(line) }] : []));

export type ArrivedSku = Omit<Arrived, 'product'> & { readonly sku: string } & PlaceName;

/** Books what arrived of a transfer: good units, broken ones, and those that are missing, with why. May come in parts. */
export function receiveTransfer(
  command: ChangeTransferCommand & { readonly lines: readonly ArrivedSku[] },
  environment: Environment,
): Answer {
  return change(command, environment, async (tx, { id, transfer }, batch) => {
    const products = await productsOfSkus(
      tx,
      command.lines.map(({ sku }) => sku),
    );
    if (!products.ok) return products;
    const lines = command.lines.map(({ sku, received, damaged, lost, reason }) => ({
      ...{ product: products.value.get(sku) as ProductId, received, damaged, lost, reason },
    }));
    const decided = transferDecider.decide({ type: 'ReceiveTransfer', at: batch.now, lines }, transfer);
    if (!decided.ok) return decided;
    const places = await placesNamed(tx, transfer.to, lines, command.lines);
    if (!places.ok) return places;
    const lots = [...(await tx.inventory.transferLots(id))];
    const moves = lines.flatMap((arrived, i) => {
      const received = placesOf(lots, places.value[i] ?? null, arrived);
      bookArrival(batch, { received, actor: command.actor, transfer: id, to: transfer.to }, arrived);
      return received.flatMap((portion) => lotReceived(arrived, portion) ?? []);
    });
    await tx.inventory.moveTransferLots(id, moves);
    return decided;
  });
}

const lotReceived = ({ product }: Arrived, { lot, quantity }: PlacePortion): TransferLotMove | undefined =>
  lot === null ? undefined : { product, lot, sent: 0, received: quantity };

/** Where received units are put: of the lot that is named, else of the lots that were sent, first expired first. */
function placesOf(lots: TransferLot[], named: Place | null, { product, received }: Arrived): readonly PlacePortion[] {
  const bin = named?.bin ?? null;
  const portions: PlacePortion[] = [];
  let left = received;
  for (const [i, sent] of lots.entries()) {
    if (sent.product !== product || (named?.lot && sent.lot !== named.lot)) continue;
    const quantity = Math.min(left, sent.quantity);
    if (quantity <= 0) continue;
    lots[i] = { ...sent, quantity: sent.quantity - quantity };
    portions.push({ bin, lot: sent.lot, quantity });
    left -= quantity;
  }
  return left > 0 ? [...portions, { bin, lot: named?.lot ?? null, quantity: left }] : portions;
}

type Arrival = {
  readonly transfer: string;
  readonly to: LocationId;
  readonly received: readonly PlacePortion[];
  readonly actor: string;
};

/** The transfer's own ledger has allowed these units, so the shelf cannot refuse them. */
function bookArrival(
  batch: Batch,
  { transfer, to, received: portions, actor }: Arrival,
  { product, received, damaged, lost, reason }: Arrived,
): void {
  const parts = [
    ...portions.map(({ bin, lot, quantity }) => ['transfer-in', quantity, { actor, place: { bin, lot } }] as const),
    ['transit-damaged', damaged, { actor, reason }],
    ['transit-lost', lost, { actor, reason }],
  ] as const;
  for (const [kind, quantity, more] of parts) {
    if (quantity === 0) continue;
    const moved = batch.shelf.move(kind, { product, location: to }, quantity, `transfer/${transfer}`, more);
    if (!moved.ok) throw new Error(`units of a transfer are not in the ledger: ${JSON.stringify(moved.error)}`);
  }
  if (received > 0) batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null, body: { rose: true } });
}

/** Gives up what of a transfer was not sent. What is in transit is still to be received. */
export function cancelTransfer(command: ChangeTransferCommand, environment: Environment): Answer {
  return change(command, environment, async (_, { transfer }, batch) =>
    transferDecider.decide({ type: 'CancelTransfer', at: batch.now }, transfer),
  );
}

type Decide = (
  tx: Transaction,
  stored: StoredTransfer,
  batch: Batch,
) => Promise<Result<readonly TransferEvent[], TransferRefusal>>;

/** Loads and locks a transfer and its stock, decides, and writes both in one transaction. */
function change(
  { id, version, actor }: ChangeTransferCommand,
  { unitOfWork, ids, now }: Environment,
  decide: Decide,
): Answer {
  return unitOfWork.transaction(async (tx) => {
    const stored = await tx.inventory.transfer(id);
    if (!stored) return err({ code: 'unknown-transfer' });
    const isSeen = checkVersion(stored.version, version);
    if (!isSeen.ok) return isSeen;
    const batch = await openStock(tx, [...stored.transfer.lines.keys()], ids, now());
    const decided = await decide(tx, stored, batch);
    if (!decided.ok) return decided;
    const events = decided.value;
    const after = events.reduce(transferDecider.evolve, stored.transfer);
    if (after.status === 'unopened') throw new Error('an opened transfer stays open');
    await tx.save(batch.changes());
    const kept = { expectedOn: null, note: null };
    await tx.inventory.saveTransfer({ id, version: stored.version, after, events, actor, ...kept });
    return ok({ id, version: stored.version + events.length });
  });
}
