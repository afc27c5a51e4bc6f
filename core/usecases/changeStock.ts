import {
  type LotId,
  overPromised,
  type Place,
  type StockBalance,
  type StockEntryKind,
  type StockRejection,
} from '../inventory/index.ts';
import type { IdSource, Transaction } from '../ports/index.ts';
import type { ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { type OpenedStock, openKey, type StockName, type UnknownName } from './openStock.ts';
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
  | UnknownName
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
  /** What brought them: a delivery note, a purchase order. */
  readonly reference: string;
  /** Into inspection instead of on hand. */
  readonly toQuality?: boolean | undefined;
  readonly unitCostMinor?: number | undefined;
  readonly isSerial?: boolean | undefined;
  /** Calendar day, of a lot that is new. */
  readonly expiresOn?: string | undefined;
  readonly actor: string;
};

/** Books goods in, on hand or for inspection, into a bin and as a lot or a serial number when these are named. */
export function receiveStock(command: ReceiveCommand, { unitOfWork, ids, now }: Environment): Answer {
  const { toQuality, quantity, unitCostMinor = null, actor } = command;
  return unitOfWork.transaction(async (tx) => {
    const opened = await openKey(tx, { ...command, lot: undefined }, ids, now());
    if (!opened.ok) return opened;
    const movement = { quantity, reference: `receipt/${command.reference}`, unitCostMinor, actor };
    if (toQuality) return book(tx, opened.value, { kind: 'receive-quality', ...movement });
    const lot = await lotOf(tx, opened.value, command, ids);
    if (!lot.ok) return lot;
    const place = { bin: opened.value.place?.bin ?? null, lot: lot.value };
    return book(tx, opened.value, { kind: 'receive', ...movement, place });
  });
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
