/** "Who buys `item` also buys `other`": shares of orders, and how much more often than by chance. */
export type Association = {
  readonly item: number;
  readonly other: number;
  readonly orders: number;
  /** Share of all orders with both. */
  readonly support: number;
  /** Share of the item's orders that also have the other. */
  readonly confidence: number;
  /** Confidence over the other's share of all orders: 1 is chance. */
  readonly lift: number;
};

export type BasketOptions = {
  /** Fewer common orders than this say nothing. */
  readonly minOrders: number;
  readonly minLift: number;
  /** Associations kept per item, by falling lift, ties by index. */
  readonly perItem: number;
  /** Orders with more items than this are stock-ups rather than baskets and are left out. */
  readonly largestOrder: number;
};

/**
 * Items bought together (association rules of pairs, Agrawal, Imieliński & Swami 1993; lift by Brin et al. 1997).
 * `orders` and `items` are parallel: line i says that order orders[i] holds item items[i]; an item twice in an order
 * counts once.
 */
export function findAssociations(
  orders: Uint32Array,
  items: Uint32Array,
  options: BasketOptions,
): readonly Association[] {
  const baskets = basketsOf(orders, items).filter((basket) => basket.length <= options.largestOrder);
  const counts = new Map<number, number>();
  for (const basket of baskets) for (const item of basket) counts.set(item, (counts.get(item) ?? 0) + 1);
  const frequent = (item: number) => (counts.get(item) ?? 0) >= options.minOrders;
  const pairs = countPairs(baskets.map((basket) => basket.filter(frequent)));
  const rules: Association[] = [];
  for (const [key, common] of pairs) {
    if (common < options.minOrders) continue;
    const low = Math.floor(key / WIDTH);
    const high = key % WIDTH;
    rules.push(ruleOf(low, high, common, counts, baskets.length), ruleOf(high, low, common, counts, baskets.length));
  }
  return bestPerItem(
    rules.filter(({ lift }) => lift >= options.minLift),
    options.perItem,
  );
}

const WIDTH = 2 ** 26;

function basketsOf(orders: Uint32Array, items: Uint32Array): readonly number[][] {
  const baskets = new Map<number, Set<number>>();
  orders.forEach((order, i) => {
    const basket = baskets.get(order);
    if (basket) basket.add(items[i] as number);
    else baskets.set(order, new Set([items[i] as number]));
  });
  return [...baskets.values()].map((basket) => [...basket].sort((a, b) => a - b));
}

function countPairs(baskets: readonly number[][]): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const basket of baskets) {
    basket.forEach((low, i) => {
      for (let j = i + 1; j < basket.length; j++) {
        const key = low * WIDTH + (basket[j] as number);
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    });
  }
  return pairs;
}

function ruleOf(
  item: number,
  other: number,
  common: number,
  counts: ReadonlyMap<number, number>,
  total: number,
): Association {
  const confidence = common / (counts.get(item) ?? 1);
  const lift = (confidence * total) / (counts.get(other) ?? 1);
  return { item, other, orders: common, support: common / total, confidence, lift };
}

function bestPerItem(rules: readonly Association[], most: number): readonly Association[] {
  const sorted = [...rules].sort((a, b) => a.item - b.item || b.lift - a.lift || a.other - b.other);
  const kept = new Map<number, number>();
  return sorted.filter(({ item }) => {
    const count = (kept.get(item) ?? 0) + 1;
    kept.set(item, count);
    return count <= most;
  });
}
