import { createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto';

/** Seals and opens what must not be read from the database alone. */
export type SecretBox = {
  seal(value: unknown): { readonly sealed: Uint8Array; readonly keyVersion: number };
  /** Throws when the key is another one or the bytes were changed. */
  open(sealed: Uint8Array, keyVersion: number): unknown;
};

const ALGORITHM = 'aes-256-gcm';

/**
 * AES-256-GCM (NIST SP 800-38D) with a fresh 96-bit nonce per value: nonce, tag, ciphertext. `keys` are 32 bytes each by
 * version; values are sealed with the highest, and opened with the one they name, so that keys can be rotated.
 */
export function secretBox(keys: ReadonlyMap<number, Uint8Array>): SecretBox {
  for (const [version, key] of keys) {
    if (key.length !== 32) throw new Error(`secret key version ${version} has ${key.length} bytes instead of 32`);
  }
  const current = Math.max(...keys.keys());
  const keyOf = (version: number): Uint8Array => {
    const key = keys.get(version);
    if (!key)
      throw new Error(`no secret key of version ${version}: set CROSSDOCK_SECRET_KEY as it was when this was sealed`);
    return key;
  };
  return {
    seal(value) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(ALGORITHM, keyOf(current), nonce);
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]), keyVersion: current };
    },
    open(sealed, keyVersion) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv(ALGORITHM, keyOf(keyVersion), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return JSON.parse(decrypted(decipher, bytes.subarray(28)));
    },
  };
}

function decrypted(decipher: DecipherGCM, bytes: Uint8Array): string {
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8');
  } catch {
    throw new Error('they were sealed under another key than CROSSDOCK_SECRET_KEY, or were changed since');
  }
}
