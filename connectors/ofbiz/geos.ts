import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { OfbizClient } from './client.ts';
import { find, findIn } from './find.ts';

const PARTS: ReadonlySet<string> = new Set(['STATE', 'PROVINCE']);

/** The geoId of a country by its ISO 3166-1 code of two letters (Geo.geoCode). */
export async function countryGeo(
  client: OfbizClient,
  code: string | undefined,
  signal: AbortSignal,
): Promise<Result<string | undefined, Fault>> {
  if (code === undefined) return ok(undefined);
  return client.remember(`country/${code}`, async () => {
    const where = { geoTypeId: 'COUNTRY', geoCode: code };
    const found = await find(client, { entity: 'Geo', where, limit: 1 }, signal);
    if (!found.ok) return found;
    const geoId = found.value[0]?.['geoId'];
    return geoId === undefined ? err(permanent('unknown-country', `there is no country ${code} in OFBiz`)) : ok(geoId);
  });
}

/** The geoId of a part of a country (STATE or PROVINCE) by its code; undefined where OFBiz has none of it there. */
export async function stateGeo(
  client: OfbizClient,
  country: string | undefined,
  code: string | undefined,
  signal: AbortSignal,
): Promise<Result<string | undefined, Fault>> {
  if (country === undefined || !code) return ok(undefined);
  return client.remember(`state/${country}/${code}`, () => partOf(client, country, code, signal));
}

async function partOf(
  client: OfbizClient,
  country: string,
  code: string,
  signal: AbortSignal,
): Promise<Result<string | undefined, Fault>> {
  const found = await find(client, { entity: 'Geo', where: { geoCode: code } }, signal);
  if (!found.ok) return found;
  const parts = found.value.filter(({ geoTypeId = '' }) => PARTS.has(geoTypeId)).flatMap(({ geoId }) => geoId ?? []);
  const inside = await findIn(client, 'GeoAssoc', 'geoIdTo', parts, signal, { geoId: country });
  return inside.ok ? ok(inside.value[0]?.['geoIdTo']) : inside;
}

/** The ISO code of a country or of a part of one, by its geoId. */
export async function geoCode(
  client: OfbizClient,
  geoId: string | undefined,
  signal: AbortSignal,
): Promise<Result<string | undefined, Fault>> {
  if (geoId === undefined) return ok(undefined);
  return client.remember(`geo/${geoId}`, async () => {
    const found = await find(client, { entity: 'Geo', where: { geoId }, limit: 1 }, signal);
    return found.ok ? ok(found.value[0]?.['geoCode']) : found;
  });
}
