import {
  type LotId,
  overPromised,
  type Place,
  type StockBalance,
  type StockEntryKind,
  type StockKey,
  type StockRejection,
  type UnitRejection,
} from '../inventory/index.ts';
import type { IdSource, StoredIncoming, Transaction } from '../ports/index.ts';
import type { ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { baseUnits, type OpenedStock, openKey, type StockName, type UnknownName } from './openStock.ts';
import type { Environment } from './operateStock.ts';

/** What a person or a program may do to the state of units. Promises, picks and transfers have commands of their own. */
export const STATE_CHANGES = ['damage', 'repair', 'scrap', 'hold', 'pass', 'reject'] as const;
export type StateChange = (typeof STATE_CHANGES)[number];

export type ChangeStateCommand = StockName & {
  readonly change: StateChange;
  readonly quantity: number;
  readonly reason: string;
  readonly actor: string;
};

export type StateRefusal =
  | { readonly code: 'unknown-incoming' | 'other-incoming'; readonly incoming: string }
  | { readonly code: 'more-than-incoming'; readonly have: number; readonly want: number }
  | UnknownName
  | UnitRejection
  | StockRejection
  | { readonly code: 'serial-there-already'; readonly lot: string };
/** `overPromised`: by how many units the promises now exceed what is on hand. */
export type StateAnswer = StockBalance & { readonly overPromised: number };
type Answer = Promise<Result<StateAnswer, StateRefusal>>;

/** Moves units between on hand, damaged and quality, or writes damaged ones off. */
export function changeState(
  { change, quantity, reason, actor, ...name }: ChangeStateCommand,
  { unitOfWork, ids, now }: Environment,
): Answer {
  return unitOfWork.transaction(async (tx) => {
    const opened = await openKey(tx, name, ids, now());
    if (!opened.ok) return opened;
    const { place } = opened.value;
    return book(tx, opened.value, { kind: change, quantity, reference: `${change}/${reason}`, place, reason, actor });
  });
}

export type ReceiveCommand = StockName & {
  readonly quantity: number;
  /** The unit of the quantity; base units without it. A cost is of a base unit. */
  readonly unit?: string | undefined;
  /** What brought them: a delivery note, a purchase order. */
  readonly reference: string;
  /** What was to come: its open units become fewer, and its cost is taken where none is given. */
  readonly incoming?: string | undefined;
  /** Into inspection instead of on hand. */
  readonly toQuality?: boolean | undefined;
  readonly unitCostMinor?: number | undefined;
  readonly isSerial?: boolean | undefined;
  /** Calendar day, of a lot that is new. */
  readonly expiresOn?: string | undefined;
  readonly actor: string;
};

/** Books goods in, on hand or for inspection, into a bin and as a lot or a serial number when these are named. */
export function receiveStock(command: ReceiveCommand, environment: Environment): Answer {
  const { toQuality, incoming, actor } = command;
  return environment.unitOfWork.transaction(async (tx) => {
    const receipt = await openReceipt(tx, command, environment);
    if (!receipt.ok) return receipt;
    const { opened, place, quantity, unitCostMinor } = receipt.value;
    if (incoming !== undefined) await tx.inventory.receiveIncoming(incoming, quantity);
    const movement = { quantity, reference: `receipt/${command.reference}`, unitCostMinor, actor };
    if (toQuality) return book(tx, opened, { kind: 'receive-quality', ...movement });
    return book(tx, opened, { kind: 'receive', ...movement, place });
  });
}

type Receipt = {
  readonly opened: OpenedStock;
  /** Base units. */
  readonly quantity: number;
  readonly place: Place;
  readonly unitCostMinor: number | null;
};

/** What a receipt is about, and every reason why it is refused. */
async function openReceipt(
  tx: Transaction,
  command: ReceiveCommand,
  { ids, now }: Environment,
): Promise<Result<Receipt, StateRefusal>> {
  const opened = await openKey(tx, { ...command, lot: undefined }, ids, now());
  if (!opened.ok) return opened;
  const { key, place } = opened.value;
  const units = await baseUnits(tx, key, command.quantity, command.unit);
  if (!units.ok) return units;
  const quantity = units.value;
  const due = await openIncoming(tx, { ...command, quantity }, key);
  if (!due.ok) return due;
  const lot = command.toQuality ? ok(null) : await lotOf(tx, opened.value, { ...command, quantity }, ids);
  if (!lot.ok) return lot;
  const unitCostMinor = command.unitCostMinor ?? due.value?.unitCostMinor ?? null;
  return ok({ opened: opened.value, place: { bin: place?.bin ?? null, lot: lot.value }, quantity, unitCostMinor });
}

const isSameStock = (a: StockKey, b: StockKey): boolean => a.product === b.product && a.location === b.location;

async function openIncoming(
  tx: Transaction,
  { incoming, quantity }: ReceiveCommand,
  key: StockKey,
): Promise<Result<StoredIncoming | null, StateRefusal>> {
  if (incoming === undefined) return ok(null);
  const due = await tx.inventory.incoming(incoming);
  if (!due) return err({ code: 'unknown-incoming', incoming });
  if (!isSameStock(due, key)) return err({ code: 'other-incoming', incoming });
  if (due.open < quantity) return err({ code: 'more-than-incoming', have: due.open, want: quantity });
  return ok(due);
}

/** The lot that is named, added when it is new. A serial number is one unit, and lies in one place. */
async function lotOf(
  tx: Transaction,
  { batch, key: { product } }: OpenedStock,
  { lot: code, quantity, isSerial = false, expiresOn }: ReceiveCommand,
  ids: IdSource,
): Promise<Result<LotId | null, StateRefusal>> {
  if (code === undefined) return ok(null);
  const known = await tx.inventory.lot(product, code);
  const isOne = known?.isSerial ?? isSerial;
  if (isOne && (quantity > 1 || isOnShelf(batch, product, known?.id ?? null)))
    return err({ code: 'serial-there-already', lot: code });
  if (known) return ok(known.id);
  const id = ids.next() as LotId;
  await tx.inventory.addLot(product, { id, code, isSerial, expiresOn: expiresOn ?? null });
  return ok(id);
}

function isOnShelf({ shelf, locations }: Batch, product: ProductId, lot: LotId | null): boolean {
  return locations.some(({ id }) =>
    shelf.places({ product, location: id }).some((place) => place.lot === lot && place.quantity > 0),
  );
}

type Movement = {
  readonly kind: StockEntryKind;
  readonly quantity: number;
  readonly reference: string;
  readonly place?: Place | null;
  readonly reason?: string;
  readonly actor: string;
  readonly unitCostMinor?: number | null;
};

async function book(
  tx: Transaction,
  { batch, key }: OpenedStock,
  { kind, quantity, reference, ...more }: Movement,
): Answer {
  const moved = batch.shelf.move(kind, key, quantity, reference, more);
  if (!moved.ok) return moved;
  const rose = moved.value.onHand > 0;
  batch.outbox.push({ topic: 'stock.changed', entity: key.product, origin: null, body: { rose } });
  await tx.save(batch.changes());
  const { onHand, reserved, allocated, picked, damaged, quality, inTransit } = batch.shelf.balance(key);
  const balance = { onHand, reserved, allocated, picked, damaged, quality, inTransit };
  return ok({ ...balance, overPromised: overPromised(balance) });
}
