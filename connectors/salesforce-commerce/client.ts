import type { ConnectorIo, HttpClient } from '../kit/io.ts';
import type { CommerceSettings } from './settings.ts';

export type CommerceClient = {
  readonly settings: CommerceSettings;
  readonly http: HttpClient;
  /** The path of a resource of the Orders API, and the site that every call of it names. */
  readonly orders: (path?: string) => string;
  readonly site: { readonly siteId: string };
  /** The URL of a resource of the OCAPI Data API on the instance itself; undefined where no instance is set. */
  readonly dataApi: (path: string) => string | undefined;
};

export function createClient(settings: CommerceSettings, { http }: ConnectorIo): CommerceClient {
  const { organizationId, siteId, instanceHost, ocapiVersion, baseUrl } = settings;
  const instance = instanceHost === undefined ? undefined : (baseUrl?.replace(/\/+$/, '') ?? `https://${instanceHost}`);
  return {
    settings,
    http,
    orders: (path = '') => `/checkout/orders/v1/organizations/${organizationId}/orders${path}`,
    site: { siteId },
    dataApi: (path) => (instance === undefined ? undefined : `${instance}/s/-/dw/data/${ocapiVersion}${path}`),
  };
}
