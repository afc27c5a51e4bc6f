import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { parseWire } from '../kit/parse.ts';
import {
  tailOf,
  type WireAddress,
  type WireAllocation,
  type WireDiscount,
  type WireMoneySet,
  type WireOrder,
  type WireTax,
} from './wire.ts';

const text = z.string().nullish();
const Money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) });
export const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: text });
const Keyed = z.object({ id: z.string() });
const Tax = z.object({ title: text, rate: z.number().nullish(), priceSet: Money });
const Allocation = z.object({ allocatedAmountSet: Money, discountApplication: z.object({ index: z.int() }) });
const Address = z.object({
  name: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  zip: text,
  provinceCode: text,
  countryCodeV2: text,
  phone: text,
});

const Line = z.object({
  id: z.string(),
  sku: text,
  name: text,
  title: text,
  quantity: z.int(),
  requiresShipping: z.boolean(),
  isGiftCard: z.boolean(),
  variant: Keyed.nullish(),
  product: Keyed.nullish(),
  originalUnitPriceSet: Money,
  discountAllocations: z.array(Allocation),
  taxLines: z.array(Tax),
});
export const LinePage = z.object({ nodes: z.array(Line), pageInfo: PageInfo });

const RefundLine = z.object({
  quantity: z.int(),
  restockType: z.string(),
  subtotalSet: Money,
  totalTaxSet: Money,
  lineItem: z.object({ id: z.string(), sku: text, variant: Keyed.nullish() }),
});
export const RefundLinePage = z.object({ nodes: z.array(RefundLine), pageInfo: PageInfo });

const Refund = z.object({
  id: z.string(),
  createdAt: z.string(),
  note: text,
  refundLineItems: RefundLinePage,
  refundShippingLines: z.object({ nodes: z.array(z.object({ subtotalAmountSet: Money, taxAmountSet: Money })) }),
  transactions: z.object({ nodes: z.array(z.object({ kind: z.string(), status: z.string(), amountSet: Money })) }),
});

/** An order as the pull asks for it. */
export const OrderNode = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  processedAt: text,
  updatedAt: z.string(),
  currencyCode: z.string(),
  taxesIncluded: z.boolean(),
  email: text,
  phone: text,
  note: text,
  tags: z.array(z.string()),
  sourceName: text,
  displayFinancialStatus: text,
  cancelledAt: text,
  cancelReason: text,
  customer: z.object({ id: z.string(), firstName: text, lastName: text }).nullish(),
  billingAddress: Address.nullish(),
  shippingAddress: Address.nullish(),
  totalPriceSet: Money,
  totalTaxSet: Money.nullish(),
  totalDiscountsSet: Money.nullish(),
  totalTipReceivedSet: Money.nullish(),
  originalTotalDutiesSet: Money.nullish(),
  originalTotalAdditionalFeesSet: Money.nullish(),
  discountApplications: z.object({
    nodes: z.array(
      z.object({ index: z.int(), targetType: z.string(), targetSelection: z.string(), title: text, code: text }),
    ),
  }),
  shippingLines: z.object({
    nodes: z.array(
      z.object({
        title: text,
        code: text,
        originalPriceSet: Money,
        discountAllocations: z.array(Allocation),
        taxLines: z.array(Tax),
      }),
    ),
  }),
  lineItems: LinePage,
  refunds: z.array(Refund),
});
export type OrderNode = z.infer<typeof OrderNode>;

