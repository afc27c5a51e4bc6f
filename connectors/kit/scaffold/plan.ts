import type { AskName, PullName, SystemKind, WriteName } from '../connector.ts';

/** What a new connector can be made with. `webhook`: signed messages with canonical documents. */
export type Skill = PullName | WriteName | AskName | 'webhook';

/** The skills that most systems of a kind have, for a plan that names none. */
export const USUAL: Readonly<Record<SystemKind, readonly Skill[]>> = {
  storefront: ['pullOrders', 'pullProducts', 'pushStock', 'pushShipment', 'webhook'],
  marketplace: ['pullOrders', 'pushStock', 'pushShipment'],
  erp: ['pushOrder', 'cancelOrder', 'pullStock', 'pullProducts'],
  crm: ['webhook', 'pullOrders'],
  wms: ['pushOrder', 'pullStock', 'pullPickings'],
  carrier: ['quoteRates', 'buyLabel', 'voidLabel', 'track'],
  payment: ['webhook'],
  edi: ['webhook'],
  file: ['pullStock'],
};

/** What a vendor's own description says, as far as it was given. */
export type VendorFacts = {
  readonly title?: string;
  readonly apiVersion?: string;
  readonly server?: string;
  /** The way of authorizing that the description names first. */
  readonly auth?: AuthFacts;
  /** A file of TypeScript types made from it. */
  readonly types?: { readonly name: string; readonly text: string };
  /** Operations by what they read or write, as a hint in the README: "GET /v2/orders". */
  readonly operations?: readonly string[];
};

export type AuthFacts =
  | { readonly kind: 'api-key'; readonly in: 'header' | 'query'; readonly name: string }
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer' }
  | { readonly kind: 'client-credentials'; readonly tokenUrl: string }
  | { readonly kind: 'authorization-code'; readonly tokenUrl: string; readonly authorizeUrl: string };

/** A connector to be written. */
export type Plan = {
  readonly id: string;
  readonly kind: SystemKind;
  readonly skills: readonly Skill[];
  readonly vendor: VendorFacts;
  /** The folder of the kit as its files import it: "../kit"; absent for a package of its own, which imports the kit's. */
  readonly kit: string | undefined;
};

/** `acme-supply` to `acmeSupply`: the name of the connector in code. */
export const nameOf = ({ id }: Pick<Plan, 'id'>): string =>
  id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export const titleOf = ({ id, vendor }: Plan): string =>
  vendor.title ??
  id.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`);

/** What the kit's parts are imported from. */
export const kitOf = ({ kit }: Plan): string => (kit === undefined ? KIT_PACKAGE : `${kit}/index.ts`);
export const testingOf = ({ kit }: Plan): string =>
  kit === undefined ? `${KIT_PACKAGE}/testing` : `${kit}/testing.ts`;

const KIT_PACKAGE = '@crossdock/kit';
