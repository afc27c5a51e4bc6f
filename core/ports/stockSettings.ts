import type { SellingPolicy, UnitFactor } from '../inventory/index.ts';
import type { Result } from '../shared/result.ts';

/** What a setting names by a code, and there is none of. */
export type UnknownSetting = { readonly code: string; readonly message: string };

export type IncomingSupply = {
  readonly sku: string;
  readonly location: string;
  readonly quantity: number;
  readonly dueOn: string;
  readonly reference: string;
  readonly unitCostMinor: number | null;
};

export type ChannelPolicy = {
  /** The name of the connection. */
  readonly connection: string;
  /** One product, or null for all that have no policy of their own. */
  readonly sku: string | null;
  readonly buffer: number;
  readonly oversellProbability: number | null;
  readonly cap: number | null;
};

type Set = Promise<Result<void, UnknownSetting>>;

/**
 * What people decide about stock: what is to come, how it is sold beyond what is there, and what channels are shown. Each
 * change is in the audit log, and the levels that it changes are told to channels.
 */
export type StockSettings = {
  addIncoming(id: string, supply: IncomingSupply, actor: string): Set;
  /** Gives what is still to come another day or quantity. `version` guards against what the caller did not see. */
  changeIncoming(
    id: string,
    change: { readonly dueOn?: string | undefined; readonly quantity?: number | undefined; readonly cancel?: boolean },
    version: number | undefined,
    actor: string,
  ): Set;
  setSellingPolicy(sku: string, policy: SellingPolicy, actor: string): Set;
  setSafetyStock(sku: string, location: string, quantity: number, actor: string): Set;
  setChannelPolicy(id: string, policy: ChannelPolicy, actor: string): Set;
  setUnit(sku: string, unit: UnitFactor, actor: string): Set;
  /** Makes a product a bundle of others, or with no components a product of its own again. */
  setBundle(
    sku: string,
    components: readonly { readonly sku: string; readonly quantity: number }[],
    actor: string,
  ): Set;
  addBin(
    id: string,
    bin: { readonly location: string; readonly code: string; readonly zone: string | null; readonly walk: number },
    actor: string,
  ): Set;
};
