import type { AddressValue } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { OfbizClient } from './client.ts';
import { type EntityRecord, findIn } from './find.ts';
import { geoCode } from './geos.ts';

/** A contact mechanism with what it holds, its purpose, and the codes of its country and part of it. */
export type ContactItem = EntityRecord;

/** Contact mechanisms by the record that names them: those of orders by orderId, of parties by partyId. */
export async function contactsOf(
  client: OfbizClient,
  links: readonly EntityRecord[],
  owner: 'orderId' | 'partyId',
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, readonly ContactItem[]>, Fault>> {
  const ids = links.flatMap(({ contactMechId }) => contactMechId ?? []);
  const held = new Map<string, EntityRecord>();
  for (const entity of ['ContactMech', 'PostalAddress', 'TelecomNumber'] as const) {
    const found = await findIn(client, entity, 'contactMechId', ids, signal);
    if (!found.ok) return found;
    for (const record of found.value) {
      const id = record['contactMechId'] ?? '';
      held.set(id, { ...held.get(id), ...record });
    }
  }
  const contacts = new Map<string, readonly ContactItem[]>();
  for (const link of links) {
    const { [owner]: key = '', contactMechId = '', contactMechPurposeTypeId = '' } = link;
    const record = held.get(contactMechId);
    if (!record) continue;
    const codes = await codesOf(client, record, signal);
    if (!codes.ok) return codes;
    const contact = { ...record, ...codes.value, contactMechPurposeTypeId };
    contacts.set(key, [...(contacts.get(key) ?? []), contact]);
  }
  return ok(contacts);
}

async function codesOf(
  client: OfbizClient,
  { countryGeoId, stateProvinceGeoId }: EntityRecord,
  signal: AbortSignal,
): Promise<Result<EntityRecord, Fault>> {
  const country = await geoCode(client, countryGeoId, signal);
  if (!country.ok) return country;
  const subdivision = await geoCode(client, stateProvinceGeoId, signal);
  if (!subdivision.ok) return subdivision;
  return ok({
    ...(country.value === undefined ? {} : { country: country.value }),
    ...(subdivision.value === undefined ? {} : { subdivision: subdivision.value }),
  });
}

/** Names of parties by partyId, of a person or of a group, with the time at which they changed. */
export async function namesOf(
  client: OfbizClient,
  parties: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, EntityRecord>, Fault>> {
  const names = new Map<string, EntityRecord>();
  for (const entity of ['Person', 'PartyGroup'] as const) {
    const found = await findIn(client, entity, 'partyId', parties, signal);
    if (!found.ok) return found;
    for (const { partyId = '', firstName, lastName, groupName, lastUpdatedStamp = '' } of found.value) {
      const name = groupName ?? [firstName, lastName].filter(Boolean).join(' ');
      if (name) names.set(partyId, { name, lastUpdatedStamp });
    }
  }
  return ok(names);
}

/** The canonical address of a postal contact mechanism; undefined for any other. */
export function addressOf(contact: ContactItem | undefined): AddressValue | undefined {
  if (contact?.['address1'] === undefined) return undefined;
  const { toName, attnName, address1, address2, city, postalCode, country, subdivision } = contact;
  return {
    ...part('name', toName, 200),
    ...part('company', attnName, 200),
    ...part('line1', address1, 300),
    ...part('line2', address2, 300),
    ...part('city', city, 200),
    ...part('postalCode', postalCode, 40),
    ...part('subdivision', subdivision, 20),
    ...part('country', country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined, 2),
  };
}

/** The number of a telephone contact mechanism as it is dialled; undefined for any other. */
export function phoneOf(contact: ContactItem | undefined): string | undefined {
  if (contact?.['contactNumber'] === undefined) return undefined;
  const { countryCode, areaCode, contactNumber } = contact;
  const code = countryCode === undefined ? '' : `+${countryCode.replace(/^\+/, '')} `;
  return `${code}${areaCode === undefined ? '' : `${areaCode} `}${contactNumber}`.slice(0, 60);
}

function part<Key extends string>(key: Key, text: string | undefined, most: number): { [K in Key]?: string } {
  return (text === undefined ? {} : { [key]: text.slice(0, most) }) as { [K in Key]?: string };
}
