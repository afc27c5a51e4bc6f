import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { ConnectorIo, HttpClient } from '../kit/io.ts';
import type { CommerceSettings } from './settings.ts';

/** What the platform exports, and what it imports. */
export type FeedFolder = 'orders' | 'inventory' | 'inventory-in';

export type CommerceClient = {
  readonly settings: CommerceSettings;
  readonly http: HttpClient;
  /** The path of a resource of the Orders API, and the site that every call of it names. */
  readonly orders: (path?: string) => string;
  /** The path of a resource of any family of SCAPI, of the connection's organization or of another. */
  readonly scapi: (family: string, path: string, organization?: string) => string;
  readonly site: { readonly siteId: string };
  /** The URL of a resource of the OCAPI Data API on the instance itself; undefined where no instance is set. */
  readonly dataApi: (path: string) => string | undefined;
  /** The URL of a folder of the feeds, or of a path that a listing of it has named. */
  readonly feed: (folder: FeedFolder) => string | undefined;
  readonly feedFile: (path: string) => string | undefined;
};

export function createClient(settings: CommerceSettings, { http }: ConnectorIo): CommerceClient {
  const { organizationId, siteId, instanceHost, ocapiVersion, baseUrl } = settings;
  const instance = instanceHost === undefined ? undefined : (baseUrl?.replace(/\/+$/, '') ?? `https://${instanceHost}`);
  const onInstance = (path: string): string | undefined => (instance === undefined ? undefined : `${instance}${path}`);
  return {
    settings,
    http,
    orders: (path = '') => `/checkout/orders/v1/organizations/${organizationId}/orders${path}`,
    scapi: (family, path, organization = organizationId) => `/${family}/v1/organizations/${organization}${path}`,
    site: { siteId },
    feed: (folder) => onInstance(`/on/demandware.servlet/webdav/Sites/Impex/src/${settings.feedFolder}/${folder}`),
    feedFile: onInstance,
    dataApi: (path) => onInstance(`/s/-/dw/data/${ocapiVersion}${path}`),
  };
}

/** OCAPI and the feeds are on the instance itself, and not behind the gateway of its realm. */
export const NO_INSTANCE: Fault = permanent(
  'no-instance-host',
  'this is on the instance itself: enter its host name (instanceHost)',
);
