/**
 * The hub's own reference of a record that came from a connection: "shop-5123", at most 35 characters of
 * [A-Za-z0-9_-], so that every ERP and carrier can carry it. The same source record always gets the same reference, and
 * two different ones never share it: what had to be cut or replaced is told apart by a hash of the whole.
 */
export function referenceOf(connectionName: string, externalId: string): string {
  const whole = `${connectionName}-${externalId}`;
  const plain = whole.replace(/[^A-Za-z0-9_-]/g, '_');
  if (plain === whole && whole.length <= MAX_LENGTH) return whole;
  return `${plain.slice(0, MAX_LENGTH - 14)}_${hash(whole)}`;
}

const MAX_LENGTH = 29;

/** 64 bits of FNV-1a in base 36, 13 characters: told apart, not secured. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  }
  return value.toString(36).padStart(13, '0');
}
