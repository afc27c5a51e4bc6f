import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { decodes, identifiedBy } from '../kit/answers.ts';
import type { Checkpoint, Page, Pull } from '../kit/connector.ts';
import type { CommerceClient } from './client.ts';
import { addressOf } from './orderDocument.ts';
import { searchPage } from './search.ts';
import { said, WireAddress } from './wire.ts';

const DAY = 86_400_000;
const Text = z.string().nullish();

const Hit = z.object({
  data: z.object({
    customerNo: z.string(),
    firstName: Text,
    lastName: Text,
    email: Text,
    phoneMobile: Text,
    phoneHome: Text,
    phoneBusiness: Text,
    primaryAddress: WireAddress.nullish(),
    lastModified: z.string(),
  }),
});

/** Reads a customer list whole, once a day: its search knows neither changes nor an order. */
export const pullCustomers: Pull<CommerceClient> = {
  topic: 'customer',
  cursor: { kind: 'snapshot' },
  everyMs: DAY,
  identify: identifiedBy('customer', 'data.customerNo', 'data.lastModified'),
  fetch: fetchCustomers,
};

async function fetchCustomers(
  client: CommerceClient,
  from: Checkpoint,
  signal: AbortSignal,
): Promise<Result<Page, Fault>> {
  const { customerListId } = client.settings;
  if (customerListId === undefined) return ok(END);
  const path = `/customer-lists/${encodeURIComponent(customerListId)}/customer-search`;
  const search = { url: client.scapi('customer/customers', path), body: { query: { matchAllQuery: {} } } };
  const page = await searchPage(client, search, from.cursor === null ? null : Number(from.cursor), signal);
  if (!page.ok) return page;
  const { hits, next } = page.value;
  return ok({
    items: hits,
    checkpoint: { since: null, cursor: next === null ? null : String(next) },
    more: next !== null,
  });
}

const END: Page = { items: [], checkpoint: { since: null, cursor: null }, more: false };

export const customer = decodes('customer', Hit, ({ data }) => {
  const name = said([data.firstName, data.lastName].flatMap((part) => said(part, 150) ?? []).join(' '), 300);
  const email = said(data.email, 254);
  const phone = said(data.phoneMobile, 60) ?? said(data.phoneHome, 60) ?? said(data.phoneBusiness, 60);
  const address = addressOf(data.primaryAddress);
  return {
    externalId: data.customerNo,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(address ? { address } : {}),
    updatedAt: data.lastModified,
  };
});
