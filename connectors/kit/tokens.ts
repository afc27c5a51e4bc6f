import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { AccessToken, ConnectorIo } from './io.ts';

const MARGIN_MS = 30_000;

export type Tokens = {
  readonly token: ConnectorIo['token'];
  /**
   * Forgets a token that the system has just refused (the last one when the request does not say). True when a fresh one
   * may do better: it had been replaced meanwhile, or given out from memory. A fresh one that is refused right after
   * another was, is no better than that: the credentials are wrong.
   */
  forget(used?: string): boolean;
  /** Notes that a token was good. */
  worked(used?: string): void;
  /** The token that was refused last, until another has worked. */
  refused(): string | undefined;
  /** The values that must not be seen. */
  secrets(): readonly string[];
};

type Kept = {
  readonly value: string;
  readonly until: number;
  readonly isFresh: boolean;
  isOld: boolean;
  hasWorked: boolean;
};

/** Keeps access tokens by key, each fetched once however many callers ask for it, until shortly before it expires. */
export function tokenCache(now: () => Instant): Tokens {
  const tokens = new Map<string, Kept>();
  const fetching = new Map<string, Promise<Result<AccessToken, Fault>>>();
  let refused: string | undefined;
  const find = (used: string | undefined): Kept | undefined =>
    used === undefined ? [...tokens.values()].at(-1) : [...tokens.values()].find(({ value }) => value === used);
  return {
    async token(key, fetchToken) {
      const cached = tokens.get(key);
      if (cached && cached.until > epochMs(now())) {
        cached.isOld = true;
        return ok(cached.value);
      }
      const pending = fetching.get(key) ?? fetchToken();
      fetching.set(key, pending);
      const fetched = await pending.finally(() => fetching.delete(key));
      if (!fetched.ok) return fetched;
      const { value, expiresInSeconds, isKept = false } = fetched.value;
      const until = epochMs(now()) + Math.max(0, expiresInSeconds * 1000 - MARGIN_MS);
      if (tokens.get(key)?.value !== value)
        tokens.set(key, { value, until, isFresh: !isKept, isOld: isKept, hasWorked: false });
      return ok(value);
    },
    forget(used) {
      const kept = find(used);
      if (!kept) return used !== undefined;
      const isSecondInARow = refused !== undefined && kept.isFresh && !kept.hasWorked;
      refused = kept.value;
      tokens.clear();
      return kept.isOld && !isSecondInARow;
    },
    worked(used) {
      const kept = find(used);
      if (kept) kept.hasWorked = true;
      if (used !== undefined && used !== refused) refused = undefined;
    },
    refused: () => refused,
    secrets: () => [...[...tokens.values()].map(({ value }) => value), ...(refused === undefined ? [] : [refused])],
  };
}
