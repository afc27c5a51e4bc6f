/**
 * The entities that are read, with the fields in use by what they hold: checked against OFBiz's own entity models in the
 * contract tests. Every entity has `lastUpdatedStamp` beside these.
 */
type Entity = {
  readonly key: readonly string[];
  readonly texts: readonly string[];
  readonly times?: readonly string[];
  readonly decimals?: readonly string[];
};

export const ENTITIES = {
  OrderHeader: {
    key: ['orderId'],
    texts: ['orderTypeId', 'orderName', 'externalId', 'salesChannelEnumId', 'statusId', 'currencyUom', 'internalCode'],
    times: ['orderDate'],
    decimals: ['grandTotal'],
  },
  OrderItem: {
    key: ['orderId', 'orderItemSeqId'],
    texts: ['externalId', 'productId', 'itemDescription', 'orderItemTypeId', 'statusId'],
    times: ['estimatedDeliveryDate'],
    decimals: ['quantity', 'cancelQuantity', 'unitPrice'],
  },
  OrderAdjustment: {
    key: ['orderAdjustmentId'],
    texts: ['orderId', 'orderItemSeqId', 'shipGroupSeqId', 'orderAdjustmentTypeId', 'comments', 'description'],
    decimals: ['amount', 'amountAlreadyIncluded', 'sourcePercentage'],
  },
  OrderItemShipGroup: {
    key: ['orderId', 'shipGroupSeqId'],
    texts: ['shipmentMethodTypeId', 'carrierPartyId', 'contactMechId', 'facilityId'],
  },
  OrderRole: { key: ['orderId', 'partyId', 'roleTypeId'], texts: [] },
  OrderContactMech: { key: ['orderId', 'contactMechPurposeTypeId', 'contactMechId'], texts: [] },
  OrderPaymentPreference: {
    key: ['orderPaymentPreferenceId'],
    texts: ['orderId', 'paymentMethodTypeId', 'statusId'],
    decimals: ['maxAmount'],
  },
  ContactMech: { key: ['contactMechId'], texts: ['contactMechTypeId', 'infoString'] },
  PostalAddress: {
    key: ['contactMechId'],
    texts: [
      ...['toName', 'attnName', 'address1', 'address2', 'city', 'postalCode', 'countryGeoId', 'stateProvinceGeoId'],
    ],
  },
  TelecomNumber: { key: ['contactMechId'], texts: ['countryCode', 'areaCode', 'contactNumber'] },
  Party: { key: ['partyId'], texts: ['partyTypeId', 'externalId', 'statusId'] },
  Person: { key: ['partyId'], texts: ['firstName', 'lastName'] },
  PartyGroup: { key: ['partyId'], texts: ['groupName'] },
  PartyContactMech: {
    key: ['partyId', 'contactMechId', 'fromDate'],
    texts: [],
    times: ['fromDate', 'thruDate'],
  },
  PartyRole: { key: ['partyId', 'roleTypeId'], texts: [] },
  PartyContactMechPurpose: {
    key: ['partyId', 'contactMechId', 'contactMechPurposeTypeId', 'fromDate'],
    texts: [],
    times: ['fromDate', 'thruDate'],
  },
  Shipment: {
    key: ['shipmentId'],
    texts: ['shipmentTypeId', 'statusId', 'primaryOrderId', 'originFacilityId'],
  },
  ShipmentItem: { key: ['shipmentId', 'shipmentItemSeqId'], texts: ['productId'] },
  ItemIssuance: {
    key: ['itemIssuanceId'],
    texts: ['orderId', 'orderItemSeqId', 'shipGroupSeqId', 'inventoryItemId', 'shipmentId', 'shipmentItemSeqId'],
    decimals: ['quantity', 'cancelQuantity'],
  },
  ShipmentRouteSegment: {
    key: ['shipmentId', 'shipmentRouteSegmentId'],
    texts: ['carrierPartyId', 'trackingIdNumber'],
    times: ['actualStartDate'],
  },
  OrderItemShipGrpInvRes: {
    key: ['orderId', 'shipGroupSeqId', 'orderItemSeqId', 'inventoryItemId'],
    texts: [],
    decimals: ['quantity', 'quantityNotAvailable'],
  },
  ReturnHeader: { key: ['returnId'], texts: ['returnHeaderTypeId', 'statusId', 'currencyUomId'], times: ['entryDate'] },
  ReturnItem: {
    key: ['returnId', 'returnItemSeqId'],
    texts: ['productId', 'orderId', 'orderItemSeqId', 'statusId', 'expectedItemStatus'],
    decimals: ['returnQuantity', 'receivedQuantity', 'returnPrice'],
  },
  Payment: {
    key: ['paymentId'],
    texts: ['paymentTypeId', 'paymentMethodTypeId', 'paymentPreferenceId', 'statusId', 'currencyUomId'],
    decimals: ['amount'],
  },
  PaymentApplication: {
    key: ['paymentApplicationId'],
    texts: ['paymentId', 'invoiceId'],
    decimals: ['amountApplied'],
  },
  OrderItemBilling: { key: ['orderId', 'orderItemSeqId', 'invoiceId', 'invoiceItemSeqId'], texts: [] },
  ShipmentReceipt: {
    key: ['receiptId'],
    texts: ['orderId', 'orderItemSeqId'],
    decimals: ['quantityAccepted'],
  },
  Requirement: {
    key: ['requirementId'],
    texts: ['requirementTypeId', 'facilityId', 'productId', 'statusId', 'description'],
    times: ['requiredByDate'],
    decimals: ['quantity'],
  },
  Product: {
    key: ['productId'],
    texts: ['productTypeId', 'internalName', 'productName', 'isVirtual', 'weightUomId'],
    times: ['salesDiscontinuationDate'],
    decimals: ['productWeight', 'shippingWeight'],
  },
  GoodIdentification: { key: ['goodIdentificationTypeId', 'productId'], texts: ['idValue'] },
  InventoryItem: { key: ['inventoryItemId'], texts: ['productId', 'facilityId'] },
  ProductStore: { key: ['productStoreId'], texts: ['storeName'] },
} as const satisfies Readonly<Record<string, Entity>>;
export type EntityName = keyof typeof ENTITIES;

/** When a record was written last: the entity engine keeps it for every one, in no entity model. */
export const STAMP = 'lastUpdatedStamp';

/** Geo is read too (`geoId`, `geoTypeId`, `geoCode`): countries and their parts. */
export type ReadName = EntityName | 'Geo' | 'GeoAssoc' | 'PartyAndContactMech' | 'PartyAndPostalAddress';

const VIEWS: Readonly<Record<Exclude<ReadName, EntityName>, Entity>> = {
  Geo: { key: ['geoId'], texts: ['geoTypeId', 'geoCode'] },
  GeoAssoc: { key: ['geoId', 'geoIdTo'], texts: [] },
  PartyAndContactMech: { ...ENTITIES.PartyContactMech, texts: ['contactMechTypeId', 'infoString'] },
  PartyAndPostalAddress: {
    ...ENTITIES.PartyContactMech,
    texts: ENTITIES.PostalAddress.texts,
  },
};

export const entityOf = (name: ReadName): Entity =>
  name in ENTITIES ? ENTITIES[name as EntityName] : VIEWS[name as keyof typeof VIEWS];
