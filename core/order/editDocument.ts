import type { AddressValue, OrderDocument, OrderLineDocument } from '../documents/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { lineMinor, requantify, retotalled, taxMinor } from './documentTotals.ts';
import type { EditedPart } from './messages.ts';

/** A line to add: its taxes by rate, which the hub works out. Prices are in whole currency units. */
export type AddedLine = {
  readonly sku: string;
  readonly title?: string | undefined;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly discountMinor: number;
  readonly taxes: readonly { readonly title: string; readonly rate: string }[];
  readonly requiresShipping: boolean;
};

/** What an edit asks for. `quantities` name lines by their external id; 0 takes a line off. */
export type OrderEdits = {
  readonly quantities: ReadonlyMap<string, number>;
  readonly added: readonly AddedLine[];
  readonly shippingAddress?: AddressValue | undefined;
  readonly billingAddress?: AddressValue | undefined;
  readonly shipping?: OrderDocument['shipping'] | undefined;
};

export type EditRefusal =
  | { readonly code: 'unknown-line'; readonly line: string }
  | { readonly code: 'nothing-left' }
  | { readonly code: 'nothing-to-change' };

export type EditedDocument = { readonly document: OrderDocument; readonly parts: readonly EditedPart[] };

/** The order's document after an edit, with its totals moved by what the edit changed. */
export function editDocument(before: OrderDocument, edits: OrderEdits): Result<EditedDocument, EditRefusal> {
  const known = new Set(before.lines.map(({ externalId }) => externalId));
  const unknown = [...edits.quantities.keys()].find((id) => !known.has(id));
  if (unknown !== undefined) return err({ code: 'unknown-line', line: unknown });
  const lines = [...withQuantities(before, edits.quantities), ...addedLines(before, edits.added)];
  if (lines.length === 0) return err({ code: 'nothing-left' });
  const after: OrderDocument = {
    ...before,
    lines,
    ...(edits.shippingAddress && { shippingAddress: edits.shippingAddress }),
    ...(edits.billingAddress && { billingAddress: edits.billingAddress }),
    ...(edits.shipping && { shipping: edits.shipping }),
  };
  const parts = partsChanged(before, after);
  return parts.length === 0 ? err({ code: 'nothing-to-change' }) : ok({ document: retotalled(before, after), parts });
}

/** The document with other quantities of some lines; a line that has none left is not listed. */
export function withQuantities(
  { lines, currency }: OrderDocument,
  quantities: ReadonlyMap<string, number>,
): readonly OrderLineDocument[] {
  return lines.flatMap((line) => {
    const quantity = quantities.get(line.externalId) ?? line.quantity;
    if (quantity === line.quantity) return [line];
    return quantity === 0 ? [] : [requantify(line, quantity, currency)];
  });
}

function addedLines({ lines, currency, taxesIncluded }: OrderDocument, added: readonly AddedLine[]) {
  const taken = new Set(lines.map(({ externalId }) => externalId));
  return added.map((wanted): OrderLineDocument => {
    let n = 1;
    while (taken.has(`hub-${n}`)) n += 1;
    const externalId = `hub-${n}`;
    taken.add(externalId);
    const { sku, title, quantity, unitPrice, discountMinor, requiresShipping } = wanted;
    const bare = { externalId, sku, quantity, unitPrice, discountMinor, requiresShipping, taxes: [], totalMinor: 0 };
    const totalMinor = lineMinor(bare, currency);
    const rates = wanted.taxes.map(({ rate }) => rate);
    const taxes = wanted.taxes.map((tax) => ({
      ...tax,
      amountMinor: taxMinor(totalMinor, tax.rate, rates, taxesIncluded),
    }));
    return { ...bare, ...(title === undefined ? {} : { title }), totalMinor, taxes };
  });
}

function partsChanged(before: OrderDocument, after: OrderDocument): readonly EditedPart[] {
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const parts: EditedPart[] = [];
  if (differs(before.lines, after.lines)) parts.push('lines');
  if (differs(before.shippingAddress, after.shippingAddress)) parts.push('shipping-address');
  if (differs(before.billingAddress, after.billingAddress)) parts.push('billing-address');
  if (differs(before.shipping, after.shipping)) parts.push('shipping-method');
  return parts;
}
