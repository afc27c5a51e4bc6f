/** Reads `SKU=3` and `SKU=3,damaged=1`: a SKU, its units, and what more is said of them. Undefined when it is neither. */
export function readSkuUnits(
  text: string,
): { readonly sku: string; readonly quantity: number; readonly more: Readonly<Record<string, string>> } | undefined {
  const [first = '', ...rest] = text.split(',');
  const [sku, units] = halves(first);
  const quantity = Number(units);
  if (!sku || units === '' || !Number.isSafeInteger(quantity)) return undefined;
  const more = Object.fromEntries(rest.map(halves));
  return { sku, quantity, more };
}

function halves(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
