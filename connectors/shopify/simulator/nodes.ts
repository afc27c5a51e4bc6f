import type { WireAddress, WireLine, WireMoneySet, WireOrder, WireRefund, WireShippingLine, WireTax } from '../wire.ts';

const gid = (kind: string, id: number | string): string => `gid://shopify/${kind}/${id}`;
const keyed = (kind: string, id: number | string | null | undefined) => (id ? { id: gid(kind, id) } : null);

/** A connection on one page; the API cuts smaller ones from it. */
const whole = (nodes: readonly unknown[]) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });

/** An order as the GraphQL API shows it, from the body that its webhook carries. */
export function orderNode(body: WireOrder): Record<string, unknown> {
  const { currency } = body;
  const money = (amount: string | null | undefined) => ({
    shopMoney: { amount: amount ?? '0.0', currencyCode: currency },
  });
  return {
    id: gid('Order', body.id),
    name: body.name,
    createdAt: utc(body.created_at),
    processedAt: utc(body.processed_at ?? body.created_at),
    updatedAt: utc(body.updated_at),
    currencyCode: currency,
    taxesIncluded: body.taxes_included ?? false,
    ...aboutNode(body),
    ...stateNode(body),
    billingAddress: addressNode(body.billing_address),
    shippingAddress: addressNode(body.shipping_address),
    totalPriceSet: money(body.total_price),
    totalTaxSet: money(body.total_tax),
    totalDiscountsSet: money(body.total_discounts),
    totalTipReceivedSet: money(body.total_tip_received),
    originalTotalDutiesSet: setNode(body.original_total_duties_set),
    originalTotalAdditionalFeesSet: setNode(body.original_total_additional_fees_set),
    discountApplications: { nodes: discountNodes(body) },
    shippingLines: {
      nodes: (body.shipping_lines ?? []).filter((line) => !line.is_removed).map((line) => shippingNode(line, money)),
    },
    lineItems: whole(body.line_items.map((line) => lineNode(line, money))),
    refunds: (body.refunds ?? []).map((refund) => refundNode(refund, body, money)),
  };
}

function aboutNode({ email, phone, note, tags, customer }: WireOrder): Record<string, unknown> {
  return {
    email: email ?? null,
    phone: phone ?? null,
    note: note ?? null,
    tags: (tags ?? '').split(',').flatMap((tag) => tag.trim() || []),
    customer: customer && {
      id: gid('Customer', customer.id),
      firstName: customer.first_name ?? null,
      lastName: customer.last_name ?? null,
    },
  };
}

function stateNode(body: WireOrder): Record<string, unknown> {
  return {
    sourceName: body.source_name ?? null,
    displayFinancialStatus: body.financial_status?.toUpperCase() ?? null,
    cancelledAt: body.cancelled_at ? utc(body.cancelled_at) : null,
    cancelReason: body.cancel_reason?.toUpperCase() ?? null,
  };
}

type MoneyOf = (amount: string | null | undefined) => { shopMoney: { amount: string; currencyCode: string } };

const DISCOUNT_TYPES: Readonly<Record<string, string>> = {
  discount_code: 'DiscountCodeApplication',
  automatic: 'AutomaticDiscountApplication',
  manual: 'ManualDiscountApplication',
  script: 'ScriptDiscountApplication',
};

function discountNodes(body: WireOrder): unknown[] {
  return (body.discount_applications ?? []).map(({ type, title, code, target_type, target_selection }, index) => ({
    __typename: DISCOUNT_TYPES[type ?? ''] ?? 'ManualDiscountApplication',
    index,
    targetType: target_type?.toUpperCase() ?? 'LINE_ITEM',
    targetSelection: target_selection?.toUpperCase() ?? 'ALL',
    ...(type === 'discount_code' ? { code: code ?? '' } : { title: title ?? '' }),
  }));
}

function lineNode(line: WireLine, money: MoneyOf): unknown {
  return {
    id: gid('LineItem', line.id),
    sku: line.sku ?? null,
    name: line.name ?? line.title ?? '',
    title: line.title ?? '',
    quantity: line.quantity,
    requiresShipping: line.requires_shipping ?? true,
    isGiftCard: line.gift_card ?? false,
    variant: keyed('ProductVariant', line.variant_id),
    product: keyed('Product', line.product_id),
    originalUnitPriceSet: money(line.price),
    discountAllocations: allocationNodes(line, money),
    taxLines: taxNodes(line.tax_lines, money),
  };
}

function shippingNode(line: WireShippingLine, money: MoneyOf): unknown {
  return {
    title: line.title ?? '',
    code: line.code ?? null,
    originalPriceSet: money(line.price),
    discountAllocations: allocationNodes(line, money),
    taxLines: taxNodes(line.tax_lines, money),
  };
}

function allocationNodes({ discount_allocations }: Pick<WireLine, 'discount_allocations'>, money: MoneyOf): unknown[] {
  return (discount_allocations ?? []).map(({ amount, discount_application_index }) => ({
    allocatedAmountSet: money(amount),
    discountApplication: { index: discount_application_index },
  }));
}

function taxNodes(taxes: readonly WireTax[] | undefined, money: MoneyOf): unknown[] {
  return (taxes ?? []).map(({ title, rate, price }) => ({
    title: title ?? '',
    rate: rate ?? null,
    priceSet: money(price),
  }));
}

function refundNode(refund: WireRefund, body: WireOrder, money: MoneyOf): unknown {
  return {
    id: gid('Refund', refund.id),
    createdAt: utc(refund.created_at),
    note: refund.note ?? null,
    refundLineItems: whole(
      (refund.refund_line_items ?? []).map((line) => ({
        quantity: line.quantity,
        restockType: (line.restock_type ?? 'no_restock').toUpperCase(),
        subtotalSet: setNode(line.subtotal_set) ?? money(line.subtotal),
        totalTaxSet: setNode(line.total_tax_set) ?? money(line.total_tax),
        lineItem: {
          id: gid('LineItem', line.line_item_id),
          sku: line.line_item?.sku ?? null,
          variant: keyed('ProductVariant', line.line_item?.variant_id),
        },
      })),
    ),
    refundShippingLines: {
      nodes: (refund.refund_shipping_lines ?? []).map(({ subtotal_amount_set, tax_amount_set }) => ({
        subtotalAmountSet: setNode(subtotal_amount_set) ?? money('0.0'),
        taxAmountSet: setNode(tax_amount_set) ?? money('0.0'),
      })),
    },
    transactions: {
      nodes: (refund.transactions ?? []).map(({ kind, status, amount, currency }) => ({
        kind: kind?.toUpperCase() ?? 'REFUND',
        status: status?.toUpperCase() ?? 'SUCCESS',
        amountSet: { shopMoney: { amount, currencyCode: currency ?? body.currency } },
      })),
    },
  };
}

function setNode(set: WireMoneySet): unknown {
  return set ? { shopMoney: { amount: set.shop_money.amount, currencyCode: set.shop_money.currency_code } } : null;
}

function addressNode(address: WireAddress | null | undefined): unknown {
  if (!address) return null;
  const { province_code, country_code, ...same } = address;
  return { ...same, provinceCode: province_code ?? null, countryCodeV2: country_code ?? null };
}

/** GraphQL writes instants in UTC, webhooks in the shop's zone. */
function utc(instant: string): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
