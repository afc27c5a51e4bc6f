import { type Decimal, parseDecimal, roundToMinor, times } from '../../core/shared/decimal.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { parseInstant, parseLocal } from '../../core/shared/instant.ts';
import type { CurrencyCode } from '../../core/shared/money.ts';
import { exponentOf } from '../../core/shared/money.ts';
import { type FileRow, fieldOf } from './fileRow.ts';
import type { FileMapping, Rule } from './mapping.ts';

/** An order line that counts. Amounts are minor units of its currency, as the quantity's sign has them. */
export type GoodLine = {
  readonly row: FileRow;
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly totalMinor: number;
  readonly at: Instant;
  readonly currency: string;
  readonly isReturn: boolean;
  readonly isService: boolean;
};

export type Judgement =
  | { readonly kind: 'good'; readonly line: GoodLine }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'bad'; readonly reason: string };

type Sign = 'negative' | 'zero' | 'positive';
type Price = { readonly text: string; readonly decimal: Decimal; readonly sign: Sign };
type Facts = {
  readonly order: string;
  readonly sku: string;
  readonly quantity: number | undefined;
  readonly price: Price | undefined;
  readonly customer: 'absent' | 'present';
  readonly isRepeated: boolean;
};

type CompiledRule = Rule & { readonly orderPattern?: RegExp; readonly skuPattern?: RegExp };

/** Judges order lines by a mapping's rules. What texts mean is remembered, as files repeat them by the thousand. */
export class LineJudge {
  readonly #mapping: FileMapping;
  readonly #rules: readonly CompiledRule[];
  readonly #prices = new Remembered((text: string) => priceOf(text, this.#mapping.decimal));
  readonly #instants = new Remembered((text: string) => instantIn(text, this.#mapping.zone));

  constructor(mapping: FileMapping) {
    this.#mapping = mapping;
    this.#rules = mapping.rules.map((rule) => ({
      ...rule,
      ...(rule.when.order !== undefined && { orderPattern: new RegExp(rule.when.order) }),
      ...(rule.when.sku !== undefined && { skuPattern: new RegExp(rule.when.sku) }),
    }));
  }

  judge(row: FileRow, isRepeated: boolean): Judgement {
    if (row.problem !== undefined) return { kind: 'bad', reason: row.problem };
    const quantity = quantityOf(fieldOf(row, 'quantity'));
    const price = this.#prices.of(fieldOf(row, 'unitPrice'));
    const facts: Facts = {
      order: fieldOf(row, 'order'),
      sku: fieldOf(row, 'sku'),
      quantity,
      price,
      customer: fieldOf(row, 'customer') === '' ? 'absent' : 'present',
      isRepeated,
    };
    const rules = this.#rules.filter((rule) => holds(rule, facts));
    const ignored = rules.find(({ as }) => as === 'ignore');
    if (ignored) return { kind: 'ignored', reason: ignored.name };
    const isReturn = rules.some(({ as }) => as === 'return');
    const isService = rules.some(({ as }) => as === 'service');
    return this.#good(row, facts, { isReturn, isService });
  }

  #good(row: FileRow, facts: Facts, is: { isReturn: boolean; isService: boolean }): Judgement {
    const { sku, quantity, price } = facts;
    const at = this.#instants.of(fieldOf(row, 'placedAt'));
    if (sku === '') return { kind: 'bad', reason: 'sku-missing' };
    if (quantity === undefined) return { kind: 'bad', reason: 'quantity-not-whole' };
    if (quantity === 0 || (quantity < 0 && !is.isReturn)) return { kind: 'bad', reason: 'quantity-not-positive' };
    if (price === undefined) return { kind: 'bad', reason: 'price-not-a-number' };
    if (price.sign === 'negative' && !is.isService) return { kind: 'bad', reason: 'price-negative' };
    if (at === undefined) return { kind: 'bad', reason: 'time-not-readable' };
    const currency = fieldOf(row, 'currency') || this.#mapping.currency;
    const totalMinor = roundToMinor(times(price.decimal, quantity), exponentOf(currency as CurrencyCode));
    return { kind: 'good', line: { row, sku, quantity, unitPrice: price.text, totalMinor, at, currency, ...is } };
  }
}

function holds({ when, orderPattern, skuPattern }: CompiledRule, facts: Facts): boolean {
  if (when.repeated && !facts.isRepeated) return false;
  if (when.customer && when.customer !== facts.customer) return false;
  if (when.quantity && (facts.quantity === undefined || when.quantity !== signOf(facts.quantity))) return false;
  if (when.unitPrice && when.unitPrice !== facts.price?.sign) return false;
  return (orderPattern?.test(facts.order) ?? true) && (skuPattern?.test(facts.sku) ?? true);
}

const signOf = (value: number | bigint): Sign => (value < 0 ? 'negative' : value > 0 ? 'positive' : 'zero');

function quantityOf(text: string): number | undefined {
  const quantity = /^-?\d{1,10}(\.0+)?$/.test(text) ? Number(text) : undefined;
  return quantity === undefined ? undefined : quantity + 0;
}

/** A price by its digits; the sign of its exact value, so that "-0.00" is zero. */
function priceOf(text: string, separator: '.' | ','): Price | undefined {
  const plain = separator === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  const parsed = /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? parseDecimal(plain) : undefined;
  if (!parsed?.ok) return undefined;
  return { text: plain, decimal: parsed.value, sign: signOf(parsed.value.unscaled) };
}

function instantIn(text: string, zone: string): Instant | undefined {
  const absolute = parseInstant(text);
  if (absolute.ok) return absolute.value;
  const local = parseLocal(text, zone);
  return local.ok ? local.value : undefined;
}

/** The answers of a pure function by text, forgotten all at once when there are too many. */
class Remembered<T> {
  readonly #answers = new Map<string, T>();
  readonly #answer: (text: string) => T;

  constructor(answer: (text: string) => T) {
    this.#answer = answer;
  }

  of(text: string): T {
    const known = this.#answers.get(text);
    if (known !== undefined || this.#answers.has(text)) return known as T;
    if (this.#answers.size >= 50_000) this.#answers.clear();
    const answer = this.#answer(text);
    // A copy: the text is a slice, and would keep the whole chunk of the file that it is from.
    this.#answers.set(Buffer.from(text).toString(), answer);
    return answer;
  }
}
