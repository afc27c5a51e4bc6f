/**
 * The services that are called, with the attributes that go in and those that are read of the answer: checked against
 * OFBiz's own definitions in the contract tests. All of them are called by POST.
 */
type Service = {
  readonly effect: 'read' | 'write';
  readonly sends: readonly string[];
  readonly reads: readonly string[];
};

export const SERVICES = {
  findOrders: { effect: 'read', sends: ['showAll', 'viewIndex', 'viewSize'], reads: ['orderListSize'] },
  performFindList: {
    effect: 'read',
    sends: ['entityName', 'inputFields', 'orderBy', 'noConditionFind', 'viewIndex', 'viewSize'],
    reads: ['list', 'listSize'],
  },
  getInventoryAvailableByFacility: {
    effect: 'read',
    sends: ['productId', 'facilityId'],
    reads: ['quantityOnHandTotal', 'availableToPromiseTotal'],
  },
  storeOrder: {
    effect: 'write',
    sends: [
      ...['partyId', 'orderTypeId', 'orderName', 'externalId', 'internalCode', 'productStoreId', 'salesChannelEnumId'],
      ...['currencyUom', 'orderDate', 'grandTotal', 'orderItems', 'orderAdjustments', 'orderItemShipGroupInfo'],
      ...['orderContactMechs', 'orderPaymentInfo', 'orderNotes', 'billToCustomerPartyId', 'placingCustomerPartyId'],
      ...['shipToCustomerPartyId', 'endUserCustomerPartyId', 'billFromVendorPartyId', 'shipFromVendorPartyId'],
      'supplierAgentPartyId',
    ],
    reads: ['orderId'],
  },
  changeOrderStatus: { effect: 'write', sends: ['orderId', 'statusId', 'setItemStatus', 'changeReason'], reads: [] },
  createPerson: { effect: 'write', sends: ['firstName', 'lastName', 'externalId'], reads: ['partyId'] },
  createPartyContactMech: {
    effect: 'write',
    sends: ['partyId', 'contactMechTypeId', 'infoString', 'contactMechPurposeTypeId'],
    reads: ['contactMechId'],
  },
  createPartyPostalAddress: {
    effect: 'write',
    sends: [
      ...['partyId', 'toName', 'attnName', 'address1', 'address2', 'city', 'postalCode', 'countryGeoId'],
      ...['stateProvinceGeoId', 'contactMechPurposeTypeId'],
    ],
    reads: ['contactMechId'],
  },
  createPayment: {
    effect: 'write',
    sends: [
      ...['paymentId', 'paymentTypeId', 'paymentMethodTypeId', 'paymentPreferenceId', 'partyIdFrom', 'partyIdTo'],
      ...['statusId', 'effectiveDate', 'paymentRefNum', 'amount', 'currencyUomId'],
    ],
    reads: [],
  },
  createShipment: {
    effect: 'write',
    sends: [
      ...['shipmentId', 'shipmentTypeId', 'statusId', 'primaryOrderId', 'primaryShipGroupSeqId', 'originFacilityId'],
    ],
    reads: [],
  },
  issueOrderItemShipGrpInvResToShipment: {
    effect: 'write',
    sends: ['shipmentId', 'orderId', 'shipGroupSeqId', 'orderItemSeqId', 'inventoryItemId', 'quantity'],
    reads: [],
  },
  createShipmentRouteSegment: {
    effect: 'write',
    sends: ['shipmentId', 'shipmentRouteSegmentId', 'carrierPartyId', 'trackingIdNumber', 'actualStartDate'],
    reads: [],
  },
  updateShipmentRouteSegment: {
    effect: 'write',
    sends: ['shipmentId', 'shipmentRouteSegmentId', 'carrierPartyId', 'trackingIdNumber', 'actualStartDate'],
    reads: [],
  },
  updateShipment: { effect: 'write', sends: ['shipmentId', 'statusId'], reads: [] },
} as const satisfies Readonly<Record<string, Service>>;
export type ServiceName = keyof typeof SERVICES;
