import type { AddressValue, OrderDocument, OrderLineDocument } from '../../documents/index.ts';
import { parseDecimal } from '../../shared/decimal.ts';
import type { FindingFact } from '../messages.ts';
import type { HoldReason } from '../order.ts';
import { explainTotals } from '../totals.ts';
import { COUNTRIES, POSTAL_CODES, SUBDIVISIONS } from './countries.ts';

/** What can be wrong with an order. */
export const FINDING_CODES = [
  'unknown-sku',
  'not-sellable',
  'price-differs',
  'tax-differs',
  'total-differs',
  'out-of-stock',
  'address-missing',
  'address-incomplete',
  'country-unknown',
  'subdivision-unknown',
  'postal-code-malformed',
  'phone-malformed',
  'email-malformed',
  'duplicate',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];
export type Finding = FindingFact & { readonly code: FindingCode };

/** A price that a line is compared with: of one unit in whole currency units, and how far it may be off, in basis points. */
export type ListPrice = { readonly unitPrice: string; readonly toleranceBps: number };

/** What the hub knows that the document does not say. */
export type OrderFacts = {
  /** Known SKUs, and whether they may be sold. */
  readonly sellable: ReadonlyMap<string, boolean>;
  readonly prices: ReadonlyMap<string, ListPrice>;
  /** Units that can be promised to this order by SKU; a SKU that is not here is not judged. */
  readonly available: ReadonlyMap<string, number>;
  /** Numbers of other orders of the same buyer, of lately, with the same lines and total. */
  readonly duplicates: readonly string[];
  readonly isPhone: (text: string, country: string | undefined) => boolean;
};

/** Which finding holds an order, and how; null lets it pass. */
export type HoldPolicy = Readonly<Record<FindingCode, HoldReason | null>>;

export const USUAL_POLICY: HoldPolicy = {
  'unknown-sku': null,
  'not-sellable': 'manual',
  'price-differs': 'custom:price',
  'tax-differs': 'custom:totals',
  'total-differs': 'custom:totals',
  'out-of-stock': null,
  'address-missing': 'address',
  'address-incomplete': 'address',
  'country-unknown': 'address',
  'subdivision-unknown': 'address',
  'postal-code-malformed': 'address',
  'phone-malformed': null,
  'email-malformed': null,
  duplicate: 'fraud',
};

/** The holds that findings ask for, each once. */
export function holdsFor(findings: readonly Finding[], policy: HoldPolicy): readonly HoldReason[] {
  return [...new Set(findings.flatMap(({ code }) => policy[code] ?? []))];
}

/** Everything that is wrong with an order, at once; an order without findings is valid. */
export function validateOrder(document: OrderDocument, facts: OrderFacts): readonly Finding[] {
  const needsAddress = document.kind === 'sales' && document.lines.some(({ requiresShipping }) => requiresShipping);
  return [
    ...document.lines.flatMap((line, i) => lineFindings(line, `/lines/${i}`, facts)),
    ...stockFindings(document, facts),
    ...totalFindings(document),
    ...(needsAddress && document.channel !== 'store' ? addressFindings(document.shippingAddress, facts) : []),
    ...contactFindings(document, facts),
    ...facts.duplicates.map(
      (number): Finding => ({
        code: 'duplicate',
        at: '/number',
        message: `order ${number} has the same buyer, lines and total`,
      }),
    ),
  ];
}

function lineFindings({ sku, unitPrice }: OrderLineDocument, at: string, facts: OrderFacts): readonly Finding[] {
  const isSellable = facts.sellable.get(sku);
  if (isSellable === undefined) return [{ code: 'unknown-sku', at: `${at}/sku`, message: `there is no item ${sku}` }];
  const findings: Finding[] = [];
  if (!isSellable) findings.push({ code: 'not-sellable', at: `${at}/sku`, message: `${sku} is not sold any more` });
  const price = facts.prices.get(sku);
  if (price && !isWithin(unitPrice, price)) {
    const message = `${sku} costs ${unitPrice}; the list says ${price.unitPrice}, give or take ${price.toleranceBps / 100} %`;
    findings.push({ code: 'price-differs', at: `${at}/unitPrice`, message });
  }
  return findings;
}

