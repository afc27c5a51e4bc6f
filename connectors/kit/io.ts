import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';

export type HttpFailure = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: unknown;
};

export type ConnectorIo = {
  readonly http: HttpClient;
  readonly now: () => Instant;
  /**
   * For a login that no declared `auth` covers. One token per key at a time: concurrent callers share the fetch; a token is
   * fetched again shortly before it expires.
   */
  readonly token: (
    key: string,
    fetchToken: () => Promise<Result<AccessToken, Fault>>,
  ) => Promise<Result<string, Fault>>;
};
/** `isKept`: it was not made just now, so a system that refuses it may take a fresh one. */
export type AccessToken = { readonly value: string; readonly expiresInSeconds: number; readonly isKept?: boolean };

export type HttpClient = {
  /** Answers 2xx as a value, everything else as a fault by `classify` and the kit's table. Never throws for the network. */
  readonly request: (request: HttpRequest, signal: AbortSignal) => Promise<Result<HttpAnswer, Fault>>;
};
export type HttpRequest = {
  /** PROPFIND lists a folder of a WebDAV server (RFC 4918, section 9.1). */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'PROPFIND';
  /** Whole, or a path that begins with "/" on the connection's server. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** An object is sent as JSON, a string as it is (set its content type). */
  readonly body?: unknown;
  /** 'write' when a lost answer leaves the outcome unknown; 'read' for a POST that only asks. Default: by the method. */
  readonly effect?: 'read' | 'write';
  readonly responseType?: 'json' | 'text' | 'bytes';
  /** Cost in units of the manifest's pacing. Default 1. */
  readonly cost?: number;
  /** 'none': without the credentials that the connector declares. */
  readonly auth?: 'none';
  /** What this call's own error answers mean, before the connector's table and the kit's. */
  readonly classify?: (failure: HttpFailure) => Fault | undefined;
};
export type HttpAnswer = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: unknown;
};

/** The client of a connector that needs no more than its settings and HTTP. */
export type ApiClient<Settings = unknown> = {
  readonly settings: Settings;
  readonly http: HttpClient;
  readonly now: () => Instant;
};

export function apiClient<Settings>(settings: Settings, { http, now }: ConnectorIo): ApiClient<Settings> {
  return { settings, http, now };
}
