import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import { callJsonRpc } from './jsonRpc.ts';
import type { OdooSettings, Protocol } from './settings.ts';
import { callXmlRpc } from './xmlRpc.ts';

const WebVersion = z.object({ version: z.string() });
const CommonVersion = z.object({ server_version: z.string() });

export type ServerVersion = { readonly text: string; readonly major: number };

/** Asks a server for its version: /web/version from 19 on, else common.version over JSON-RPC, else over XML-RPC. No login. */
export async function probeVersion(
  baseUrl: string,
  io: ConnectorIo,
  signal: AbortSignal,
): Promise<Result<string, Fault>> {
  const web = await io.http.request({ method: 'GET', url: `${baseUrl}/web/version` }, signal);
  const seen = web.ok ? WebVersion.safeParse(web.value.body) : undefined;
  if (seen?.success) return ok(seen.data.version);
  if (!web.ok && !isAbsent(web.error)) return web;
  const call = { service: 'common', method: 'version', args: [], effect: 'read' } as const;
  const overJson = await callJsonRpc(baseUrl, io, call, signal);
  if (overJson.ok) return versionIn(overJson.value);
  if (!isAbsent(overJson.error)) return overJson;
  const overXml = await callXmlRpc(baseUrl, io, call, signal);
  return overXml.ok ? versionIn(overXml.value) : overXml;
}

/** "17.0", "19.0+e", "saas~18.2": the number before the dot. */
export function parseVersion(text: string): Result<ServerVersion, Fault> {
  const major = /(?:^|~)(\d+)\./.exec(text)?.[1];
  if (major === undefined) return err(permanent('unknown-version', `${text} is no version of Odoo that is known here`));
  if (Number(major) < 16) return err(permanent('version-too-old', `Odoo ${text}: versions from 16 on are supported`));
  return ok({ text, major: Number(major) });
}

/** The protocol to talk to a server: as set; else JSON-2 from 19 on when there is a key for it, JSON-RPC below. */
export function protocolFor({ major }: ServerVersion, { protocol, apiKey }: OdooSettings): Protocol {
  if (protocol !== 'auto') return protocol;
  return major >= 19 && apiKey !== undefined ? 'json2' : 'json-rpc';
}

function versionIn(answer: unknown): Result<string, Fault> {
  const parsed = CommonVersion.safeParse(answer);
  if (parsed.success) return ok(parsed.data.server_version);
  return err(permanent('not-odoo', 'the server at this address does not answer as Odoo does'));
}

/** The door is not there, or something else answers at it. */
const isAbsent = ({ code }: Fault): boolean => ABSENT.has(code);
const ABSENT = new Set(['http-404', 'http-405', 'http-415', 'unexpected-shape']);
