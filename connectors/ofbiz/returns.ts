import { z } from 'zod';
import type { CanonicalRecord } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { parseCurrency } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { Amounts } from './amounts.ts';
import { changesPull, Item, newestOf } from './changes.ts';
import type { OfbizClient } from './client.ts';
import { RETURN_STATES } from './codes.ts';
import { type EntityRecord, findIn } from './find.ts';
import { orderKeys } from './orderKeys.ts';
import { skusOf } from './skus.ts';

const text = z.string().optional();

/** What the pull makes of a return of a customer with its items. */
export const ReturnItem = Item.extend({
  returnId: z.string().min(1),
  statusId: z.string(),
  currencyUomId: z.string(),
  entryDate: text,
  items: z
    .array(
      z.object({
        orderKey: text,
        orderItemSeqId: text,
        sku: z.string().min(1),
        returnQuantity: z.string(),
        receivedQuantity: text,
        returnPrice: text,
        expectedItemStatus: text,
      }),
    )
    .readonly(),
});
export type ReturnItem = z.infer<typeof ReturnItem>;

/** Returns of customers, whoever entered their orders. */
export const pullReturns = changesPull({
  topic: 'return',
  subject: 'return',
  key: 'returnId',
  follows: () => [
    { entity: 'ReturnHeader', where: { returnHeaderTypeId: 'CUSTOMER_RETURN' } },
    { entity: 'ReturnItem' },
  ],
  items: returnItems,
});

async function returnItems(
  client: OfbizClient,
  touched: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<readonly ReturnItem[], Fault>> {
  const ids = touched.flatMap(({ returnId }) => returnId ?? []);
  const where = { returnHeaderTypeId: 'CUSTOMER_RETURN' };
  const headers = await findIn(client, 'ReturnHeader', 'returnId', ids, signal, where);
  if (!headers.ok) return headers;
  const items = await findIn(client, 'ReturnItem', 'returnId', ids, signal);
  if (!items.ok) return items;
  const skus = await skusOf(
    client,
    items.value.flatMap(({ productId }) => productId ?? []),
    signal,
  );
  if (!skus.ok) return skus;
  const keys = await orderKeys(
    client,
    items.value.flatMap(({ orderId }) => orderId ?? []),
    signal,
  );
  if (!keys.ok) return keys;
  return ok(
    headers.value.map((header) => {
      const { returnId = '', statusId = '', currencyUomId = '', entryDate } = header;
      const own = items.value.filter((item) => item['returnId'] === returnId);
      return {
        returnId,
        lastUpdatedStamp: newestOf([header, ...own]),
        ...{ statusId, currencyUomId, entryDate },
        items: own.flatMap((item) => {
          const sku = skus.value.get(item['productId'] ?? '');
          const {
            orderId = '',
            orderItemSeqId,
            returnQuantity = '0',
            receivedQuantity,
            returnPrice,
            expectedItemStatus,
          } = item;
          const orderKey = keys.value.get(orderId);
          const said = { orderItemSeqId, receivedQuantity, returnPrice, expectedItemStatus };
          return sku === undefined ? [] : [{ orderKey, sku, returnQuantity, ...said }];
        }),
      };
    }),
  );
}

/** Goods that came back, a document for each of the orders in a return. One that is still awaited is left by name. */
export function decodeReturn(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(ReturnItem, raw, 'return');
  if (!item.ok) return item;
  const { returnId, statusId, items } = item.value;
  const state = RETURN_STATES.get(statusId);
  if (state !== 'back') return ok({ kind: 'ignored', reason: state ? `return-${state}` : `return-status-${statusId}` });
  const orders = Map.groupBy(items, ({ orderKey }) => orderKey ?? '');
  const documents: CanonicalRecord[] = [];
  for (const [orderKey, lines] of orders) {
    const externalId = orders.size === 1 ? returnId : `${returnId}/${orderKey}`;
    const document = oneOrder(item.value, { orderKey, externalId, lines });
    if (!document.ok) return document;
    documents.push(document.value);
  }
  return documents.length > 0
    ? ok({ kind: 'documents', documents })
    : ok({ kind: 'ignored', reason: 'return-without-items' });
}

type OneOrder = { readonly orderKey: string; readonly externalId: string; readonly lines: ReturnItem['items'] };

function oneOrder(
  { returnId, currencyUomId, entryDate, lastUpdatedStamp }: ReturnItem,
  { orderKey, externalId, lines }: OneOrder,
): Result<CanonicalRecord, Fault> {
  const currency = parseCurrency(currencyUomId);
  if (!currency.ok) return err(permanent('unknown-currency', currency.error, '/currencyUomId'));
  const amounts = new Amounts(currency.value);
  const read = lines.map(
    ({ orderItemSeqId, sku, returnQuantity, receivedQuantity, returnPrice, expectedItemStatus }) => {
      const received = amounts.units(receivedQuantity ?? '0');
      const quantity = received > 0 ? received : amounts.units(returnQuantity);
      return {
        ...(orderItemSeqId === undefined ? {} : { lineExternalId: orderItemSeqId }),
        sku,
        quantity,
        amountMinor: amounts.product(returnPrice ?? '0', quantity),
        restock: expectedItemStatus === 'INV_AVAILABLE',
      };
    },
  );
  if (amounts.fault) return err(amounts.fault);
  const document = parseDocument('return', {
    externalId,
    ...(orderKey === '' ? {} : { orderExternalId: orderKey }),
    number: returnId,
    lines: read,
    currency: currency.value,
    returnedAt: entryDate ?? lastUpdatedStamp,
  });
  return document.ok ? ok({ name: 'return', document: document.value }) : document;
}
