import { err, ok, type Result } from '../shared/result.ts';

export type VersionMismatch = { readonly code: 'version-mismatch'; readonly message: string };

/** Refuses when the caller decided on another version than the stored one; no version is no guard. */
export function checkVersion(stored: number, seen: number | undefined): Result<void, VersionMismatch> {
  if (seen === undefined || seen === stored) return ok(undefined);
  return err({ code: 'version-mismatch', message: `it is at version ${stored}; look again, then decide` });
}
