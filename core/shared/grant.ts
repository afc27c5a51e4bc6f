import type { Instant } from './ids.ts';

/** What a user's authorization gave (RFC 6749, section 5.1): kept sealed, and replaced whenever it is refreshed. */
export type Grant = {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAt: Instant;
  readonly scope: string | null;
};
