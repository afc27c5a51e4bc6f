import { pathToFileURL } from 'node:url';
import type { AnyConnector } from '../kit/connector.ts';
import { declarationOf } from './declarationOf.ts';
import { denyNetwork } from './denyNetwork.ts';
import type { ToChild } from './protocol.ts';
import { Served } from './serve.ts';

/** The program of the child: it loads one connector from a file and answers for it until the hub goes away. */
const [, , file = ''] = process.argv;
denyNetwork();
const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href);
const connector = Object.values(loaded).find(isConnector);
if (!connector) throw new Error(`${file} exports no connector: export what defineConnector answers`);
const served = new Served(connector, declarationOf(connector), (message) => void process.send?.(message));
process.on('message', (message: ToChild) => served.hear(message));
// Ctrl-C reaches every process of a terminal; the hub first ends what is under way.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));

function isConnector(value: unknown): value is AnyConnector {
  if (typeof value !== 'object' || value === null) return false;
  return 'manifest' in value && 'capabilities' in value && 'topics' in value && 'client' in value;
}