/** Brings an order of the GraphQL API into the shape of a webhook body, so that one decoder makes both canonical. */
export function restShapeOf(raw: unknown): Result<WireOrder, Fault> {
  const parsed = parseWire(OrderNode, raw, 'Shopify order node');
  if (!parsed.ok) return parsed;
  const node = parsed.value;
  return ok({
    id: tailOf(node.id),
    name: node.name,
    created_at: node.createdAt,
    processed_at: node.processedAt,
    updated_at: node.updatedAt,
    currency: node.currencyCode,
    taxes_included: node.taxesIncluded,
    email: node.email,
    phone: node.phone,
    customer: node.customer && {
      id: tailOf(node.customer.id),
      first_name: node.customer.firstName,
      last_name: node.customer.lastName,
    },
    billing_address: addressOf(node.billingAddress),
    shipping_address: addressOf(node.shippingAddress),
    line_items: node.lineItems.nodes.map(lineOf),
    shipping_lines: node.shippingLines.nodes.map((line) => ({
      title: line.title,
      code: line.code,
      price: line.originalPriceSet.shopMoney.amount,
      discount_allocations: allocationsOf(line.discountAllocations),
      tax_lines: taxesOf(line.taxLines),
    })),
    discount_applications: discountsOf(node),
    financial_status: node.displayFinancialStatus?.toLowerCase(),
    cancelled_at: node.cancelledAt,
    cancel_reason: node.cancelReason?.toLowerCase(),
    note: node.note,
    tags: node.tags.join(','),
    source_name: node.sourceName,
    total_price: node.totalPriceSet.shopMoney.amount,
    total_tax: node.totalTaxSet?.shopMoney.amount,
    total_discounts: node.totalDiscountsSet?.shopMoney.amount,
    total_tip_received: node.totalTipReceivedSet?.shopMoney.amount,
    original_total_duties_set: moneyOf(node.originalTotalDutiesSet),
    original_total_additional_fees_set: moneyOf(node.originalTotalAdditionalFeesSet),
    refunds: node.refunds.map((refund) => refundOf(refund)),
  });
}

function lineOf(line: z.infer<typeof Line>): WireOrder['line_items'][number] {
  return {
    id: tailOf(line.id),
    sku: line.sku,
    variant_id: line.variant && tailOf(line.variant.id),
    product_id: line.product && tailOf(line.product.id),
    title: line.title,
    name: line.name,
    quantity: line.quantity,
    price: line.originalUnitPriceSet.shopMoney.amount,
    discount_allocations: allocationsOf(line.discountAllocations),
    tax_lines: taxesOf(line.taxLines),
    requires_shipping: line.requiresShipping,
    gift_card: line.isGiftCard,
  };
}

function refundOf(refund: z.infer<typeof Refund>): NonNullable<WireOrder['refunds']>[number] {
  return {
    id: tailOf(refund.id),
    created_at: refund.createdAt,
    note: refund.note,
    refund_line_items: refund.refundLineItems.nodes.map(
      ({ lineItem, quantity, restockType, subtotalSet, totalTaxSet }) => ({
        line_item_id: tailOf(lineItem.id),
        quantity,
        restock_type: restockType.toLowerCase(),
        subtotal_set: moneyOf(subtotalSet),
        total_tax_set: moneyOf(totalTaxSet),
        line_item: { sku: lineItem.sku, variant_id: lineItem.variant && tailOf(lineItem.variant.id) },
      }),
    ),
    refund_shipping_lines: refund.refundShippingLines.nodes.map(({ subtotalAmountSet, taxAmountSet }) => ({
      subtotal_amount_set: moneyOf(subtotalAmountSet),
      tax_amount_set: moneyOf(taxAmountSet),
    })),
    transactions: refund.transactions.nodes.map(({ kind, status, amountSet }) => ({
      kind: kind.toLowerCase(),
      status: status.toLowerCase(),
      amount: amountSet.shopMoney.amount,
      currency: amountSet.shopMoney.currencyCode,
    })),
  };
}

/** Applications in the order of their index, because allocations point to them by it. */
function discountsOf(node: OrderNode): WireDiscount[] {
  return [...node.discountApplications.nodes]
    .sort((a, b) => a.index - b.index)
    .map(({ title, code, targetType, targetSelection }) => ({
      title,
      code,
      target_type: targetType.toLowerCase(),
      target_selection: targetSelection.toLowerCase(),
    }));
}

function moneyOf(set: z.infer<typeof Money> | null | undefined): WireMoneySet {
  return set && { shop_money: { amount: set.shopMoney.amount, currency_code: set.shopMoney.currencyCode } };
}

function allocationsOf(allocations: readonly z.infer<typeof Allocation>[]): WireAllocation[] {
  return allocations.map(({ allocatedAmountSet, discountApplication }) => ({
    amount: allocatedAmountSet.shopMoney.amount,
    discount_application_index: discountApplication.index,
  }));
}

function taxesOf(taxes: readonly z.infer<typeof Tax>[]): WireTax[] {
  return taxes.map(({ title, rate, priceSet }) => ({ title, rate, price: priceSet.shopMoney.amount }));
}

function addressOf(address: z.infer<typeof Address> | null | undefined): WireAddress | undefined {
  if (!address) return undefined;
  const { provinceCode, countryCodeV2, ...same } = address;
  return { ...same, province_code: provinceCode, country_code: countryCodeV2 };
}
