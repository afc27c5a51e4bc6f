import { permanent, retryable } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { err } from '../../core/shared/result.ts';
import type { AnyConnector, ConnectorIo, HttpFailure, HttpRequest } from '../kit/connector.ts';
import type { HttpClient } from '../kit/io.ts';
import { tokenCache } from '../kit/tokens.ts';
import type { CheckedSettings, ClientName, Declaration, FromChild, Path, ToChild } from './protocol.ts';

type Call = (...args: readonly unknown[]) => unknown;
type Answer = Awaited<ReturnType<HttpClient['request']>>;
type Asked = { readonly request: HttpRequest; resolve(answer: Answer): void };

/** Answers the hub's calls of a connector, in the child. `say` tells the hub. */
export class Served {
  readonly #connector: AnyConnector;
  readonly #say: (message: FromChild) => void;
  readonly #own: Readonly<Record<string, Call>>;
  readonly #running = new Map<number, AbortController>();
  readonly #asked = new Map<number, Asked>();
  readonly #clients = new Map<number, unknown>();
  #lastId = 0;

  constructor(connector: AnyConnector, declaration: Declaration, say: (message: FromChild) => void) {
    this.#connector = connector;
    this.#say = say;
    this.#own = {
      declare: () => declaration,
      settings: (given) => checkedSettings(connector, given),
      server: (environment, settings) => serverOf(connector, environment as 'production' | 'sandbox', settings),
      auth: (settings) => withoutFunctions(connector.auth?.(settings)),
      signed: (settings, name, ...rest) => {
        const auth = (connector.auth?.(settings) ?? {}) as unknown as Readonly<Record<string, Call>>;
        return auth[String(name)]?.(...rest);
      },
      classifyRequest: (id, failure) => this.#asked.get(id as number)?.request.classify?.(failure as HttpFailure),
    };
  }

  hear(message: ToChild): void {
    switch (message.kind) {
      case 'call':
        void this.#run(message.id, message.now, () => this.#callAt(message.path)(...message.args));
        break;
      case 'use': {
        const { id, client, args, path } = message;
        const ending = new AbortController();
        this.#running.set(id, ending);
        const work = () => this.#callAt(path)(this.#clientOf(client), ...args, ending.signal);
        void this.#run(id, false, work).finally(() => this.#running.delete(id));
        break;
      }
      case 'abort':
        this.#running.get(message.id)?.abort();
        break;
      case 'answer':
        this.#asked.get(message.id)?.resolve(message.answer);
        this.#asked.delete(message.id);
        break;
    }
  }

  async #run(id: number, now: boolean, work: () => unknown): Promise<void> {
    try {
      this.#say({ kind: 'value', id, now, value: await work() });
    } catch (error) {
      this.#say({ kind: 'error', id, now, error: (error as Error).stack ?? String(error) });
    }
  }

  /** A function of the connector, with what it stands in as `this`. */
  #callAt(path: Path): Call {
    const [name = ''] = path;
    if (path.length === 1 && Object.hasOwn(this.#own, name)) return this.#own[name] as Call;
    let place: unknown;
    let found: unknown = this.#connector;
    for (const key of path) {
      if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) break;
      place = found;
      found = (found as Readonly<Record<string, unknown>>)[key];
    }
    if (typeof found !== 'function') return () => err(permanent('no-such-function', `no function ${path.join('.')}`));
    return (...args) => Reflect.apply(found as Call, place, args);
  }

  #clientOf({ id, settings }: ClientName): unknown {
    if (!this.#clients.has(id)) this.#clients.set(id, this.#connector.client(settings, this.#ioOf(id)));
    return this.#clients.get(id);
  }

  #ioOf(client: number): ConnectorIo {
    const now = (): Instant => instantOf(Date.now());
    const request: HttpClient['request'] = (given, signal) => this.#request(client, given, signal);
    return { now, token: tokenCache(now).token, http: { request } };
  }

  #request(client: number, request: HttpRequest, signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return Promise.resolve(err(retryable('cancelled', 'the call was cancelled')));
    this.#lastId += 1;
    const id = this.#lastId;
    const { classify, ...sent } = request;
    return new Promise((resolve) => {
      this.#asked.set(id, { request, resolve });
      signal.addEventListener('abort', () => this.#say({ kind: 'abort', id }), { once: true });
      this.#say({ kind: 'request', id, client, request: { ...sent, isClassified: classify !== undefined } });
    });
  }
}

function checkedSettings({ settings }: AnyConnector, given: unknown): CheckedSettings {
  const { success, data, error } = settings.safeParse(given);
  if (success) return { ok: true, value: data };
  const keysOf = (path: readonly PropertyKey[]) => path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  return { ok: false, issues: error.issues.map(({ path, message }) => ({ path: keysOf(path), message })) };
}

function serverOf({ servers }: AnyConnector, environment: 'production' | 'sandbox', settings: unknown): unknown {
  const address = servers?.[environment];
  return typeof address === 'function' ? address(settings) : address;
}

function withoutFunctions(value: object | undefined): unknown {
  return value && Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one !== 'function'));
}
