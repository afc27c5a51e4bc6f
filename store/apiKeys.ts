import { createHash, randomBytes } from 'node:crypto';
import { isUuid } from '../core/shared/ids.ts';
import type { Models } from './models.ts';

export type StoredKey = { readonly id: string; readonly name: string; readonly scopes: readonly string[] };
export type NewKey = StoredKey & { readonly expiresAt: Date | null };
export type ListedKey = StoredKey & {
  readonly prefix: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
};

/** API keys; each change is in the audit log. */
export type ApiKeys = {
  /** Answers the key itself, once: only its hash is kept. */
  createKey(key: NewKey, actor: string): Promise<string>;
  listKeys(): Promise<readonly ListedKey[]>;
  revokeKey(id: string, actor: string): Promise<boolean>;
  /** The key that a secret belongs to, when it is valid now. */
  keyOf(secret: string): Promise<StoredKey | null>;
};

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** API keys in PostgreSQL, by the hash of their secret. */
export function apiKeys({ sequelize, ApiKeys, AuditEntries }: Models): ApiKeys {
  return {
    async createKey({ id, name, scopes, expiresAt }, actor) {
      const secret = `cdk_${randomBytes(24).toString('base64url')}`;
      const row = { id, name, prefix: secret.slice(0, 10), hash: hashOf(secret), scopes: [...scopes], expiresAt };
      await sequelize.transaction(async (transaction) => {
        await ApiKeys.create(row, { transaction });
        const detail = { name, scopes };
        await AuditEntries.create({ actor, action: 'key.create', subject: `key/${id}`, detail }, { transaction });
      });
      return secret;
    },
    async listKeys() {
      const rows = await ApiKeys.findAll({ order: [['createdAt', 'ASC']] });
      return rows.map(({ id, name, prefix, scopes, createdAt, revokedAt }) => ({
        id,
        name,
        prefix,
        scopes,
        createdAt: createdAt.toISOString(),
        revokedAt: revokedAt?.toISOString() ?? null,
      }));
    },
    async revokeKey(id, actor) {
      if (!isUuid(id)) return false;
      return sequelize.transaction(async (transaction) => {
        const [changed] = await ApiKeys.update(
          { revokedAt: new Date() },
          { where: { id, revokedAt: null }, transaction },
        );
        const entry = { actor, action: 'key.revoke', subject: `key/${id}`, detail: {} };
        if (changed > 0) await AuditEntries.create(entry, { transaction });
        return changed > 0;
      });
    },
    async keyOf(secret) {
      const row = await ApiKeys.findOne({ where: { hash: hashOf(secret), revokedAt: null } });
      if (!row || (row.expiresAt !== null && row.expiresAt.getTime() <= Date.now())) return null;
      return { id: row.id, name: row.name, scopes: row.scopes };
    },
  };
}
