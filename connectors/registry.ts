import { dhlExpress } from './dhl-express/index.ts';
import { dhlParcelDe } from './dhl-parcel-de/index.ts';
import { fedex } from './fedex/index.ts';
import { file } from './file/index.ts';
import { hub } from './hub/index.ts';
import type { AnyConnector } from './kit/connector.ts';
import { marketplace } from './marketplace/index.ts';
import { odoo } from './odoo/index.ts';
import { ofbiz } from './ofbiz/index.ts';
import { salesforceCommerce } from './salesforce-commerce/index.ts';
import { shopify } from './shopify/index.ts';
import { ups } from './ups/index.ts';

/** Every connector of this hub. A new one is one line here. */
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
];

/** The connector with an id; undefined when there is none. */
export function connectorById(id: string): AnyConnector | undefined {
  return CONNECTORS.find(({ manifest }) => manifest.id === id);
}
