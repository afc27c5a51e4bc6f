import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { AccessToken, ConnectorIo } from './io.ts';

const MARGIN_MS = 30_000;

export type Tokens = {
  readonly token: ConnectorIo['token'];
  /** Forgets all tokens; true when one of them had been given out from memory, so that a fresh one may do better. */
  forget(): boolean;
  /** The token that was forgotten last, because the system had refused it. */
  refused(): string | undefined;
  /** The values that must not be seen. */
  secrets(): readonly string[];
};

/** Keeps access tokens by key, each fetched once however many callers ask for it, until shortly before it expires. */
export function tokenCache(now: () => Instant): Tokens {
  const tokens = new Map<string, { value: string; until: number }>();
  const fetching = new Map<string, Promise<Result<AccessToken, Fault>>>();
  let wasReused = false;
  let refused: string | undefined;
  return {
    async token(key, fetchToken) {
      const cached = tokens.get(key);
      if (cached && cached.until > epochMs(now())) {
        wasReused = true;
        return ok(cached.value);
      }
      const pending = fetching.get(key) ?? fetchToken();
      fetching.set(key, pending);
      const fetched = await pending.finally(() => fetching.delete(key));
      if (!fetched.ok) return fetched;
      const { value, expiresInSeconds, isKept = false } = fetched.value;
      if (isKept) wasReused = true;
      tokens.set(key, { value, until: epochMs(now()) + Math.max(0, expiresInSeconds * 1000 - MARGIN_MS) });
      return ok(value);
    },
    forget() {
      const could = wasReused && tokens.size > 0;
      refused = [...tokens.values()].at(-1)?.value ?? refused;
      tokens.clear();
      wasReused = false;
      return could;
    },
    refused: () => refused,
    secrets: () => [...tokens.values()].map(({ value }) => value),
  };
}