function isWithin(stated: string, { unitPrice, toleranceBps }: ListPrice): boolean {
  const [is, wanted] = [parseDecimal(stated), parseDecimal(unitPrice)];
  if (!is.ok || !wanted.ok) return false;
  const scale = Math.max(is.value.scale, wanted.value.scale);
  const whole = ({ unscaled, scale: own }: { unscaled: bigint; scale: number }) =>
    unscaled * 10n ** BigInt(scale - own);
  const off = whole(is.value) - whole(wanted.value);
  return (off < 0n ? -off : off) * 10_000n <= whole(wanted.value) * BigInt(toleranceBps);
}

function stockFindings({ lines, kind }: OrderDocument, { available }: OrderFacts): readonly Finding[] {
  if (kind !== 'sales') return [];
  const wanted = new Map<string, { units: number; at: string }>();
  for (const [i, { sku, quantity, requiresShipping }] of lines.entries()) {
    const before = wanted.get(sku);
    if (requiresShipping) wanted.set(sku, { units: (before?.units ?? 0) + quantity, at: before?.at ?? `/lines/${i}` });
  }
  return [...wanted].flatMap(([sku, { units, at }]): readonly Finding[] => {
    const have = available.get(sku);
    if (have === undefined || have >= units) return [];
    return [
      { code: 'out-of-stock', at: `${at}/quantity`, message: `${units} of ${sku} are wanted, ${have} can be promised` },
    ];
  });
}

const TAX_CAUSES = new Set(['tax-override', 'tax-in-prices', 'tax-not-listed']);
const TOTAL_CAUSES = new Set(['line-override', 'lines-not-listed', 'shipping-not-listed', 'source-override']);

/** Differences that no rounding, discount or gift card explains. */
function totalFindings(document: OrderDocument): readonly Finding[] {
  return explainTotals(document).differences.flatMap(({ cause, at, minor }): readonly Finding[] => {
    const message = `it is ${minor} minor units off what its parts come to (${cause})`;
    if (TAX_CAUSES.has(cause)) return [{ code: 'tax-differs', at, message }];
    return TOTAL_CAUSES.has(cause) ? [{ code: 'total-differs', at, message }] : [];
  });
}

function addressFindings(address: AddressValue | undefined, facts: OrderFacts): readonly Finding[] {
  const at = '/shippingAddress';
  if (!address) return [{ code: 'address-missing', at, message: 'there is nowhere to send it' }];
  const missing = (['line1', 'city', 'country'] as const).filter((field) => !address[field]?.trim());
  const isNamed = Boolean((address.name ?? address.company)?.trim());
  return [
    ...missing.map((field) => finding('address-incomplete', field, `the ${field} is missing`)),
    ...(isNamed ? [] : [finding('address-incomplete', 'name', 'nobody is named')]),
    ...placeFindings(address),
    ...(address.phone && !facts.isPhone(address.phone, address.country)
      ? [finding('phone-malformed', 'phone', `${address.phone} is no telephone number`)]
      : []),
  ];
}

const finding = (code: FindingCode, field: string, message: string): Finding => ({
  code,
  at: `/shippingAddress/${field}`,
  message,
});

function placeFindings({ country = '', subdivision, postalCode }: AddressValue): readonly Finding[] {
  const findings: Finding[] = [];
  if (country !== '' && !COUNTRIES.has(country)) {
    findings.push(finding('country-unknown', 'country', `${country} is no country of ISO 3166-1`));
  }
  const subdivisions = SUBDIVISIONS.get(country);
  if (subdivisions && !subdivisions.has(subdivision ?? '')) {
    const message = `${subdivision ?? 'none'} is no part of ${country} in ISO 3166-2`;
    findings.push(finding('subdivision-unknown', 'subdivision', message));
  }
  const format = POSTAL_CODES.get(country);
  if (format && !format.test(postalCode?.trim().toUpperCase() ?? '')) {
    const message = `${postalCode ?? 'none'} is no postal code of ${country}`;
    findings.push(finding('postal-code-malformed', 'postalCode', message));
  }
  return findings;
}

/** What RFC 5321 allows and mail systems take: a local part, and a domain of labels. */
const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

function contactFindings({ customer, shippingAddress }: OrderDocument, facts: OrderFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (customer?.email !== undefined && !EMAIL.test(customer.email)) {
    findings.push({ code: 'email-malformed', at: '/customer/email', message: `${customer.email} is no email address` });
  }
  if (customer?.phone !== undefined && !facts.isPhone(customer.phone, shippingAddress?.country)) {
    findings.push({
      code: 'phone-malformed',
      at: '/customer/phone',
      message: `${customer.phone} is no telephone number`,
    });
  }
  return findings;
}
