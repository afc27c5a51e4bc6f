import { z } from 'zod';
import type { AnyConnector, Pull, Write } from '../kit/connector.ts';
import type { Declaration } from './protocol.ts';

/** A connector as data, for the hub to build its half from. */
export function declarationOf(connector: AnyConnector): Declaration {
  const { manifest, topics, servers, auth, classify, webhook, formats, mapping } = connector;
  const all = Object.entries(connector.capabilities as Readonly<Record<string, object>>);
  return {
    manifest,
    topics: Object.keys(topics),
    servers: servers ? addressesOf(servers) : null,
    has: { auth: auth !== undefined, classify: classify !== undefined, webhook: webhook !== undefined },
    formats: formats ?? null,
    mapping: mapping ?? null,
    settings: z.toJSONSchema(connector.settings, { io: 'input', unrepresentable: 'any' }),
    pulls: Object.fromEntries(all.flatMap(([name, one]) => (isPull(one) ? [[name, pullOf(one)]] : []))),
    writes: Object.fromEntries(all.flatMap(([name, one]) => (isWrite(one) ? [[name, writeOf(one)]] : []))),
    asks: all.flatMap(([name, one]) => ('ask' in one ? [name] : [])),
  };
}

type Servers = NonNullable<AnyConnector['servers']>;

function addressesOf({ production, sandbox }: Servers): NonNullable<Declaration['servers']> {
  const shown = (address: Servers['production']): string | true => (typeof address === 'string' ? address : true);
  return { production: shown(production), ...(sandbox !== undefined && { sandbox: shown(sandbox) }) };
}

const isPull = (one: object): one is Pull<unknown> => 'fetch' in one;
const isWrite = (one: object): one is Write<unknown, unknown, unknown> => 'encode' in one;

const pullOf = ({ topic, cursor, everyMs }: Pull<unknown>): Declaration['pulls'][string] => ({
  topic,
  cursor,
  ...(everyMs !== undefined && { everyMs }),
});
const writeOf = ({ duplicates }: Write<unknown, unknown, unknown>): Declaration['writes'][string] => ({
  mode: duplicates.mode,
  settleMs: duplicates.mode === 'lookupByRef' ? duplicates.settleMs : null,
});
