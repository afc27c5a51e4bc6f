import { z } from 'zod';

export const ENVIRONMENTS = ['production', 'sandbox'] as const;
export type ServerEnvironment = (typeof ENVIRONMENTS)[number];

/** The settings that every connector with a server has: spread them into its schema. */
export const SERVER_SETTINGS = {
  environment: z
    .enum(ENVIRONMENTS)
    .default('production')
    .describe("production, or the vendor's sandbox, where nothing is shipped or charged."),
  baseUrl: z.url().optional().describe('Another address of the API, such as a simulator.'),
} as const;

/** The setting by which a connection says that a user agrees in a browser, in the schema of connectors that know both. */
export const GRANT_SETTING = z
  .enum(['client-credentials', 'authorization-code'])
  .default('client-credentials')
  .describe('authorization-code: a user agrees in a browser (connection add --oauth).');

type Address<Settings> = string | ((settings: Settings) => string);

/** Where the API answers, by environment. Without a sandbox of its own a system has the same address for both. */
export type Servers<Settings> = { readonly production: Address<Settings>; readonly sandbox?: Address<Settings> };

type Entered = { readonly environment?: ServerEnvironment; readonly baseUrl?: string | undefined };

/** The address of a connection's server, without a slash at the end: its base URL, else that of its environment. */
export function serverOf<Settings>(servers: Servers<Settings>, settings: Settings): string {
  const { environment = 'production', baseUrl } = settings as Entered;
  const declared = (environment === 'sandbox' ? servers.sandbox : undefined) ?? servers.production;
  const address = baseUrl ?? (typeof declared === 'string' ? declared : declared(settings));
  return address.replace(/\/+$/, '');
}

/** A request's URL: a path is taken on the connection's server, a whole URL stays as it is. */
export function onServer(url: string, server: string | undefined): string {
  return server !== undefined && url.startsWith('/') ? `${server}${url}` : url;
}

/**
 * The URL of a login. It may be on another host of the vendor; where the connection has a base URL of its own, the path is
 * taken there, so that one simulator stands in for all hosts.
 */
export function loginUrl(url: string, server: string | undefined, settings: unknown): string {
  const { baseUrl } = (settings ?? {}) as Entered;
  if (url.startsWith('/') || baseUrl === undefined) return onServer(url, server);
  const { pathname, search } = new URL(url);
  return `${baseUrl.replace(/\/+$/, '')}${pathname}${search}`;
}
