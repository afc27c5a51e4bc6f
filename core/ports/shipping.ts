import type { AddressValue, LabelRequest, RateQuery, ShippingRules } from '../documents/index.ts';
import type { ConnectionId, Instant } from '../shared/ids.ts';
import type { Result } from '../shared/result.ts';
import type { Parcelled } from '../shipping/index.ts';
import type { CarrierDocument, CarrierOperation, NothingToSend } from './delivery.ts';

/** A version of the rules by which offers are compared. Version 0: nobody has said anything yet. */
export type PublishedShippingRules = {
  readonly version: number;
  readonly body: ShippingRules;
  readonly publishedAt: Instant | null;
  readonly publishedBy: string | null;
};

/** What of a fulfillment order is still to leave, as carriers are asked for its price. */
export type ShipmentPlan = {
  readonly number: string;
  readonly query: RateQuery;
  readonly shipment: Omit<Parcelled, 'shipOn'>;
};

export type WorkName = { readonly fulfillmentOrder: string } | { readonly order: string };

/** A label that waits for its carrier to be chosen. */
export type CarrierChoice = {
  readonly reference: string;
  readonly work: string;
  readonly order: string;
  /** Rounds of asking that have brought no offer. */
  readonly rounds: number;
};

export type ChosenCarrier = {
  readonly connection: ConnectionId;
  readonly service: string | null;
  readonly explanation: unknown;
};

/** What rate shopping keeps and reads. */
export type ShippingStore = {
  rules(): Promise<PublishedShippingRules>;
  /** Answers the new version. */
  publishRules(rules: ShippingRules, actor: string): Promise<number>;
  /** By the id or number of a fulfillment order, or of an order that has one that is open. */
  plan(name: WorkName): Promise<Result<ShipmentPlan, NothingToSend>>;
  /** Takes choices whose turn has come, for `leaseMs`. */
  dueChoices(limit: number, leaseMs: number): Promise<readonly CarrierChoice[]>;
  /** Notes the choice and prepares the purchase, in one transaction; false when it was made meanwhile. */
  choose(choice: CarrierChoice, chosen: ChosenCarrier): Promise<boolean>;
  /** Nobody offered: again after `delayMs`. */
  postponeChoice(choice: CarrierChoice, delayMs: number, explanation: unknown): Promise<void>;
};

/** What a label request and a price query of the same goods have in common. */
export type ShipmentParts = Pick<
  LabelRequest,
  'from' | 'to' | 'parcels' | 'currency' | 'customs' | 'declaredValueMinor'
>;

/** A wish to a carrier, to be carried out by the journal. `reference` is what the carrier is given. */
export type NewCarrierRequest = {
  readonly id: string;
  readonly reference: string;
  readonly connection: ConnectionId;
  readonly operation: CarrierOperation;
  readonly document: CarrierDocument;
};

/** A wish with what became of it; the receipt is the carrier's own answer, papers included. */
export type ShownCarrierRequest = {
  readonly id: string;
  readonly connection: string;
  readonly operation: string;
  readonly document: unknown;
  readonly delivery: string;
  readonly state: string;
  readonly fault: unknown;
  readonly receipt: unknown;
  readonly createdBy: string;
};

/** The shipments of one connection on a manifest, by the carrier's own keys. */
export type ManifestedPart = {
  readonly connection: ConnectionId;
  readonly number: string;
  readonly from: AddressValue;
  readonly shipments: readonly string[];
  readonly trackingNumbers: readonly string[];
};

export type CarrierRequests = {
  /** Answers the id of the wish: of the earlier one where the same was wished before. */
  add(request: NewCarrierRequest, actor: string): Promise<string>;
  show(id: string): Promise<ShownCarrierRequest | null>;
  /** What of a manifest each connected carrier has labelled. */
  manifested(manifest: string): Promise<readonly ManifestedPart[]>;
  /** The receipt by which the label of a shipment is taken back; null when it has none of a connected carrier. */
  labelOf(shipment: string): Promise<{ readonly connection: ConnectionId; readonly document: CarrierDocument } | null>;
};
