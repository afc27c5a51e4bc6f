import type { AddressValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { OfbizClient } from './client.ts';
import { unreadable } from './faults.ts';
import { type EntityRecord, find } from './find.ts';
import { countryGeo, stateGeo } from './geos.ts';
import { type Params, recordOf } from './params.ts';
import { externalIdOf } from './reference.ts';
import type { ServiceName } from './services.ts';
import type { OrderParties, StoredOrder } from './storedOrder.ts';

/**
 * The party of an order, found or made, with its addresses. A customer is known by the e-mail address; one without it is
 * made for the order alone. A supplier is known by its partyId and never made.
 */
export async function findParties(
  client: OfbizClient,
  order: StoredOrder,
  reference: string,
  signal: AbortSignal,
): Promise<Result<OrderParties, Fault>> {
  const party =
    order.kind === 'purchase'
      ? await supplier(client, order, signal)
      : await customer(client, order, reference, signal);
  if (!party.ok) return party;
  const { partyId, email } = party.value;
  const contacts: Record<string, string> = email === undefined ? {} : { ORDER_EMAIL: email };
  for (const [purpose, address] of [
    ['BILLING_LOCATION', order.kind === 'sales' ? order.billing : undefined],
    ['SHIPPING_LOCATION', order.shipping],
  ] as const) {
    if (address === undefined) continue;
    const owner = order.kind === 'sales' ? partyId : client.settings.companyPartyId;
    const found = await findAddress(client, owner, purpose, address, signal);
    if (!found.ok) return found;
    contacts[purpose] = found.value;
  }
  return ok({ partyId, contacts });
}

type Known = { readonly partyId: string; readonly email?: string };

async function supplier(client: OfbizClient, { customer: { externalId } }: StoredOrder, signal: AbortSignal) {
  const found =
    externalId === undefined
      ? ok([])
      : await find(client, { entity: 'Party', where: { partyId: externalId }, limit: 1 }, signal);
  if (!found.ok) return found;
  const partyId = found.value[0]?.['partyId'];
  if (partyId !== undefined) return ok<Known>({ partyId });
  const message = `there is no supplier with the partyId ${externalId ?? '(none given)'} in OFBiz`;
  return err(permanent('unknown-supplier', message, '/customer/externalId'));
}

async function customer(
  client: OfbizClient,
  order: StoredOrder,
  reference: string,
  signal: AbortSignal,
): Promise<Result<Known, Fault>> {
  const email = (order.customer.email ?? order.billing?.email ?? order.shipping?.email)?.trim().toLowerCase();
  if (!email) return ownParty(client, order, reference, signal);
  return client.remember(`party/${email}`, async () => {
    const contactMechTypeId = 'EMAIL_ADDRESS';
    const where = {
      contactMechTypeId,
      infoString_fld0_op: 'equals',
      infoString_fld0_ic: 'Y',
      infoString_fld0_value: email,
    };
    const known = await find(client, { entity: 'PartyAndContactMech', where }, signal);
    if (!known.ok) return known;
    const current = known.value.find(({ thruDate }) => thruDate === undefined);
    if (current) return ok({ partyId: current['partyId'] ?? '', email: current['contactMechId'] ?? '' });
    const party = await ownParty(client, order, email, signal);
    if (!party.ok) return party;
    const { partyId } = party.value;
    const contact = { partyId, contactMechTypeId, infoString: email, contactMechPurposeTypeId: 'PRIMARY_EMAIL' };
    const made = await create(client, 'createPartyContactMech', contact, 'contactMechId', signal);
    return made.ok ? ok({ partyId, email: made.value }) : made;
  });
}

/** The party that was made for a key before, or a new one. */
async function ownParty(
  client: OfbizClient,
  { customer: given, billing, shipping }: StoredOrder,
  key: string,
  signal: AbortSignal,
): Promise<Result<Known, Fault>> {
  const externalId = externalIdOf(key);
  const found = await find(client, { entity: 'Party', where: { externalId }, limit: 1 }, signal);
  if (!found.ok) return found;
  const known = found.value[0]?.['partyId'];
  if (known !== undefined) return ok({ partyId: known });
  const name = given.name ?? billing?.name ?? shipping?.name ?? given.email ?? 'Customer';
  const [, firstName = '', lastName = name] = /^(.*\S)\s+(\S+)$/.exec(name.slice(0, 100)) ?? [];
  const made = await create(
    client,
    'createPerson',
    { ...recordOf('Person', { firstName, lastName }).fields, externalId },
    'partyId',
    signal,
  );
  return made.ok ? ok({ partyId: made.value }) : made;
}

/** A postal address of a party that says the same, or a new one. */
async function findAddress(
  client: OfbizClient,
  partyId: string,
  purpose: string,
  address: AddressValue,
  signal: AbortSignal,
): Promise<Result<string, Fault>> {
  const fields = await addressFields(client, address, signal);
  if (!fields.ok) return fields;
  const where = { partyId, ...fields.value };
  return client.remember(`address/${JSON.stringify(where)}`, async () => {
    const found = await find(client, { entity: 'PartyAndPostalAddress', where }, signal);
    if (!found.ok) return found;
    const same = found.value.find((record) => record['thruDate'] === undefined && isAddress(record, fields.value));
    if (same) return ok(same['contactMechId'] ?? '');
    const contact = { ...where, contactMechPurposeTypeId: purpose };
    return create(client, 'createPartyPostalAddress', contact, 'contactMechId', signal);
  });
}

const OPTIONAL = ['toName', 'attnName', 'address2', 'stateProvinceGeoId', 'countryGeoId'];

/** Whether a record has what an address says and nothing more. */
const isAddress = (record: EntityRecord, fields: Readonly<Record<string, string>>): boolean =>
  OPTIONAL.every((name) => record[name] === fields[name]);

async function addressFields(
  client: OfbizClient,
  { name, company, line1, line2, city, postalCode, country, subdivision }: AddressValue,
  signal: AbortSignal,
): Promise<Result<Readonly<Record<string, string>>, Fault>> {
  if (!line1 || !city || !postalCode)
    return err(permanent('address-incomplete', 'OFBiz wants a street, a city and a postal code', '/shippingAddress'));
  const countryGeoId = await countryGeo(client, country, signal);
  if (!countryGeoId.ok) return countryGeoId;
  const stateProvinceGeoId = await stateGeo(client, countryGeoId.value, subdivision, signal);
  if (!stateProvinceGeoId.ok) return stateProvinceGeoId;
  const { fields } = recordOf('PostalAddress', {
    toName: (name ?? company)?.slice(0, 100),
    attnName: name === undefined ? undefined : company?.slice(0, 100),
    address1: line1.slice(0, 255),
    address2: line2?.slice(0, 255),
    city: city.slice(0, 100),
    postalCode: postalCode.slice(0, 60),
    countryGeoId: countryGeoId.value,
    stateProvinceGeoId: stateProvinceGeoId.value,
  });
  return ok(fields);
}

/** Calls a service that makes a record, and gives the key of it. */
export async function create(
  client: OfbizClient,
  service: ServiceName,
  params: Params,
  key: string,
  signal: AbortSignal,
): Promise<Result<string, Fault>> {
  const answer = await client.call(service, params, signal);
  if (!answer.ok) return answer;
  const id = answer.value[key];
  if (typeof id === 'string' && id !== '') return ok(id);
  return err(unreadable(permanent('unexpected-shape', `${service} names no ${key}`, `/${key}`), 'write'));
}
