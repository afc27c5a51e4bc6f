import { join } from 'node:path';
import { dhlExpress } from './dhl-express/index.ts';
import { dhlParcelDe } from './dhl-parcel-de/index.ts';
import { fedex } from './fedex/index.ts';
import { file } from './file/index.ts';
import { hub } from './hub/index.ts';
import type { AnyConnector } from './kit/connector.ts';
import { marketplace } from './marketplace/index.ts';
import { odoo } from './odoo/index.ts';
import { ofbiz } from './ofbiz/index.ts';
import { type LoadedConnector, loadOutside } from './outside/loadOutside.ts';
import { salesforceCommerce } from './salesforce-commerce/index.ts';
import { shopify } from './shopify/index.ts';
import { ups } from './ups/index.ts';
import { webhook } from './webhook/index.ts';

/** Every connector of this repository. A new one is one line here. */
export const CONNECTORS: readonly AnyConnector[] = [
  dhlExpress,
  dhlParcelDe,
  fedex,
  file,
  hub,
  marketplace,
  odoo,
  ofbiz,
  salesforceCommerce,
  shopify,
  ups,
  webhook,
];

/** Connectors of one vendor's separate systems: `dhl` is the beginning of `dhl-express` and `dhl-parcel-de`. */
export const connectorsOfVendor = (word: string): readonly AnyConnector[] =>
  CONNECTORS.filter(({ manifest }) => manifest.id.startsWith(`${word}-`));

/** "no connector dhl, but dhl-express (DHL Express) and dhl-parcel-de (DHL Parcel Germany)" */
export function noConnector(id: string): string {
  const others = connectorsOfVendor(id).map(({ manifest }) => `${manifest.id} (${manifest.title})`);
  return `no connector ${id}${others.length > 0 ? `, but ${others.join(' and ')}` : ''}`;
}

/** Those from outside that this process has started. */
let outside: readonly LoadedConnector[] = [];

/** Every connector that can be used here. */
export function allConnectors(): readonly AnyConnector[] {
  return [...CONNECTORS, ...outside.map(({ connector }) => connector)];
}

/** The connector with an id; undefined when there is none. */
export function connectorById(id: string): AnyConnector | undefined {
  return allConnectors().find(({ manifest }) => manifest.id === id);
}

/** The folder where a connector's certificate lies. */
export function folderOf(id: string): string {
  const found = outside.find(({ connector }) => connector.manifest.id === id);
  return found?.folder ?? join(import.meta.dirname, id);
}

/**
 * Starts the connectors that the configuration names, as a program in `from` would import them; those that run already
 * stay. They end with the process. Answers what keeps the others from being used.
 */
export function startOutside(names: readonly string[], from: string): readonly string[] {
  const running = new Set(outside.map(({ name }) => name));
  const { loaded, problems } = loadOutside(
    names.filter((name) => !running.has(name)),
    from,
  );
  const said = problems.map(({ name, message }) => `the connector ${name} cannot be used: ${message}`);
  for (const one of loaded) {
    const { id } = one.connector.manifest;
    if (connectorById(id)) {
      said.push(`the connector ${one.name} cannot be used: there is a connector ${id} already`);
      void one.close();
    } else outside = [...outside, one];
  }
  return said;
}
