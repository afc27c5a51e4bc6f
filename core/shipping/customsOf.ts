import type { CustomsInput } from '../documents/index.ts';
import { prorate } from '../shared/money.ts';

/** Units of one order line that leave, with what their product says of itself. */
export type DeclaredGoods = {
  readonly sku: string;
  readonly title: string;
  readonly hsCode: string | null;
  readonly originCountry: string | null;
  readonly weightGrams: number | null;
  readonly quantity: number;
  /** The order line's whole units and what they cost after discounts, in minor units. */
  readonly ordered: number;
  readonly totalMinor: number;
};

type Line = NonNullable<CustomsInput['lines']>[number];

/**
 * Goods as customs lines, worth what the buyer pays for them: where that is no whole minor unit for each, the line is
 * divided in two, so that the sum is exact.
 */
export function customsLines(goods: readonly DeclaredGoods[]): readonly Line[] {
  return goods.flatMap(({ sku, title, hsCode, originCountry, weightGrams, quantity, ordered, totalMinor }) => {
    const value = Math.max(0, prorate(totalMinor, quantity, ordered));
    const [each, dearer] = [Math.floor(value / quantity), value % quantity];
    const line = {
      sku,
      description: title.slice(0, 512),
      ...(hsCode === null ? {} : { hsCode }),
      ...(originCountry === null ? {} : { originCountry }),
      ...(weightGrams ? { unitWeightGrams: weightGrams } : {}),
    };
    return [
      { ...line, quantity: quantity - dearer, unitValueMinor: each },
      ...(dearer > 0 ? [{ ...line, quantity: dearer, unitValueMinor: each + 1 }] : []),
    ];
  });
}
