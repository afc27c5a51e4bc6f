const PARTS = /\d+|\D+/g;

/**
 * Compares codes as people read them: runs of digits by their number, so that A-2 comes before A-10. Used for bins that
 * have no walking order of their own.
 */
export function naturalOrder(a: string, b: string): number {
  const left = a.match(PARTS) ?? [];
  const right = b.match(PARTS) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = partOrder(left[i] ?? '', right[i] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length || compare(a, b);
}

function partOrder(a: string, b: string): number {
  return (isDigits(a) && isDigits(b) && Number(a) - Number(b)) || compare(a.toLowerCase(), b.toLowerCase());
}

const isDigits = (text: string): boolean => /^\d/.test(text);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
