import type { OrderDocument } from '../documents/index.ts';
import {
  type EditedDocument,
  editDocument,
  goodsOf,
  type NewLine,
  type OpenOrder,
  type OrderEdits,
  ordered,
  type Portion,
} from '../order/index.ts';
import type { KnownProduct } from '../ports/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder, deallocateCancelled } from './allocateOrder.ts';
import {
  type Changed,
  changeOrder,
  lineNamed,
  type OpenedOrder,
  type OrderRefusal,
  type OrderTarget,
  openOrder,
  refusalOf,
} from './changeOrder.ts';
import type { NamedPortion } from './operateOrder.ts';
import type { Environment } from './operateStock.ts';
import { nameMoney } from './restateOrder.ts';

/** An edit as people write it: lines by their id or external id, with their new quantity; 0 takes a line off. */
export type OrderEdit = Omit<OrderEdits, 'quantities'> & {
  readonly lines: readonly NamedPortion[];
  readonly note?: string | undefined;
};

/**
 * Changes an order after its placement: a new version with recalculated totals, and reserved stock that follows. What the
 * source stated is kept beside it. What was released or shipped is refused by name.
 */
export function editOrder(
  target: OrderTarget,
  edit: OrderEdit,
  environment: Environment,
): Promise<Result<Changed, OrderRefusal>> {
  return changeOrder(target, environment, async (opened) => {
    const open = openOrder(opened.stored);
    if (!open.ok) return open;
    const quantities = new Map<string, number>();
    for (const { line: name, quantity } of edit.lines) {
      const id = lineNamed(open.value, name);
      if (!id.ok) return id;
      quantities.set(open.value.lines.get(id.value)?.externalId ?? name, quantity);
    }
    const edited = editDocument(opened.stored.header.document, { ...edit, quantities });
    if (!edited.ok) {
      const { code, ...detail } = edited.error;
      return err({ code, message: [code.replaceAll('-', ' '), ...Object.values(detail)].join(': ') });
    }
    return applyEdit(opened, open.value, edited.value, edit.note);
  });
}

async function applyEdit(
  { tx, batch, stored }: OpenedOrder,
  order: OpenOrder,
  { document, parts }: EditedDocument,
  note: string | undefined,
): Promise<Result<void, OrderRefusal>> {
  const { header } = stored;
  const { quantities, added: documents } = ledgerChanges(order, document);
  const skus = documents.map(({ sku }) => sku);
  const products: ReadonlyMap<string, KnownProduct> = skus.length > 0 ? await tx.productsBySku(skus) : new Map();
  const added = documents.map(({ externalId, sku, quantity, requiresShipping }): NewLine => {
    const known = products.get(sku);
    const goods = { sku, product: known?.id ?? null, requiresShipping, components: known?.components };
    return { id: batch.newId(), externalId, ...goodsOf(goods), quantity };
  });
  const grandMinor = [header.document.totals.grandMinor, document.totals.grandMinor] as const;
  const noted = note === undefined ? {} : { note };
  const command = { type: 'EditOrder', at: batch.now, parts, grandMinor, added, quantities, ...noted } as const;
  const done = batch.decide(order.id, command, null);
  if (!done.ok) return err(refusalOf(done.error, stored));
  deallocateCancelled(batch, order, done.value);
  const sourceDocument = header.sourceDocument ?? header.document;
  batch.changeHeader(order.id, { ...header, document, sourceDocument });
  nameMoney(batch, order.id);
  const newProducts = added.flatMap(({ product }) => product ?? []);
  batch.shelf.add(await tx.balances(newProducts));
  await batch.sourcing.add(tx, newProducts);
  allocateOrder(batch, order.id, null);
  return ok(undefined);
}

/** How the ledger has to change for the order to be what a document says. */
function ledgerChanges(
  order: OpenOrder,
  { lines }: OrderDocument,
): { readonly quantities: readonly Portion[]; readonly added: OrderDocument['lines'] } {
  const wanted = new Map(lines.map((line) => [line.externalId, line]));
  const quantities: Portion[] = [];
  for (const { id, externalId, ledger } of order.lines.values()) {
    const quantity = wanted.get(externalId)?.quantity ?? 0;
    wanted.delete(externalId);
    if (quantity !== ordered(ledger) - ledger.cancelled) quantities.push({ line: id, quantity });
  }
  return { quantities, added: [...wanted.values()] };
}
