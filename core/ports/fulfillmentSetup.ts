import type { LocationCustoms } from '../documents/index.ts';
import type { BoxType, Size, Turning } from '../fulfillment/index.ts';
import type { LocationKind } from './store.ts';

export type LocationSetup = {
  readonly kind: LocationKind;
  /** false for a store that only hands out at its counter. */
  readonly isShipping: boolean;
  /** true when packages are made before a carrier is asked for labels. */
  readonly isPacking: boolean;
  /** The connection that is sent a supplier's orders. */
  readonly supplierConnection: string | null;
  /** Days that goods wait at the counter. */
  readonly collectDays: number;
  /** 'first' carrier there is, 'best' offer, or the name of a carrier's connection. */
  readonly carrier: string;
  /** What its declarations to customs have in common. */
  readonly customs: LocationCustoms | null;
};

export type PackageDocument = { readonly kind: string; readonly format: string; readonly base64: string };
export type StoredDocument = { readonly format: string; readonly bytes: Uint8Array };

/** What people set up for the work of locations. Each change is in the audit log under its actor. */
export type FulfillmentSetup = {
  /** Adds a box, or changes the one with its code; false when it is not at `version`. */
  saveBox(box: BoxType & { readonly isActive: boolean }, version: number | undefined, actor: string): Promise<boolean>;
  /** false when there is no such product. */
  sizeProduct(sku: string, size: Size & { readonly turning: Turning }, actor: string): Promise<boolean>;
  /** false when there is no such location or connection. */
  setLocation(code: string, setup: LocationSetup, actor: string): Promise<boolean>;
  /** The id of the document; null when there is no such package. */
  addDocument(packageId: string, document: PackageDocument, actor: string): Promise<string | null>;
  document(id: string): Promise<StoredDocument | null>;
  /** A notice that somebody has seen to; false when there is none open. */
  settleNotice(id: string, actor: string): Promise<boolean>;
};
