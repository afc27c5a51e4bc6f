import { z } from 'zod';
import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { Auth } from '../kit/auth.ts';
import type { AnyConnector, ConnectorIo, Pull, Topic, WebhookAdapter, Write } from '../kit/connector.ts';
import type { Servers } from '../kit/server.ts';
import { Channel, type ChannelOptions, NoAnswer } from './channel.ts';
import type { CheckedSettings, Classify, ClientName, Declaration, Path } from './protocol.ts';

type Child = Pick<Channel, 'callNow' | 'use'>;
type Client = ClientName;

export type OutsideConnector = { readonly connector: AnyConnector; close(): Promise<void> };

/**
 * The hub's half of a connector that runs in a child process: each function calls the one there. What it asks of the
 * network is asked by the hub, authorized, paced and guarded as for every connector. Throws NoAnswer when the child does
 * not say what it is.
 */
export function outsideConnector(options: Omit<ChannelOptions, 'onRequest'>): OutsideConnector {
  const clients = new Map<number, ConnectorIo>();
  const channel: Channel = new Channel({
    ...options,
    async onRequest(client, { isClassified, ...request }, id, signal) {
      const io = clients.get(client);
      if (!io) return err(permanent('unknown-client', 'no connection has this client'));
      const classify: Classify = (failure) => channel.callNow(['classifyRequest'], [id, failure]) as Fault | undefined;
      return io.http.request({ ...request, ...(isClassified && { classify }) }, signal);
    },
  });
  try {
    const declared = channel.callNow(['declare'], []) as Declaration;
    return { connector: connectorOf(declared, channel, clients), close: () => channel.close() };
  } catch (error) {
    void channel.close();
    throw error;
  }
}

function connectorOf(declared: Declaration, child: Child, clients: Map<number, ConnectorIo>): AnyConnector {
  const { manifest, topics, servers, has, formats, mapping } = declared;
  const connector = {
    manifest,
    settings: settingsOf(child),
    ...(servers && { servers: serversOf(servers, child) }),
    hosts: (settings: unknown) => child.callNow(['hosts'], [settings]),
    ...(has.auth && { auth: (settings: unknown) => authOf(settings, child) }),
    ...(formats && { formats }),
    ...(mapping && { mapping }),
    client(settings: unknown, io: ConnectorIo): Client {
      clients.set(clients.size + 1, io);
      return { id: clients.size, settings };
    },
    check: asked(['check'], child),
    topics: Object.fromEntries(topics.map((topic) => [topic, topicOf(topic, child)])),
    capabilities: capabilitiesOf(declared, child),
    ...(has.webhook && { webhook: webhookOf(child) }),
    ...(has.classify && { classify: (failure: unknown) => child.callNow(['classify'], [failure]) }),
  };
  return connector as unknown as AnyConnector;
}

/** A pure function's answer; a child that gives none may do so next time. */
function faulted<T>(child: Child, path: Path, args: readonly unknown[]): Result<T, Fault> {
  try {
    return child.callNow(path, args) as Result<T, Fault>;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return err(retryable('connector-ended', error.message));
  }
}

/** A function that touches the network. A write whose child ended may have happened. */
function asked(path: Path, child: Child, isWrite = false) {
  return async (client: Client, ...rest: readonly unknown[]): Promise<unknown> => {
    const signal = rest.at(-1) as AbortSignal;
    try {
      return await child.use(path, client, rest.slice(0, -1), signal);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const { message } = error;
      return err(
        isWrite ? { kind: 'in-doubt', code: 'connector-ended', message } : retryable('connector-ended', message),
      );
    }
  };
}

function settingsOf(child: Child): z.ZodType {
  return z.unknown().transform((given, context) => {
    const checked = child.callNow(['settings'], [given]) as CheckedSettings;
    if (checked.ok) return checked.value;
    for (const { path, message } of checked.issues) context.addIssue({ code: 'custom', message, path: [...path] });
    return z.NEVER;
  });
}

function serversOf({ production, sandbox }: NonNullable<Declaration['servers']>, child: Child): Servers<unknown> {
  const address = (shown: string | true, environment: string) =>
    shown === true ? (settings: unknown) => String(child.callNow(['server'], [environment, settings])) : shown;
  return {
    production: address(production, 'production'),
    ...(sandbox !== undefined && { sandbox: address(sandbox, 'sandbox') }),
  };
}

function authOf(settings: unknown, child: Child): Auth {
  const auth = child.callNow(['auth'], [settings]) as Auth;
  if (auth.kind !== 'signature') return auth;
  const signed =
    (name: string) =>
    (...args: readonly unknown[]) =>
      child.callNow(['signed'], [settings, name, ...args]);
  return { ...auth, text: signed('text'), place: signed('place') } as Auth;
}

const topicOf = (topic: string, child: Child): Topic => ({
  decode: (raw) => faulted(child, ['topics', topic, 'decode'], [raw]),
});

function webhookOf(child: Child): WebhookAdapter<unknown> {
  return {
    verify: (request, settings) => faulted(child, ['webhook', 'verify'], [request, settings]),
    identify: (request) => faulted(child, ['webhook', 'identify'], [request]),
  };
}

function capabilitiesOf({ pulls, writes, asks }: Declaration, child: Child): Readonly<Record<string, object>> {
  const path = (...rest: string[]): Path => ['capabilities', ...rest];
  const pullOf = ([name, pull]: [string, Declaration['pulls'][string]]): [string, object] => [
    name,
    {
      ...pull,
      fetch: asked(path(name, 'fetch'), child),
      identify: (raw: unknown) => faulted(child, path(name, 'identify'), [raw]),
    } as unknown as Pull<Client>,
  ];
  const writeOf = ([name, { mode, settleMs }]: [string, Declaration['writes'][string]]): [string, object] => [
    name,
    {
      encode: (document: unknown) => faulted(child, path(name, 'encode'), [document]),
      send: asked(path(name, 'send'), child, true),
      duplicates:
        mode === 'lookupByRef'
          ? { mode, settleMs, landed: asked(path(name, 'duplicates', 'landed'), child) }
          : { mode },
    } as unknown as Write<Client, unknown, unknown>,
  ];
  return Object.fromEntries([
    ...Object.entries(pulls).map(pullOf),
    ...Object.entries(writes).map(writeOf),
    ...asks.map((name): [string, object] => [name, { ask: asked(path(name, 'ask'), child) }]),
  ]);
}
