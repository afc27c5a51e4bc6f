import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { changesPull, Fields, Item, newestOf } from './changes.ts';
import type { OfbizClient } from './client.ts';
import { CUSTOMER_ROLES } from './codes.ts';
import { addressOf, contactsOf, namesOf, phoneOf } from './contacts.ts';
import { type EntityRecord, findIn } from './find.ts';

/** What the pull makes of a party that is a customer. */
export const CustomerItem = Item.extend({
  partyId: z.string().min(1),
  name: z.string().optional(),
  contacts: z.array(Fields).readonly(),
});
export type CustomerItem = z.infer<typeof CustomerItem>;

/** Parties in a role of a customer, with their contact mechanisms that are in force. */
export const pullCustomers = changesPull({
  topic: 'customer',
  subject: 'customer',
  key: 'partyId',
  follows: () => [
    { entity: 'Party' },
    { entity: 'Person' },
    { entity: 'PartyGroup' },
    { entity: 'PartyRole' },
    { entity: 'PartyContactMech' },
    { entity: 'PartyContactMechPurpose' },
  ],
  items: customerItems,
});

async function customerItems(
  client: OfbizClient,
  touched: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<readonly CustomerItem[], Fault>> {
  const ids = touched.flatMap(({ partyId }) => partyId ?? []);
  const found = await findIn(client, 'PartyRole', 'partyId', ids, signal);
  if (!found.ok) return found;
  const roles = found.value.filter(({ roleTypeId = '' }) => CUSTOMER_ROLES.has(roleTypeId));
  const customers = [...new Set(roles.flatMap(({ partyId }) => partyId ?? []))];
  const records: EntityRecord[] = [...roles];
  for (const entity of ['Party', 'PartyContactMech', 'PartyContactMechPurpose'] as const) {
    const part = await findIn(client, entity, 'partyId', customers, signal);
    if (!part.ok) return part;
    records.push(...part.value);
  }
  const names = await namesOf(client, customers, signal);
  if (!names.ok) return names;
  const contacts = await contactsOf(client, linksIn(records), 'partyId', signal);
  if (!contacts.ok) return contacts;
  return ok(
    customers.map((partyId) => {
      const own = records.filter((record) => record['partyId'] === partyId);
      const name = names.value.get(partyId);
      return {
        partyId,
        lastUpdatedStamp: newestOf([...own, ...(name ? [name] : [])]),
        ...(name?.['name'] === undefined ? {} : { name: name['name'] }),
        contacts: contacts.value.get(partyId) ?? [],
      };
    }),
  );
}

/** Contact mechanisms in force, each with its purpose; one without a purpose comes last. */
function linksIn(records: readonly EntityRecord[]): readonly EntityRecord[] {
  const links = records.filter((record) => record['contactMechId'] !== undefined && record['thruDate'] === undefined);
  const isPurpose = (link: EntityRecord): boolean => link['contactMechPurposeTypeId'] !== undefined;
  const inForce = new Set(links.filter((link) => !isPurpose(link)).map(({ contactMechId }) => contactMechId));
  const purposes = links.filter((link) => isPurpose(link) && inForce.has(link['contactMechId']));
  const named = new Set(purposes.map(({ contactMechId }) => contactMechId));
  return [...purposes, ...links.filter((link) => !isPurpose(link) && !named.has(link['contactMechId']))];
}

/** The canonical customer. Of several contact mechanisms the primary one counts, else the first. */
export function decodeCustomer(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(CustomerItem, raw, 'customer');
  if (!item.ok) return item;
  const { partyId, name, contacts, lastUpdatedStamp } = item.value;
  const by = (purposes: readonly string[], field: string) => {
    const having = contacts.filter((contact) => contact[field] !== undefined);
    return having.find(({ contactMechPurposeTypeId = '' }) => purposes.includes(contactMechPurposeTypeId)) ?? having[0];
  };
  const emails = contacts.filter(({ contactMechTypeId }) => contactMechTypeId === 'EMAIL_ADDRESS');
  const email = (emails.find(({ contactMechPurposeTypeId }) => contactMechPurposeTypeId === 'PRIMARY_EMAIL') ??
    emails[0])?.['infoString'];
  const phone = phoneOf(by(['PRIMARY_PHONE'], 'contactNumber'));
  const address = addressOf(by(['GENERAL_LOCATION', 'BILLING_LOCATION'], 'address1'));
  const document = parseDocument('customer', {
    externalId: partyId,
    ...(name === undefined ? {} : { name: name.slice(0, 300) }),
    ...(email === undefined ? {} : { email: email.slice(0, 254) }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    updatedAt: lastUpdatedStamp,
  });
  return document.ok
    ? ok({ kind: 'documents', documents: [{ name: 'customer', document: document.value }] })
    : document;
}
