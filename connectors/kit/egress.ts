import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { type Fault, permanent } from '../../core/shared/fault.ts';

/** Addresses of this machine and of networks that are not the public internet (IANA special-purpose registries). */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv6');
}

/** Whether an IP address is not on the public internet; an IPv4 address inside an IPv6 one counts as itself. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

export type Egress = {
  /** Why a URL may not be called; undefined when it may. */
  refusal(url: string): Fault | undefined;
  /** Resolves a name for a socket, and refuses a public name that leads into a private network. */
  readonly lookup: LookupFunction;
};

/**
 * Where the calls of one connection may go: http(s) to the hosts that its connector declares. A private address must
 * have been entered by the user as the connection's `baseUrl`; a name of the internet that resolves to one is refused at
 * the moment of connecting, so that an answer of the name server that changes in between gains nothing.
 */
export function createEgress(hosts: readonly string[], settings: unknown): Egress {
  const allowed = new Set(hosts);
  const entered = enteredHost(settings);
  return {
    refusal(url) {
      const target = targetOf(url);
      if (target === undefined || !allowed.has(target.host)) {
        return permanent('host-not-allowed', `${target?.host ?? 'this URL'} is not a host of this connection`);
      }
      const address = target.hostname.replace(/^\[|\]$/g, '');
      return isPrivateAddress(address) && target.hostname !== entered ? privateFault(target.host) : undefined;
    },
    lookup: (hostname, options, callback) =>
      lookupPublic(hostname, options, hostname === entered, callback as (...answer: unknown[]) => void),
  };
}

const privateFault = (host: string): Fault =>
  permanent('private-address', `${host} is in a private network; enter it as the connection's base URL to allow it`);

function targetOf(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
}

function enteredHost(settings: unknown): string | undefined {
  const { baseUrl } = (settings ?? {}) as { baseUrl?: unknown };
  return typeof baseUrl === 'string' ? targetOf(baseUrl)?.hostname : undefined;
}

/** The code of the error by which a socket is refused a private address. */
export const PRIVATE_ADDRESS = 'EPRIVATE';

function lookupPublic(
  hostname: string,
  options: LookupOptions,
  isEntered: boolean,
  callback: (...answer: unknown[]) => void,
): void {
  dnsLookup(hostname, options, (error, found: string | LookupAddress[], family?: number) => {
    const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
    if (!error && !isEntered && addresses.some(isPrivateAddress)) {
      const refused = Object.assign(new Error(`${hostname} resolves to a private address`), { code: PRIVATE_ADDRESS });
      callback(refused, '', 0);
      return;
    }
    callback(error, found, family);
  });
}
