/** Every operation of this connector, as text. The contract test checks them against Shopify's schema. */

const MONEY = '{ shopMoney { amount currencyCode } }';
const TAX_LINES = `taxLines { title rate priceSet ${MONEY} }`;
const ALLOCATIONS = `discountAllocations { allocatedAmountSet ${MONEY} discountApplication { index } }`;

const LINES = `
  nodes {
    id sku name title quantity requiresShipping isGiftCard
    variant { id }
    product { id }
    originalUnitPriceSet ${MONEY}
    ${ALLOCATIONS}
    ${TAX_LINES}
  }
  pageInfo { hasNextPage endCursor }`;

const REFUND_LINES = `
  nodes {
    quantity restockType subtotalSet ${MONEY} totalTaxSet ${MONEY}
    lineItem { id sku variant { id } }
  }
  pageInfo { hasNextPage endCursor }`;

const ADDRESS = '{ name company address1 address2 city zip provinceCode countryCodeV2 phone }';

const ORDER = `
  id name createdAt processedAt updatedAt currencyCode taxesIncluded email phone note tags sourceName
  displayFinancialStatus cancelledAt cancelReason
  customer { id firstName lastName }
  billingAddress ${ADDRESS}
  shippingAddress ${ADDRESS}
  totalPriceSet ${MONEY} totalTaxSet ${MONEY} totalDiscountsSet ${MONEY} totalTipReceivedSet ${MONEY}
  originalTotalDutiesSet ${MONEY} originalTotalAdditionalFeesSet ${MONEY}
  discountApplications(first: 50) {
    nodes {
      __typename index targetType targetSelection
      ... on DiscountCodeApplication { code }
      ... on AutomaticDiscountApplication { title }
      ... on ManualDiscountApplication { title }
      ... on ScriptDiscountApplication { title }
    }
  }
  shippingLines(first: 10) { nodes { title code originalPriceSet ${MONEY} ${ALLOCATIONS} ${TAX_LINES} } }
  lineItems(first: $lines) { ${LINES} }
  refunds(first: 50) {
    id createdAt note
    refundLineItems(first: $refundLines) { ${REFUND_LINES} }
    refundShippingLines(first: 5) { nodes { subtotalAmountSet ${MONEY} taxAmountSet ${MONEY} } }
    transactions(first: 10) { nodes { kind status amountSet ${MONEY} } }
  }`;

export const ORDERS = `
query Orders($first: Int!, $after: String, $filter: String, $lines: Int!, $refundLines: Int!) {
  orders(first: $first, after: $after, query: $filter, sortKey: UPDATED_AT) {
    nodes { ${ORDER} }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const MORE_LINES = `
query MoreLines($id: ID!, $after: String) {
  order(id: $id) { lineItems(first: 250, after: $after) { ${LINES} } }
}`;

export const MORE_REFUND_LINES = `
query MoreRefundLines($id: ID!, $after: String) {
  refund(id: $id) { refundLineItems(first: 250, after: $after) { ${REFUND_LINES} } }
}`;

export const STOCK = `
query Stock($first: Int!, $after: String) {
  inventoryItems(first: $first, after: $after) {
    nodes {
      id sku tracked
      inventoryLevels(first: 50) {
        nodes { updatedAt location { id } quantities(names: ["available"]) { name quantity } }
        pageInfo { hasNextPage endCursor }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const MORE_LEVELS = `
query MoreLevels($id: ID!, $after: String) {
  inventoryItem(id: $id) {
    inventoryLevels(first: 250, after: $after) {
      nodes { updatedAt location { id } quantities(names: ["available"]) { name quantity } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const PRODUCTS = `
query Products($first: Int!, $after: String, $filter: String) {
  productVariants(first: $first, after: $after, query: $filter, sortKey: ID) {
    nodes {
      id sku barcode title updatedAt
      product { title status updatedAt }
      inventoryItem { id measurement { weight { value unit } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const ITEM_BY_SKU = `
query ItemBySku($filter: String!) {
  inventoryItems(first: 10, query: $filter) { nodes { id sku } }
}`;

export const SET_STOCK = `
mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { createdAt }
    userErrors { code field message }
  }
}`;

export const FULFILLMENT_STATE = `
query FulfillmentState($id: ID!) {
  order(id: $id) {
    id
    fulfillments(first: 100) {
      id status
      trackingInfo(first: 10) { number }
      fulfillmentLineItems(first: 250) { nodes { quantity lineItem { id } } }
    }
    fulfillmentOrders(first: 20) {
      nodes {
        id status
        assignedLocation { location { id } }
        lineItems(first: 100) { nodes { id remainingQuantity sku lineItem { id } } }
      }
    }
  }
}`;

export const CREATE_FULFILLMENT = `
mutation CreateFulfillment($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) {
    fulfillment { id name }
    userErrors { field message }
  }
}`;

export const SHOP = 'query Shop { shop { name myshopifyDomain currencyCode } }';
