import { z } from 'zod';
import type { AddressValue } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { OdooClient } from './client.ts';
import { externalId, loadRecord, searchRead } from './records.ts';
import type { SaleOrder } from './saleOrder.ts';
import { Id, OptionalText, WireIds } from './wire.ts';

export type OrderPartners = { readonly customer: number; readonly invoice: number; readonly delivery: number };

const WirePartner = z.object({
  id: Id,
  name: OptionalText,
  street: OptionalText,
  street2: OptionalText,
  zip: OptionalText,
  city: OptionalText,
});
type WirePartner = z.infer<typeof WirePartner>;

/**
 * The partners of an order, found or made. A customer is known by the e-mail address; one without it is made for the
 * order alone. An address that differs from the customer's own becomes a contact of the customer, once.
 */
export async function findPartners(
  client: OdooClient,
  order: SaleOrder,
  reference: string,
  signal: AbortSignal,
): Promise<Result<OrderPartners, Fault>> {
  const customer = await findCustomer(client, order, reference, signal);
  if (!customer.ok) return customer;
  const { id } = customer.value;
  const contact = (type: 'invoice' | 'delivery', address: AddressValue | undefined): Promise<Result<number, Fault>> =>
    address === undefined || isOwn(customer.value, address)
      ? Promise.resolve(ok(id))
      : findContact(client, id, type, address, signal);
  const invoice = await contact('invoice', order.billing);
  if (!invoice.ok) return invoice;
  const delivery = await contact('delivery', order.shipping);
  if (!delivery.ok) return delivery;
  return ok({ customer: id, invoice: invoice.value, delivery: delivery.value });
}

async function findCustomer(
  client: OdooClient,
  order: SaleOrder,
  reference: string,
  signal: AbortSignal,
): Promise<Result<WirePartner, Fault>> {
  const email = (order.customer.email ?? order.billing?.email ?? order.shipping?.email)?.trim().toLowerCase();
  const make = (): Promise<Result<WirePartner, Fault>> =>
    makeCustomer(client, order, externalId('customer', email ?? reference), signal);
  if (!email) return make();
  return client.remember(`partner/${email}`, async () => {
    const found = await searchRead(
      client,
      z.array(WirePartner),
      {
        model: 'res.partner',
        domain: [
          ['email_normalized', '=', email],
          ['parent_id', '=', false],
        ],
        fields: ['name', 'street', 'street2', 'zip', 'city'],
        limit: 1,
      },
      signal,
    );
    if (!found.ok) return found;
    return found.value[0] ? ok(found.value[0]) : make();
  });
}

async function makeCustomer(
  client: OdooClient,
  { customer, billing, shipping }: SaleOrder,
  id: string,
  signal: AbortSignal,
): Promise<Result<WirePartner, Fault>> {
  const address = billing ?? shipping ?? {};
  const values = await addressValues(client, address, signal);
  if (!values.ok) return values;
  const name = customer.name ?? nameOf(address) ?? customer.email ?? 'Customer without a name';
  const email = customer.email ?? address.email ?? '';
  const phone = customer.phone ?? address.phone ?? '';
  const made = await loadRecord(client, 'res.partner', id, { ...values.value, name, email, phone }, signal);
  if (!made.ok) return made;
  return ok({ id: made.value, name, ...streetOf(address) });
}

function findContact(
  client: OdooClient,
  parent: number,
  type: 'invoice' | 'delivery',
  address: AddressValue,
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const id = externalId('contact', String(parent), type, JSON.stringify(address));
  return client.remember(`contact/${id}`, async () => {
    const values = await addressValues(client, address, signal);
    if (!values.ok) return values;
    const more = { 'parent_id/.id': String(parent), type, email: address.email ?? '', phone: address.phone ?? '' };
    return loadRecord(client, 'res.partner', id, { ...values.value, ...more }, signal);
  });
}

async function addressValues(
  client: OdooClient,
  address: AddressValue,
  signal: AbortSignal,
): Promise<Result<Record<string, string>, Fault>> {
  const country = await findCountry(client, address.country, signal);
  if (!country.ok) return country;
  const state = await findState(client, country.value, address.subdivision, signal);
  if (!state.ok) return state;
  const { company = '' } = address;
  return ok({
    name: nameOf(address) ?? '',
    ...streetOf(address),
    'country_id/.id': country.value === undefined ? '' : String(country.value),
    'state_id/.id': state.value === undefined ? '' : String(state.value),
    comment: [
      company !== '' && company !== nameOf(address) ? company : '',
      address.subdivision && state.value === undefined ? `Subdivision: ${address.subdivision}` : '',
    ]
      .filter((text) => text !== '')
      .join('; '),
  });
}

function findCountry(client: OdooClient, code: string | undefined, signal: AbortSignal) {
  if (code === undefined) return Promise.resolve(ok(undefined));
  return firstId(client, 'res.country', [['code', '=', code]], signal);
}

function findState(client: OdooClient, country: number | undefined, code: string | undefined, signal: AbortSignal) {
  if (country === undefined || !code) return Promise.resolve(ok(undefined));
  return firstId(
    client,
    'res.country.state',
    [
      ['code', '=', code],
      ['country_id', '=', country],
    ],
    signal,
  );
}

function firstId(
  client: OdooClient,
  model: string,
  domain: readonly (readonly [string, string, unknown])[],
  signal: AbortSignal,
): Promise<Result<number | undefined, Fault>> {
  return client.remember(`${model}/${JSON.stringify(domain)}`, async () => {
    const found = await searchRead(client, WireIds, { model, domain, fields: ['id'], limit: 1 }, signal);
    return found.ok ? ok(found.value[0]?.id) : found;
  });
}

const nameOf = ({ name, company }: AddressValue): string | undefined => name || company || undefined;

const streetOf = ({ line1, line2, postalCode, city }: AddressValue) => ({
  street: line1 ?? '',
  street2: line2 ?? '',
  zip: postalCode ?? '',
  city: city ?? '',
});

/** Whether an address is what already stands on the customer's own record. */
function isOwn(partner: WirePartner, address: AddressValue): boolean {
  const own = streetOf(address);
  return (
    (nameOf(address) ?? partner.name) === partner.name &&
    own.street === partner.street &&
    own.street2 === partner.street2 &&
    own.zip === partner.zip &&
    own.city === partner.city
  );
}
